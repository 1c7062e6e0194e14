"""Fingerprints of a page: a few hashes that copies share, excerpts included, to find whom to compare with."""

from zlib import crc32

from pipelines.copies.keytext import Key
from pipelines.copies.subject import Subject, places

GRAM = 8  # characters
WINDOW = 24  # two texts with a common run of GRAM + WINDOW - 1 characters share a fingerprint
MOST_FIGURES = 24  # figure fingerprints kept: the smallest, so that the choice depends on the text alone
MOST_NAMES = 8  # name fingerprints kept: the smallest
FIGURE = 1 << 32  # set in the fingerprint of a figure: the kinds never meet
NAME = 1 << 33  # set in the fingerprint of a name


def winnow(hashes: list[int], window: int = WINDOW) -> set[int]:
    """Return the minimum of each window (Schleimer, Wilkerson, Aiken 2003); of a shorter list, its minimum."""
    if len(hashes) <= window:
        return {min(hashes)} if hashes else set()
    kept, at = set(), -1
    for end in range(window, len(hashes) + 1):
        start = end - window
        if at < start:
            at = min(range(start, end), key=hashes.__getitem__)
        elif hashes[end - 1] <= hashes[at]:
            at = end - 1
        else:
            continue
        kept.add(hashes[at])
    return kept


def text_fingerprints(key: Key) -> set[int]:
    """Return winnowed hashes of the figure-free text: the same for every month of one report."""
    raw = key.text.encode("utf-16-le", "surrogatepass")
    return winnow([crc32(raw[i : i + 2 * GRAM]) for i in range(0, len(raw) - 2 * GRAM + 1, 2)])


def figure_fingerprints(key: Key) -> set[int]:
    """Return hashes of figures with the words around them: rare, so that a copy stands out among its siblings."""
    hashes = {crc32(f"{figure.slot}{figure.value}".encode()) for figure in key.figures}
    return {FIGURE | value for value in sorted(hashes)[:MOST_FIGURES]}


def name_fingerprints(one: Subject) -> set[int]:
    """Return hashes of place names with the words behind them: all that tells siblings without figures."""
    slots = [slot for key in (one.key, one.title) for slot in places(key, around=0).items()]
    hashes = {crc32(f"{name}{slot}".encode()) for slot, names in slots for name in names}
    return {NAME | value for value in sorted(hashes)[:MOST_NAMES]}


def fingerprints(one: Subject) -> set[int]:
    """Return all fingerprints of a page; positive, below 2**34, stable between runs and machines."""
    return text_fingerprints(one.key) | figure_fingerprints(one.key) | name_fingerprints(one)


def figure_count(prints: set[int]) -> int:
    """Return how many of these fingerprints are of figures."""
    return sum(FIGURE <= value < NAME for value in prints)


def text_count(prints: set[int]) -> int:
    """Return how many of these fingerprints are of the wording."""
    return sum(value < FIGURE for value in prints)
