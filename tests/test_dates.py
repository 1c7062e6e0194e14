from datetime import date

import pytest

from crawler.date_forms import ANY_MARK, FORMS, VARIANTS
from crawler.dates import Day, find_dates, parse_date
from crawler.url_dates import date_in_url

ANCHOR = date(2031, 6, 15)

FULL = {
    "2031年4月2日": "2031-04-02",
    "2031 年 4 月 2 日": "2031-04-02",
    "2031年04月02日 08:10": "2031-04-02T08:10",
    "2031年4月2日星期三 8:05": "2031-04-02T08:05",
    "2031年4月2日 09时32分": "2031-04-02T09:32",
    "2031年04月02日08:29": "2031-04-02T08:29",
    "２０３１年４月２日": "2031-04-02",
    "二〇三一年四月二日": "2031-04-02",
    "二○三一年四月二日": "2031-04-02",
    "二O三一年四月二日": "2031-04-02",
    "二零三一年十二月三十一日": "2031-12-31",
    "二0三一年十月廿一日": "2031-10-21",
    "二 〇 三 一 年 三 月 一 日": "2031-03-01",
    "一九九八年元月十日": "1998-01-10",
    "民國120年5月6日": "2031-05-06",
    "中華民國一百二十年五月六日": "2031-05-06",
    "中华民国一二〇年五月六日": "2031-05-06",
    "民國百年十月十日": "2011-10-10",
    "2031-04-02": "2031-04-02",
    "2031/4/2": "2031-04-02",
    "2031.04.02": "2031-04-02",
    "[2031-04-02]": "2031-04-02",
    "2031-04-02 08:10:59": "2031-04-02T08:10",
    "2031-04-02  08:10": "2031-04-02T08:10",
    "2031-04-02T08:10:00+08:00": "2031-04-02T08:10",
    "2031-04-0208:10:00": "2031-04-02T08:10",
    "2031-04-02 10∶08": "2031-04-02T10:08",
    "2031-04-02 下午3:05": "2031-04-02T15:05",
    "2031-04-02 03:05 PM": "2031-04-02T15:05",
    "2031-04-02 00:00:00": "2031-04-02",
    "2031-04-02 阅读 12345": "2031-04-02",
    "发布时间:2031-04-02": "2031-04-02",
    "02.04.2031 18:15": "2031-04-02T18:15",
    "23/04/2031": "2031-04-23",
    "04/23 2031": "2031-04-23",
    "2031 04/02 14:52:26": "2031-04-02T14:52",
    "02 2031-04": "2031-04-02",
    "2031-04 02": "2031-04-02",
    "20310402": "2031-04-02",
    "2 April 2031": "2031-04-02",
    "Apr 2, 2031 09:30": "2031-04-02T09:30",
}
NO_YEAR = {  # without an anchor, with it
    "03-27": ("--03-27", "2031-03-27"),
    "3月27日": ("--03-27", "2031-03-27"),
    "08月22日08:29": ("--08-22", "2030-08-22T08:29"),
    "12/31": ("--12-31", "2030-12-31"),
    "2月29日": ("--02-29", "2028-02-29"),
    "去年8月3日": ("--08-03", "2030-08-03"),
    "去年8月": (None, "2030-08"),
    "今年3月2日": ("--03-02", "2031-03-02"),
    "昨日": (None, "2031-06-14"),
    "前天": (None, "2031-06-13"),
    "昨天(14日)": (None, "2031-06-14"),
    "今(13)日": (None, "2031-06-13"),
    "3天前": (None, "2031-06-12"),
    "噚日": (None, "2031-06-14"),
    "昨晚": (None, "2031-06-14"),
    "上周四": (None, "2031-06-05"),  # the anchor is a Sunday
    "上週四（12日）": (None, "2031-06-12"),
    "上星期日": (None, "2031-06-08"),
    "本月10日": (None, "2031-06-10"),
    "上月20日": (None, "2031-05-20"),
    "26日": (None, "2031-05-26"),
    "8日": (None, "2031-06-08"),
}
PARTIAL = {"2031年4月": ("2031-04", "month"), "2031-04": ("2031-04", "month"), "二〇三一年": ("2031", "year")}
NOTHING = (
    "", "2031年4月日", "2031年月2日", "年5月11日", "203年4月2日", "2031年2月30日", "2031年13月1日", "2031年4月45日", "2031-00-12",
    "05/07/2031", "31-04-02", "120-05-06", "0999-2825182", "192.168.2031.1.2", "2031-04-02 至 2031-05-01", "〔2031〕38号", "云剑-2031",
    "近日", "刚刚", "日前", "前几日", "3小时前", "上月31日", "32日", "两周前", "大年初三", "3.5", "13912345678", "关于防诈的通告",
)  # fmt: skip


@pytest.mark.parametrize(("text", "iso"), FULL.items())
def test_full_dates(text, iso):
    day = parse_date(text)
    assert day == Day(iso, "minute" if "T" in iso else "day")
    assert day.date == iso[:10]


@pytest.mark.parametrize(("text", "expected"), NO_YEAR.items())
def test_dates_without_a_year_need_an_anchor(text, expected):
    bare, anchored = parse_date(text), parse_date(text, ANCHOR)
    assert (bare and bare.iso, anchored and anchored.iso) == expected
    assert bare is None or bare.date is None


@pytest.mark.parametrize(("text", "expected"), PARTIAL.items())
def test_partial_dates(text, expected):
    day = parse_date(text)
    assert (day.iso, day.precision) == expected
    assert day.date is None


@pytest.mark.parametrize("text", NOTHING)
def test_damage_and_other_numbers_are_nothing(text):
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2031-04-01T16:10:00Z", "2031-04-02T00:10"),
        ("2031-04-02T23:59:59.123Z", "2031-04-03T07:59"),
        ("2031-04-02T08:10:00+0800", "2031-04-02T08:10"),
        ("2031-04-02T01:10:00-05:00", "2031-04-02T14:10"),
        ("2031-04-01T16:00:00Z", "2031-04-02"),  # midnight in China
        ("2031-04-02T00:00:00Z", "2031-04-02"),  # a template's way of showing no time
        ("2031-04-02 08:10-09:30", "2031-04-02T08:10"),  # a span, no offset
    ],
)
def test_times_are_shown_in_chinese_time(text, iso):
    assert parse_date(text).iso == iso


def test_short_years_only_where_asked_for():
    assert parse_date("31-04-02", short_year="ce").iso == "2031-04-02"
    assert parse_date("120-05-06", short_year="roc").iso == "2031-05-06"
    assert parse_date("120年5月6日", short_year="roc").iso == "2031-05-06"


def test_find_dates_gives_offsets_in_order():
    text = "自２０３１年４月２日起，至二○三一年五月一日止；3月9日报案，去年8月立案。"
    found = find_dates(text, ANCHOR)
    assert [text[hit.start : hit.end] for hit in found] == [
        "２０３１年４月２日",
        "二○三一年五月一日",
        "3月9日",
        "去年8月",
    ]
    assert [hit.day.iso for hit in found] == ["2031-04-02", "2031-05-01", "2031-03-09", "2030-08"]


@pytest.mark.parametrize(
    "text", ["一" * 200_000, "2031年" * 40_000, "1 " * 100_000, "12月" * 60_000, "今年" * 100_000]
)
def test_long_runs_are_read_in_linear_time(text):
    assert all(hit.day.date is None for hit in find_dates(text))


@pytest.mark.parametrize(
    ("url", "iso"),
    [
        ("http://a.example/zwgk/203104/t20310402_9468077.html", "2031-04-02"),
        ("http://a.example/2031/04/02/1.html", "2031-04-02"),
        ("http://a.example/2031/0402/1.html", "2031-04-02"),
        ("http://a.example/2031-04/02/content_1.htm", "2031-04-02"),
        ("http://a.example/203104/02/1.htm", "2031-04-02"),
        ("http://a.example/20310402/99.html", "2031-04-02"),
        ("http://a.example/2031_04/02/1.html", "2031-04-02"),
        ("http://a.example/2031/4/2/1.shtml", "2031-04-02"),
        ("http://a.example/post-7-20310402.htm", "2031-04-02"),
        ("http://a.example/2031/ABCDEFGH_0402", "2031-04-02"),
        ("http://a.example/31/0402/08/ABCDEFGH00012345.html", "2031-04-02"),
        ("http://a.example/b5/31/4/2/n2773965.htm", "2031-04-02"),
        ("http://a.example/203104/193332.html", None),
        ("http://a.example/20310877019/04", None),
        ("http://a.example/info/1038/2447.htm", None),
        ("http://a.example/show.html?id=20310402", None),
        ("http://a.example/2031/04/02/t20310405_1.html", None),
        ("", None),
    ],
)
def test_dates_in_addresses(url, iso):
    day = date_in_url(url)
    assert (day and day.iso) == iso


@pytest.mark.parametrize("written", FULL)
def test_the_marks_of_a_form_stand_in_all_it_finds(written):
    normal = written.translate(VARIANTS)
    found = [(form, match[0]) for form in FORMS for match in form.pattern.finditer(normal)]
    assert all(form.marks.search(words) and ANY_MARK.search(words) for form, words in found)
