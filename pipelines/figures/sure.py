"""The rules that tell what a quantity counts by its own words and the figure beside it, one a function."""

import re
from itertools import pairwise

from crawler.metrics import BY_CODE, MONEY, Metric
from pipelines.figures.around import Around, Choice, said
from pipelines.figures.events import NAME, PEOPLE_OF, named, weigh
from pipelines.figures.findings import MOST_DRAFTS, WINDOW, Draft, Reading

PART = re.compile("其中|^[^,，、。;；0-9]{0,14}中[,，]")  # 1207名嫌疑人中,网上在逃人员41名
SUM = re.compile(
    "[,，、]?(?:涉资|涉款|(?:涉及|总|合计|共计|涉案)?(?:资金|金额|款项))(?:共计|合计|共|达|高达|约)?"
)
EACH = re.compile("[,，]?(?:人均|案均|户均|平均每[人户起宗件案])(?:达|为)?")
BESIDE = re.compile(f"[、和及]|{EACH.pattern}")
FROZEN = frozenset(MONEY.split()) - {"涉案金额", "金额", "总金额"}
LEAST = NAME - 0.5  # weight of a clause that speaks for itself
LONGEST_JOINT = 2  # characters between cases and their people
IN_COURT = re.compile("法院|检察|审查|一审|二审|受理")


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


def people(reading: Reading, cases: Draft) -> Metric | None:
    """Return what the people of 审结450件1022人 are: by the verb of the cases, else by their metric."""
    metric = named(reading.words_in(cases.begin, cases.start), "person")
    if metric:
        return metric
    court = IN_COURT.search(reading.text, max(cases.begin, cases.start - WINDOW), cases.start)
    if court and cases.metric.code == "cases_filed":
        return BY_CODE["suspects_prosecuted"]
    return BY_CODE.get(PEOPLE_OF.get(cases.metric.code, ""))


def carried_over(around: Around) -> Choice | None:
    """The words of the clause together with those of the sentence before it."""
    carried = around.carried()
    scored = weigh(around.heard, around.quantity.kind, around.quantity.word, carried)
    if scored is None or too_light(scored[0], around):
        return None
    words = f"{said(carried)} with {said(around.left + around.right)}"
    return Choice(scored[1], f"carried over: {words}")


# In this order.
SURE = (part_of_whole, money_of_payments, money_beside, own_clause, people_of_cases, carried_over)
