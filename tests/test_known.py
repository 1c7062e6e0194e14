"""What the spider may skip, must ask again, and with which validators."""

import pytest

from crawler.items import Page
from crawler.known import KnownPages
from pipelines.corpus import Corpus

URL = "http://gaj.yunling.example/1.html"


@pytest.fixture
def corpus(db):
    db["sites"].insert(
        {
            "key": "gaj.yunling.example",
            "name": "云岭市公安局",
            "level": "city",
            "kind": "police",
            "state": "candidate",
        }
    )
    return Corpus(db)


def stored_page(url: str = URL) -> Page:
    return Page(
        url, text="谨防诈骗", folded="谨防诈骗", site="gaj.yunling.example", etag='"1"', last_modified="Mon"
    )


def test_a_stored_page_is_known_with_its_validators(corpus):
    corpus.save(stored_page())
    known = KnownPages(corpus.db, recheck_days=30)
    assert known.holds(URL)
    assert known.fresh(URL)
    assert known.validators(URL) == ('"1"', "Mon")
    assert known.due("gaj.yunling.example") == []
    assert not known.holds(URL + "?")
    assert known.validators(URL + "?") == (None, None)


def test_an_old_page_is_due(corpus):
    corpus.save(stored_page())
    corpus.db.execute("update pages set last_seen = '2020-01-01T00:00:00Z'")
    known = KnownPages(corpus.db, recheck_days=30)
    assert not known.fresh(URL)
    assert [due.url for due in known.due("gaj.yunling.example")] == [URL]


def test_a_page_of_an_older_extractor_is_asked_in_full(corpus):
    corpus.save(stored_page())
    corpus.db.execute("update pages set extractor_version = 0")
    assert KnownPages(corpus.db, 30).validators(URL) == (None, None)


@pytest.mark.parametrize(
    ("outcome", "temporary", "fresh", "due"),
    [
        ("refused", 1, False, True),
        ("refused", 0, True, False),
        ("dropped", 0, True, False),
        ("moved", 0, True, False),
    ],
)
def test_rejections(corpus, outcome, temporary, fresh, due):
    corpus.reject(URL, "gaj.yunling.example", outcome, "reason", temporary=temporary)
    known = KnownPages(corpus.db, 30)
    assert known.holds(URL)
    assert known.fresh(URL) is fresh
    assert [page.missing for page in known.due("gaj.yunling.example")] == [True] * due
