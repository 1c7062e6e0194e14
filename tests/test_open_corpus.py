"""`crawler.corpus`: reading a corpus from Python, and the example of the README as a reader would run it."""

import re
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from crawler.corpus import open_corpus
from crawler.db import CorpusError, connect, transaction
from crawler.demo.server import SampleSites
from crawler.exports.choice import ExportError
from tests.crawling import crawl_samples

README = Path(__file__).parent.parent / "README.md"


@pytest.fixture(scope="module")
def corpus_file(tmp_path_factory) -> Path:
    """Return the corpus that `scrapy demo` makes."""
    path = tmp_path_factory.mktemp("reading") / "output" / "corpus.db"
    with SampleSites() as sites:
        crawl_samples(sites, path)
    return path


def test_the_example_of_the_readme(corpus_file, monkeypatch, capsys):
    section = README.read_text(encoding="utf-8").partition("## In Python")[2]
    code, printed = re.search(r"```python\n(.*?)```.*?```\n(.*?)```", section, re.DOTALL).groups()
    monkeypatch.chdir(corpus_file.parents[1])
    exec(compile(code, "README.md", "exec"), {})
    assert capsys.readouterr().out == printed


def test_filters_and_columns_are_those_of_the_export(corpus_file):
    with open_corpus(corpus_file) as corpus:
        assert len(corpus.notices()) == 85
        solved = corpus.statistics(metric="cases_solved", province=["西藏"])
        assert {row["place_code"] for row in solved} == {"540000"}
        assert solved[0]["is_case"] is False
        assert {row["metric"] for row in corpus.statistics(metric=["losses", "victims"])} == {
            "losses",
            "victims",
        }
        with pytest.raises(ExportError, match="no such metric"):
            corpus.statistics(metric="solved")


def test_any_sql_with_parameters_but_nothing_written(corpus_file):
    with open_corpus(str(corpus_file)) as corpus:
        sql = "select count(*) as pages from pages where host = :host"
        assert corpus.query(sql, {"host": "zfw.xzdw.example"}) == [{"pages": 3}]
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            corpus.query("delete from pages")


def test_a_crawl_may_write_meanwhile_and_is_seen_when_it_has(tmp_path, corpus_file):
    with closing(connect(tmp_path / "corpus.db")) as writer, open_corpus(tmp_path / "corpus.db") as corpus:
        assert corpus.notices() == []
        with transaction(writer) as connection:
            connection.execute(
                "insert into sites (key, name, level, kind, state) values ('a', 'A', 'city', 'police', '')"
            )
            assert corpus.query("select * from sites") == []
        assert len(corpus.query("select * from sites")) == 1


def test_a_frame_needs_pandas_and_says_so(corpus_file, monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with open_corpus(corpus_file) as corpus, pytest.raises(CorpusError, match="pip install pandas"):
        corpus.frame("select 1")


def test_a_frame_has_its_columns_without_rows(corpus_file):
    pytest.importorskip("pandas", reason="pip install -r tests/requirements.txt")
    with open_corpus(corpus_file) as corpus:
        assert list(corpus.frame("select host, title from pages where id < ?", [0]).columns) == [
            "host",
            "title",
        ]
        assert len(corpus.frame("select host from pages")) == 93


def test_without_a_corpus_there_is_one_sentence(tmp_path):
    with pytest.raises(CorpusError, match="no corpus there yet"):
        open_corpus(tmp_path / "corpus.db")
