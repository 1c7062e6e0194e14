"""The wide table: which figures may stand in a cell, and what becomes of those that differ."""

from itertools import product

import pytest

from crawler.exports.agreement import agree, interval
from crawler.exports.places import place_code
from crawler.exports.tables.cells import CELLS, cells
from crawler.exports.tables.wide import WIDE, wide


@pytest.mark.parametrize(
    ("place", "region", "code"),
    [
        ("西藏", None, "540000"),
        ("广西壮族自治区", "110000", "450000"),
        ("广西全区", "450000", "450000"),
        ("全国", "450100", "000000"),
        ("我国", None, "000000"),
        ("全省", "530102", "530000"),
        ("全市", "530102", "530100"),
        ("我县", "530199", None),  # a code the table lacks
        ("全县", "450225", "450225"),
        ("全区", "450100", "450000"),
        ("全区公安机关", "450102", "450102"),
        ("全市", "110105", "110000"),
        ("全市", "530000", None),
        ("全市", None, None),
        ("上海等地", None, None),
        ("广西、云南", None, None),
        ("境外", "450000", None),
        ("各地", "450000", None),
        ("中国香港", None, None),
        ("臺灣", None, "710000"),
        (None, "450000", None),
    ],
)
def test_a_place_seen_from_its_issuer(place, region, code):
    assert place_code(place, region) == code


@pytest.mark.parametrize(
    ("figures", "same"),
    [
        ([(383, "exact"), (383, "exact")], True),
        ([(383, "exact"), (391, "exact")], False),
        ([(380, "over"), (383, "exact")], True),
        ([(380, "over"), (391, "exact")], False),
        ([(400, "nearly"), (383, "exact")], True),
        ([(29000000, "over"), (29360000, "exact")], True),
        ([(467000000, "exact"), (467120000, "exact")], True),
        ([(467000000, "exact"), (468000000, "exact")], False),
        ([(3000000, "exact"), (3400000, "exact")], False),
        ([(7.5, "exact"), (7.54, "exact")], False),
        ([(300, "at_least"), (9000, "exact")], True),
        ([(0, "exact"), (0, "exact")], True),
    ],
)
def test_figures_that_say_the_same(figures, same):
    assert agree(figures) is same
    assert agree(figures[::-1]) is same


def test_an_interval_holds_its_value():
    for value, qualifier in product(
        (0, 1, 7.5, 383, 29000000), ("exact", "over", "nearly", "about", "at_least")
    ):
        least, greatest = interval(value, qualifier)
        assert least <= value <= greatest


def rows(*figures: tuple) -> list[tuple]:
    """Return rows of the query of statistics_cells from (rank, value, qualifier, notice)."""
    cell = ("2023", "450000", "cases_solved", "破案数", "cases solved", "case")
    return [
        (*cell, rank, value, qualifier, notice, number, "破获", f"http://{notice}.example/")
        for number, (rank, value, qualifier, notice) in enumerate(figures, start=1)
    ]


@pytest.mark.parametrize(
    ("figures", "value", "agreement"),
    [
        ([(0, 383, "exact", 1)], 383, "one"),
        ([(0, 380, "over", 1), (0, 383, "exact", 1)], 383, "one"),
        ([(0, 380, "over", 1), (0, 383, "exact", 2)], 383, "agree"),
        ([(0, 383, "exact", 1), (2, 391, "exact", 2)], 383, "outvoted"),
        ([(0, 383, "exact", 1), (0, 391, "exact", 2)], None, "conflict"),
        ([(1, 383, "exact", 1), (1, 391, "exact", 1)], None, "several"),
    ],
)
def test_one_cell(figures, value, agreement):
    (cell,) = cells(rows(*figures))
    told = dict(zip(CELLS.names, cell, strict=True))
    assert (told["value"], told["agreement"]) == (value, agreement)
    assert told["region"] == "广西壮族自治区"
    assert told["figures"] == list(dict.fromkeys(f"{q} {v}" for _, v, q, _ in figures))
    assert told["notices"] == len(told["notice_ids"])
    assert (told["url"] is None) is (value is None)


def test_the_wide_table_leaves_a_conflict_empty_and_names_it():
    country = [
        (
            "2022",
            "000000",
            "funds_returned",
            "",
            "",
            "CNY",
            0,
            5000000,
            "exact",
            3,
            9,
            "返还",
            "http://3.example/",
        )
    ]
    foreign = [
        ("2022", "810000", "losses", "", "", "HKD", 0, 5000000, "exact", 3, 9, "损失", "http://3.example/")
    ]
    found = list(wide(cells([*country, *foreign, *rows((0, 383, "exact", 1), (0, 391, "exact", 2))])))
    whole, tibet = (dict(zip(WIDE.names, row, strict=True)) for row in found)
    assert (whole["region"], whole["region_level"], whole["funds_returned"]) == ("全国", "country", 5000000)
    assert (tibet["year"], tibet["province"], tibet["cases_solved"]) == (2023, "广西壮族自治区", None)
    assert tibet["differing"] == ["cases_solved"]
    assert whole["differing"] == []
