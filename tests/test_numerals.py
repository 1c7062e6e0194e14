"""Numerals: exact values as Chinese reports write them."""

import sys
from decimal import Decimal

import pytest

from pipelines.figures.numerals import numerals, plain

VALUES = {
    "8.25余亿": "825000000",
    "94.88余万": "948800",
    "253.49万": "2534900",
    "2亿5千3百多万": "253000000",
    "1亿零800多万": "108000000",
    "1万4109": "14109",
    "2万5千593": "25593",
    "3万5千": "35000",
    "44 480": "44480",
    "2,900": "2900",
    "1.2万亿": "1200000000000",
    "三点九八万": "39800",
    "一千二百余": "1200",
    "廿五点二亿": "2520000000",
    "一七五三": "1753",
    "五四五○": "5450",
    "五万七千一百多": "57100",
    "一万六千八十六": "16086",
    "九万零二百七十六": "90276",
    "一万五": "15000",
    "三千五": "3500",
    "十二": "12",
    "廿": "20",
    "0.5": "0.5",
}
RANGES = {"数十": (10, 99), "数千": (1000, 9999), "数十万": (100000, 999999), "几百": (100, 999)}
NONE = ("三四十", "万万", "亿亿亿", "0772,123", "1" * 40, "一" * 40, "余", "点")


@pytest.mark.parametrize(("text", "value"), VALUES.items())
def test_value(text, value):
    found = list(numerals(text))
    assert [(text[n.start : n.end], n.value) for n in found] == [(text, Decimal(value))]


@pytest.mark.parametrize(("text", "bounds"), RANGES.items())
def test_range(text, bounds):
    (found,) = numerals(text)
    assert (found.value, found.high) == bounds


@pytest.mark.parametrize("text", NONE)
def test_no_numeral_of_the_whole_text(text):
    assert all((n.start, n.end) != (0, len(text)) or n.bare for n in numerals(text))


def test_hedges_and_scales_are_told():
    (over,) = numerals("2900余万")
    (bare,) = numerals("万")
    assert (over.over, over.scaled, over.bare) == (True, True, False)
    assert (bare.over, bare.scaled, bare.bare) == (False, True, True)


def test_new_number_after_yi():
    assert [n.value for n in numerals("48亿2021年")] == [48 * 10**8, 2021]


@pytest.mark.parametrize(("value", "number"), [("253.49", 253.49), ("2534900.00", 2534900)])
def test_plain_numbers_carry_no_noise(value, number):
    assert plain(Decimal(value)) == number
    assert isinstance(plain(Decimal(value)), type(number))


@pytest.mark.parametrize("unit", ["万", "1", "、", "一", "1,", "1万", "数", "(", "万亿", "余"])
def test_twice_the_text_is_twice_the_work(unit):
    def calls(size):
        count = 0

        def counted(frame, event, argument):
            nonlocal count
            count += 1

        text = unit * (size // len(unit))
        sys.setprofile(counted)
        try:
            sum(1 for _ in numerals(text))
        finally:
            sys.setprofile(None)
        return count

    assert calls(40_000) <= 2.1 * calls(20_000) + 100
