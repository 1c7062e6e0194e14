"""Open the corpus database: WAL, foreign keys, migrations, transactions."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlite_utils import Database

from crawler.migrations import migrations
from crawler.search import search_terms

BUSY_TIMEOUT = 30  # seconds a writer waits for another one
CACHE = 128 * 1024  # KiB: fingerprints are written all over their index, which outgrows SQLite's 2 MB at once


class CorpusError(RuntimeError):
    """Raised when the corpus cannot be opened; the message names the file and says what to do."""


def connect(path: str | Path, *, read_only: bool = False) -> Database:
    """Return the corpus at `path`, migrated, in WAL mode with foreign keys on.

    A missing file is created, with its folder, unless `read_only`. Raises CorpusError for a file that is no
    SQLite database, cannot be written, or does not exist where it must.
    """
    path = Path(path)
    if read_only and not path.exists():
        raise CorpusError(f"{path}: no corpus there yet; `scrapy demo` or `scrapy run` makes one")
    try:
        if read_only:
            return open_database(f"{path.absolute().as_uri()}?mode=ro")
        path.parent.mkdir(parents=True, exist_ok=True)
        return migrated(open_database(path.absolute().as_uri()))
    except (sqlite3.DatabaseError, OSError) as error:
        raise CorpusError(f"{path}: cannot be used as the corpus database (CORPUS_DB): {error}") from error


@contextmanager
def reading(path: str | Path) -> Iterator[Database]:
    """Give the corpus at `path` to read from, closed behind the block; raises CorpusError for a file that fails a query, too."""
    try:
        with closing(connect(path, read_only=True)) as db:
            yield db
    except sqlite3.DatabaseError as error:
        raise CorpusError(f"{path}: cannot be read as a corpus (CORPUS_DB): {error}") from error


def migrated(db: Database) -> Database:
    """Return `db` in WAL mode with every migration applied; closes it where that fails."""
    try:
        db.execute("pragma journal_mode = wal")
        db.execute("pragma synchronous = normal")
        db.execute(f"pragma cache_size = -{CACHE}")
        if migrations.pending(db):
            migrations.apply(db)
    except sqlite3.DatabaseError:
        db.close()
        raise
    return db


def open_database(uri: str) -> Database:
    """Return a connection with foreign keys on that commits only where told to."""
    connection = sqlite3.connect(uri, uri=True, timeout=BUSY_TIMEOUT, check_same_thread=False)
    db = Database(connection)
    db.execute("pragma foreign_keys = on")
    connection.create_function(
        "search_terms", 1, search_terms, deterministic=True
    )  # the triggers of page_search
    return db


@contextmanager
def transaction(db: Database) -> Iterator[sqlite3.Connection]:
    """Hold the write lock from the start: a read that decides a write cannot be overtaken (SQLITE_BUSY_SNAPSHOT)."""
    connection = db.conn
    connection.execute("begin immediate")
    try:
        yield connection
    except BaseException:
        connection.rollback()
        raise
    connection.commit()
