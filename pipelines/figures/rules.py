"""The rules that tell what a quantity counts, one a function, in the order in which they are asked."""

import re
from itertools import pairwise

from crawler.metrics import BY_CODE, MONEY, Metric
from pipelines.figures.around import Around, Choice, said
from pipelines.figures.events import NAME, PEOPLE_OF, named, weigh
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
FROZEN = frozenset(MONEY.split()) - {"涉案金额", "金额", "总金额"}
LEAST = NAME - 0.5  # weight of a clause that speaks for itself
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
    if "中" not in around.clause or not PART.search(around.clause):
        return None
    reading, whole = around.reading, around.same()
    if (
        whole is None
        and reading.drafts
        and reading.drafts[-1].start >= reading.paragraph(around.quantity.start)
    ):
        last = [draft for draft in reading.drafts[-6:] if draft.quantity.kind == around.quantity.kind]
        whole = last[-1] if last else None
    if whole is None or (around.own and around.own[0] > NAME):
        return None
    return Choice(whole.metric, "其中: part of the figure before")


def money_of_payments(around: Around) -> Choice | None:
    """拦截可疑转账318笔,涉及金额2760万元: the money of the payments told just before."""
    if around.quantity.kind != "money" or not SUM.fullmatch(around.clause):
        return None
    payments = around.previous()
    if payments is None or payments.metric.code != "stop_payment_cases":
        return None
    advised = "劝阻" in around.reading.text[payments.begin : payments.start]
    return Choice(
        BY_CODE["losses_prevented" if advised else "funds_intercepted"], "the money of the payments before"
    )


def money_beside(around: Around) -> Choice | None:
    """止付327笔、1465万元; 返还被害人19人、203万元: the money of what was counted just before."""
    if around.quantity.kind != "money" or not BESIDE.fullmatch(around.clause):
        return None
    counted, reading = around.previous(), around.reading
    if counted is None or counted.quantity.kind == "money":
        return None
    if EACH.fullmatch(around.clause):
        told = counted.metric.code in ("victims", "cases_filed", "tipoffs_received")
        return Choice(BY_CODE["losses"], "the loss of each") if told else None
    metric = named(reading.words_in(counted.begin, counted.start), "money")
    return Choice(metric, "the money of what was counted before") if metric else None


def own_clause(around: Around) -> Choice | None:
    """The words of the clause weigh enough by themselves."""
    if around.own is None:
        return None
    weight, metric = around.own
    if weight <= LEAST or (weight <= NAME and listed(around.clause)) or too_light(weight, around):
        return None
    return Choice(metric, f"own clause: {said(around.left + around.right)}")


def listed(clause: str) -> bool:
    """Tell whether a clause leaves its verb to what precedes it: 破获盗窃案10起、诈骗案20起; 冻结银行卡30张，涉案资金2亿元."""
    return clause.startswith("、") or clause.strip(",， ") in FROZEN


def too_light(weight: float, around: Around) -> bool:
    """Tell whether a weight is no evidence: in a story (让她把4个账户…) only what somebody did to things counts them."""
    return around.story and weight < NAME + 0.1


def people_of_cases(around: Around) -> Choice | None:
    """450件1022人: people right behind cases."""
    if around.quantity.kind != "person" or around.left or len(around.clause) > LONGEST_JOINT:
        return None
    cases = around.previous()
    if cases is None:
        return None
    if cases.metric.code in ("gangs_dismantled", "dens_destroyed"):
        return Choice(BY_CODE["suspects_arrested"], "the people of the gangs before")  # 诈欺集团412团5196人
    if cases.quantity.kind != "case":
        return None
    metric = people_of_whole(around.reading, cases) or people(around.reading, cases)
    return Choice(metric, "the people of the cases before") if metric else None


def people_of_whole(reading: Reading, cases: Draft) -> Metric | None:
    """Return what the people of a part are, by those of the whole: 受理186件291人,其中电诈38件77人."""
    if not PART.search(reading.text[cases.begin : cases.start]):
        return None
    sentence = reading.full_stop(cases.start)
    told = [draft for draft in reading.drafts[-MOST_DRAFTS:] if draft.start >= sentence]
    for before, after in pairwise(told):
        if before.metric is cases.metric and after.quantity.kind == "person" and touch(before, after):
            return after.metric
    return None


def touch(before: Draft, after: Draft) -> bool:
    """Tell whether two figures stand beside each other: 186件291人."""
    return after.start - before.end <= LONGEST_JOINT


def carried_over(around: Around) -> Choice | None:
    """The words of the clause together with those of the sentence before it."""
    scored = weigh(around.heard, around.quantity.kind, around.quantity.word, around.carried)
    if scored is None or too_light(scored[0], around):
        return None
    words = f"{said(around.carried)} with {said(around.left + around.right)}"
    return Choice(scored[1], f"carried over: {words}")


def goes_on(around: Around) -> Choice | None:
    """A clause that says next to nothing goes on with the figure before."""
    if not (SHORT.fullmatch(around.clause) or TERM.fullmatch(around.clause)):
        return None
    same, quantity = around.same(), around.quantity
    if same and (quantity.kind != "count" or quantity.word == same.quantity.word):
        return Choice(same.metric, "goes on from the figure before")
    return None


def total(around: Around) -> Choice | None:
    """返还资金63笔共计412万元: the total of what was counted before."""
    clause = around.clause
    if after_range(around):
        clause = clause.lstrip(",，")
    if not TOTAL.fullmatch(clause):
        return None
    metric = named(around.carried, around.quantity.kind, around.quantity.word)
    return Choice(metric, f"total: {said(around.carried)}") if metric else None


def after_range(around: Around) -> bool:
    """Tell whether a quantity in the same unit that was refused stands before: 由2万至180万元不等,合共1120万元."""
    refused = around.reading.refused
    if not refused:
        return False
    last = refused[-1][0]
    return last.kind == around.quantity.kind and last.end + len(around.clause) == around.quantity.start


def people(reading: Reading, cases: Draft) -> Metric | None:
    """Return what the people of 审结450件1022人 are: by the verb of the cases, else by their metric."""
    metric = named(reading.words_in(cases.begin, cases.start), "person")
    if metric:
        return metric
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
