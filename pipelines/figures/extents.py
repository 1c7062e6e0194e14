"""Tell where the clause of each quantity begins and ends; what a change says lies between clauses."""

from bisect import bisect_right
from dataclasses import dataclass

from pipelines.figures.clauses import PAUSE, Word
from pipelines.figures.findings import Reading
from pipelines.figures.measures import Quantity
from pipelines.figures.refusals import is_article


@dataclass(slots=True)
class Clause:
    """The stretch `begin`..`end` that speaks of a quantity, with the text and the words in front of it."""

    index: int
    quantity: Quantity
    begin: int
    end: int
    bounded: bool  # by a pause, not by the next quantity
    text: str
    words: list[Word]


class Clauses:
    """Where the clause of each quantity of a text begins and ends, changes read through."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        moves = reading.moves
        self.ends = sorted(move.end for move in moves if move.amounts or move.factor)
        self.reached = {move.to: len(move.amounts) for move in moves if move.to is not None and move.amounts}
        self.changed = {move.to: move.from_ for move in moves if move.from_ is not None}
        self.moved = {move.to for move in moves if move.to is not None}
        self.bounds = boundaries(reading.found)

    def around(self, index: int, begin: int) -> Clause:
        """Return the clause of a quantity, by its index, and where it begins."""
        reading, quantity = self.reading, self.reading.found[index]
        last = index + 1 == len(reading.found)
        end = len(reading.text) if last else reading.found[index + 1].start
        pause = PAUSE.search(reading.text, quantity.end, end)
        return Clause(
            index,
            quantity,
            begin,
            pause.start() if pause else end,
            bool(pause) or last,
            reading.text[begin : quantity.start],
            reading.words_in(begin, quantity.start),
        )

    def begin(self, index: int) -> int:
        """Return where the clause of a quantity begins."""
        reading, quantity = self.reading, self.reading.found[index]
        begin = reading.sentence(quantity.start)
        # 损失升1.3倍至一亿元: the subject stands before the change.
        before = index - 1 - self.reached.get(index, 0)
        if before >= 0:
            begin = max(begin, min(self.bounds[before], quantity.start))
        before = bisect_right(self.ends, quantity.start) - 1
        if before >= 0 and index not in self.reached:
            begin = max(begin, self.ends[before])
        return begin


def boundaries(found: list[Quantity]) -> list[int]:
    """Return for each quantity where what it says ends; an article (损失最大的一类) ends nothing."""
    ends, last = [], 0
    for quantity in found:
        if not quantity.han or not is_article(quantity):
            last = quantity.end
        ends.append(last)
    return ends
