"""Figures of two texts side by side: which agree, which conflict, and which a mirror only maimed."""

from collections import Counter

from pipelines.copies.keytext import Key

EATEN = 3  # conflicts that, all of one kind, show a mirror that eats digits
WHOLE = 3  # digits of a figure whose rest is no chance: 430 of 8430, but not 1 of 12
CALENDAR = "年月日号时期季批周届轮次"  # 1月 is not what was left of 11月

Conflicts = dict[str, list[list[str]]]  # the values of each text that the other lacks, by slot


def difference(one: tuple[str, ...], other: tuple[str, ...]) -> list[list[str]] | None:
    """Return the values of a slot that only one side has; None where the slot agrees.

    A slot that stands more often in one text agrees if any value does: the other may have been cut.
    """
    left, right = Counter(one), Counter(other)
    if left == right or (len(one) != len(other) and left & right):
        return None
    return [sorted((left - right).elements()), sorted((right - left).elements())]


def compare_figures(a: Key, b: Key) -> tuple[int, Conflicts]:
    """Return how many slots agree, and the values of each slot that conflicts."""
    shared = sorted(a.slots.keys() & b.slots.keys())
    unequal = {slot: difference(a.slots[slot], b.slots[slot]) for slot in shared}
    found = {slot: values for slot, values in unequal.items() if values}
    return len(shared) - len(found), found


def is_rest(rest: str, whole: str) -> bool:
    """Tell whether `rest` is what a mirror that eats digits left of `whole`: 70 or 20 of 270."""
    digits = iter(whole)
    return len(rest) < len(whole) and all(digit in digits for digit in rest)


def is_eaten(conflicts: Conflicts) -> bool:
    """Tell whether one text lost digits: each of its figures that conflicts is the rest of one in the other."""

    def all_rests(side: int) -> bool:
        pairs = ((values[side], values[1 - side]) for values in conflicts.values())
        return all(any(is_rest(rest, whole) for rest in rests for whole in wholes) for rests, wholes in pairs)

    return all_rests(0) or all_rests(1)


def is_maimed(slot: str, values: list[list[str]]) -> bool:
    """Tell whether a single figure lost digits; of a short one, or of a date, the rest may be another's."""
    return (
        slot[-1] not in CALENDAR
        and max(map(len, values[0] + values[1])) >= WHOLE
        and is_eaten({slot: values})
    )


def without_maimed(equal: int, conflicts: Conflicts) -> Conflicts:
    """Return the conflicts but for what a mirror that eats digits explains: missing is never conflicting."""
    if len(conflicts) >= EATEN and is_eaten(conflicts):
        return {}
    maimed = {slot: values for slot, values in conflicts.items() if is_maimed(slot, values)}
    if not is_eaten(maimed) or len(maimed) > equal:
        return conflicts
    return {slot: values for slot, values in conflicts.items() if slot not in maimed}
