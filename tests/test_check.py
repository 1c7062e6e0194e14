"""`scrapy sites --check`: what one look at a column says, and what the corpus keeps of it."""

from contextlib import closing

import pytest
from scrapy.utils.project import get_project_settings

from crawler.commands.sites import judge, render_visits
from crawler.db import connect, transaction
from crawler.demo.crawl import demo_settings
from crawler.demo.server import SampleSites
from crawler.looks import ColumnLook, verdict
from crawler.site_rows import Visit, write_sites, write_visit
from crawler.site_table import render_sites, site_states
from crawler.sites import Column, Site, load_registry
from pipelines.reading import Reader
from tests.crawling import crawl, run_spider
from tests.loopback import Loopback, article, listing

READER = Reader(get_project_settings())
ONE = {"/1.html": article(1, "本周共接到刷单诈骗警情3起。")}
LIST = {"/index.html": listing("/1.html")} | ONE


def check(settings: dict) -> list[tuple]:
    """Look at the columns of a registry; write and return what is said of them, as the command does."""
    sites = load_registry([settings["SITES"]]).select()
    spider = run_spider("check", settings, site=",".join(site.key for site in sites))
    with closing(connect(settings["CORPUS_DB"])) as db, transaction(db):
        write_sites(db, sites)
        visits = [(look, judge(db, look, READER)) for look in spider.looks]
        for site in sites:
            write_visit(db, site, [visit for look, visit in visits if look.site == site])
    return visits


def only(settings: dict) -> Visit:
    ((_, visit),) = check(settings)
    return visit


def column(settings: dict) -> dict:
    with closing(connect(settings["CORPUS_DB"])) as db:
        return next(db["columns"].rows)


@pytest.mark.parametrize(
    ("answers", "problem", "seen"),
    [
        (LIST, None, "1 篇 articles, 最新 newest 2024-05-01; 读 read 1: 标题 title, 日期 date, 正文 text"),
        ({"/index.html": "<p>建设中</p>"}, "empty", "no article links at http"),
        ({"/index.html": listing("/1.html")}, "http_404", "1 篇 articles, 最新 newest 2024-05-01; 未取 not had: http_404"),
        (LIST | {"/1.html": "<html><body></body></html>"}, "layout_changed", "缺 lacking 正文 text"),
        ({"/index.html": (301, {"Location": "http://new.example/jfts/"}, "")}, "moved", "http://new.example/jfts/"),
        ({"/index.html": (412, {}, "<script></script>")}, "blocked:ruishu", "HTTP 412"),
        ({"/robots.txt": (200, {}, "User-agent: *\nDisallow: /")}, "robots_forbidden", "robots.txt"),
        ({"/robots.txt": (500, {}, "")}, "robots_unreadable", "HTTP 500"),
    ],
)  # fmt: skip
def test_one_look(tmp_path, answers, problem, seen):
    with Loopback(answers) as site:
        settings = site.settings(tmp_path)
        visit = only(settings)
        assert (visit.problem, seen in visit.detail) == (problem, True), visit.detail
        row = column(settings)
        assert (row["state"], row["detail"]) == (problem or "confirmed", visit.detail)
        assert bool(row["confirmed"]) == (problem is None)


def test_nobody_there_is_unreachable_and_not_forbidden(tmp_path):
    with Loopback({}) as site:
        settings = site.settings(tmp_path)
    assert only(settings).problem == "unreachable"


def test_a_list_that_lost_its_articles_has_changed(tmp_path):
    with Loopback(LIST) as site:
        settings = site.settings(tmp_path)
        crawl(settings)
        assert column(settings)["state"] == "candidate"
        site.answers["/index.html"] = "<p>建设中</p>"
        assert only(settings).problem == "layout_changed"
        site.answers |= LIST
        assert only(settings).problem is None
        confirmed = column(settings)["confirmed"]
        site.answers["/index.html"] = (503, {}, "")
        crawl(settings)
        assert (column(settings)["state"], column(settings)["confirmed"]) == ("http_503", confirmed)
        site.answers |= LIST
        crawl(settings)
        assert column(settings)["state"] == "confirmed"


def test_a_look_stores_no_page_and_asks_little(tmp_path):
    answers = {f"/{day}.html": article(day, "本周共接到刷单诈骗警情3起。") for day in range(1, 7)}
    with Loopback({"/index.html": listing(*answers)} | answers) as site:
        settings = site.settings(tmp_path)
        assert only(settings).articles == 6
        assert sorted(site.asked) == ["/1.html", "/2.html", "/index.html", "/robots.txt"]
        with closing(connect(settings["CORPUS_DB"])) as db:
            assert (db["pages"].count, db["rejections"].count, db["crawls"].count) == (0, 0, 0)


def test_the_sample_sites(tmp_path):
    with SampleSites() as samples:
        settings = demo_settings(samples) | {"CORPUS_DB": str(tmp_path / "corpus.db")}
        visits = check(settings)
    assert render_visits(visits).endswith(
        "栏目 columns 17: ok 14, blocked:jsl 1, robots_forbidden 1, empty 1"
    )
    registry = load_registry([settings["SITES"]])
    with closing(connect(settings["CORPUS_DB"])) as db:
        states = site_states(registry.values(), db)
    assert [found.site.key for found in states if found.has("blocked")] == ["gat.tiaozhan.example"]
    lines = render_sites(states).splitlines()
    assert lines[-1] == "状态 state: confirmed 9, candidate 4"
    assert lines[13].split()[4:] == ["candidate", "1", "0", "警方提示", "blocked:jsl"]


def test_what_was_not_answered_is_not_called_empty():
    site = Site("gaj.yunling.example", "云岭市公安局", "city", "police")
    look = ColumnLook(site, Column("警方提示", "http://gaj.yunling.example/jfts/"))
    assert verdict(look, knew_articles=True).problem == "unanswered"
    look.articles = 3
    assert verdict(look, knew_articles=True).problem == "unanswered"


def test_the_table_needs_no_corpus():
    lines = render_sites(site_states(load_registry(["spiders/sites"]).named(provinces=["青海"]), None))
    assert lines.splitlines()[2 + 1].split()[:5] == [
        "gat.qinghai.gov.cn", "青海省公安厅", "province", "police", "candidate",
    ]  # fmt: skip
    assert lines.endswith("状态 state: candidate 5, legacy 1")
