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
