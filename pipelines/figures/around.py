"""What stands around a quantity: the words of its clause, those carried over, the figures before it."""

import re
from dataclasses import dataclass

from crawler.metrics import Metric
from pipelines.figures.clauses import Word
from pipelines.figures.events import hear, weigh
from pipelines.figures.findings import Draft, Reading
from pipelines.figures.measures import Quantity

TOTALS = frozenset(("共计", "合计", "累计", "总计"))
SHORT_CLAUSE = re.compile("[^\u4e00-\u9fff]*(?:[\u4e00-\u9fff][^\u4e00-\u9fff]*){0,5}")


@dataclass(frozen=True)
class Choice:
    """What a quantity counts, and the evidence for it in words for a reader."""

    metric: Metric
    by: str


@dataclass(frozen=True)
class Around:
    """What stands around a quantity: words on its left and right, words carried over, the figures before."""

    reading: Reading
    quantity: Quantity
    clause: str
    after: str
    left: list[Word]
    right: list[Word]
    carried: list[Word]
    bounded: bool
    previous: list[Draft]  # of the sentence
    same: Draft | None  # the last of them in the same kind of unit
    listed: bool
    least: float  # evidence weighing less counts for nothing

    def weighed(self, carried: list[Word]) -> list[tuple[float, Metric]]:
        """Return the metrics that the words speak for, heaviest first."""
        if not (self.left or self.right or carried):
            return []
        at = self.quantity.start
        heard = hear(self.reading.text, self.left, self.right, carried, at=at, bounded=self.bounded)
        return weigh(heard, self.quantity.kind, self.quantity.word)


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
    near = [word for word in left if word.start > comma and word.text not in TOTALS]
    if near or not alone or not SHORT_CLAUSE.fullmatch(text, comma + 1, quantity.start):
        left = near
    left = left[-8:]
    return left, left[0].start if left else comma + 1


def labelled(text: str, quantity: Quantity, left: list[Word]) -> bool:
    """Tell whether a number without unit is so large, or so labelled, that its metric may give the unit."""
    if text[quantity.number_start : quantity.number_end].endswith(("万", "亿", "余", "多")):
        return True
    return bool(left) and not text[left[-1].end : quantity.start].strip(" :：")
