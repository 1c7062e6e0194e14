"""Read numbers whose unit stands elsewhere: 3至5万元, 2.5及3.3倍, 破案数：187, 过半."""

import re
from dataclasses import replace
from decimal import Decimal

from pipelines.figures.measures import Quantity, before
from pipelines.figures.numerals import Numeral
from pipelines.figures.scales import Scale, scale_of
from pipelines.figures.units import HALF, RANGE

LABEL = re.compile("(?:[(（](?P<unit>[^()（）\n]{1,8})[)）])? ?[:：] {0,2}$")
ARROWS = "↑↓▲▼"  # 立案2746↓13.2%
LABEL_WINDOW = 14
LONGEST_NUMBER = 9  # characters with commas; a longer one is a code


def halves(text: str) -> list[Quantity]:
    """Return the quantities that say a half in words: 一半以上, 过半."""
    found = []
    for match in HALF.finditer(text):
        words = {"超过": "over", "超": "over", "逾": "over", "近": "nearly", "将近": "nearly", "约": "about"}
        qualifier = words.get(match["before"] or "") or {"以上": "at_least", "左右": "about"}.get(
            match["after"] or "", "exact"
        )
        if "过半" in match[0]:
            qualifier = "over"
        found.append(
            Quantity(
                match.start(),
                match.end(),
                Decimal(50),
                "percent",
                "percent",
                "半",
                None,
                qualifier,
                match.start(),
                match.end(),
                han=True,
            )
        )
    return found


def joined(text: str, number: Numeral, following: Quantity | None) -> Quantity | None:
    """Return a number without unit in the unit that follows in a range or list: 3至5万元, 2.5及3.3倍."""
    if following is None or number.end > following.start:
        return None
    between = text[number.end : following.start]
    start, hedge, _ = before(text, number.start)
    if RANGE.fullmatch(between):
        scale = 1
        if not number.scaled and "万" in text[following.number_start : following.number_end]:
            scale = 10**4
        if not number.scaled and "亿" in text[following.number_start : following.number_end]:
            scale = 10**8
        low = number.value * scale * (10 if following.word == "成" else 1)
        if low < following.value and not (following.kind == "case" and number.value > 1900):
            return replace(following, start=start, value=low, high=following.value, number_start=number.start)
    if between in ("及", "和", "与", "、") and following.word in ("倍", "%", "个百分点"):
        return replace(
            following,
            start=start,
            end=number.end,
            value=number.value,
            qualifier=hedge or "exact",
            number_start=number.start,
            number_end=number.end,
        )
    return None


def labelled(text: str, numeral: Numeral, currency: str) -> Quantity | None:
    """Return the number of a line that reads `label: number`; its unit stands in the label, or is left open."""
    number = text[numeral.start : numeral.end]
    if (
        len(number) > LONGEST_NUMBER
        or number.startswith("0")
        or re.search("[0-9][:：]$", text[max(0, numeral.start - 2) : numeral.start])
    ):
        return None  # a code, a telephone number, a time
    label = LABEL.search(text, max(0, numeral.start - LABEL_WINDOW), numeral.start)
    following = text[numeral.end : numeral.end + 1]
    if not (label and following in ("", "\n")) and not (following and following in ARROWS):
        return None
    written = label["unit"] if label else None
    scale = (scale_of(written, currency) if written else None) or Scale("bare", None)
    return Quantity(
        numeral.start,
        numeral.end,
        numeral.value * scale.times,
        scale.kind,
        scale.code,
        "",
        None,
        "exact",
        numeral.start,
        numeral.end,
    )
