"""Opening the corpus: safe settings, clear errors."""

import pytest

from crawler.db import CorpusError, connect, transaction


def test_a_new_corpus_is_in_wal_mode_with_foreign_keys(db):
    assert db.execute("pragma journal_mode").fetchone() == ("wal",)
    assert db.execute("pragma foreign_keys").fetchone() == (1,)
    ours = [table for table in db.tables if not table.name.startswith(("_", "page_search"))]
    assert all("strict" in table.schema.lower() for table in ours)


def test_opening_twice_migrates_once(db, corpus_path):
    connect(corpus_path).close()
    assert db["_sqlite_migrations"].count == 1


def test_a_file_that_is_no_database_is_named(tmp_path):
    file = tmp_path / "notes.db"
    file.write_text("not a database, but longer than a header of sixteen bytes\n" * 20)
    with pytest.raises(CorpusError, match=r"notes\.db: cannot be used as the corpus database"):
        connect(file)
    assert file.read_text().startswith("not a database")


def test_reading_a_missing_corpus_says_what_to_do(tmp_path):
    with pytest.raises(CorpusError, match="no corpus there yet"):
        connect(tmp_path / "none.db", read_only=True)
    assert not (tmp_path / "none.db").exists()


def test_a_failed_transaction_leaves_nothing(db):
    def fail_after_a_write() -> None:
        with transaction(db) as connection:
            connection.execute("insert into notices (copies) values (1)")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_after_a_write()
    assert db["notices"].count == 0
