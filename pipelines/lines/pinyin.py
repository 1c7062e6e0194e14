"""Take out the pinyin readings that some mirrors print in brackets after a character: 推進(jìn)."""

import re
import unicodedata
from functools import cache

# Letters with or without tone marks, precomposed or combining; ɡ and ɑ are how some fonts write g and a.
LETTERS = r"[a-zɡɑ\u00e0-\u00ff\u0101-\u01dc\u0300-\u036f\u1e3f\u01f9]{1,12}"
# The bracket first and then what stands before it: re skips to the next bracket.
READINGS = re.compile(rf"[(（](?<=[\u3400-\u9fff\uf900-\ufaff].){LETTERS}[)）](?:[(（]{LETTERS}[)）])*")
BRACKETED = re.compile(r"[(（]([^()（）]+)[)）]")
SPELLINGS = str.maketrans({"ɡ": "g", "ɑ": "a", "v": "u"})


def toneless(reading: str) -> str:
    """Return a pinyin syllable without tone marks; ü and v both become u."""
    letters = unicodedata.normalize("NFD", reading)
    return "".join(c for c in letters if not unicodedata.combining(c)).translate(SPELLINGS)


@cache
def readings(character: str) -> frozenset[str]:
    """Return every reading of one Chinese character, tones off; empty if pypinyin knows none."""
    from pypinyin.constants import PINYIN_DICT  # here: the import takes 0.3 s and few pages need it

    return frozenset(
        toneless(reading) for reading in PINYIN_DICT.get(ord(character), "").split(",") if reading
    )


def without_readings(text: str) -> tuple[str, int]:
    """Return `text` without verified readings, and how many were taken out.

    A bracket goes only if its letters, tones off, are a reading of the character before it: (CDC) stays.
    Doubled readings, 安(ān)(ān), go together.
    """
    if "(" not in text and "（" not in text:
        return text, 0
    removed = 0

    def keep_unverified(match: re.Match[str]) -> str:
        nonlocal removed
        known = readings(text[match.start() - 1])
        kept = []
        for bracket in BRACKETED.finditer(match[0]):
            if toneless(bracket[1]) in known:
                removed += 1
            else:
                kept.append(bracket[0])
        return "".join(kept)

    return READINGS.sub(keep_unverified, text), removed
