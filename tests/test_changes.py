"""Changes: direction, base, size, and the figures they are about."""

from dataclasses import asdict

import pytest

from crawler.items import Page
from pipelines.statistics import read_statistics

TOLD = [
    ("破获案件50起，同比上升87%。", {"basis": "yoy", "direction": "up", "percent": 87}),
    ("破获案件50起，较上月减少12起。", {"basis": "mom", "direction": "down", "abs": 12}),
    ("破获案件50起，比2019年同期多8起。", {"basis": "vs_period", "direction": "up", "abs": 8}),
    (
        "2023年破获案件50起，是2022年的2.5倍。",
        {"basis": "yoy", "direction": "up", "factor": 2.5, "factor_kind": "ratio_to"},
    ),
    (
        "破获案件50起，按年增加2倍。",
        {"basis": "yoy", "direction": "up", "factor": 2, "factor_kind": "increase_by"},
    ),
    ("破获案件50起，与去年同期持平。", {"basis": "yoy", "direction": "flat"}),
    (
        "破获案件50起，同比下降九成以上。",
        {"basis": "yoy", "direction": "down", "percent": 90, "qualifier": "at_least"},
    ),
    ("破获案件50起，同比少7起(12.3%)。", {"basis": "yoy", "direction": "down", "abs": 7, "percent": 12.3}),
    ("破案率31%，较去年下跌2.7个百分点。", {"basis": "yoy", "direction": "down", "percentage_points": 2.7}),
    ("立案数同比下降18%。", {"basis": "yoy", "direction": "down", "percent": 18}),
    ("立案数增长5%。", {"direction": "up", "percent": 5}),
]
NOT_TOLD = ["破获案件50起，新增线索3条。", "抓获多名嫌疑人，受害人多达30名。", "减少群众损失300万元。"]


def read(text):
    return read_statistics(
        Page(url="https://yunling.example/1.html", text=text, folded=text, published="2024-10-12")
    )


@pytest.mark.parametrize(("text", "change"), TOLD)
def test_change(text, change):
    found = read(text)[0].change
    assert {key: value for key, value in asdict(found).items() if value is not None} == change


@pytest.mark.parametrize("text", NOT_TOLD)
def test_no_change(text):
    assert [statistic.change for statistic in read(text) if statistic.change] == []


def test_second_comparison():
    (found,) = read("1至9月立案108宗，较2023年同期多11宗，升12.2%；较2019年同期多2宗，升2.2%。")
    assert (found.change.abs, found.change.percent) == (11, 12.2)
    assert (found.change2.basis, found.change2.abs, found.change2.percent) == ("vs_period", 2, 2.2)


def test_lists_are_given_out_in_order():
    found = read("破案90起、抓获120人、打掉团伙6个，同比分别上升12%、15%和9.5%。")
    assert [(statistic.value, statistic.change.percent) for statistic in found] == [
        (90, 12),
        (120, 15),
        (6, 9.5),
    ]


def test_old_values_are_records_of_their_own():
    new, old = read("抓获24人，去年同期13人，激增84.6%。")
    assert (new.value, new.change.from_value, new.change.basis, new.baseline) == (24, 13, "yoy", False)
    assert (old.value, old.baseline, old.change) == (13, True, None)


def test_old_values_in_brackets():
    new, year_before, week_before = read("发案6起，同比（10起）下降40%，环比（8起）下降25%。")
    assert (new.change.basis, new.change.percent, new.change.from_value) == ("yoy", 40, 10)
    assert (new.change2.basis, new.change2.percent) == ("mom", 25)
    assert [year_before.baseline, week_before.baseline] == [True, True]
