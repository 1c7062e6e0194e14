"""The whole path over real HTTP: crawl, crawl again, crawl after the sites have changed."""

from contextlib import closing
from pathlib import Path

import pytest

from crawler.db import connect
from crawler.demo import expected
from crawler.demo.server import SampleSites
from crawler.demo.verify import shortfalls
from tests.crawling import Crawled, crawl_samples
from tests.dump import dump_file


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where the corpus of the three crawls is."""
    return tmp_path_factory.mktemp("demo") / "corpus.db"


@pytest.fixture(scope="module")
def visits(corpus: Path) -> tuple[list[Crawled], list[dict], list[list]]:
    """Return three crawls (twice the first visit, once the second), the corpus after each, and what was asked."""
    crawls, dumps, asked = [], [], []
    with SampleSites() as sites:
        for visit in (1, 1, 2):
            sites.visit = visit
            crawls.append(crawl_samples(sites, corpus))
            with closing(connect(corpus)) as database:
                assert list(shortfalls(database, visit)) == []
            dumps.append(dump_file(corpus))
            asked.append(list(sites.requests))
            sites.requests.clear()
    return crawls, dumps, asked


def total(crawled: Crawled, what: str) -> int:
    return sum(count for key, count in crawled.stats.items() if key.endswith(f"/{what}"))


def test_the_second_crawl_finds_nothing_new(visits):
    crawls, dumps, _ = visits
    assert (total(crawls[1], "new"), total(crawls[1], "changed")) == (0, 0)
    assert total(crawls[1], "unchanged") == len(dumps[0]["pages"])
    assert dumps[1] == dumps[0]


def test_every_known_page_is_asked_with_its_validators(visits):
    _, dumps, asked = visits
    answers = {url: status for _, url, status in asked[1]}
    assert {answers[url] for url in dumps[0]["pages"]} == {304}


def test_the_second_visit_brings_what_changed_and_no_more(visits):
    crawls, dumps, _ = visits
    assert set(dumps[2]["pages"]) - set(dumps[1]["pages"]) == set(expected.NEW_ON_VISIT_2)
    edited = {url for url, page in dumps[2]["pages"].items() if page["page_versions"]}
    assert edited == set(expected.CHANGED_ON_VISIT_2)
    assert total(crawls[2], "changed") == len(edited)


def test_problems_name_what_the_sites_refuse(visits):
    crawls, _, _ = visits
    said = " ".join(crawls[0].problems)
    assert all(word in said for word in ("blocked:jsl", "robots_forbidden", "empty"))
    assert len(crawls[0].problems) == 3


def test_quotes_stand_where_the_offsets_say(visits):
    _, dumps, _ = visits
    for page in dumps[0]["pages"].values():
        for table in ("statistics", "contacts", "cases"):
            for row in map(dict, page[table]):
                words = page["title"] if row.get("in_title") else page["text"]
                assert words[row["start_offset"] : row["end_offset"]] == row["quote"]


def test_excerpts_are_linked_and_not_merged(visits):
    _, dumps, _ = visits
    links = {(a, b): relation for a, b, relation in dumps[0]["links"]}
    for pair in expected.EXCERPTS:
        assert links[tuple(sorted(pair))] in ("excerpt", "same_event")


@pytest.mark.usefixtures("visits")
def test_the_figures_of_an_excerpt_name_the_notice_they_are_quoted_from(corpus):
    sql = "select distinct notice_id, excerpt_of from notice_statistics where url = ?"
    with closing(connect(corpus)) as db:
        for quoting, quoted in expected.EXCERPTS:
            ((notice, quotes),) = db.execute(sql, [quoted]).fetchall()
            assert quotes is None
            ((_, quotes),) = db.execute(sql, [quoting]).fetchall()
            assert quotes == notice
