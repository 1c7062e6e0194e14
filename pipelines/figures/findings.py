"""What the steps of reading statistics share: a text with all that was found in it, and its drafts."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property
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


@dataclass
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


@dataclass
class Reading:
    """A folded text with everything the steps of reading share, each found once."""

    text: str
    published: str | None
    currency: str
    headline: Mention | None = None  # the time that the headline names
    drafts: list[Draft] = field(default_factory=list)
    refused: list[tuple[Quantity, str]] = field(default_factory=list)

    @cached_property
    def found(self) -> list[Quantity]:
        """Return the quantities, in order."""
        return quantities(self.text, self.currency)

    @cached_property
    def words(self) -> Words:
        """Return the words of the lexicon, to be asked for."""
        return Words(self.text, self.stops)

    @cached_property
    def times(self) -> list[Mention]:
        """Return the times named, in order."""
        year = int(self.headline.period.start[:4]) if self.headline else None
        return mentions(self.text, self.published, year)

    @cached_property
    def sentence_starts(self) -> list[int]:
        """Return where the sentences start; a semicolon ends one."""
        return borders(self.text)

    @cached_property
    def stops(self) -> list[int]:
        """Return where the sentences start, semicolons read through."""
        return [start for start in self.sentence_starts if start == 0 or self.text[start - 1] not in ";；"]

    @cached_property
    def lines(self) -> list[int]:
        """Return where the lines start."""
        return [0, *(match.end() for match in LINE.finditer(self.text))]

    @cached_property
    def moves(self) -> list[Move]:
        """Return the changes told, in order."""
        return MoveReader(self.text, self.found, self.sentence_starts, self.year_at).read()

    @cached_property
    def governing(self) -> list[Mention]:
        """Return the times with a start that govern what follows them, in order."""
        return [mention for mention in self.times if mention.role == "main" and mention.period.start]

    def year_at(self, index: int) -> int | None:
        """Return the year that governs a quantity: of the time before it, else of publication."""
        if index == len(self.found):
            return None
        before = bisect_right(self.governing, self.found[index].start, key=attrgetter("end"))
        said = self.governing[before - 1].period.start if before else self.published
        return int(said[:4]) if said else None

    def found_from(self, start: int, end: int) -> list[Quantity]:
        """Return the quantities that start within a stretch."""
        return self.found[bisect_left(self.found_starts, start) : bisect_left(self.found_starts, end)]

    @cached_property
    def found_starts(self) -> list[int]:
        """Return where the quantities start."""
        return [quantity.start for quantity in self.found]

    def times_within(self, start: int, end: int) -> list[Mention]:
        """Return the times named that reach into a stretch."""
        first, last = bisect_right(self.time_ends, start), bisect_left(self.time_starts, end)
        return self.times[first:last]

    @cached_property
    def time_starts(self) -> list[int]:
        """Return where the times named start."""
        return [mention.start for mention in self.times]

    @cached_property
    def time_ends(self) -> list[int]:
        """Return where the times named end."""
        return [mention.end for mention in self.times]

    def moves_within(self, start: int, end: int) -> list[Move]:
        """Return the changes that start within a stretch."""
        starts = self.move_starts
        return self.moves[bisect_left(starts, start) : bisect_left(starts, end)]

    @cached_property
    def move_starts(self) -> list[int]:
        """Return where the changes start."""
        return [move.start for move in self.moves]

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
        return self.drafts[: bisect_right(self.draft_ends, at)][-MOST_DRAFTS:]

    @cached_property
    def draft_ends(self) -> list[int]:
        """Return where the drafts with a value end, once all are made."""
        return [draft.end for draft in self.drafts]
