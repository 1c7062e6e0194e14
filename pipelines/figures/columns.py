"""Read what the words of a table say of its cells: metric, unit, period, or the change of another column."""

import re
from dataclasses import dataclass

from crawler.items import Period
from crawler.metrics import BY_CODE, Metric
from pipelines.figures.changes import BASIS, basis_of
from pipelines.figures.events import named
from pipelines.figures.findings import Reading
from pipelines.figures.likely import CASE_NOUN
from pipelines.figures.mention import Mention
from pipelines.figures.scales import BRACKETED, Scale, scale_of
from pipelines.figures.tables import YEAR, Span
from pipelines.figures.units import KIND_OF
from pipelines.kinds.scam_types import scam_types

CHANGE = re.compile("同比|环比|按年|按月|增幅|增长|升幅|降幅|增减|变化|变动|升降|下降|上升|比上年|较上")
SHARE = re.compile("占比|比例|比重|百分比|所占")
OLDER = re.compile("去年同|上年同|上[周月年]|去年|前一年|同期")
COUNTED = re.compile("([起宗件人])数[^\u4e00-\u9fff]*$")
DOWN = re.compile("下降|降幅|减少|跌幅|减幅")


@dataclass(frozen=True)
class Label:
    """What the words over a column, beside a row or above a table say; None where they say nothing."""

    span: Span
    scale: Scale | None = None
    period: Period | None = None
    is_change: bool = False
    basis: str | None = None
    falls: bool = False  # 降幅: a number without a sign is a fall
    is_share: bool = False
    is_older: bool = False


def label(reading: Reading, span: Span) -> Label:
    """Return what the words of a cell or caption say."""
    text = reading.text[slice(*span)]
    units = (scale_of(unit, reading.currency) for unit in BRACKETED.findall(text))
    base = BASIS.search(text)
    times = [mention for mention in reading.times_within(*span) if dated(mention)]
    period = times[0].period if len(times) == 1 else None
    if YEAR.fullmatch(text.strip()):
        period = Period(f"{text.strip()}-01-01", f"{text.strip()}-12-31")
    return Label(
        span,
        next(filter(None, units), None) or counted(text),
        period,
        CHANGE.search(text) is not None,
        basis_of(base, None) if base else None,
        DOWN.search(text) is not None,
        SHARE.search(text) is not None,
        OLDER.search(text) is not None,
    )


def names_cases(written: str) -> bool:
    """Tell whether a label is of cases: a kind of crime or of scam."""
    return CASE_NOUN.search(written) is not None or bool(scam_types(written))


def counted(text: str) -> Scale | None:
    """Return the unit in which a column headed 宗数 or 发案起数 counts."""
    match = COUNTED.search(text)
    return Scale(*KIND_OF[match[1]]) if match else None


def dated(mention: Mention) -> bool:
    """Tell whether a time says anything."""
    return mention.period != Period()


def metric_of(reading: Reading, spans: list[Span], kind: str) -> Metric | None:
    """Return the metric that the first of some labels names which names one that can be told in such a unit."""
    for span in spans:
        metric = named(reading.words_in(*span), kind)
        if metric:
            return metric
    if kind == "case" and any(names_cases(reading.text[slice(*span)]) for span in spans):
        return BY_CODE["cases_filed"]
    return BY_CODE["share"] if kind == "percent" else None
