"""Find the amounts that one word of direction gives out: 分别上升25%、30%, 增加1,200件、12亿元."""

import re
from collections.abc import Sequence
from itertools import pairwise

from pipelines.figures.changes import DIRECTION_OF, LIST
from pipelines.figures.measures import Quantity

OWN_WORD = re.compile("上升|下降|增长|增加|减少|[增升降跌减]")
LONGEST_JOINT = 6  # characters between two amounts


def given_out(text: str, found: Sequence[Quantity], index: int, *, apart: bool) -> list[int]:
    """Return the indices of the amounts from `index` on that one word of direction gives out."""
    amounts = [index]
    for following in range(index + 1, len(found)):
        between = text[found[following - 1].end : found[following].start]
        if (
            len(between) > LONGEST_JOINT
            or not LIST.fullmatch(between)
            or (between[0] in ",，;；" and not apart)
        ):
            break
        if not same_size(found[index], found[following], apart=apart):
            break
        amounts.append(following)
    return amounts


def same_size(first: Quantity, second: Quantity, *, apart: bool) -> bool:
    """Tell whether one verb may give out both: 上升25%、30%, with 分别 also 上升25%、2.3倍."""
    if first.kind != second.kind:
        return not {first.kind, second.kind} - {"case", "person", "money"}  # 增加1,200件、12亿元
    return first.word == second.word or (apart and first.kind == "percent")


def turns(text: str, found: Sequence[Quantity], amounts: list[int], direction: str) -> tuple[str, ...]:
    """Return the direction of each of the amounts, where one has a word of its own; else nothing."""
    if len(amounts) == 1:
        return ()
    told = [direction]
    for before, after in pairwise(amounts):
        word = OWN_WORD.search(text[found[before].end : found[after].start])
        told.append(DIRECTION_OF[word[0]] if word else told[-1])
    return tuple(told) if len(set(told)) > 1 else ()
