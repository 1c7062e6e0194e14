"""What the steps of reading statistics share: a text with all that was found in it, and its drafts."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from operator import attrgetter

from crawler.items import Change, Period
from crawler.metrics import Metric
from pipelines.figures.changes import Move
from pipelines.figures.clauses import Word, Words, borders
from pipelines.figures.measures import Quantity
from pipelines.figures.mention import Mention
from pipelines.figures.moves import MoveReader
from pipelines.figures.periods import mentions
from pipelines.figures.quantities import quantities

MOST_DRAFTS, WINDOW = 12, 80  # what is further away says nothing of a figure
LINE = re.compile("\n")
END = attrgetter("end")


@dataclass(slots=True)
class Draft:
    """A statistic in the making; `quantity` is None where only a change is told."""

    start: int
    end: int
    metric: Metric | None
    quantity: Quantity | None
    label: tuple[int, int] = (0, 0)  # where verb and object stand
    change: Change | None = None
    change2: Change | None = None
    period: Period | None = None
    baseline: bool = False
    per: str | None = None
    index: int = -1
    begin: int = 0  # where the words that speak of it start
    qualifier: str = "exact"
    dated: bool = False
    base: Mention | None = None  # the earlier time whose figure this is
    by: str = ""  # the evidence that gave the metric, in words for a reader
    changed_by: list[str] = field(default_factory=list)
    amounts: list[int] = field(default_factory=list)  # the quantities that tell its changes
    dated_by: str = ""


class Reading:
    """A folded text with everything the steps of reading share, found once, each in order of the text.

    `drafts` and `refused` are filled by the steps.
    """

    def __init__(
        self, text: str, published: str | None, currency: str, headline: Mention | None = None
    ) -> None:
        self.text, self.published, self.currency = text, published, currency
        self.headline = headline  # the time that the headline names
        self.drafts: list[Draft] = []
        self.refused: list[tuple[Quantity, str]] = []
        self.found = quantities(text, currency)
        self.found_starts = [quantity.start for quantity in self.found]
        self.sentence_starts = borders(text)  # a semicolon ends one
        self.stops = [start for start in self.sentence_starts if start == 0 or text[start - 1] not in ";；"]
        self.lines = [0, *(match.end() for match in LINE.finditer(text))]
        self.words = Words(text, self.stops)
        self.times = mentions(text, published, int(headline.period.start[:4]) if headline else None)
        self.time_starts = [mention.start for mention in self.times]
        self.time_ends = [mention.end for mention in self.times]
        # The times that govern what follows them.
        self.governing = [
            mention for mention in self.times if mention.role == "main" and mention.period.start
        ]
        self.moves = MoveReader(text, self.found, self.sentence_starts, self.year_at).read()
        self.move_starts = [move.start for move in self.moves]

    def year_at(self, index: int) -> int | None:
        """Return the year that governs a quantity: of the time before it, else of publication."""
        if index == len(self.found):
            return None
        before = bisect_right(self.governing, self.found[index].start, key=END)
        said = self.governing[before - 1].period.start if before else self.published
        return int(said[:4]) if said else None

    def found_from(self, start: int, end: int) -> list[Quantity]:
        """Return the quantities that start within a stretch."""
        return self.found[bisect_left(self.found_starts, start) : bisect_left(self.found_starts, end)]

    def times_within(self, start: int, end: int) -> list[Mention]:
        """Return the times named that reach into a stretch."""
        first, last = bisect_right(self.time_ends, start), bisect_left(self.time_starts, end)
        return self.times[first:last]

    def moves_within(self, start: int, end: int) -> list[Move]:
        """Return the changes that start within a stretch."""
        return self.moves[bisect_left(self.move_starts, start) : bisect_left(self.move_starts, end)]

    def sentence(self, at: int) -> int:
        """Return where the sentence around an offset starts."""
        return self.sentence_starts[bisect_right(self.sentence_starts, at) - 1]

    def full_stop(self, at: int) -> int:
        """Return where the sentence around an offset starts, semicolons read through."""
        return self.stops[bisect_right(self.stops, at) - 1]

    def paragraph(self, at: int) -> int:
        """Return where the line around an offset starts."""
        return self.lines[bisect_right(self.lines, at) - 1]

    def words_in(self, start: int, end: int) -> list[Word]:
        """Return the words that lie within a stretch, the last of them if they are many."""
        return self.words.within(start, end)

    def told_before(self, at: int) -> list[Draft]:
        """Return the last drafts with a value that end before an offset."""
        last = bisect_right(self.drafts, at, key=END)
        return self.drafts[max(0, last - MOST_DRAFTS) : last]
