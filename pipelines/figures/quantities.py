"""Find the quantities of a text: numerals with their hedge words and units, each as one span."""

import re
from dataclasses import replace

from pipelines.figures.measures import MEASURED, Quantity, measure
from pipelines.figures.numerals import Number, scan
from pipelines.figures.unitless import LONGEST_JOINT, halves, joined, labelled
from pipelines.figures.units import RANGE


def quantities(text: str, currency: str = "CNY") -> list[Quantity]:
    """Return the quantities of a folded text in order; amounts without a named currency are in `currency`."""
    measured: list[tuple[re.Match[str], Number, Quantity | None]] = []
    end = 0
    for match, number in scan(text, MEASURED):
        if match.start() >= end:
            quantity = measure(match, number, currency)
            measured.append((match, number, quantity))
            end = quantity.end if quantity else 0
    found: list[Quantity] = []
    for match, number, quantity in reversed(measured):
        following = found[-1] if found else None
        if (quantity is None or quantity.kind == "bare") and not number.bare:
            spanning = joined(match, number, following)
            if spanning and spanning.high:
                found.pop()  # it is the upper end of the range
            quantity = spanning or quantity or labelled(match, number, currency)
        elif (
            quantity
            and following
            and quantity.word == following.word
            and quantity.kind in ("money", "percent")
            and following.start - quantity.end <= LONGEST_JOINT
        ):
            spanned = RANGE.fullmatch(text[quantity.end : following.start])
            if spanned and quantity.value < following.value and not quantity.is_factor:
                quantity = replace(
                    following, start=quantity.start, value=quantity.value, high=following.value
                )
                found.pop()
        if quantity:
            found.append(quantity)
    taken = {quantity.start for quantity in found}
    found += [half for half in halves(text) if half.start not in taken]
    return sorted(found, key=lambda quantity: quantity.start)
