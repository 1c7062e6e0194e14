"""Quantities: span, value, unit and hedge."""

import pytest

from crawler.fold import fold
from pipelines.figures.quantities import quantities

FOUND = [
    ("返还近600万元，", "近600万元", 6000000, "CNY", "nearly"),
    ("破获3100余起案件", "3100余起", 3100, "case", "over"),
    ("损失至少8.4万元。", "至少8.4万元", 84000, "CNY", "at_least"),
    ("劝阻6万余群众", "6万余", 60000, "person", "over"),
    ("约500多宗", "约500多宗", 500, "case", "about"),
    ("教育群众40余万人次", "40余万人次", 400000, "person_time", "over"),
    ("下降九成以上", "九成以上", 90, "percent", "at_least"),
    ("减一成三", "一成三", 13, "percent", "exact"),
    ("佔四成半", "四成半", 45, "percent", "exact"),
    ("占百分之八十", "百分之八十", 80, "percent", "exact"),
    ("万分之三", "万分之三", 3, "per_10000", "exact"),
    ("过了四分之三", "四分之三", 75, "percent", "exact"),
    ("一半以上的", "一半以上", 50, "percent", "at_least"),
    ("逾萬宗罪案", "逾萬宗", 10000, "case", "over"),
    ("抓获上百名嫌疑人", "上百名", 100, "person", "about"),
    ("1.2亿元人民币", "1.2亿元人民币", 120000000, "CNY", "exact"),
    ("HK$3,400萬", "HK$3,400萬", 34000000, "HKD", "exact"),
    ("2000多萬澳門元", "2000多萬澳門元", 20000000, "MOP", "over"),
    ("缴获毒品500公斤", "500公斤", 0.5, "tonne", "exact"),
    ("４４ ４８０宗", "４４ ４８０宗", 44480, "case", "exact"),
    ("300元左右", "300元左右", 300, "CNY", "about"),
]
NOT_FOUND = [
    "2021年8月3日",
    "35岁以下",
    "24小时",
    "拨打96110",
    "第三季度",
    "28个省份",
    "5个月",
    "7×24",
    "6欧元",
    "三天后",
]


@pytest.mark.parametrize(("text", "span", "value", "unit", "qualifier"), FOUND)
def test_found(text, span, value, unit, qualifier):
    (found,) = quantities(fold(text))
    assert (text[found.start : found.end], float(found.value)) == (span, value)
    assert (found.unit, found.qualifier) == (unit, qualifier)


@pytest.mark.parametrize("text", NOT_FOUND)
def test_not_found(text):
    assert quantities(fold(text)) == []


@pytest.mark.parametrize("text", ["3至5万元", "3万元至5万元", "3万-5万元"])
def test_range(text):
    (found,) = quantities(text)
    assert (found.value, found.high, found.unit) == (30000, 50000, "CNY")


def test_unit_of_the_next_holds_for_a_list():
    first, second = quantities("分别多2.5及3.3倍")
    assert (first.word, float(first.value), float(second.value)) == ("倍", 2.5, 3.3)


def test_currency_of_the_publisher():
    assert quantities("91.5亿元", "HKD")[0].unit == "HKD"
    assert quantities("91.5亿元人民币", "HKD")[0].unit == "CNY"


def test_label_may_give_the_unit_but_no_code_or_time():
    assert [found.kind for found in quantities("诈骗案: 44 480\n")] == ["bare"]
    assert quantities("标识码：4500000123\n时间 10:15:32\n") == []


def test_a_bare_range_at_the_end_of_a_text_takes_nothing_with_it():
    (quantity,) = quantities("破获数万")
    assert (quantity.value, quantity.high) == (10_000, 99_999)
