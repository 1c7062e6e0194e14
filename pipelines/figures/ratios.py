"""Read what is told as a multiple of an old value: 是2016年的5.6倍."""

import re
from collections.abc import Callable, Sequence

from pipelines.figures.changes import RATIO, Move, basis_of, last_base
from pipelines.figures.measures import Quantity

YEAR = re.compile("(?:19|20)[0-9]{2}")
LONGEST = 24  # characters in front of a multiple


def ratios(
    text: str, found: Sequence[Quantity], taken: set[int], year_at: Callable[[int], int | None]
) -> list[Move]:
    """Return the multiples of old values among the quantities that no change has taken."""
    moves = []
    for index, quantity in enumerate(found):
        if quantity.word != "倍" or index in taken:
            continue
        ratio = RATIO.search(text, max(0, quantity.start - LONGEST), quantity.start)
        if not ratio:
            continue
        base = last_base(text, ratio.start(), quantity.start)
        basis = basis_of(base, year_at(index)) if base else None
        if basis is None and ratio["base"]:
            year = YEAR.search(ratio["base"])
            basis = "yoy" if year and year_at(index) == int(year[0]) + 1 else "vs_period"
        moves.append(Move(ratio.start(), quantity.end, "up", basis, (index,), ratio=True))
    return moves
