"""Tell what the figures of a change are compared with: old values, and times by name."""

import re

from crawler.items import Period
from pipelines.figures.changes import Move
from pipelines.figures.findings import WINDOW, Draft, Reading
from pipelines.figures.mention import Mention

YEAR_BEFORE = re.compile("去年同|上年同|同比|按年")
TIME_BEFORE = re.compile("环比|按月|[上前]一?周|上月|上个月|前月|上季|上上周")


def baselines(reading: Reading, targets: list[Draft], move: Move) -> dict[int, Draft]:
    """Return by position in `targets` the old figures of the same metric that the sentence sets beside."""
    sentence = reading.full_stop(move.start)
    old = [
        draft
        for draft in reading.told_before(move.end)
        if draft.baseline and draft.base and sentence <= draft.start
    ]
    found: dict[int, Draft] = {}
    if not old:
        return found
    for position, draft in enumerate(targets):
        match = next(
            (other for other in old if other.metric is draft.metric and other.start > draft.start), None
        )
        if match:
            found[position] = match
            old.remove(match)
    return found


def compared(reading: Reading, start: int, end: int) -> str | None:
    """Return the kind of a base that is a time by name: 比一季度下降."""
    bases = [mention for mention in reading.times_within(start, end) if mention.role == "base"]
    if not bases:
        return None
    main = [
        mention for mention in reading.times_within(max(0, start - WINDOW), start) if mention.role == "main"
    ]
    return base_of(bases[-1], main[-1].period if main else None)


def base_of(base: Mention | None, new: Period | None) -> str | None:
    """Return the kind of base that the time of an old figure is, seen from the new one."""
    if base is None:
        return None
    if YEAR_BEFORE.search(base.text):
        return "yoy"
    if TIME_BEFORE.search(base.text):
        return "mom"
    old = base.period
    if (
        old.start
        and new
        and new.start
        and old.start[4:] == new.start[4:]
        and (not old.end or not new.end or old.end[4:8] == new.end[4:8])
        and int(new.start[:4]) - int(old.start[:4]) == 1
    ):
        return "yoy"
    return "vs_period"
