"""Read numbers whose unit stands elsewhere: 3至5万元, 2.5及3.3倍, 破案数：187, 过半."""

import re
from dataclasses import replace
from decimal import Decimal

from pipelines.figures.measures import Quantity, before
from pipelines.figures.numerals import Number
from pipelines.figures.scales import Scale, scale_of
from pipelines.figures.units import HALF, RANGE

LABEL = re.compile("(?:[(（](?P<unit>[^()（）\n]{1,8})[)）])? ?[:：] {0,2}$")
ARROWS = "↑↓▲▼"  # 立案2746↓13.2%
ENDS = frozenset(("", "\n", *ARROWS))
LABEL_WINDOW = 14
TIME = re.compile("[0-9][:：]")
LONGEST_JOINT = 3  # characters between the numbers of a range
HALF_BEFORE = {"超过": "over", "将近": "nearly", "超": "over", "逾": "over", "近": "nearly", "约": "about"}
HALF_AFTER = {"以上": "at_least", "左右": "about"}
LONGEST_NUMBER = 9  # characters with commas; a longer one is a code


def halves(text: str) -> list[Quantity]:
    """Return the quantities that say a half in words: 一半以上, 过半."""
    found = []
    for match in HALF.finditer(text):
        start = match.start()
        hedge = next((word for word in HALF_BEFORE if text.endswith(word, 0, start)), "")
        qualifier = HALF_BEFORE.get(hedge) or HALF_AFTER.get(match["after"] or "", "exact")
        if "过半" in match[0]:
            qualifier = "over"
        begin = start - len(hedge)
        found.append(
            Quantity(
                begin,
                match.end(),
                Decimal(50),
                "percent",
                "percent",
                "半",
                None,
                qualifier,
                begin,
                match.end(),
                han=True,
            )
        )
    return found


def joined(match: re.Match[str], number: Number, following: Quantity | None) -> Quantity | None:
    """Return a number without unit in the unit that follows in a range or list: 3至5万元, 2.5及3.3倍."""
    text, (begin, end) = match.string, match.span()
    if following is None or not 0 <= following.start - end <= LONGEST_JOINT:
        return None
    between = text[end : following.start]
    start, hedge, _ = before(text, begin)
    if RANGE.fullmatch(between):
        scale = 1
        if not number.scaled and "万" in text[following.number_start : following.number_end]:
            scale = 10**4
        if not number.scaled and "亿" in text[following.number_start : following.number_end]:
            scale = 10**8
        low = number.value * scale * (10 if following.word == "成" else 1)
        if low < following.value and not (following.kind == "case" and number.value > 1900):
            return replace(following, start=start, value=low, high=following.value, number_start=begin)
    if between in ("及", "和", "与", "、") and following.word in ("倍", "%", "个百分点"):
        return replace(
            following,
            start=start,
            end=end,
            value=number.value,
            qualifier=hedge or "exact",
            number_start=begin,
            number_end=end,
        )
    return None


def labelled(match: re.Match[str], number: Number, currency: str) -> Quantity | None:
    """Return the number of a line that reads `label: number`; its unit stands in the label, or is left open."""
    text, (start, end) = match.string, match.span()
    following = text[end : end + 1]
    if following not in ENDS:
        return None
    if end - start > LONGEST_NUMBER or text[start] == "0" or TIME.match(text, max(0, start - 2), start):
        return None  # a code, a telephone number, a time
    label = LABEL.search(text, max(0, start - LABEL_WINDOW), start)
    if label is None and (following in ("", "\n")):
        return None
    written = label["unit"] if label else None
    scale = (scale_of(written, currency) if written else None) or Scale("bare", None)
    return Quantity(
        start,
        end,
        number.value * scale.times,
        scale.kind,
        scale.code,
        "",
        None,
        "exact",
        start,
        end,
    )
