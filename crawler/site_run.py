"""What one run meets at one site: its columns, its counts, and how it ended."""

from collections import Counter
from dataclasses import dataclass, field

from scrapy.statscollectors import StatsCollector

from crawler.expectations import FIELDS
from crawler.refusals import Refusal
from crawler.site_rows import Visit
from crawler.sites import Column, Site

COUNTED = (
    "found",
    "new",
    "changed",
    "unchanged",
    "unasked",
    "errors",
)  # stats that are columns of crawl_sites


@dataclass
class ColumnVisit:
    """What one run met at one column."""

    column: Column
    articles: int | None = None  # links on the first list page; None: not read
    refusal: Refusal | None = None

    @property
    def problem(self) -> str | None:
        """Return the state code of a column that yielded no list, or None."""
        if self.refusal:
            return self.refusal.column_state
        return "empty" if self.articles == 0 else None

    @property
    def met(self) -> Visit:
        """Return what is kept of the visit."""
        return Visit(self.column, self.problem, self.refusal.detail if self.refusal else None, self.articles)

    @property
    def reached(self) -> bool:
        """Return whether the run learned anything of the column."""
        return self.articles is not None or self.refusal is not None


@dataclass
class SiteRun:
    """A site's part of a run; counts are kept in the stats under site/<key>/."""

    site: Site
    stats: StatsCollector
    limited: bool = False  # the run was to take a few pages only
    since: bool = False  # the run was to leave out what is older
    known_whole: bool = True  # every column has been read to its end by this run or an earlier one
    visits: dict[str, ColumnVisit] = field(default_factory=dict)  # by column URL
    lists_refused: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.visits = {column.url: ColumnVisit(column) for column in self.site.columns}

    def add(self, what: str, number: int = 1) -> None:
        """Count something."""
        self.stats.inc_value(f"site/{self.site.key}/{what}", number)

    def count(self, what: str) -> int:
        """Return a count."""
        return self.stats.get_value(f"site/{self.site.key}/{what}", 0)

    def counts(self, kind: str) -> Counter[str]:
        """Return the counts below site/<key>/<kind>/."""
        prefix = f"site/{self.site.key}/{kind}/"
        stats = self.stats.get_stats()
        return Counter({key.removeprefix(prefix): n for key, n in stats.items() if key.startswith(prefix)})

    def refuse_list(self, reason: str) -> None:
        """Count a list page that yielded nothing."""
        self.add(f"refused/{reason}")
        self.lists_refused[reason] += 1

    def pages_refused(self) -> Counter[str]:
        """Return how many pages, lists aside, could not be had, by reason."""
        return self.counts("refused") - self.lists_refused

    def pages_answered(self) -> int:
        """Return how many pages were asked for and settled in whatever way."""
        stored = sum(self.count(outcome) for outcome in ("new", "changed", "unchanged"))
        return stored + self.counts("dropped").total() + self.pages_refused().total()

    @property
    def failed(self) -> bool:
        """Return whether a column yielded no list, or the program failed on a page."""
        return any(visit.problem for visit in self.visits.values()) or self.count("errors") > 0

    @property
    def read_through(self) -> bool:
        """Return whether the run asked for everything that it was to ask for, and that was not a few pages only."""
        reached = all(visit.reached for visit in self.visits.values())
        return reached and not self.limited and not self.count("unasked")

    @property
    def status(self) -> str:
        """Return how it ended, as `crawl_sites` has it."""
        if self.failed:
            return "failed"
        return "complete" if self.read_through and (self.known_whole or not self.since) else "partial"

    def row(self) -> dict[str, str | int]:
        """Return the columns of `crawl_sites` that a run fills in at its end, but for `problems`."""
        return (
            {name: self.count(name) for name in COUNTED}
            | {f"no_{name}": self.count(f"field/{name}/missing") for name in FIELDS}
            | {
                "status": self.status,
                "listed": sum(visit.articles or 0 for visit in self.visits.values()),
                "dropped": self.counts("dropped").total(),
                "refused": self.pages_refused().total(),
            }
        )
