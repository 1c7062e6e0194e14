"""Fold a text to simplified characters and half-width letters and digits, character for character."""

from functools import cache, lru_cache

from opencc import OpenCC

LINE = 200  # characters: longer texts are folded once only
# CJK Extension A, the unified ideographs and the compatibility block: where traditional forms live.
HAN_BLOCKS = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF))
FULL_WIDTH = {
    ord(wide): ord(narrow)
    for wide, narrow in (
        *((chr(0xFF10 + i), chr(0x30 + i)) for i in range(10)),
        *((chr(0xFF21 + i), chr(0x41 + i)) for i in range(26)),
        *((chr(0xFF41 + i), chr(0x61 + i)) for i in range(26)),
        ("％", "%"),
        ("．", "."),
        ("＋", "+"),
        ("－", "-"),
        ("＠", "@"),
    )
}


@cache
def fold_table() -> dict[int, int]:
    """Map code points to their folded code point; OpenCC t2s a character at a time, so offsets never move."""
    convert = OpenCC("t2s").convert
    han = [chr(point) for first, last in HAN_BLOCKS for point in range(first, last + 1)]
    simplified = convert("\n".join(han)).split("\n")
    return FULL_WIDTH | {
        ord(t): ord(s) for t, s in zip(han, simplified, strict=True) if t != s and len(s) == 1
    }


def fold(text: str) -> str:
    """Return `text` in simplified characters with half-width letters and digits; the length never changes."""
    return _fold_line(text) if len(text) <= LINE else text.translate(fold_table())


@lru_cache(maxsize=2048)  # every step folds the same lines again
def _fold_line(line: str) -> str:
    return line.translate(fold_table())
