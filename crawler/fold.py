"""Fold a text to simplified characters and half-width letters and digits, character for character."""

import re
from functools import cache

from opencc import OpenCC

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


@cache
def foldable() -> re.Pattern[str]:
    """Return a pattern of the characters that fold: few in most texts, and finding them is cheap."""
    return re.compile(f"[{''.join(map(re.escape, map(chr, fold_table())))}]")


@cache
def folded_characters() -> dict[str, str]:
    """Map characters to their folded character."""
    return {chr(point): chr(folded) for point, folded in fold_table().items()}


def fold(text: str) -> str:
    """Return `text` in simplified characters with half-width letters and digits; the length never changes."""
    folded = folded_characters()
    return foldable().sub(lambda found: folded[found[0]], text)
