"""Find the quantities of a text: a numeral with its hedge words and its unit, as one span."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from pipelines.figures.numerals import Numeral, numerals
from pipelines.figures.units import (
    AFTER_OF,
    BEFORE_OF,
    FRACTION,
    FRACTION_UNIT,
    HALF,
    HEDGE_AFTER,
    HEDGE_BEFORE,
    KIND_OF,
    NOT_UNIT,
    PEOPLE,
    RANGE,
    SIGN,
    SIGNS,
    TENTHS,
    TONNES,
    UNIT,
    WINDOW,
)


@dataclass(frozen=True)
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


def unit_after(text: str, numeral: Numeral, currency: str) -> tuple[str, str | None, str, int] | None:
    """Return kind, unit code, word and end of the unit that follows a numeral; None where none follows."""
    at = numeral.end
    if NOT_UNIT.match(text, at):
        return None
    match = UNIT.match(text, at)
    if match:
        kind, code = KIND_OF[match[1]]
        return kind, currency if kind == "money" and code is None else code, match[1], match.end()
    if PEOPLE.match(text, at) and (numeral.scaled or numeral.over or not numeral.han):
        return "person", "person", "", at
    if numeral.scaled:
        return "bare", None, "", at
    return None


def before(text: str, start: int) -> tuple[int, str | None, str | None]:
    """Return where hedge and currency sign in front of a numeral start, the hedge's meaning, the currency."""
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


def measure(text: str, numeral: Numeral, currency: str) -> Quantity | None:
    """Return the quantity that a numeral heads, None for a number without unit or of no readable size."""
    start, hedge, sign = before(text, numeral.start)
    fraction = FRACTION.search(text, max(0, numeral.start - 5), numeral.start)
    if fraction:
        start, hedge, _ = before(text, fraction.start())
        return fraction_quantity(numeral, fraction[1], start, hedge)
    found = unit_after(text, numeral, currency)
    if sign and (found is None or found[0] in ("money", "bare")):
        found = ("money", currency if sign == "$" else sign, "", found[3] if found else numeral.end)
    elif found is None or (numeral.bare and hedge is None and found[0] != "money"):
        return None
    kind, unit, word, end = found
    if sign and kind != "money":
        start, hedge, _ = numeral.start, None, None
    value, high = numeral.value, numeral.high
    if unit == "?":
        return None
    if word in ("成", "倍") or word in TONNES:
        value, high, end = scaled_value(text, value, high, word, end)
    after = HEDGE_AFTER.match(text, end)
    qualifier = hedge or ("over" if numeral.over else "exact")
    if numeral.high is not None or (numeral.bare and hedge == "about"):
        qualifier = hedge or "about"
    if after and not (
        after[1] in "余多" and (kind in ("person", "count") or text[after.end() : after.end() + 1].isdigit())
    ):
        end = after.end()
        qualifier = AFTER_OF[after[1]] if qualifier == "exact" or AFTER_OF[after[1]] == "below" else qualifier
    return Quantity(
        start, end, value, kind, unit, word, high, qualifier, numeral.start, numeral.end, numeral.han
    )


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


def fraction_quantity(numeral: Numeral, base: str, start: int, hedge: str | None) -> Quantity:
    """Return 百分之八十, 万分之三 or 四分之三 as a quantity."""
    qualifier = hedge or ("over" if numeral.over else "exact")
    if base in FRACTION_UNIT:
        unit, times = FRACTION_UNIT[base]
        value = numeral.value * times
    else:
        unit, value = "percent", numeral.value * 100 / ("二三四五六七八九十".index(base) + 2)
    return Quantity(
        start,
        numeral.end,
        value,
        "percent",
        unit,
        "分之",
        None,
        qualifier,
        numeral.start,
        numeral.end,
        han=True,
    )


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


def labelled(text: str, numeral: Numeral) -> Quantity | None:
    """Return the number of a line that reads `label: number`, whose unit only its label can tell."""
    number = text[numeral.start : numeral.end]
    if (
        len(number) > 7
        or number.startswith("0")
        or re.search("[0-9][:：]$", text[max(0, numeral.start - 2) : numeral.start])
    ):
        return None  # a code, a telephone number, a time
    label = text[max(0, numeral.start - 3) : numeral.start].rstrip(" ")
    if label.endswith((":", "：")) and text[numeral.end : numeral.end + 1] in ("", "\n"):
        return Quantity(
            numeral.start,
            numeral.end,
            numeral.value,
            "bare",
            None,
            "",
            None,
            "exact",
            numeral.start,
            numeral.end,
        )
    return None


def quantities(text: str, currency: str = "CNY") -> list[Quantity]:
    """Return the quantities of a folded text in order; amounts without a named currency are in `currency`."""
    measured: list[tuple[Numeral, Quantity | None]] = []
    end = 0
    for numeral in numerals(text):
        if numeral.start >= end:
            quantity = measure(text, numeral, currency)
            measured.append((numeral, quantity))
            end = quantity.end if quantity else numeral.end
    found: list[Quantity] = []
    for numeral, quantity in reversed(measured):
        following = found[-1] if found else None
        if (quantity is None or quantity.kind == "bare") and not numeral.bare:
            spanning = joined(text, numeral, following)
            if spanning and spanning.high:
                found.pop()  # it is the upper end of the range
            quantity = spanning or quantity or labelled(text, numeral)
        elif (
            quantity
            and following
            and quantity.word == following.word
            and quantity.kind in ("money", "percent")
        ):
            spanned = RANGE.fullmatch(text[quantity.end : following.start])
            if spanned and quantity.value < following.value and not quantity.is_factor:
                quantity = replace(
                    following, start=quantity.start, value=quantity.value, high=following.value
                )
                found.pop()
        if quantity:
            found.append(quantity)
    taken = {quantity.start for quantity in found}
    found += [half for half in halves(text) if half.start not in taken]
    return sorted(found, key=lambda quantity: quantity.start)
