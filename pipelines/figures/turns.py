"""Give the times of a list to figures told in the same order: 2020年、2021年分别立案30起、41起."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from crawler.items import Period
from pipelines.figures.findings import Draft, Reading
from pipelines.figures.mention import Mention

HARD = re.compile("[,，。;；\n]")
YEARS = re.compile("(?:自|从)?((?:19|20)[0-9]{2})年?(?:至|到|-|—)((?:19|20)[0-9]{2})年?")
JOINED = re.compile("[、,，和及与]?")


def share_years(reading: Reading) -> None:
    """Give 2019年至2021年分别起诉3.9万人、5万人、4万人 a year each."""
    for mention in reading.times:
        years = YEARS.fullmatch(mention.text) if mention.role == "main" else None
        if not years:
            continue
        starts = [draft.start for draft in reading.drafts]
        count = int(years[2]) - int(years[1]) + 1
        first, begin = bisect_right(starts, mention.end), mention.end
        while in_turn(reading, drafts := reading.drafts[first : first + count], count, begin):
            for year, draft in enumerate(drafts, int(years[1])):
                draft.period, draft.dated_by = Period(f"{year}-01-01", f"{year}-12-31"), mention.text
            first, begin = first + count, drafts[-1].end


def in_turn(reading: Reading, drafts: list[Draft], count: int, begin: int) -> bool:
    """Tell whether drafts of one metric are told 分别, one for each of `count` times named before `begin`."""
    return (
        len(drafts) == count
        and len({draft.metric for draft in drafts}) == 1
        and reading.full_stop(begin) == reading.full_stop(drafts[0].start)
        and "分别" in reading.text[begin : drafts[0].start + len("同比分别")]
        and not HARD.search(reading.text[drafts[0].end : drafts[-1].start])
    )


def listed_times(reading: Reading) -> None:
    """Give 2020年、2021年分别立案30起、41起 a time each, in order; without 分别 both times together."""
    for run, end in lists_of_times(reading):
        starts = [draft.start for draft in reading.drafts]
        first, last = bisect_right(starts, run[-1].end), bisect_right(starts, end)
        share_out(reading, run, reading.drafts[first : max(last, first + len(run))], last - first)


def lists_of_times(reading: Reading) -> Iterator[tuple[list[Mention], int]]:
    """Yield the times that stand in a row with nothing but joints between, and where the next time starts."""
    run: list[Mention] = []
    for mention in reading.times:
        is_main = mention.role == "main"
        if is_main and run and JOINED.fullmatch(reading.text, run[-1].end, mention.start):
            run.append(mention)
            continue
        if len(run) > 1:
            yield run, mention.start
        run = [mention] if is_main else []
    if len(run) > 1:
        yield run, len(reading.text)


def share_out(reading: Reading, run: list[Mention], drafts: list[Draft], governed: int) -> None:
    """Give the drafts behind a list of times a time each if the words say so, else the whole to the governed."""
    each = drafts[: len(run)]
    if in_turn(reading, each, len(run), run[-1].end):
        for named, draft in zip(run, each, strict=True):
            draft.period, draft.dated_by = named.period, named.text
        return
    if all(follows(before.period, after.period) for before, after in pairwise(run)):
        whole = Period(run[0].period.start, run[-1].period.end)
        for draft in drafts[:governed]:
            if draft.period == run[-1].period:
                draft.period, draft.dated_by = whole, reading.text[run[0].start : run[-1].end]


def follows(before: Period, after: Period) -> bool:
    """Tell whether a period starts the day after another ends."""
    if not (before.end and after.start):
        return False
    return date.fromisoformat(after.start) - date.fromisoformat(before.end) == timedelta(days=1)
