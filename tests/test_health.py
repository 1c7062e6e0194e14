"""The health checks: what alarms, what stays quiet, what the figures are taken from."""

from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from crawler.coverage import coverage
from crawler.db import connect
from crawler.expectations import Expect
from crawler.figures import filled_fields, last_sign, listed_before, news_days
from crawler.health import Figures, examine
from crawler.items import Page
from crawler.refusals import Refusal
from crawler.settings import ITEM_PIPELINES as PIPELINES
from crawler.site_rows import write_sites
from crawler.site_run import ColumnVisit
from crawler.sites import Column, Site
from pipelines.corpus import Corpus
from tests.crawling import crawl
from tests.loopback import Loopback, article, listing

KEY = "gaj.yunling.example"
COLUMN = Column("警方提示", f"http://{KEY}/jfts/index.html")
SITE = Site(KEY, "云岭市公安局", "city", "police", columns=(COLUMN,))
TODAY = date(2026, 6, 30)
FULL = {"title": 20, "published": 20, "source": 20, "text": 20}


@pytest.fixture
def corpus(db):
    write_sites(db, [SITE])
    return Corpus(db)


def days_ago(*days: int) -> tuple[date, ...]:
    return tuple(TODAY - timedelta(days) for days in days)


def figures(**given: object) -> Figures:
    listed = given.pop("articles", 20)
    usual = {"visits": (ColumnVisit(COLUMN, listed),), "last_sign": TODAY, "today": TODAY}
    site = replace(SITE, expect=given.pop("expect", Expect()))
    return Figures(**{"site": site} | usual | given)


WEEKLY = days_ago(*range(0, 350, 7))
BURSTS = days_ago(*range(100, 110), *range(465, 475))  # ten notices in spring, then nothing for a year

ALARMS = [
    ({"articles": 0}, "no_links", "column 警方提示: empty, no article links at http://gaj.yunling.example/jfts/index.html"),
    ({"visits": (ColumnVisit(COLUMN, None, Refusal("http_404", "gone", temporary=False)),)}, "no_links", "http_404 (gone)"),
    ({"errors": 2}, "errors", "failed on 2 of its pages"),
    ({"answered": 20, "refused": 11}, "refused", "11 of 20 pages refused (at most 50%)"),
    ({"answered": 3, "refused": 3, "walls": ("blocked:jsl",)}, "refused", "blocked:jsl: 3 pages not had"),
    ({"sample": 20, "filled": FULL | {"title": 17}}, "fill_rate", "title in 17 of the newest 20 pages (at least 90%)"),
    ({"sample": 20, "filled": FULL | {"published": 13}}, "fill_rate", "published in 13"),
    ({"sample": 20, "filled": FULL | {"source": 5}}, "fill_rate", "source in 5"),
    ({"sample": 20, "filled": FULL | {"text": 15}}, "fill_rate", "text in 15"),
    ({"articles": 9, "listed_before": (20, 20, 19)}, "sudden_fall", "9 article links on the first list pages, 20"),
    ({"last_sign": TODAY - timedelta(61), "news": WEEKLY[9:]}, "nothing_new", "nothing since 2026-04-30, 61 days (at most 60;"),
    ({"last_sign": TODAY - timedelta(31), "expect": Expect(news_days=30)}, "nothing_new", "(at most 30;"),
]  # fmt: skip
QUIET = [
    {},
    {"visits": (ColumnVisit(COLUMN),), "complete": False},  # not reached: no word on the site
    {"answered": 20, "refused": 10},
    {"answered": 19, "refused": 19},
    {"sample": 20, "filled": FULL | {"title": 18, "published": 14, "source": 6, "text": 16}},
    {"sample": 19, "filled": {}},
    {"sample": 20, "filled": FULL | {"source": 0}, "expect": Expect(source=0)},
    {"articles": 10, "listed_before": (20, 20, 19)},
    {"articles": 2, "listed_before": (5, 5, 5)},
    {"articles": 2, "listed_before": (20, 20)},
    {"articles": 2, "listed_before": (20, 20, 20), "complete": False},
    {"last_sign": TODAY - timedelta(60), "news": WEEKLY},
    {"last_sign": TODAY - timedelta(400), "news": WEEKLY[:10]},
    {"last_sign": BURSTS[0], "news": BURSTS},
    {"last_sign": TODAY - timedelta(900), "news": WEEKLY, "expect": Expect(news_days=0)},
    {"last_sign": None},
]


@pytest.mark.parametrize(("given", "code", "said"), ALARMS)
def test_one_finding_with_figure_floor_and_what_to_do(given, code, said):
    (finding,) = examine(figures(**given))
    assert finding.check.code == code
    assert said in finding.said
    assert str(finding).startswith(f"{KEY} 云岭市公安局: {finding.check.zh} {code}: ")
    assert str(finding).endswith(f"; next: scrapy sites --check {KEY}")


@pytest.mark.parametrize("given", QUIET)
def test_no_alarm(given):
    assert examine(figures(**given)) == []


def save(corpus, number: int, **given: object) -> None:
    text = f"本周第{number}号通报：谨防刷单诈骗。"
    facts = {"title": "通报", "text": text, "folded": text, "site": KEY} | given
    corpus.save(Page(f"http://{KEY}/{number}.html", **facts))


def test_figures_come_from_the_newest_pages(corpus):
    for number in range(25):
        save(corpus, number, published=f"2024-03-{number + 1:02d}T10:00" if number >= 10 else None)
    save(corpus, 25, text="", folded="", body_kind="image")
    assert filled_fields(corpus.db, KEY, 0) == (0, {})
    assert filled_fields(corpus.db, KEY, 1) == (20, {"title": 20, "published": 15, "source": 0, "text": 20})
    assert filled_fields(corpus.db, KEY, 26)[0] == 26
    assert news_days(corpus.db, KEY, TODAY)[:2] == (date(2024, 3, 25), date(2024, 3, 24))
    assert news_days(corpus.db, KEY, date(2024, 3, 12)) == (date(2024, 3, 12), date(2024, 3, 11))


def test_the_last_sign_of_life(corpus):
    assert last_sign(corpus.db, KEY, TODAY) is None
    save(corpus, 1, published="2024-03-01")
    assert last_sign(corpus.db, KEY, TODAY) == date(2024, 3, 1)
    corpus.reject(f"http://{KEY}/2.html", KEY, "dropped", "recruitment")
    corpus.db.execute("update rejections set first_seen = '2024-05-01T00:00:00Z'")
    assert last_sign(corpus.db, KEY, TODAY) == date(2024, 5, 1)


class FailsOnTwo:
    """A pipeline with a fault."""

    def process_item(self, item: Page) -> Page:
        if item.url.endswith("/2.html"):
            raise ZeroDivisionError
        return item


def three_pages() -> dict[str, str]:
    pages = {f"/{n}.html": article(n, f"本周共接到刷单诈骗警情{n}起。") for n in (1, 2, 3)}
    return {"/index.html": listing(*pages)} | pages


def sites_of(path: Path) -> list[dict]:
    with closing(connect(path)) as db:
        return list(db["crawl_sites"].rows)


def test_an_error_of_the_program_is_counted_and_the_page_asked_again(tmp_path):
    with Loopback(three_pages()) as site:
        settings = site.settings(tmp_path)
        crawled = crawl(settings | {"ITEM_PIPELINES": {"tests.test_health.FailsOnTwo": 50} | PIPELINES})
        assert len(crawled.problems) == 1
        assert "程序出错 errors: the program failed on 1 of its pages" in crawled.problems[0]
        with closing(connect(tmp_path / "corpus.db")) as db:
            assert next(db["columns"].rows)["complete"] == 0
            assert coverage(db).unfinished == (site.host,)
        site.asked.clear()
        assert crawl(settings).problems == []
        assert "/2.html" in site.asked
    first, second = sites_of(tmp_path / "corpus.db")
    assert (first["status"], first["errors"], first["problems"]) == ("failed", 1, '["errors"]')
    assert (second["status"], second["new"], second["listed"]) == ("complete", 1, 3)


def test_a_fall_is_seen_after_three_complete_runs(tmp_path):
    answers = {"/index.html": listing(*(f"/{n}.html" for n in range(8)))}
    answers |= {f"/{n}.html": article(n % 9 + 1, f"第{n}号：刷单诈骗警情{n}起。") for n in range(8)}
    with Loopback(answers) as site:
        for _ in range(3):
            assert crawl(site.settings(tmp_path)).problems == []
        site.answers["/index.html"] = listing("/0.html", "/1.html")
        (problem,) = crawl(site.settings(tmp_path)).problems
        assert (
            "数量骤降 sudden_fall: 2 article links on the first list pages, 8 in the runs before" in problem
        )
        with closing(connect(tmp_path / "corpus.db")) as db:
            assert listed_before(db, site.host, 4) == (8, 8, 8)


def test_coverage_tells_what_no_run_has_reached(tmp_path):
    with Loopback(three_pages()) as site:
        settings = site.settings(tmp_path)
        with (tmp_path / "sites.yml").open("a", encoding="utf-8") as registry:
            registry.write(
                "gaj.other.example:\n  name: 别处公安局\n  level: city\n  kind: police\n"
                "  columns:\n    - {label: 通告, url: 'http://gaj.other.example/'}\n"
            )
        with closing(connect(tmp_path / "corpus.db")) as db:
            assert (str(coverage(db)), coverage(db).partial) == (
                "0 个站点中 0 个完整 · 0 of 0 sites complete",
                False,
            )
            crawl(settings, site=site.host)
            covered = coverage(db)
    assert (covered.status, covered.sites, covered.complete, covered.partial) == ("finished", 2, 1, True)
    assert (covered.unfinished, covered.unreached) == ((), ("gaj.other.example",))
