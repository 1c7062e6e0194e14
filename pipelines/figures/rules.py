"""The rules that tell what a quantity counts, one a function, in the order in which they are asked."""

import re
from itertools import pairwise

from crawler.metrics import BY_CODE, Metric
from pipelines.figures.around import Around, Choice, said
from pipelines.figures.events import NAME, PEOPLE_OF, hear, weigh
from pipelines.figures.findings import MOST_DRAFTS, WINDOW, Draft, Reading

# 五年以上不满十年83人
TERM = re.compile(
    "[,，、]?[一二三四五六七八九十]{1,2}年(?:以上|以下)(?:不满[一二三四五六七八九十]{1,2}年)?(?:有期徒刑)?的?"
)
SHORT = re.compile("[^\u4e00-\u9fff]*(?:[\u4e00-\u9fff][^\u4e00-\u9fff]*){0,7}")
CASE_NOUN = re.compile(
    "案|罪|诈|骗|警情|类[:：]?$|投资|贷款|网购|刷单|客服|中奖|交友|网恋|征信|购物|赌博|退款|冒充|裸聊"
)
KIND_OF_SCAM = re.compile(
    "(?:刷单|网贷|贷款|投资|理财|投资理财|网购|购物|客服|熟人|公检法|交友|网恋|征信|裸聊|游戏|中奖)(?:返利)?类?[:：]?$"
)
EACH = re.compile("[,，]?(?:人均|案均|户均|平均每[人户起宗件案])(?:达|为)?")
BESIDE = re.compile(f"[、和及]|{EACH.pattern}")
LIST_LINE = re.compile("[^\n:：]{1,24}[:：] ?$")
LIST_ITEM = re.compile(  # （一）刷单返利类24起
    "[ \n]*(?:[(（][一二三四五六七八九十0-9]{1,3}[)）]|[①-⑳]|[0-9]{1,2}[.、])[^,，。;；]*$"
)
LONGEST_JOINT = 2  # characters between cases and their people
IN_COURT = re.compile("法院|检察|审查|一审|二审|受理")
PART = re.compile("其中|^[^,，、。;；0-9]{0,14}中[,，]")  # 1207名嫌疑人中,网上在逃人员41名
SUM = re.compile(
    "[,，、]?(?:涉资|涉款|(?:涉及|总|合计|共计|涉案)?(?:资金|金额|款项))(?:共计|合计|共|达|高达|约)?"
)
TOTAL = re.compile(
    "(?:被害人|受害人|群众|老人|事主|客户|市民)|[^,，、0-9]{0,3}(?:共计|合计|合共|总计|累计|总额|总价值|金额|共|计|达)+"
)


def part_of_whole(around: Around) -> Choice | None:
    """其中 says that the metric is that of the figure before, unless the clause clearly names another."""
    if not PART.search(around.clause):
        return None
    reading, whole = around.reading, around.same
    if (
        whole is None
        and reading.drafts
        and reading.drafts[-1].start >= reading.paragraph(around.quantity.start)
    ):
        last = [draft for draft in reading.drafts[-6:] if draft.quantity.kind == around.quantity.kind]
        whole = last[-1] if last else None
    own = around.weighed([])
    if whole is None or (own and own[0][0] > NAME):
        return None
    return Choice(whole.metric, "其中: part of the figure before")


def money_of_payments(around: Around) -> Choice | None:
    """拦截可疑转账318笔,涉及金额2760万元: the money of the payments told just before."""
    if not around.previous or around.quantity.kind != "money" or not SUM.fullmatch(around.clause):
        return None
    payments = around.previous[-1]
    if payments.metric.code != "stop_payment_cases":
        return None
    advised = "劝阻" in around.reading.text[payments.begin : payments.start]
    return Choice(
        BY_CODE["losses_prevented" if advised else "funds_intercepted"], "the money of the payments before"
    )


def money_beside(around: Around) -> Choice | None:
    """止付327笔、1465万元; 返还被害人19人、203万元: the money of what was counted just before."""
    if around.quantity.kind != "money" or not around.previous or not BESIDE.fullmatch(around.clause):
        return None
    counted, reading = around.previous[-1], around.reading
    if counted.quantity.kind == "money":
        return None
    if EACH.fullmatch(around.clause):
        told = counted.metric.code in ("victims", "cases_filed", "tipoffs_received")
        return Choice(BY_CODE["losses"], "the loss of each") if told else None
    scored = weigh(hear(reading.text, reading.words_in(counted.begin, counted.start), [], []), "money")
    return Choice(scored[0][1], "the money of what was counted before") if scored else None


def own_clause(around: Around) -> Choice | None:
    """The words of the clause weigh enough by themselves."""
    own = around.weighed([])
    if own and own[0][0] > (NAME if around.listed else NAME - 0.5) and own[0][0] >= around.least:
        return Choice(own[0][1], f"own clause: {said(around.left + around.right)}")
    return None


def people_of_cases(around: Around) -> Choice | None:
    """450件1022人: people right behind cases."""
    if not around.previous or around.left or len(around.clause) > LONGEST_JOINT:
        return None
    cases = around.previous[-1]
    if around.quantity.kind != "person":
        return None
    if cases.metric.code in ("gangs_dismantled", "dens_destroyed"):
        return Choice(BY_CODE["suspects_arrested"], "the people of the gangs before")  # 诈欺集团412团5196人
    if cases.quantity.kind != "case":
        return None
    metric = people_of_whole(around, cases) or people(around.reading, cases)
    return Choice(metric, "the people of the cases before") if metric else None


def people_of_whole(around: Around, cases: Draft) -> Metric | None:
    """Return what the people of a part are, by those of the whole: 受理186件291人,其中电诈38件77人."""
    if not PART.search(around.reading.text[cases.begin : cases.start]):
        return None
    pairs = pairwise(around.previous)
    told = (after for before, after in pairs if before.metric == cases.metric and touch(before, after))
    return next((after.metric for after in told if after.quantity.kind == "person"), None)


def touch(before: Draft, after: Draft) -> bool:
    """Tell whether two figures stand beside each other: 186件291人."""
    return after.start - before.end <= LONGEST_JOINT


def carried_over(around: Around) -> Choice | None:
    """The words of the clause together with those of the sentence before it."""
    scored = around.weighed(around.carried)
    if scored and scored[0][0] >= around.least:
        words = f"{said(around.carried)} with {said(around.left + around.right)}"
        return Choice(scored[0][1], f"carried over: {words}")
    return None


def goes_on(around: Around) -> Choice | None:
    """A clause that says next to nothing goes on with the figure before."""
    same, quantity = around.same, around.quantity
    if (
        same
        and (SHORT.fullmatch(around.clause) or TERM.fullmatch(around.clause))
        and (quantity.kind != "count" or quantity.word == same.quantity.word)
    ):
        return Choice(same.metric, "goes on from the figure before")
    return None


def total(around: Around) -> Choice | None:
    """返还资金63笔共计412万元: the total of what was counted before."""
    clause = around.clause
    if after_range(around):
        clause = clause.lstrip(",，")
    if not TOTAL.fullmatch(clause):
        return None
    scored = weigh(
        hear(around.reading.text, around.carried, [], []), around.quantity.kind, around.quantity.word
    )
    return Choice(scored[0][1], f"total: {said(around.carried)}") if scored else None


def after_range(around: Around) -> bool:
    """Tell whether a quantity in the same unit that was refused stands before: 由2万至180万元不等,合共1120万元."""
    refused = around.reading.refused
    if not refused:
        return False
    last = refused[-1][0]
    return last.kind == around.quantity.kind and last.end + len(around.clause) == around.quantity.start


def people(reading: Reading, cases: Draft) -> Metric | None:
    """Return what the people of 审结450件1022人 are: by the verb of the cases, else by their metric."""
    scored = weigh(hear(reading.text, reading.words_in(cases.begin, cases.start), [], []), "person")
    if scored:
        return scored[0][1]
    court = IN_COURT.search(reading.text, max(cases.begin, cases.start - WINDOW), cases.start)
    if court and cases.metric.code == "cases_filed":
        return BY_CODE["suspects_prosecuted"]
    return BY_CODE.get(PEOPLE_OF.get(cases.metric.code, ""))


def victims_by_kind(around: Around) -> Choice | None:
    """一周41人上当。刷单14人、网贷9人: the victims told before, by kind of scam."""
    if around.quantity.kind != "person" or not KIND_OF_SCAM.search(around.clause):
        return None
    paragraph = around.reading.paragraph(around.quantity.start)
    told = [draft for draft in around.reading.drafts[-MOST_DRAFTS:] if draft.start >= paragraph]
    people = next((draft for draft in reversed(told) if draft.quantity.kind == "person"), None)
    victims = people is not None and people.metric.code == "victims"
    return Choice(people.metric, "the victims before, by kind of scam") if victims else None


def without_verb(around: Around) -> Choice | None:
    """Return the metric of a case count without a verb: that of its list or paragraph, else cases filed."""
    if around.quantity.kind != "case":
        return None
    reading = around.reading
    paragraph = reading.paragraph(around.quantity.start)
    for draft in reversed(reading.drafts[-MOST_DRAFTS:]):
        if draft.start < paragraph and not (
            LIST_LINE.search(around.clause) or LIST_ITEM.match(around.clause)
        ):
            break
        if draft.quantity.kind == "case" and draft.metric.unit == "case":
            return Choice(draft.metric, "its list or paragraph")
    if CASE_NOUN.search(around.clause) or CASE_NOUN.search(around.after):
        return Choice(BY_CODE["cases_filed"], "cases without a verb")
    return None


# In this order; of a figure in a story only what is sure counts.
SURE = (part_of_whole, money_of_payments, money_beside, own_clause, people_of_cases, carried_over)
LIKELY = (goes_on, total, victims_by_kind, without_verb)
