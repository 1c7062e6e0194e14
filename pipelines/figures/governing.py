"""Give each figure the period that governs it: the one last named, or the base it is compared with."""

import re
from bisect import bisect_right
from itertools import pairwise

from crawler.items import Period
from pipelines.figures.findings import Draft, Reading
from pipelines.figures.mention import Mention

HARD = re.compile("[,，。;；\n]")
SAYS = re.compile("[(（]?(?:为|是|有|的|则为|只有|仅为|录得|均为|共)?")
OLD = re.compile("(同比|环比|按年|按月)[(（]$")  # 环比(8起)下降25%: the old value stands in brackets
OF_BASE = re.compile("[(（的]|[日月周]均|每[日天月周]")  # 较上一周日均7.4起
OPEN = ("(", "（")
DAILY = re.compile("[昨今当][日天]起?$")
LONGEST_HEADLINE, LONGEST_GAP = 60, 60
EMPTY = Period()


def date_all(reading: Reading) -> None:
    """Fill period, baseline and base of the drafts that have none yet."""
    undated = [draft for draft in reading.drafts if not draft.dated]
    if not undated:
        return
    main, bases = main_and_bases(reading)
    starts, base_starts = [mention.end for mention in main], [mention.end for mention in bases]
    periods = [None if mention.period == EMPTY else mention.period for mention in main]
    lasting = last_of_more_days(main)
    for draft in undated:
        draft.dated = True
        at = bisect_right(starts, draft.start) - 1
        if at >= 0 and lasting[at] < at and reading.full_stop(draft.start) > main[at].start:
            at = lasting[at]  # 今日 says nothing of the next sentence
        draft.period = periods[at] if at >= 0 else None
        draft.dated_by = main[at].text if draft.period else ""
        if at < 0 and main and closes(reading, main[0], draft):
            draft.period, draft.dated_by = main[0].period, main[0].text
        if at < 0 and draft.period is None and reading.headline:
            draft.period, draft.dated_by = reading.headline.period, f"the headline {reading.headline.text}"
        told = draft.quantity and in_brackets(reading.text, draft.start)
        if told:
            draft.period, draft.baseline, draft.dated_by = None, True, "an old value in brackets"
            draft.base = Mention(told.start(), draft.start, Period(), "base", told[1])
            continue
        at = bisect_right(base_starts, draft.start) - 1
        if at >= 0 and draft.quantity and governs(reading, bases[at], draft):
            draft.period, draft.baseline, draft.base = bases[at].period, True, bases[at]
            draft.dated_by = f"the base {bases[at].text}"


def main_and_bases(reading: Reading) -> tuple[list[Mention], list[Mention]]:
    """Return the times that govern the figures behind them, and those of old figures, each in order."""
    main, bases = [], []
    for mention in reading.times:
        if mention.role == "main" or (mention.role == "compared" and leads(reading, mention)):
            main.append(mention)
        elif mention.role in ("base", "compared"):
            bases.append(mention)
    older = comparisons(reading, main)
    if older:
        passed = {id(mention) for mention in older}
        main = [mention for mention in main if id(mention) not in passed]
        bases = sorted(bases + older, key=lambda mention: mention.start)
    return main, bases


def last_of_more_days(main: list[Mention]) -> list[int]:
    """Return for each time the index of the last one up to it that is no single day, else of the first."""
    found: list[int] = []
    for index, mention in enumerate(main):
        found.append(found[-1] if index and DAILY.search(mention.text) else index)
    return found


def in_brackets(text: str, at: int) -> re.Match[str] | None:
    """Return the base whose old value stands in brackets from an offset on."""
    return OLD.search(text, max(0, at - 4), at) if text.startswith(OPEN, at - 1) else None


def closes(reading: Reading, mention: Mention, draft: Draft) -> bool:
    """Tell whether a time ends the sentence of a figure, behind all its numbers: 立案9起,这是去年的成绩单."""
    if mention.start < draft.end or reading.full_stop(mention.start) != reading.full_stop(draft.start):
        return False
    following = bisect_right(reading.found_starts, mention.end)
    if following == len(reading.found):
        return True
    return reading.full_stop(reading.found_starts[following]) > mention.start


def leads(reading: Reading, mention: Mention) -> bool:
    """Tell whether a compared 上周 or 前月 opens its sentence's figures: there is nothing it could be the base of."""
    if mention.text not in ("上周", "上上周", "前月"):
        return False
    return not any(
        draft.start >= reading.full_stop(mention.start) for draft in reading.told_before(mention.start)
    )


def yearly(reading: Reading, draft: Draft) -> bool:
    """Tell whether the period of a draft is one calendar year, or several that are told one by one (连续)."""
    start, end = (draft.period.start or "", draft.period.end or "") if draft.period else ("", "")
    if start[4:] != "-01-01" or end[4:] != "-12-31":
        return False
    return start[:4] == end[:4] or "连续" in reading.text[max(draft.begin, draft.start - 10) : draft.start]


def base_years(reading: Reading) -> None:
    """Set the base of changes that name none, where the figure is of a calendar year: the year before."""
    for draft in reading.drafts:
        for change in (draft.change, draft.change2) if draft.change else ():
            if change and change.basis is None and change.from_value is None and yearly(reading, draft):
                change.basis = "yoy"


def governs(reading: Reading, base: Mention, draft: Draft) -> bool:
    """Tell whether a base is the time of a figure: 去年同期13人, 较2023年(39 824宗)."""
    if draft.start - base.end > LONGEST_GAP:
        return False
    between = reading.text[base.end : draft.start]
    if HARD.search(between):
        return False
    changed = any(move.direction != "flat" for move in reading.moves_within(base.end, draft.start))
    return not changed and (base.role != "base" or OF_BASE.match(between) is not None)


def comparisons(reading: Reading, main: list[Mention]) -> list[Mention]:
    """Return the mentions of an earlier time beside a later one of the same sentence: 去年8月为176件."""
    found = []
    starts = reading.found_starts
    for before, mention in pairwise(main):
        if not (before.period.start and mention.period.start and mention.period.start < before.period.start):
            continue
        if reading.full_stop(before.start) != reading.full_stop(mention.start):
            continue
        following = SAYS.match(reading.text, mention.end).end()
        at = bisect_right(starts, following + 2) - 1
        if at >= 0 and starts[at] >= following:
            found.append(mention)
    return found


def complete_headline(reading: Reading) -> None:
    """Give the figures of a headline line what only the text below says: period, and the base of a change."""
    end = reading.text.find("\n")
    if not 0 < end <= LONGEST_HEADLINE or "。" in reading.text[:end]:
        return
    head = [draft for draft in reading.drafts if draft.start < end]
    if not head:
        return
    body = [draft for draft in reading.drafts if draft.start > end and not draft.baseline]
    for draft in head:
        same = [other for other in body if other.metric == draft.metric]
        equal = [
            other
            for other in same
            if other.quantity and draft.quantity and other.quantity.value == draft.quantity.value
        ]
        model = next(iter(equal or same or body), None)
        if model is None:
            continue
        if draft.period is None:
            draft.period, draft.dated_by = model.period, "the text below the headline"
        if equal and draft.change is None:
            draft.change = model.change
            draft.changed_by.append("the text below the headline")
        base = next((other.change.basis for other in body if other.change and other.change.basis), None)
        if draft.change and draft.change.basis is None and draft.change.percent is not None:
            draft.change.basis = base
