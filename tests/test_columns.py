"""`scrapy columns`: which links of a home page are columns of notices, and what is printed."""

from types import SimpleNamespace

import pytest
import yaml

from crawler.commands.columns import Command
from crawler.demo.crawl import demo_settings
from crawler.demo.server import SampleSites
from crawler.sites import load_registry
from spiders.home import rank, read_home, registry_entry
from spiders.lists import FAMILIES
from tests.crawling import run_spider
from tests.loopback import Loopback

URL = "http://gaj.yunling.example/"
HOME = """<html><head><title>首页 - 广西壮族自治区柳州市公安局门户网站</title></head><body>
<a href="/">首页</a><a href="/zwgk/">政务公开</a><a href="/tzgg/">通知公告</a><a href="/zbgg/">招标公告</a>
<a href="/fzzl/index.html">反诈专栏</a><a href="jfts/">[警方提示]</a><a href="/jfts/">更多</a>
<a href="/jfts/202404/t20240401_1.html">警方提示：谨防冒充客服诈骗，已有多人上当</a>
<a href="http://other.example/jqtb/">警情通报</a><a href="javascript:void(0)">典型案例</a></body></html>"""


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("反诈专栏", 0), ("全民反诈", 0), ("警方提示", 1), ("防范提示", 1), ("警情通报", 2), ("典型案例", 3),
        ("通知公告", 4), ("通告", 4), ("警务动态", 5), ("公安要闻", 5), ("防詐騙宣導", 0),
        ("政务公开", None), ("招标公告", None), ("办事指南", None), ("机构职能", None),
        ("云岭警方破获特大电信网络诈骗案", None),
    ],
)  # fmt: skip
def test_rank(label, expected):
    assert rank(label) == expected


def test_a_home_page():
    home = read_home(HOME.encode(), URL)
    assert (home.host, home.name, home.region) == (
        "gaj.yunling.example",
        "广西壮族自治区柳州市公安局",
        "450200",
    )
    assert [(column.label, column.url) for column in home.columns] == [
        ("反诈专栏", f"{URL}fzzl/index.html"), ("警方提示", f"{URL}jfts/"), ("通知公告", f"{URL}tzgg/"),
    ]  # fmt: skip


@pytest.mark.parametrize("url", [URL, "http://gaj.yunling.example:8080/"])
def test_the_entry_can_be_pasted(tmp_path, url):
    path = tmp_path / "sites.yml"
    path.write_text(registry_entry(read_home(HOME.encode(), url)), encoding="utf-8")
    (site,) = load_registry([str(path)], FAMILIES).values()
    assert (site.level, site.kind, site.region, len(site.columns)) == ("city", "police", "450200", 3)
    assert site.province == "广西壮族自治区"


BOXES = """<html><head><title>欢迎访问平安云岭--云岭县委政法委</title></head><body><ul><li><a href="/s/1.htm">反诈民警的一天</a> [04-02]</li></ul>
<ul><li><a href="/s/20310402/2.htm">端午假期安全提示</a></li></ul>
<div><div><span>◇ 防骗知识</span><a href="/fp/">更多&gt;&gt;</a></div><ul><li><a href="/s/3.htm">退税短信是假的，请勿点击</a></li></ul></div>
<table><tr><td>通知公告</td><td><a href="/gg/"><img src="more.gif"></a></td></tr></table>
<p>警情通报，见本页下方，点击<a href="/x/">更多</a></p><p>警方提示 <b>通告</b> <a href="/y/">更多</a></p>
<a href="/z/" title="更多典型案例">更多</a></body></html>"""


def test_boxes_named_beside_their_link_are_columns_and_dated_links_are_none():
    home = read_home(BOXES.encode(), URL)
    assert home.name == "平安云岭"
    assert [(column.label, column.url) for column in home.columns] == [
        ("防骗知识", f"{URL}fp/"), ("典型案例", f"{URL}z/"), ("通知公告", f"{URL}gg/"),
    ]  # fmt: skip


def test_what_the_page_does_not_tell_is_marked():
    entry = registry_entry(read_home(b"<title>Home</title><a href=/a/>\xe9\x80\x9a\xe5\x91\x8a</a>", URL))
    assert entry.count("# a guess") == 2
    assert yaml.safe_load(entry)["gaj.yunling.example"]["columns"] == [
        {"label": "通告", "url": f"{URL}a/", "kind": "announcement"}
    ]


def run(capsys, *args, url=None):
    command = Command()
    command.run(list(args), SimpleNamespace(url=url, site=[]))
    return (*capsys.readouterr(), command.exitcode)


def test_a_saved_page(tmp_path, capsys):
    path = tmp_path / "home.html"
    path.write_text(HOME, encoding="utf-8")
    out, err, status = run(capsys, str(path), url=URL)
    assert (out.splitlines()[0], err, status) == ("gaj.yunling.example:", "", 0)
    assert "give the address" in run(capsys, str(path))[1]
    assert run(capsys, str(tmp_path / "gone.html"), url=URL)[2] == 1
    path.write_text("<a href=/x/>政务公开</a>", encoding="utf-8")
    assert run(capsys, str(path), url=URL)[2] == 1


def test_a_sample_site_and_one_that_forbids_it():
    with SampleSites() as sites:
        spider = run_spider("columns", demo_settings(sites), url="http://gaj.yunling.example/tzgg/index.html")
        (home,) = spider.homes.values()
        assert [column.label for column in home.columns] == ["警方提示", "通知公告", "警务动态"]
        spider = run_spider("columns", demo_settings(sites), url="http://gaj.jinzhi.example/")
        assert (spider.homes, [r.reason for r in spider.refusals.values()]) == ({}, ["robots_forbidden"])


def test_a_private_address_is_refused(tmp_path):
    with Loopback({"/": HOME}) as site:
        settings = site.settings(tmp_path)
        (home,) = run_spider("columns", settings, url=site.url("/")).homes.values()
        assert len(home.columns) == 3
        spider = run_spider("columns", settings | {"ALLOWED_PRIVATE_HOSTS": []}, url=site.url("/"))
        assert (spider.homes, [r.reason for r in spider.refusals.values()]) == ({}, ["private_address"])
