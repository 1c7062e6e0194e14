"""Figures in the tables of HTML pages: header, row label and caption say what a cell counts."""

import pytest
from scrapy.utils.project import get_project_settings

from crawler.items import Page
from pipelines.reading import Reader
from pipelines.statistics import read_statistics
from tests.gold_statistics import page

BEFORE = (
    "<p>2023年，云岭市公安局持续打击电信网络诈骗犯罪，现将有关情况通报如下，请各单位认真学习，抓好落实。</p>"
)
AFTER = "<p>特此通报，请广大市民继续支持和配合公安机关开展反诈工作，守护好自己的钱袋子。</p>"


def html_table(*rows: str) -> str:
    """A table whose cells are given with a bar between."""
    written = "".join(
        "<tr>" + "".join(f"<td><p>{cell}</p></td>" for cell in row.split("|")) + "</tr>" for row in rows
    )
    return f"<table><tbody>{written}</tbody></table>"


def told(html: str) -> list[tuple]:
    body = f"<html><head><title>云岭市打击电诈工作通报</title></head><body><div class=TRS_Editor>{BEFORE}{html}{AFTER}</div>"
    read = Reader(get_project_settings()).read(
        Page(url="http://gaj.yunling.example/1.html", body=(body + "</body></html>").encode())
    )
    for row in read.statistics:
        assert read.text[row.start : row.end] == row.quote
    return [(row.metric, row.value, row.unit, row.period and row.period.start) for row in read.statistics]


def test_header_gives_the_period_and_row_label_metric_and_unit():
    assert told(
        html_table("指标|2022年|2023年", "立案数（起）|1,203|1,102", "损失金额（万元）|8,120.5|7,003")
    ) == [
        ("cases_filed", 1203, "case", "2022-01-01"),
        ("cases_filed", 1102, "case", "2023-01-01"),
        ("losses", 81205000, "CNY", "2022-01-01"),
        ("losses", 70030000, "CNY", "2023-01-01"),
    ]


def test_header_gives_metric_and_caption_the_unit():
    found = told(
        "<p>单位：万元</p>" + html_table("单位|破案数|止付金额", "城东分局|31|203.4", "城西分局|28|188")
    )
    assert [row[:3] for row in found] == [
        ("cases_solved", 31, "case"),
        ("funds_intercepted", 2034000, "CNY"),
        ("cases_solved", 28, "case"),
        ("funds_intercepted", 1880000, "CNY"),
    ]


def test_a_row_with_an_empty_cell_is_left_out():
    assert told(html_table("指标|2022年|2023年", "立案数（起）||1,102")) == []


def test_money_without_a_unit_is_left_out():
    assert told(html_table("单位|止付金额", "城东分局|203.4", "城西分局|188")) == []


@pytest.mark.parametrize(
    ("header", "cell", "change"),
    [
        ("同比增长(%)", "-8.4", ("yoy", "down", 8.4)),
        ("同比", "+11.3%", ("yoy", "up", 11.3)),
        ("环比", "12%↓", ("mom", "down", 12)),
        ("同比降幅", "9.1%", ("yoy", "down", 9.1)),
        ("同比", "0%", ("yoy", "flat", 0)),
    ],
)
def test_a_column_of_changes_tells_of_the_figure_beside_it(header, cell, change):
    (row,) = read_statistics(page(f"指标\t2023年\t{header}\n破案数（起）\t712\t{cell}"))
    assert (row.change.basis, row.change.direction, row.change.percent) == change


def test_a_copied_page_keeps_the_tabs_of_its_tables():
    text = "2023年各类电诈案件情况\n类型\t发案数（起）\t损失（万元）\n刷单返利\t1206\t6120\n虚假投资\t483\t9834\n"
    read = Reader(get_project_settings()).read(
        Page(url="http://gaj.yunling.example/1.txt", content_type="text/plain", body=text.encode())
    )
    assert [(row.metric, row.value, row.unit) for row in read.statistics] == [
        ("cases_filed", 1206, "case"),
        ("losses", 61_200_000, "CNY"),
        ("cases_filed", 483, "case"),
        ("losses", 98_340_000, "CNY"),
    ]


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("类型 发案数（起） 损失（万元）\n刷单 1206 6120\n投资 483 9834\n客服 415 2207\n", 6),
        ("| 类型 | 发案数（起） |\n| 刷单 | 1206 |\n| 投资 | 483 |\n| 客服 | 415 |\n", 3),
        ("立案 612\n破案 438\n抓获 701\n", 3),
        ("立案 612\n破案 438\n", 0),  # two lines are no table
        ("类型 宗数 损失（万元）\n刷单 1 206\n投资 2 483\n客服 3 415\n", 0),  # 1 206 may be one number
    ],
)
def test_a_copied_table_has_words_and_numbers_in_line(table, told):
    assert len(read_statistics(page("2023年电诈案件情况\n" + table))) == told
