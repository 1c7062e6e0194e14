"""robots.txt: what forbids, and what cannot be read and so does not allow."""

import pytest

from crawler.robots import ROBOTS_BYTES
from tests.crawling import crawl
from tests.loopback import Loopback, article, listing


def refused(site: Loopback, stats: dict) -> dict[str, int]:
    prefix = f"site/{site.host}/refused/"
    return {key.removeprefix(prefix): count for key, count in stats.items() if key.startswith(prefix)}


@pytest.mark.parametrize(
    ("robots", "reason"),
    [
        ((200, {}, "User-agent: *\nDisallow: /"), "robots_forbidden"),
        ((403, {}, "forbidden"), "robots_forbidden"),
        ((500, {}, "broken"), "robots_unreadable"),
    ],
)
def test_no_page_is_asked_where_robots_txt_does_not_allow(tmp_path, robots, reason):
    with Loopback(
        {"/robots.txt": robots, "/index.html": listing("/a.html"), "/a.html": article(1, "防范刷单诈骗。")}
    ) as site:
        crawled = crawl(site.settings(tmp_path))
        assert refused(site, crawled.stats) == {reason: 1}
        assert set(site.asked) == {"/robots.txt"}
    assert any(reason in problem for problem in crawled.problems)


def test_every_request_that_waits_for_robots_txt_is_held_to_it(tmp_path):
    """Scrapy 2.19 hands the parser to the first waiting request only and lets the others through."""
    articles = {f"/{day}.html": article(day, "防范刷单诈骗。") for day in (1, 2, 3, 4)}
    with Loopback({"/index.html": listing(*articles)} | articles) as site:
        settings = site.settings(tmp_path) | {"RECHECK_DAYS": 0, "CONCURRENT_REQUESTS_PER_DOMAIN": 5}
        crawl(settings)
        site.answers["/robots.txt"] = (200, {}, "User-agent: *\nDisallow: /")
        site.asked.clear()
        crawled = crawl(settings)  # asks the list and the four known pages at the same moment
        assert site.asked == ["/robots.txt"]
        assert refused(site, crawled.stats) == {"robots_forbidden": 5}


def test_of_an_endless_robots_txt_the_first_rules_count(tmp_path):
    rules = "User-agent: *\nDisallow: /a.html\n" + "Disallow: /x\n" * 40_000 + "Disallow: /\n"
    assert len(rules) > ROBOTS_BYTES
    pages = {"/a.html": article(1, "防范刷单诈骗。"), "/b.html": article(2, "防范贷款诈骗。")}
    with Loopback(
        {"/robots.txt": (200, {}, rules), "/index.html": listing("/a.html", "/b.html")} | pages
    ) as site:
        crawled = crawl(site.settings(tmp_path))
        assert refused(site, crawled.stats) == {"robots_forbidden": 1}
        assert "/b.html" in site.asked
