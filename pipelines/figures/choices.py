"""Choose the metric of a quantity: from its clause, else its sentence, else the list it stands in."""

import re
from typing import NamedTuple

from crawler.metrics import BY_CODE, MONEY, Metric
from pipelines.figures.clauses import Word
from pipelines.figures.events import NAME, PEOPLE_OF, hear, weigh
from pipelines.figures.findings import MOST_DRAFTS, WINDOW, Draft, Reading
from pipelines.figures.measures import Quantity

JOINED = re.compile("[^,，。;；\n]{0,12}?[、和及与](?:另外|另|其他|其余)?|[、,，]?")
SHORT_CLAUSE = re.compile("[^\u4e00-\u9fff]*(?:[\u4e00-\u9fff][^\u4e00-\u9fff]*){0,5}")
SHORT = re.compile("[^\u4e00-\u9fff]*(?:[\u4e00-\u9fff][^\u4e00-\u9fff]*){0,7}")
CASE_NOUN = re.compile(
    "案|罪|诈|骗|警情|类[:：]?$|投资|贷款|网购|刷单|客服|中奖|交友|网恋|征信|购物|赌博|退款|冒充|裸聊"
)
SHARE_OF = re.compile("的?[^,，。;；0-9]{0,6}?(?:受害|被害|事主|案件|诈骗|骗案|当事人|人群|群众|嫌疑人)")
SHARE_NOUN = re.compile("占|总数的|总量的|总额的|比例|比重|所占")
LIST_LINE = re.compile("[^\n:：]{1,24}[:：] ?$")
FROZEN = frozenset(MONEY.split()) - {"涉案金额", "金额", "总金额"}
IN_COURT = re.compile("法院|检察|审查|一审|二审|受理")
TOTAL = re.compile("[^,，、0-9]{0,3}(?:共计|合计|总计|累计|总额|总价值|金额|共|计|达)+")
PERSONAL = re.compile("[她他]|某")


class Choice(NamedTuple):
    """What a quantity counts, and the evidence for it in words for a reader."""

    metric: Metric
    by: str


def choose(reading: Reading, quantity: Quantity, begin: int, end: int, *, bounded: bool) -> Choice | None:
    """Return what a quantity counts, from its own clause, else from its sentence; None if nothing says so."""
    text = reading.text
    clause, after = text[begin : quantity.start], text[quantity.end : quantity.end + 12]
    right = reading.words_in(quantity.end, min(end, quantity.end + 60))
    left, carried_to = own_words(reading, quantity, begin, alone=not right)
    sentence = reading.full_stop(quantity.start)
    if quantity.kind == "thing":
        return None
    if quantity.kind == "bare" and not labelled(text, quantity, left):
        return None
    if quantity.kind == "percent":
        rate = choose_rate(quantity, left, clause, after)
        return Choice(rate, f"rate: {said(left)}") if rate else None
    previous = [draft for draft in reading.drafts[-12:] if draft.start >= sentence and draft.quantity]
    same = next((draft for draft in reversed(previous) if draft.quantity.kind == quantity.kind), None)
    least = 0.0
    if quantity.kind == "count" and PERSONAL.search(
        text, max(reading.sentence(quantity.start), quantity.start - WINDOW), quantity.start
    ):
        least = NAME + 0.1  # 让她把4个账户…: in a story only what somebody did to the things counts them
    own = weigh(hear(text, left, right, [], at=quantity.start, bounded=bounded), quantity.kind, quantity.word)
    if (
        same is None
        and "其中" in clause
        and reading.drafts
        and reading.drafts[-1].start >= reading.paragraph(quantity.start)
    ):
        whole = [draft for draft in reading.drafts[-6:] if draft.quantity.kind == quantity.kind]
        same = whole[-1] if whole else None
    if same and "其中" in clause and not (own and own[0][0] > NAME):
        return Choice(same.metric, "其中: part of the figure before")
    # 破获盗窃案10起、诈骗案20起; 冻结银行卡30张，涉案资金2亿元: the verb is carried.
    listed = text[begin : begin + 1] == "、" or clause.strip(",， ") in FROZEN
    if own and own[0][0] > (NAME if listed else NAME - 0.5) and own[0][0] >= least:
        return Choice(own[0][1], f"own clause: {said(left + right)}")
    if (
        previous
        and not left
        and len(clause) <= 2
        and (quantity.kind, previous[-1].quantity.kind) == ("person", "case")
    ):
        metric = people(reading, previous[-1])
        return Choice(metric, "the people of the cases before") if metric else None
    if same and not left and JOINED.fullmatch(clause):
        return Choice(same.metric, "joined to the figure before")
    carried = reading.words_in(sentence, max(begin, carried_to))
    scored = weigh(
        hear(text, left, right, carried, at=quantity.start, bounded=bounded), quantity.kind, quantity.word
    )
    if scored and scored[0][0] >= least:
        return Choice(scored[0][1], f"carried over: {said(carried)} with {said(left + right)}")
    if least:
        return None
    if same and SHORT.fullmatch(clause) and (quantity.kind != "count" or quantity.word == same.quantity.word):
        return Choice(same.metric, "goes on from the figure before")
    if TOTAL.fullmatch(clause):  # 返还资金63笔共计412万元: what the count before was of
        scored = weigh(hear(text, carried, [], []), quantity.kind, quantity.word)
        if scored:
            return Choice(scored[0][1], f"total: {said(carried)}")
    return fallback(reading, quantity, clause, after)


def said(words: list[Word]) -> str:
    """Return words for a reader."""
    return " ".join(word.text for word in words)


def own_words(reading: Reading, quantity: Quantity, begin: int, *, alone: bool) -> tuple[list[Word], int]:
    """Return the words of the clause in front of a quantity, and where they start; the rest is carried over.

    A clause that says next to nothing (共计) takes the words of the one before, unless words follow.
    """
    text, left = reading.text, reading.words_in(begin, quantity.start)
    if not alone and left and text[quantity.start - 1] in "、及和与" and left[-1].end == quantity.start - 1:
        left = left[:-1]  # 手机3部、电脑及4张银行卡: the last noun is of the quantity before
    comma = max(begin - 1, *(text.rfind(mark, begin, quantity.start) for mark in ",，"))
    near = [word for word in left if word.start > comma]
    if near or not alone or not SHORT_CLAUSE.fullmatch(text, comma + 1, quantity.start):
        left = near
    left = left[-8:]
    return left, left[0].start if left else comma + 1


def labelled(text: str, quantity: Quantity, left: list[Word]) -> bool:
    """Tell whether a number without unit is so large, or so labelled, that its metric may give the unit."""
    if text[quantity.number_start : quantity.number_end].endswith(("万", "亿", "余", "多")):
        return True
    return bool(left) and not text[left[-1].end : quantity.start].strip(" :：")


def people(reading: Reading, cases: Draft) -> Metric | None:
    """Return what the people of 审结450件1022人 are: by the verb of the cases, else by their metric."""
    scored = weigh(hear(reading.text, reading.words_in(cases.begin, cases.start), [], []), "person")
    if scored:
        return scored[0][1]
    if IN_COURT.search(reading.text, max(cases.begin, cases.start - WINDOW), cases.start):
        return None
    return BY_CODE.get(PEOPLE_OF.get(cases.metric.code, ""))


def choose_rate(quantity: Quantity, left: list[Word], clause: str, after: str) -> Metric | None:
    """Return share or a named rate for a percentage; None for one that measures something else."""
    if quantity.is_factor or quantity.is_points:
        return None
    scored = weigh(hear("", left, [], []), "percent")
    if scored:
        return scored[0][1]
    if SHARE_NOUN.search(clause) or (
        (quantity.word != "%" or "其中" in clause) and re.match("(?:是|为|系)", after)
    ):
        return BY_CODE["share"]
    if SHARE_OF.match(after):
        return BY_CODE["share"]
    return BY_CODE["other"] if "率" in clause[-6:] else None


def fallback(reading: Reading, quantity: Quantity, clause: str, after: str) -> Choice | None:
    """Return the metric of a case count without a verb: that of its list or paragraph, else cases filed."""
    if quantity.kind == "case":
        paragraph = reading.paragraph(quantity.start)
        for draft in reversed(reading.drafts[-MOST_DRAFTS:]):
            if draft.start < paragraph and not LIST_LINE.search(clause):
                break
            if draft.quantity and draft.quantity.kind == "case" and draft.metric.unit == "case":
                return Choice(draft.metric, "its list or paragraph")
        if CASE_NOUN.search(clause) or CASE_NOUN.search(after):
            return Choice(BY_CODE["cases_filed"], "cases without a verb")
    return None
