"""Why each figure was read and each other number was not: `scrapy extract --explain`."""

from scrapy.utils.project import get_project_settings

from crawler.commands.extract import explained
from crawler.inputs import Input
from pipelines.figures.explain import explain
from pipelines.reading import Reader
from pipelines.statistics import read, records
from tests.gold_statistics import page

TEXT = (
    "2023年，云岭市共破获电信网络诈骗案件383起，同比上升87%，其中刷单案件26起。发案下降9%。\n"
    "对涉案5万元以上的案件提级侦办，会议有30名代表参加，邮编530001。"
)
WHY = """\
    20  383起  cases_solved 383 case
        metric: own clause: 破获 诈骗案
        change: basis yoy, direction up, percent 87; from: 上升87%
        period: start 2023-01-01, end 2023-12-31; from: 2023年
        about: place 云岭市
    39  26起  cases_solved 26 case
        metric: 其中: part of the figure before
        period: start 2023-01-01, end 2023-12-31; from: 2023年
        about: place 云岭市, scam_type click_farming, subset True
    45  下降9%  cases_filed
        metric: a change told without a value
        change: basis yoy, direction down, percent 9; from: 下降9%
        period: start 2023-01-01, end 2023-12-31; from: 2023年
        about: place 云岭市
    54  5万元以上  left out: threshold
    70  30名  left out: attendance
    80  530001  left out: no unit"""


def lines(text: str, published: str | None = None) -> list[str]:
    notice = page(text, published)
    reading = read(notice)
    return list(explain(reading, records(notice, reading)))


def test_every_number_is_explained():
    told = [line for line in lines(TEXT) if "2023  left out" not in line]
    assert "\n".join(told) == WHY


def test_a_date_is_left_out_as_one():
    assert lines("5月3日，云岭警方发布提示。", "2024-05-03") == [
        "     0  5  left out: part of a date",
        "     2  3  left out: part of a date",
    ]


def test_a_change_of_nothing_known_is_left_out():
    assert lines("他的工资上涨了12%。") == ["     7  12%  left out: a change of nothing that is known"]


def test_command_names_the_file_and_what_dates_it():
    body = "云岭警方通报\n发布日期：2024-05-06\n全市抓获犯罪嫌疑人35名。\n".encode()
    reader = Reader(get_project_settings())
    told = list(explained(Input("a.txt", None, body, "text/plain"), reader))
    assert told[:3] == ["# a.txt", "title: 云岭警方通报", "published: 2024-05-06 (header)"]
    assert any("suspects_arrested 35 person" in line for line in told)


def test_command_goes_on_after_an_unreadable_file():
    assert list(explained(Input("a.txt", error="no such file"), None)) == ["# a.txt", "error: no such file"]
