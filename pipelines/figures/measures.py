"""Measure one numeral: its hedge words, its currency sign and its unit make it a quantity, one span."""

import re
from dataclasses import dataclass
from decimal import Decimal

from pipelines.figures.numerals import NUMERAL, Number
from pipelines.figures.units import (
    AFTER_OF,
    BEFORE_OF,
    BEGINS_AFTER,
    CASES,
    ENDS_BEFORE,
    FRACTION,
    FRACTION_UNIT,
    HEDGE_AFTER,
    HEDGE_BEFORE,
    KIND_OF,
    NOT_UNIT,
    PEOPLE,
    SEXES,
    SHORT_FRACTION,
    SIGN,
    SIGNS,
    TENTHS,
    TONNES,
    UNIT,
    WINDOW,
)

# A number, and the unit that follows it looked at.
MEASURED = re.compile(
    rf"{NUMERAL}(?=(?:(?P<no_unit>{NOT_UNIT})|(?P<cases>{CASES})|(?P<sexes>{SEXES})| ?(?P<unit>{UNIT}))?)"
)
# What may follow a number that stands without its unit; any other character begins a unit not known.
UNKNOWN_WORD = re.compile("[\u4e00-\u9fff](?<![的并和及与同较比是为以但而且其共均最居占])")
IN_BRACKETS = re.compile("[(（/] ?$|单位[:：]? ?$")  # 止付资金（万元）


@dataclass(slots=True)  # not frozen: made for every quantity of a text
class Quantity:
    """A number with hedge and unit, `text[start:end]`; `unit` is None where the words give none."""

    start: int
    end: int
    value: Decimal
    kind: str  # case person person_time money percent count tonne bare
    unit: str | None
    word: str  # the unit as written
    high: Decimal | None = None
    qualifier: str = "exact"
    number_start: int = 0
    number_end: int = 0
    han: bool = False

    @property
    def is_factor(self) -> bool:
        """Tell whether it is a multiple (1.3倍)."""
        return self.word == "倍"

    @property
    def is_points(self) -> bool:
        """Tell whether it counts percentage points."""
        return self.word.endswith("点") and self.kind == "percent"


def unit_after(
    match: re.Match[str], number: Number, currency: str
) -> tuple[str, str | None, str, int] | None:
    """Return kind, unit code, word and end of the unit in a match of MEASURED; None where none follows."""
    follows = match.lastgroup
    if follows == "unit":
        kind, code = KIND_OF[match["unit"]]
        return kind, code or currency, match["unit"], match.end("unit")
    if follows == "no_unit":
        return None
    if follows == "cases":
        return "case", "case", "案", match.end("cases")
    if follows == "sexes":
        return "person", "person", match["sexes"], match.end("sexes")
    text, at = match.string, match.end()
    if (number.scaled or number.over or not number.han) and PEOPLE.match(text, at):
        return "person", "person", "", at
    if number.scaled and not UNKNOWN_WORD.match(text, at):
        return "bare", None, "", at
    return None


def before(text: str, start: int) -> tuple[int, str | None, str | None]:
    """Return where hedge and currency sign in front of a numeral start, the hedge's meaning, the currency."""
    if text[start - 1 : start] not in ENDS_BEFORE:
        return start, None, None
    left = text[max(0, start - WINDOW) : start]
    currency = None
    sign = SIGN.search(left)
    if sign:
        currency = SIGNS[sign[0].strip()] or "$"
        left = left[: sign.start()]
    hedge = HEDGE_BEFORE.search(left)
    if hedge and not (
        (hedge[1] == "上" and (text[start] not in "百千万亿" or left.endswith(("以上", "网上", "线上"))))
        or (hedge[1] == "过" and left.endswith(("通过", "经过", "查过")))
    ):
        left = left[: hedge.start()]
        return max(0, start - WINDOW) + len(left), BEFORE_OF[hedge[1]], currency
    return max(0, start - WINDOW) + len(left), None, currency


def measure(match: re.Match[str], number: Number, currency: str) -> Quantity | None:
    """Return the quantity of a match of MEASURED, None for a number without unit or readable size."""
    text, (begin, number_end) = match.string, match.span()
    start, hedge, sign = before(text, begin)
    fraction = fraction_before(match)
    if fraction:
        start, hedge, _ = before(text, fraction.start())
        return fraction_quantity(match, number, fraction[1], start, hedge)
    found = unit_after(match, number, currency)
    if sign and (found is None or found[0] in ("money", "bare")):
        found = ("money", currency if sign == "$" else sign, "", found[3] if found else number_end)
    elif found is None or (number.bare and not credible_scale(match, number, hedge, found[0])):
        return None
    kind, unit, word, end = found
    if sign and kind != "money":
        start, hedge = begin, None
    value, high = number.value, number.high
    if unit == "?":
        return None
    if word in ("成", "倍") or word in TONNES:
        value, high, end = scaled_value(text, value, high, word, end)
    after = HEDGE_AFTER.match(text, end) if text[end : end + 1] in BEGINS_AFTER else None
    qualifier = hedge or ("over" if number.over else "exact")
    if number.high is not None or (number.bare and hedge == "about"):
        qualifier = hedge or "about"
    if after and not (
        after[1] in "余多" and (kind in ("person", "count") or text[after.end() : after.end() + 1].isdigit())
    ):
        end = after.end()
        qualifier = AFTER_OF[after[1]] if qualifier == "exact" or AFTER_OF[after[1]] == "below" else qualifier
    return Quantity(start, end, value, kind, unit, word, high, qualifier, begin, number_end, number.han)


def fraction_before(match: re.Match[str]) -> re.Match[str] | None:
    """Return the base of a fraction that ends in a numeral: 百分之 of 百分之八十, 四分 of 四分一."""
    text, begin = match.string, match.start()
    if text.endswith("分之", 0, begin):
        return FRACTION.search(text, max(0, begin - 5), begin)
    if text.endswith("分", 0, begin) and match[0] in ("一", "二", "三"):
        return SHORT_FRACTION.search(text, max(0, begin - 5), begin)
    return None


def credible_scale(match: re.Match[str], number: Number, hedge: str | None, kind: str) -> bool:
    """Tell whether a scale without a digit counts: 逾万, 千余人, 被骗百万元, but not the unit in 资金（万元）."""
    if hedge or number.over:
        return True
    return kind == "money" and not IN_BRACKETS.search(match.string, max(0, match.start() - 5), match.start())


def scaled_value(
    text: str, value: Decimal, high: Decimal | None, word: str, end: int
) -> tuple[Decimal, Decimal | None, int]:
    """Return the value in percent of 三成二 or in tonnes of 5公斤, and where its span ends."""
    if word in TONNES:
        return value * TONNES[word], high and high * TONNES[word], end
    tail = TENTHS.match(text, end)
    part = Decimal(0)
    if tail:
        end = tail.end()
        part = (
            Decimal("0.5")
            if tail[0] == "半"
            else Decimal("一二三四五六七八九".find(tail[0].replace("两", "二")) + 1 or int(tail[0])) / 10
        )
    factor = 10 if word == "成" else 1
    return (value + part) * factor, high and high * factor, end


def fraction_quantity(
    match: re.Match[str], number: Number, base: str, start: int, hedge: str | None
) -> Quantity:
    """Return 百分之八十, 万分之三 or 四分之三 as a quantity."""
    qualifier = hedge or ("over" if number.over else "exact")
    if base in FRACTION_UNIT:
        unit, times = FRACTION_UNIT[base]
        value = number.value * times
    else:
        unit, value = "percent", number.value * 100 / ("二三四五六七八九十".index(base) + 2)
    return Quantity(
        start,
        match.end(),
        value,
        "percent",
        unit,
        "分之",
        None,
        qualifier,
        match.start(),
        match.end(),
        han=True,
    )
