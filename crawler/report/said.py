"""A figure as a source states it: the number, the words around it, the page, its rank and date."""

from dataclasses import dataclass

from crawler.exports.places import place_name
from crawler.report.words import RANKS, figure, period

# Of the view figures, in the order of the fields of Said.
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
    def where(self) -> str:
        """Return the place as written, with the region or source that tells which 全市 is meant."""
        if not self.place or self.place[0] in "全本我":
            meant = place_name(self.place_region) if self.place_region else self.source
            return f"{self.place or '未写明'}（{meant}）"
        return self.place

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
