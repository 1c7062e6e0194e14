"""Give each figure the period that governs it: the one last named, or the base it is compared with."""

import re
from bisect import bisect_right

from crawler.items import Period
from pipelines.drafts import Draft, Reading
from pipelines.periods import Mention

HARD = re.compile("[,，。;；\n]")
SAYS = re.compile("[(（]?(?:为|是|有|的|则为|只有|仅为|录得|均为|共)?")


def date_all(reading: Reading) -> None:
    """Fill period and baseline of the drafts."""
    main = [mention for mention in reading.times if mention.role == "main"]
    older = comparisons(reading, main)
    main = [mention for mention in main if mention not in older]
    bases = sorted([m for m in reading.times if m.role in ("base", "compared")] + older, key=lambda m: m.start)
    starts, base_starts = [m.end for m in main], [m.end for m in bases]
    for draft in reading.drafts:
        at = bisect_right(starts, draft.start) - 1
        draft.period = main[at].period if at >= 0 else None
        at = bisect_right(base_starts, draft.start) - 1
        if at >= 0 and draft.quantity and governs(reading, bases[at], draft):
            draft.period, draft.baseline = bases[at].period, True


def governs(reading: Reading, base: Mention, draft: Draft) -> bool:
    """Tell whether a base is the time of a figure: 去年同期13人, 较2023年(39 824宗)."""
    between = reading.text[base.end : draft.start]
    if len(between) > 60 or HARD.search(between):
        return False
    changed = any(base.end <= move.start < draft.start and move.direction != "flat" for move in reading.moves)
    return not changed and (base.role != "base" or between[:1] in ("(", "（", "的"))


def comparisons(reading: Reading, main: list[Mention]) -> list[Mention]:
    """Return the mentions that name an earlier time beside a later one of the same sentence: 去年8月为176件."""
    found = []
    for before, mention in zip(main, main[1:], strict=False):
        if not (before.period.start and mention.period.start and mention.period.start < before.period.start):
            continue
        if reading.full_stop(before.start) != reading.full_stop(mention.start):
            continue
        following = SAYS.match(reading.text, mention.end).end()
        if any(following <= quantity.start <= following + 2 for quantity in reading.found):
            found.append(mention)
    return found
