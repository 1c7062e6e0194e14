"""The gold table of statistics, and what must hold for any text."""

import sys
from dataclasses import asdict

import pytest

from crawler.metrics import METRICS
from pipelines.statistics import StatisticsPipeline, read_statistics
from tests.gold_statistics import GOLD, page

IN_PERIOD = {"start", "end", "raw"}


def seen(statistic, wanted):
    """The statistic with the keys that the gold row names."""
    record = asdict(statistic)
    values = (record["change"] or {}) | record | {key: (record["period"] or {}).get(key) for key in IN_PERIOD}
    values["metric"] = f"other/{statistic.other_code}" if statistic.other_code else statistic.metric
    return {key: values.get(key) for key in wanted}


def cases():
    """The gold entries; one marked `missed` has to fail, so that the mark goes when it is read right."""
    for entry in GOLD:
        marks = [pytest.mark.xfail(strict=True)] if entry.get("missed") else []
        yield pytest.param(entry, marks=marks, id=entry["text"][:24])


@pytest.mark.parametrize("entry", list(cases()))
def test_gold(entry):
    wanted = entry.get("figures", [])
    found = read_statistics(page(entry["text"], entry.get("published")))
    assert [seen(statistic, row) for statistic, row in zip(found, wanted, strict=False)] == wanted
    assert [statistic.quote for statistic in found[len(wanted) :]] == []


@pytest.mark.parametrize("entry", GOLD, ids=lambda entry: entry["text"][:24])
def test_quotes_stand_at_their_offsets(entry):
    for statistic in read_statistics(page(entry["text"], entry.get("published"))):
        assert entry["text"][statistic.start : statistic.end] == statistic.quote
        assert statistic.value is not None or statistic.change is not None


def test_gold_holds_every_metric():
    told = {row["metric"] for entry in GOLD for row in entry.get("figures", [])}
    assert {metric.code for metric in METRICS} <= told | {"other"}


def test_label_is_cut_from_the_text():
    (found,) = read_statistics(page("云岭警方破獲電信詐騙案件383起。"))
    assert (found.label, found.place) == ("破獲電信詐騙案件", "云岭")


def test_page_without_text_has_no_statistics():
    assert StatisticsPipeline().process_item(page("")).statistics == []


SHAPES = [
    "万",
    "1起、",
    "破获1起,",
    "抓获1人",
    "占1%",
    "：1\n",
    "（1起）",
    "上升",
    "同比上升1%、",
    "2021年以来，",
    "去年同期2起，",
    "“",
    "其中1人",
    "1",
    "、",
    "（",
    "（1起",
    "下降",
    "2021年、",
    "转账1次共计",
    "1\t1\n",
    "a\t1起\n",
    "破案\n1起\n",
    "1宗、2宗",
    "每10起有1起",
    "2021年近日",
    "1起2021年",
    "同比下降1%",
    "截至目前，今年",
    "今日。抓获1人。",
]


@pytest.mark.parametrize("shape", SHAPES)
def test_work_grows_no_faster_than_the_text(shape):
    def calls(size):
        count = 0

        def counted(frame, event, argument):
            nonlocal count
            count += 1

        text = page(shape * (size // len(shape)), "2024-06-12")
        sys.setprofile(counted)
        try:
            read_statistics(text)
        finally:
            sys.setprofile(None)
        return count

    calls(200)  # fills the caches of words
    assert calls(4_000) <= 2.2 * calls(2_000) + 500


@pytest.mark.parametrize(
    ("title", "text", "quotes"),
    [
        ("前三季度云岭罪案逾万宗", "前三季度全市共立案10234宗。", ["逾万宗"]),  # rounded: a figure of its own
        ("云岭警方破获诈骗案37起", "云岭警方日前破获诈骗案37起。", []),  # repeated
        ("全年诈骗案上升两成", "2030年全市诈骗案件立案900起，同比上升20%。", []),
        ("云岭退还被骗资金60余万元", "退赃大会日前在文化广场举行。", ["60余万元"]),
        ("云岭一居民被骗数万元", "居民小王近日网购时受骗。", []),  # vague: no figure
        ("反诈宣传进校园", "民警讲解了3种骗术。", []),
        (None, "全市破案8起。", []),
    ],
)
def test_figures_that_only_the_title_tells(title, text, quotes):
    told = page(text, "2031-01-05")
    told.title = title
    found = [figure for figure in read_statistics(told) if figure.in_title]
    assert [figure.quote for figure in found] == quotes
    assert all(title[figure.start : figure.end] == figure.quote for figure in found)


def test_a_title_counts_in_the_money_of_its_page():
    told = page("司警今日在澳门召开记者会。澳门治安警察局派员出席。", "2031-01-05")
    told.title = "司警接诈骗案94宗 损失2.1亿元"
    assert [(figure.value, figure.unit) for figure in read_statistics(told)] == [
        (94, "case"),
        (210000000, "MOP"),
    ]


def test_a_figure_of_the_title_is_of_the_period_that_the_text_speaks_of():
    told = page("2030年全市破获诈骗案1208起，抓获嫌疑人931人。", "2031-01-05")
    told.title = "云岭破诈骗案逾千起"
    assert {figure.period.start for figure in read_statistics(told)} == {"2030-01-01"}
    told.text = told.folded = "2030年全市破获诈骗案1208起。2031年1月抓获嫌疑人31人。"
    assert read_statistics(told)[0].period is None
