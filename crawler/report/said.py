"""A figure as a source states it: the number, the words around it, the page, its rank and date."""

import sqlite3
from dataclasses import dataclass

from crawler.report.words import RANKS, figure, period

# Of the view figures, or joined to it; said() takes the rows.
SAID = (
    "id, notice_id, value, unit, qualifier, quote, context, title, url, coalesce(issuer, source, host), "
    "substr(published, 1, 10), rank, label, place, place_region, metric_zh, metric_en, period_start, period_end, period_raw"
)


@dataclass(frozen=True)
class Said:
    """One figure and where it stands."""

    id: int
    notice_id: int
    value: float | None
    unit: str | None
    qualifier: str
    quote: str
    context: str
    title: str | None
    url: str
    source: str
    published: str | None
    rank: int
    label: str
    place: str | None
    place_region: str | None
    metric_zh: str
    metric_en: str
    period_start: str | None
    period_end: str | None
    period_raw: str | None

    @property
    def number(self) -> str | None:
        """Return the figure in Chinese, None where only a change is told."""
        return None if self.value is None else figure(self.value, self.unit, self.qualifier)

    @property
    def period(self) -> str:
        """Return the period it is about."""
        return period(self.period_start, self.period_end, self.period_raw)

    @property
    def rank_zh(self) -> str:
        """Return how near the page is to the authority."""
        return RANKS[self.rank]

    @property
    def parts(self) -> tuple[str, str, str]:
        """Return the context before, the quote, and the context behind."""
        quote = self.quote.replace("\n", " ")
        before, found, behind = self.context.partition(quote)
        return (before, found, behind) if found else ("", quote, "")


def said(row: sqlite3.Row | tuple) -> Said:
    """Return a row of the columns SAID."""
    return Said(*row)
