"""Common runs of two texts: which stretches of one stand in the other, in linear time."""

from dataclasses import dataclass

from pipelines.copies.keytext import SEED, Key

Stretch = tuple[int, int]  # start and length

CHAINED = 64  # runs looked at for their order: the longest


@dataclass(frozen=True)
class Run:
    """`length` characters at `start` of one text stand at `there` in the other."""

    start: int
    there: int
    length: int


def common_length(a: str, i: int, b: str, j: int) -> int:
    """Return how far the texts agree from i and j on."""
    length, limit, step = 0, min(len(a) - i, len(b) - j), SEED
    while length < limit:
        step = min(step, limit - length)
        if a[i + length : i + length + step] == b[j + length : j + length + step]:
            length += step
            step *= 2
        elif step == 1:
            break
        else:
            step //= 2
            limit = min(limit, length + 2 * step)
    return length


def common_runs(a: Key, b: Key) -> list[Run]:
    """Return the stretches of a's figure-free text, SEED characters or longer, that stand in b's, in a's order.

    Each character of a is in at most one run; of several places in b the one with the longest run is taken.
    """
    runs, i = [], 0
    first, again = b.seeds, b.seeds_again
    while i <= len(a.text) - SEED:
        seed = a.text[i : i + SEED]
        there = first.get(seed)
        if there is None:
            i += 1
            continue
        length = common_length(a.text, i, b.text, there)
        for place in again.get(seed, ()):
            further = common_length(a.text, i, b.text, place)
            if further > length:
                length, there = further, place
        runs.append(Run(i, there, length))
        i += length
    return runs


def in_order(runs: list[Run]) -> float:
    """Return the share of the common characters that a single left-to-right reading of both texts meets."""
    longest = sorted(sorted(runs, key=lambda run: -run.length)[:CHAINED], key=lambda run: run.start)
    total = sum(run.length for run in longest)
    best: list[int] = []
    for n, run in enumerate(longest):
        best.append(run.length + max((best[m] for m in range(n) if longest[m].there < run.there), default=0))
    return max(best, default=0) / total if total else 0.0


def gaps(stretches: list[Stretch], length: int) -> list[Stretch]:
    """Return what no stretch of a text covers, in order: its head first and its tail last, either may be empty.

    `stretches` may overlap and come in any order.
    """
    if not stretches:
        return [(0, length), (length, 0)]
    found, end = [], 0
    for start, size in sorted(stretches):
        if start > end or not found:
            found.append((end, start - end))
        end = max(end, start + size)
    return [*found, (end, length - end)]


def longest_replaced(runs: list[Run], length: int, other_length: int) -> int:
    """Return the longest stretch that each text has its own words for, between the same common runs.

    Where one text has nothing of its own, the other one's words are an insertion.
    """
    ends = [*runs, Run(length, other_length, 0)]
    starts = [Run(0, 0, 0), *runs]
    return max(
        min(after.start - before.start - before.length, after.there - before.there - before.length)
        for before, after in zip(starts, ends, strict=True)
    )
