"""Turn the cells of tables into drafts: what header, row label and caption say is told of every cell."""

import re
from decimal import Decimal

from crawler.items import Change
from crawler.metrics import BY_CODE, Metric
from pipelines.figures.columns import Label, label, metric_of
from pipelines.figures.findings import Draft, Reading
from pipelines.figures.measures import Quantity
from pipelines.figures.numerals import plain, worth
from pipelines.figures.scales import Scale, scale_of
from pipelines.figures.tables import NUMBER, Span, Table, is_number, tables

FALLS = "-−↓▼"
POINTS = re.compile("百分点")


def read_tables(reading: Reading) -> tuple[list[Draft], list[Span]]:
    """Return a draft for every readable cell, and the spans of the rows read, both in order.

    A sum of money is left out where nothing names its unit, a cell where nothing names what it counts.
    """
    found, taken = [], []
    for table in tables(reading.text):
        labels = [label(reading, span) for span in table.header]
        caption = label(reading, table.caption)
        for row in table.rows:
            drafts = read_row(reading, table, row, labels, caption)
            if drafts:
                found += drafts
                taken.append((row[0][0], row[-1][1]))
    return found, taken


def read_row(
    reading: Reading, table: Table, row: tuple[Span, ...], labels: list[Label], caption: Label
) -> list[Draft]:
    """Return the drafts of a row; a column of changes tells of the last figure to its left."""
    beside = label(reading, row[0])
    names = [cell for cell in row if not is_number(reading.text, cell)]
    drafts: list[Draft] = []
    for index, cell in enumerate(row[1:], 1):
        over = labels[index] if labels else Label((row[0][0], row[0][0]))
        number = read_number(reading.text[slice(*cell)]) if is_number(reading.text, cell) else None
        if number is None:
            continue
        value, falls, unit = number
        if (over.is_change or beside.is_change) and (over.basis or beside.basis or not over.is_share):
            change(reading, drafts, over if over.is_change else beside, value, falls=falls, unit=unit)
            continue
        own = scale_of(unit, reading.currency) if unit else over.scale or beside.scale
        spans = [over.span, *names, table.caption]
        metric = BY_CODE["share"] if over.is_share else metric_of(reading, spans, own.kind if own else "bare")
        if own is None and metric and caption.scale and caption.scale.kind in metric.kinds:
            own = caption.scale
        draft = draft_of(cell, metric, own, value)
        if draft is None:
            continue
        draft.begin = row[0][0]
        draft.label = over.span if metric_names(reading, over.span) else row[0]
        draft.period = over.period or beside.period or caption.period
        draft.dated, draft.dated_by = draft.period is not None, "the table"
        draft.baseline = over.is_older and any(other.is_change for other in labels)
        draft.by = f"table: {reading.text[slice(*over.span)] or reading.text[slice(*row[0])]}"
        drafts.append(draft)
    return drafts


def metric_names(reading: Reading, span: Span) -> bool:
    """Tell whether a label holds a word of the lexicon."""
    return bool(reading.words_in(*span))


def read_number(written: str) -> tuple[Decimal, bool, str] | None:
    """Return the size of a cell's number, whether its sign tells a fall, and the unit written behind it."""
    written = written.strip()
    match = NUMBER.match(written)
    number = (match["signed"] or match["plain"]).strip(" .,")
    value = worth(number.replace(", ", ",").replace(" ", "\u00a0"))
    rest = written[match.end() :].strip(" 余多")
    falls = ((match["sign"] or "") in FALLS and match["sign"] is not None) or rest.endswith(tuple("↓▼"))
    return None if value is None else (value, falls, rest.strip("↑↓▲▼"))


def draft_of(cell: Span, metric: Metric | None, scale: Scale | None, value: Decimal) -> Draft | None:
    """Return a cell as a draft; None where its metric, or the unit of a sum of money, is not known."""
    if metric is None or (scale is None and metric.unit in ("money", "tonne", "percent")):
        return None
    kind, code, times = (scale.kind, scale.code, scale.times) if scale else (metric.unit, None, Decimal(1))
    start, end = cell
    quantity = Quantity(start, end, value * times, kind, code, "", number_start=start, number_end=end)
    return Draft(start, end, metric, quantity)


def change(
    reading: Reading, drafts: list[Draft], over: Label, value: Decimal, *, falls: bool, unit: str
) -> None:
    """Write a cell of a column of changes into the figure it is about, if that has none yet."""
    target = next((draft for draft in reversed(drafts) if not draft.baseline), None)
    if target is None:
        return
    direction = "flat" if value == 0 else "down" if falls or over.falls else "up"
    told = Change(basis=over.basis, direction=direction)
    target.changed_by.append(f"column {reading.text[slice(*over.span)]}")
    written = unit + reading.text[slice(*over.span)]
    if POINTS.search(written) or target.metric.unit == "percent":
        told.percentage_points = plain(value)
    elif "%" in written or "幅" in written:
        told.percent = plain(value)
    else:
        told.abs = plain(value)
    if target.change is None:
        target.change = told
    elif target.change2 is None:
        target.change2 = told
