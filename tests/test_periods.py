"""Periods: what times mean on the day of publication, and what they do."""

import pytest

from crawler.items import Period
from pipelines.figures.periods import mentions
from pipelines.statistics import read_statistics
from tests.gold_statistics import page

PUBLISHED = "2024-06-12"
RESOLVED = {
    "2021年": ("2021-01-01", "2021-12-31"),
    "今年": ("2024-01-01", None),
    "今年以来": ("2024-01-01", None),
    "去年": ("2023-01-01", "2023-12-31"),
    "上半年": ("2024-01-01", "2024-06-30"),
    "今年1至5月": ("2024-01-01", "2024-05-31"),
    "2023年1月至11月": ("2023-01-01", "2023-11-30"),
    "1—4月": ("2024-01-01", "2024-04-30"),
    "去年八月": ("2023-08-01", "2023-08-31"),
    "今年前4月": ("2024-01-01", "2024-04-30"),
    "前三季度": ("2024-01-01", "2024-09-30"),
    "首三季": ("2024-01-01", "2024-09-30"),
    "首季": ("2024-01-01", "2024-03-31"),
    "第一季度": ("2024-01-01", "2024-03-31"),
    "9月18日至9月24日": ("2023-09-18", "2023-09-24"),
    "8月21日至27日": ("2023-08-21", "2023-08-27"),
    "2021年至2023年": ("2021-01-01", "2023-12-31"),
    "2018年1月至今年3月": ("2018-01-01", "2024-03-31"),
    "2023年7月以来": ("2023-07-01", None),
    "截至2024年5月底": (None, "2024-05-31"),
    "上月": ("2024-05-01", "2024-05-31"),
    "上月15日": ("2024-05-15", "2024-05-15"),
    "本月1日至7日": ("2024-06-01", "2024-06-07"),
    "上个月28日至本月8日": ("2024-05-28", "2024-06-08"),
    "113年1月至10月": ("2024-01-01", "2024-10-31"),
    "二〇二二年": ("2022-01-01", "2022-12-31"),
}
RAW = ["近日", "五年来", "截至目前", "专项行动部署以来"]


@pytest.mark.parametrize(("text", "period"), RESOLVED.items())
def test_resolved(text, period):
    (found,) = mentions(f"{text}，破获", PUBLISHED)
    assert (found.period.start, found.period.end, found.role) == (*period, "main")


@pytest.mark.parametrize("text", RAW)
def test_raw(text):
    (found,) = mentions(f"{text}，破获", PUBLISHED)
    assert (found.period.start, found.period.end, found.period.raw) == (None, None, text)


@pytest.mark.parametrize("text", ["今年1至5月", "上半年", "8月21日", "上月"])
def test_no_year_is_guessed_without_a_day_of_publication(text):
    (found,) = mentions(f"{text}，破获", None)
    assert (found.period.start, found.period.end) == (None, None)


@pytest.mark.parametrize(
    "text", ["2月30日，", "13月，", "2021年2月31日，", "13.5-14.6，", "上半年至十五日，"]
)
def test_days_that_do_not_exist_are_not_resolved(text):
    assert all(found.period.start is None for found in mentions(text, PUBLISHED) if found.text in text[:-1])


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("市公安局本月11日介绍", "told"),
        ("较去年同期上升3%", "base"),
        ("比2022年下降4.8%", "base"),
        ("去年同期13人", "compared"),
        ("云岭6月11日电", "told"),
        ("市公安局11日介绍", "told"),
        ("6月11日，警方", "main"),
    ],
)
def test_role(text, role):
    assert mentions(text, PUBLISHED)[0].role == role


def test_the_month_in_an_address_dates_what_its_days_do_not():
    notice = page("云岭11月16日电 今年前10月，全省止付资金1300万元。上月破获案件30起。")
    notice.url = "https://yunling.example/news/201611/5416640.html"
    first, second = read_statistics(notice)
    assert (first.period.start, first.period.end) == ("2016-01-01", "2016-10-31")
    assert (second.period.start, second.period.end) == ("2016-10-01", "2016-10-31")


def test_a_month_alone_resolves_no_day():
    notice = page("昨日破获案件30起。")
    notice.url = "https://yunling.example/news/201611/5416640.html"
    assert read_statistics(notice)[0].period == Period(raw="昨日")


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("2024年第二季度，全省立案5971起，同比下降17.6%。\n同期破获案件2766起。", "2024-04-01"),
        ("2024年第二季度，全省立案5971起（同期6200起）。", "2023-04-01"),
        ("2024年第二季度，全省立案5971起，同期6200起。", "2023-04-01"),
    ],
)
def test_the_same_time_is_an_old_one_only_in_a_comparison(text, start):
    assert read_statistics(page(text, "2024-07-10"))[-1].period.start == start


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2022年和2023年，全市共破案500起。", "2022-01-01", "2023-12-31"),
        ("骗案于2021及2022年连续上升超过三成。", "2021-01-01", "2022-12-31"),
        ("2021年和2023年，全市破案500起。", "2023-01-01", "2023-12-31"),
        ("2024年5月30日，对方将我警方前期通报的4名嫌疑人移交我方。", "2024-05-30", "2024-05-30"),
        ("2024年此类骗案由1月单月60宗回落至第四季每月平均12宗。", "2024-10-01", "2024-12-31"),
        ("2024年2月开始试行。至十二月底，共发出预警300条。", "2024-02-01", "2024-12-31"),
        ("2024年，全市破案500起。针对2024年9月后出现的送现金手法，抓获嫌疑人12名。", None, None),
    ],
)
def test_the_period_that_governs(text, start, end):
    period = read_statistics(page(f"云岭通报\n{text}", "2025-02-01"))[-1].period or Period()
    assert (period.start, period.end) == (start, end)


@pytest.mark.parametrize(("days", "before"), [("3月4日至3月10日", "2024-02-26"), ("3月4日至3月11日", None)])
def test_the_week_before_is_that_of_the_bulletin_not_of_its_publication(days, before):
    text = f"{days}\n本周发案7起，环比上周（9起）下降22.2%。"
    assert read_statistics(page(text, "2024-03-20"))[-1].period.start == before


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("2021年全省起诉电诈犯罪4218人。去年起诉帮信罪近1.3万人，同比上升超8倍。", "2021-01-01"),
        ("2024年騙案共3 120宗，升7%。這類騙案由去年七月的210宗高峰回落。", "2024-07-01"),
        ("2021年全省起诉电诈犯罪4218人，去年起诉帮信罪900人。", None),  # told beside it: the year before
        ("2021年破获案件383起。去年为205起。", None),
        ("2021年起诉4218人。今年以来批捕800人。去年起诉帮信罪900人。", None),
        ("2021年起诉4218人，2022年3月批捕300人。去年起诉帮信罪900人。", None),
        ("2021年1月至10月起诉4218人。去年起诉帮信罪900人。", None),
        ("截至2021年，全省起诉4218人。去年起诉帮信罪900人。", None),
    ],
)
def test_last_year_is_the_year_told_as_a_whole(text, start):
    assert read_statistics(page(text))[-1].period.start == start


def test_last_year_as_a_base_is_before_the_year_told():
    new, old = read_statistics(page("2021年破获案件383起。较去年的205起上升87%。"))[:2]
    assert (new.period.start, old.period.start) == ("2021-01-01", None)


def test_last_year_is_before_the_day_of_publication():
    text = "2021年全省起诉电诈犯罪4218人。去年起诉帮信罪900人。"
    assert read_statistics(page(text, "2021-12-30"))[-1].period.start == "2020-01-01"


@pytest.mark.parametrize(
    ("title", "start"),
    [
        ("2024年云岭市电诈警情通报", "2024-01-01"),
        ("2024年1—5月全市电诈案件情况", "2024-01-01"),
        ("2024年反诈宣传月活动启动", None),  # names no report
        ("2023年和2024年全市电诈案件情况", None),  # which of the two?
    ],
)
def test_the_headline_of_a_report_dates_its_figures(title, start):
    notice = page("全市共立案466起。")
    notice.title = title
    period = read_statistics(notice)[0].period
    assert (period and period.start) == start


def test_the_year_of_the_headline_is_that_of_a_month_below():
    notice = page("1至5月，全市共立案466起。")
    notice.title = "2024年全市电诈案件情况"
    assert read_statistics(notice)[0].period == Period("2024-01-01", "2024-05-31")
