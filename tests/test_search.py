"""The index finds what substring search finds, no more and no less, and stays right through edits and deletions."""

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.db import transaction
from crawler.fold import fold
from crawler.items import Page
from crawler.search import hits, match_query, search_terms, searchable, words
from pipelines.corpus import Corpus
from tests.benchmarks.notices import generate
from tests.benchmarks.search import INDEX, TYPED, asked

MATCH = "select rowid from page_search where page_search match ?"


def index_of(texts: list[str]) -> sqlite3.Connection:
    db = sqlite3.connect(":memory:")
    db.execute(f"create virtual table page_search using {INDEX}")
    rows = [(number, search_terms(text)) for number, text in enumerate(texts, 1)]
    db.executemany("insert into page_search(rowid, text, title) values (?, ?, '')", rows)
    return db


def found(db, query: str) -> set[int]:
    return {row[0] for row in db.execute(MATCH, [match_query(query)])}


def holding(texts: list[str], query: str) -> set[int]:
    """Substring search, by the definition of crawler/search.py."""
    wanted = words(query)
    return {
        number
        for number, text in enumerate(texts, 1)
        if wanted and all(any(word in whole for whole in words(text)) for word in wanted)
    }


SENTENCES = [
    "警方破获一起电信诈骗案，涉案转账三笔。",
    "反诈中心提醒：陌生来电要警惕，诈，骗两字记心头。",
    "市民下载ＡＰＰ１２后被骗，拨打96110。",
    "電信詐騙手法翻新，請勿轉帳。",
    "诈\n骗分子用 App-12 引流",
]


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("诈骗", {1, 4}),
        ("電信詐騙", {1, 4}),
        ("诈", {1, 2, 4, 5}),
        ("反詐", {2}),
        ("ＡＰＰ", {3, 5}),
        ("app12", {3}),
        ("9611", {3}),
        ("诈骗 转账", {1}),
        ("“诈骗”，转账！", {1}),
        ("诈骗*", {1, 4}),
        ('"', set()),
        ("，。 ", set()),
        ("", set()),
        ("诈骗 OR 警惕", set()),
        ("骗案 转", {1}),
        ("案涉", set()),  # a comma stands between
    ],
)
def test_what_a_query_finds(query, numbers):
    with closing(index_of(SENTENCES)) as db:
        assert found(db, query) == numbers == holding(SENTENCES, query)


def test_generated_notices_are_found_exactly():
    texts = [f"{given.title}\n{given.text}" for given in generate(400)]
    compared = list(map(searchable, texts))
    with closing(index_of(texts)) as db:
        for query in asked(texts, 120):
            assert found(db, query) == {n for n, text in enumerate(compared, 1) if query in text}
        assert all(found(db, query) for query in TYPED[:3])


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.text("诈骗詐騙电话aAＡß1１ς，。 -\n", max_size=12) | st.text(max_size=6), max_size=6),
    st.text("诈骗詐騙电话aAＡß1１ς，。 -", max_size=5),
)
def test_any_text_is_found_by_what_stands_in_it(texts, query):
    with closing(index_of(texts)) as db:
        assert found(db, query) == holding(texts, query)


def test_hits_stand_in_the_original_text():
    text = "電信詐騙，ＡＰＰ轉帳；诈骗"
    assert [text[start:end] for start, end in hits(text, "诈骗 app")] == ["詐騙", "ＡＰＰ", "诈骗"]
    assert hits(text, "，") == []


def page(number: int, text: str, title: str = "反诈提示") -> Page:
    return Page(url=f"http://gaj.lantian.example/{number}.html", title=title, text=text, folded=fold(text))


def instances(db) -> list[tuple]:
    """Every occurrence of every term, as the index has it."""
    db.execute("create virtual table temp.spelt using fts5vocab(main, page_search, instance)")
    rows = db.execute("select term, doc, col, offset from temp.spelt order by 1, 2, 3, 4").fetchall()
    db.execute("drop table temp.spelt")
    return rows


def test_edits_and_deletions_keep_the_index_right(db):
    corpus = Corpus(db)
    for number, text in enumerate(
        ("刷单返利是诈骗。", "冒充客服退款。", "网络贷款先交钱。", "冒充客服退款，升级。")
    ):
        corpus.save(page(number, text))
    corpus.save(page(0, "刷單返利都是騙局。", title="改过的标题"))
    corpus.save(page(1, "冒充客服退款。"))
    corpus.remove(page(2, "").url)
    assert found(db, "诈骗") == set()
    assert found(db, "骗局") == found(db, "改过") == {1}
    assert found(db, "贷款") == set()
    with transaction(db) as connection:
        connection.execute("insert into page_search(page_search) values ('integrity-check')")
    kept = instances(db)
    with transaction(db) as connection:
        connection.execute("insert into page_search(page_search) values ('delete-all')")
        connection.execute(
            "insert into page_search(rowid, text, title) select id, search_terms(folded), search_terms(title) from pages"
        )
    assert instances(db) == kept != []


def test_a_failed_save_leaves_no_words(db):
    def fail_after_a_write() -> None:
        with transaction(db):
            Corpus(db).save(page(1, "冒充客服退款。"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_after_a_write()
    assert found(db, "客服") == set()


def test_a_notice_says_what_its_page_says(db):
    corpus = Corpus(db)
    told = page(1, "云岭市公安局提醒广大群众：刷单返利都是诈骗，请勿轻信，如已被骗请立即拨打96110报警求助。")
    told.region_code, told.doc_type, told.published = "530100", "warning", "2024-05-06T08:00"
    corpus.save(told)
    said = "select title, published, year, doc_type, province from notices"
    assert db.execute(said).fetchall() == [("反诈提示", "2024-05-06T08:00", "2024", "warning", "530000")]
    told.title, told.region_code = "刷单返利都是诈骗", "999999"
    corpus.save(told)
    assert db.execute(said).fetchall() == [("刷单返利都是诈骗", "2024-05-06T08:00", "2024", "warning", None)]
