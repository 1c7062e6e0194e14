"""Crawl-delay and Request-rate of robots.txt set the pace of a host."""

import logging

import pytest
from scrapy.robotstxt import ProtegoRobotParser, PythonRobotParser

from crawler.crawl_delay import asked_delay
from crawler.crawling import slow_slots
from crawler.sites import Site
from tests.crawling import run_spider
from tests.loopback import Loopback, article, listing


@pytest.mark.parametrize(
    ("rules", "seconds"),
    [
        ("Crawl-delay: 5", 5),
        ("Crawl-delay: 0.5", 0.5),
        ("Request-rate: 1/10", 10),
        ("Request-rate: 30/60\nCrawl-delay: 1", 2),
        ("Crawl-delay: soon", 0),
        ("Disallow: /admin/", 0),
    ],
)
def test_what_is_asked(rules, seconds):
    parser = ProtegoRobotParser(f"User-agent: *\n{rules}".encode(), None)
    assert asked_delay(parser, "fanzha/0.1") == seconds


def test_another_parser_tells_no_rate():
    assert asked_delay(PythonRobotParser(b"User-agent: *\nCrawl-delay: 3", None), "fanzha/0.1") == 3


@pytest.mark.parametrize(("own", "longest", "kept"), [(0, 60, 0.1), (0.15, 60, 0.15), (0, 0.05, 0.05)])
def test_a_host_is_asked_no_faster(tmp_path, caplog, own, longest, kept):
    answers = {f"/{day}.html": article(day, "防范刷单诈骗。") for day in (1, 2)}
    robots = {"/robots.txt": (200, {}, "User-agent: *\nCrawl-delay: 0.1")}
    with Loopback(robots | answers | {"/index.html": listing(*answers)}) as site:
        settings = site.settings(tmp_path) | {"ROBOTS_DELAY_MAX": longest, "LOG_LEVEL": "WARNING"}
        if own:
            settings["DOWNLOAD_SLOTS"] = {"127.0.0.1": {"concurrency": 1, "delay": own, "jitter": 0}}
        with caplog.at_level(logging.WARNING):
            spider = run_spider("check", settings, site=site.host)
    assert spider.crawler.engine.downloader.per_slot_settings["127.0.0.1"]["delay"] == kept
    assert site.times[-1] - site.times[1] >= kept * 1.9  # list, then two articles
    assert ("0.05 s are kept" in caplog.text) == (longest < 1)


def test_a_registry_delay_never_speeds_up():
    sites = [
        Site(f"{name}.example", name, "city", "police", delay=delay) for name, delay in (("a", 8), ("b", 0.2))
    ]
    assert slow_slots(sites, 1) == {"a.example": {"concurrency": 1, "delay": 8, "jitter": 0}}
