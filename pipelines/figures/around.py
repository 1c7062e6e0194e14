"""What stands around a quantity: the words of its clause, those carried over, the figures before it."""

import re
from dataclasses import dataclass

from crawler.metrics import Metric
from pipelines.figures.clauses import Word
from pipelines.figures.events import Heard, Weighed
from pipelines.figures.extents import Clause
from pipelines.figures.findings import MOST_DRAFTS, Draft, Reading
from pipelines.figures.measures import Quantity

TOTALS = frozenset(("共计", "合计", "累计", "总计"))
MOST_OWN = 8  # words that one quantity may have
SHORT_CLAUSE = re.compile("[^\u4e00-\u9fff]*(?:[\u4e00-\u9fff][^\u4e00-\u9fff]*){0,5}")


@dataclass(slots=True)
class Choice:
    """What a quantity counts, and the evidence for it in words for a reader."""

    metric: Metric
    by: str


@dataclass(slots=True)
class Around:
    """What stands around a quantity: its clause and the words on both sides; what only some rules ask is found then."""

    reading: Reading
    quantity: Quantity
    clause: str
    after: str
    left: list[Word]
    right: list[Word]
    left_start: int  # what lies before is carried over
    story: bool
    heard: list[Heard]
    own: Weighed | None  # what the words on both sides speak for

    def carried(self) -> list[Word]:
        """Return the words of the sentence in front of the clause."""
        return self.reading.words_in(self.reading.full_stop(self.quantity.start), self.left_start)

    def previous(self) -> Draft | None:
        """Return the last figure before, if it is of the same sentence."""
        drafts = self.reading.drafts
        if drafts and drafts[-1].start >= self.reading.full_stop(self.quantity.start):
            return drafts[-1]
        return None

    def same(self) -> Draft | None:
        """Return the last figure of the sentence in the same kind of unit."""
        sentence = self.reading.full_stop(self.quantity.start)
        for draft in reversed(self.reading.drafts[-MOST_DRAFTS:]):
            if draft.start < sentence:
                return None
            if draft.quantity.kind == self.quantity.kind:
                return draft
        return None


def said(words: list[Word]) -> str:
    """Return words for a reader."""
    return " ".join(word.text for word in words)


def own_words(text: str, clause: Clause, *, alone: bool) -> tuple[list[Word], int]:
    """Return the words of the clause in front of a quantity, and its last comma; the rest is carried over.

    A clause that says next to nothing (共计) takes the words of the one before, unless words follow.
    """
    begin, at, words = clause.begin, clause.quantity.start, clause.words
    if not alone and words and text[at - 1] in "、及和与" and words[-1].end == at - 1:
        words = words[:-1]  # 手机3部、电脑及4张银行卡: the last noun is of the quantity before
    comma = max(begin - 1, text.rfind(",", begin, at), text.rfind("，", begin, at))
    near = [word for word in words if word.start > comma and word.text not in TOTALS]
    left = near if near or not alone or not SHORT_CLAUSE.fullmatch(text, comma + 1, at) else words
    return left[-MOST_OWN:], comma


def labelled(text: str, quantity: Quantity, left: list[Word]) -> bool:
    """Tell whether a number without unit is so large, or so labelled, that its metric may give the unit."""
    if text[quantity.number_start : quantity.number_end].endswith(("万", "亿", "余", "多")):
        return True
    return bool(left) and not text[left[-1].end : quantity.start].strip(" :：")
