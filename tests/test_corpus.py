"""What the store keeps: new, edited, unchanged and re-read pages, and what yielded nothing."""

import json

import pytest

from crawler.items import Change, Contact, Page, Period, Statistic
from pipelines import corpus as corpus_module
from pipelines.corpus import Corpus, Outcome

TEXT = "今年上半年，全市共破获电信网络诈骗案件120起，同比上升15%。\n请拨打举报电话0999-1234567。"


def page(**changes: object) -> Page:
    statistic = Statistic(
        "cases_solved", 120, "case", "120起", 19, 23,
        label="破获电信网络诈骗案件", change=Change("yoy", "up", 15), period=Period("2024-01-01", "2024-06-30"),
    )  # fmt: skip
    contact = Contact("云岭市公安局", ["0999-1234567"], quote="0999-1234567", start=40, end=52)
    values = {
        "url": "http://gaj.yunling.example/1.html",
        "title": "上半年反诈战报",
        "text": TEXT,
        "folded": TEXT,
    }
    return Page(
        **values | {"statistics": [statistic], "contacts": [contact], "scam_types": ["investment"]} | changes
    )


def test_a_page_is_stored_with_every_fact(db):
    assert Corpus(db).save(page(campaigns=["断卡行动"])) is Outcome.NEW
    statistic = next(db["statistics"].rows)
    assert (statistic["value"], statistic["unit"], statistic["change_percent"]) == (120, "case", 15)
    assert (statistic["period_start"], statistic["period_end"]) == ("2024-01-01", "2024-06-30")
    assert json.loads(next(db["contacts"].rows)["phones"]) == ["0999-1234567"]
    assert [row["scam_type"] for row in db["page_scam_types"].rows] == ["investment"]
    assert [row["campaign"] for row in db["page_campaigns"].rows] == ["断卡行动"]
    assert db["notices"].count == 1


def test_the_same_words_again_are_unchanged(db):
    corpus = Corpus(db)
    corpus.save(page())
    first = next(db["pages"].rows)
    assert corpus.save(page(etag='"2"')) is Outcome.UNCHANGED
    assert next(db["pages"].rows) == first | {"etag": '"2"', "last_seen": next(db["pages"].rows)["last_seen"]}
    assert db["statistics"].count == 1


def test_an_edited_page_keeps_what_it_said(db):
    corpus = Corpus(db)
    corpus.save(page())
    edited = TEXT.replace("120", "121")
    assert corpus.save(page(text=edited, folded=edited, statistics=[])) is Outcome.CHANGED
    version = next(db["page_versions"].rows)
    assert version["text"] == TEXT
    assert json.loads(version["statistics"])[0]["value"] == 120
    assert next(db["pages"].rows)["text"] == edited
    assert db["statistics"].count == 0


def test_a_corrected_date_is_an_edit_and_a_missing_one_is_none(db):
    corpus = Corpus(db)
    corpus.save(page(published="2024-07-01", source="云岭市公安局"))
    assert corpus.save(page(published="2024-07-02", source="云岭市公安局")) is Outcome.CHANGED
    assert next(db["page_versions"].rows)["published"] == "2024-07-01"
    assert corpus.save(page()) is Outcome.UNCHANGED
    assert next(db["pages"].rows)["published"] == "2024-07-02"


def test_a_newer_extractor_changes_facts_without_a_version(db, monkeypatch):
    corpus = Corpus(db)
    corpus.save(page())
    monkeypatch.setattr(corpus_module, "EXTRACTOR_VERSION", 99)
    assert corpus.save(page(statistics=[])) is Outcome.UNCHANGED
    assert db["statistics"].count == 0
    assert db["page_versions"].count == 0
    assert next(db["pages"].rows)["extractor_version"] == 99


def test_a_fault_in_the_middle_leaves_nothing_of_the_page(db, monkeypatch):
    def fail(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(corpus_module, "assign", fail)
    with pytest.raises(RuntimeError):
        Corpus(db).save(page())
    assert (db["pages"].count, db["statistics"].count, db["contacts"].count) == (0, 0, 0)


def test_a_rejection_is_remembered_until_the_page_comes(db):
    corpus, url = Corpus(db), page().url
    corpus.reject(url, None, "refused", "timeout", detail="slow", temporary=1)
    corpus.reject(url, None, "refused", "http_404", detail="gone")
    row = db["rejections"].get(url)
    assert (row["reason"], row["temporary"]) == ("http_404", 0)
    corpus.save(page())
    assert db["rejections"].count == 0


def test_an_unchanged_answer_says_whether_the_page_was_dropped(db):
    corpus = Corpus(db)
    corpus.save(page())
    corpus.reject("http://gaj.yunling.example/2.html", None, "dropped", "off_topic")
    assert corpus.touch(page().url) is None
    assert corpus.touch("http://gaj.yunling.example/2.html") == "off_topic"


@pytest.mark.parametrize("value", [383, 2534900, 15.5, None])
def test_numbers_come_back_as_they_were_read(db, value):
    Corpus(db).save(page(statistics=[Statistic("losses", value, "CNY", "损失", 0, 2)]))
    stored = next(db["statistics"].rows)["value"]
    assert stored == value
    assert type(stored) is type(value)
