"""Say for a reader which evidence gave each figure of a text, and why every other number is none."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import asdict

from crawler.items import Change, Period, Statistic
from pipelines.figures.findings import Draft, Reading
from pipelines.figures.numerals import numerals


def explain(reading: Reading, statistics: list[Statistic]) -> Iterator[str]:
    """Yield lines of text: the figures with their evidence, then the numbers left out with the reason.

    `statistics` are the records of `reading.drafts`, in their order.
    """
    for draft, record in zip(reading.drafts, statistics, strict=True):
        yield from figure(draft, record)
    for start, end, reason in sorted(left_out(reading)):
        yield f"{start:>6}  {reading.text[start:end]}  left out: {reason}"


def figure(draft: Draft, record: Statistic) -> Iterator[str]:
    """Yield what one figure is and where each part of it comes from."""
    metric = f"other/{record.other_code}" if record.other_code else record.metric
    value = "" if record.value is None else f" {record.value}"
    value += "" if record.value_max is None else f" to {record.value_max}"
    hedge = "" if record.qualifier == "exact" else f" ({record.qualifier})"
    yield f"{record.start:>6}  {record.quote}  {metric}{value} {record.unit or ''}{hedge}".rstrip()
    yield f"        metric: {draft.by or 'a change told without a value'}"
    for change in filter(None, (record.change, record.change2)):
        yield f"        change: {written(change)}; from: {' | '.join(draft.changed_by)}"
    if record.period:
        yield f"        period: {written(record.period)}; from: {draft.dated_by or 'the figures around it'}"
    about = ("place", "scam_type", "population", "per", "subset", "case", "baseline")
    told = [f"{name} {getattr(record, name)}" for name in about if getattr(record, name)]
    if told:
        yield f"        about: {', '.join(told)}"


def written(part: Change | Period) -> str:
    """Return the fields of a change or period that say something."""
    return ", ".join(f"{name} {value}" for name, value in asdict(part).items() if value is not None)


def left_out(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and reason of every number that is no figure, nor the size of a figure's change."""
    for quantity, reason in reading.refused:
        yield quantity.start, quantity.end, reason
    taken = {index for move in reading.moves for index in (*move.amounts, move.also)}
    told = {index for draft in reading.drafts for index in draft.amounts}
    for index in sorted(taken - told - {None}):
        quantity = reading.found[index]
        yield quantity.start, quantity.end, "a change of nothing that is known"
    spans = sorted(
        [(quantity.start, quantity.end) for quantity in reading.found]
        + [(draft.start, draft.end) for draft in reading.drafts]
    )
    starts = [start for start, _ in spans]
    for numeral in numerals(reading.text):
        at = bisect_right(starts, numeral.start) - 1
        if at < 0 or spans[at][1] <= numeral.start:
            dated = reading.times_within(numeral.start, numeral.end)
            yield numeral.start, numeral.end, "part of a date" if dated else "no unit"
