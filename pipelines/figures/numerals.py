"""Read numerals as Chinese reports write them, exactly: 8.25余亿, 2亿5千3百多万, 44 480, 廿五点二亿."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

DIGITS = {
    char: str(digit)
    for char, digit in zip("零〇○一二两三四五六七八九", (0, 0, 0, 1, 2, *range(2, 10)), strict=True)
}
SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"亿": 10**8, "万": 10**4}
TENS = {"廿": "2", "卅": "3"}
LONGEST = 15  # digits; what is longer is no count
HEDGES = str.maketrans("", "", "余多几")

ARABIC = re.compile("[0-9]")
SEPARATOR = re.compile("[, \u00a0\u2009]")

# Possessive throughout: a megabyte of digits, commas or 万 is read once, whatever follows it.
ATOM = (
    r"(?:[0-9]++(?:[, \u00a0\u2009][0-9]{3}(?![0-9]))*+(?:\.[0-9]++)?+"
    r"|[廿卅]?+[零〇○一二两三四五六七八九]++(?:点[零〇○一二三四五六七八九]++)?+|[廿卅])"
)
PIECES = f"(?:零?+{ATOM}?+[余多几]?+[十百千万亿]++)++"
# 48亿2021…: a new number, since 亿 and units need 零 between them.
YEAR_AFTER_YI = "(?<=亿)(?=[0-9]{4}(?![0-9余多几]|\\.[0-9]|[, \u00a0\u2009][0-9]{3}(?![0-9])))"
NUMERAL = (
    "(?=[0-9零〇○一二两三四五六七八九十廿卅百千万亿]|[数几][十百千万亿])"
    "(?P<numeral>(?P<vague>[数几](?=[十百千万亿]))?+"
    rf"(?P<number>{PIECES}(?:{YEAR_AFTER_YI}|(?:零?+{ATOM})?+)|(?:零?+{ATOM})?+)(?P<over>[余多几])?+)"
)
WRITTEN = re.compile(NUMERAL)
SMALL_PIECE = re.compile(rf"零?+({ATOM})?+([十百千]|$)")


@dataclass(slots=True)
class Number:
    """What a numeral says; `high` is set where its words give a range (数千: to 9999)."""

    value: Decimal
    high: Decimal | None = None
    over: bool = False  # 余, 多 or 几 stands within
    scaled: bool = False  # its last scale is 万 or 亿
    bare: bool = False  # a scale without a digit: 逾万, 上百
    han: bool = False  # in Chinese characters


@dataclass(slots=True)  # not frozen: made for every number of a text
class Numeral(Number):
    """A number written in `text[start:end]`."""

    start: int = 0
    end: int = 0


def atom_value(atom: str) -> Decimal | None:
    """Return the number an atom writes (2,900, 44 480, 廿五点二), None if it is none or too long."""
    if atom[0].isascii():
        whole, *groups = SEPARATOR.split(atom)
        if groups and (len(whole) > 3 or whole == "0"):
            return None
        digits = whole + "".join(groups)
    else:
        digits = "".join(TENS.get(char) or DIGITS.get(char) or "." for char in atom[: LONGEST + 2])
        if atom in TENS:
            digits += "0"
        elif atom[0] in TENS and len(digits.split(".")[0]) != 2:
            return None
        elif len(digits) == 2 and atom[0] not in TENS and int(digits[1]) - int(digits[0]) in (0, 1):
            return None  # 三四起 is three or four, no 34
    return Decimal(digits) if len(digits) <= LONGEST else None


def below_wan(run: str) -> Decimal | None:
    """Return the value of a run without 万 and 亿; None if its scales do not descend."""
    value, last, at = Decimal(0), 10**4, 0
    while at < len(run):
        piece = SMALL_PIECE.match(run, at)
        if piece is None or piece.end() == at:
            return None
        atom, scale = piece.groups()
        amount = atom_value(atom) if atom else Decimal(1)
        size = SMALL.get(scale, 1)
        if amount is None or size >= last or not (atom or size > 1):
            return None
        if size == 1 and 10 < last < 10**4 and len(run) - at == 1 and not run[at].isascii():
            size = last // 10  # 三千五 is 3500
        value, last, at = value + amount * size, size, piece.end()
    return value


def worth(run: str) -> Decimal | None:
    """Return the value of a whole number or decimal without hedges; None if it is none."""
    for scale, size in LARGE.items():
        head, found, tail = run.rpartition(scale)
        if not found:
            continue
        if scale in head:
            return None
        high = worth(head) if head else Decimal(1)
        low = worth(tail.removeprefix("零")) if tail.removeprefix("零") else Decimal(0)
        if high is None or low is None or low >= size:
            return None
        if len(tail) == 1 and tail in DIGITS and tail not in "零〇○":
            low *= size // 10  # 一万五 is 15,000
        return high * size + low
    return below_wan(run)


@lru_cache(maxsize=4096)
def number_of(written: str) -> Number | None:
    """Return what a match of NUMERAL says, None if it is no number."""
    match = WRITTEN.match(written)
    if not match or not match["number"]:
        return None
    vague, number, over = match.group("vague", "number", "over")
    plain = number.translate(HEDGES)
    bare = plain[0] in "百千万亿"
    value = worth(plain)
    if value is None or (plain != number and vague):
        return None
    high = value * 10 - 1 if vague else None
    if high and not bare and plain[0] != "十":
        return None
    return Number(
        value,
        high,
        plain != number or over is not None,
        plain[-1] in LARGE,
        bare and not high,
        not ARABIC.search(plain),
    )


def scan(text: str, expression: re.Pattern[str]) -> Iterator[tuple[re.Match[str], Number]]:
    """Yield the matches of NUMERAL, or NUMERAL and more, that are numbers, left to right, none overlapping.

    Time grows with the length of `text`.
    """
    for match in expression.finditer(text):
        written = match["numeral"]
        if len(written) <= 2 * LONGEST and (number := number_of(written)):
            yield match, number


def numerals(text: str) -> Iterator[Numeral]:
    """Yield the numerals of `text`, left to right, none overlapping; time grows with the length of `text`."""
    for match, said in scan(text, WRITTEN):
        yield Numeral(said.value, said.high, said.over, said.scaled, said.bare, said.han, *match.span())


def plain(value: Decimal) -> int | float:
    """Return an exact integer where the value is whole, else the nearest float."""
    return int(value) if value == value.to_integral_value() else float(value)
