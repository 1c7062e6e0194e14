"""Do two reported figures say the same? 380余 and 383 do, 383 and 391 do not."""

import math
from collections.abc import Sequence
from decimal import Decimal

SCALED = 10_000  # from here texts round to 万 and 亿
HALF = 0.499  # of the last digit; 4.67亿 and 4.68亿 differ


def step(value: float) -> float:
    """Return the unit of the last digit that is not zero: 100000 for 2900000, 1 for 383, 0.1 for 7.5."""
    if not value:
        return 1
    return float(10 ** Decimal(str(value)).normalize().as_tuple().exponent)


def interval(value: float, qualifier: str) -> tuple[float, float]:
    """Return the least and the greatest number that a figure may stand for, as far as it was rounded."""
    unit = step(value)
    if qualifier == "exact":
        # 4.67亿 may be 4.6712亿; 300万 with its one digit is taken as it stands, as is 383.
        rounded = HALF * unit if value >= SCALED and value / unit >= 10 else 0
        return value - rounded, value + rounded
    return {
        "over": (value, value + unit),
        "nearly": (value - unit, value),
        "about": (value - unit, value + unit),
        "at_least": (value, math.inf),
    }.get(qualifier, (-math.inf, value))  # up_to


def agree(figures: Sequence[tuple[float, str]]) -> bool:
    """Tell whether one number can stand behind all the (value, qualifier) pairs."""
    least, greatest = zip(*(interval(*figure) for figure in figures), strict=True)
    return max(least) <= min(greatest)


def width(figure: tuple[float, str]) -> float:
    """Return how much a figure leaves open; the smaller, the more it says."""
    least, greatest = interval(*figure)
    return greatest - least
