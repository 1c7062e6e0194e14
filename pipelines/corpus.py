"""Write a page and all its facts to the corpus in one transaction."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum

from sqlite_utils import Database

from crawler import EXTRACTOR_VERSION
from crawler.clock import now
from crawler.db import transaction
from crawler.items import Page
from pipelines.copies.duplicates import assign, withdraw
from pipelines.masked import masked
from pipelines.rows import fact_rows, page_row, version_statistics

KEPT_IN_VERSIONS = (
    "title", "published", "source", "issuer", "text", "content_hash", "extractor_version", "warc_file", "warc_offset",)  # fmt: skip
DATELINE = ("published", "source")  # what a publisher may correct without touching a word of the text
BATCH = 200  # pages a transaction of a bulk load: a kill costs so many at most


class Outcome(Enum):
    """What storing a page found."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


def insert(connection: sqlite3.Connection, table: str, rows: list[dict]) -> int:
    """Insert rows of one table, all with the same columns; return the id of a single one.

    Plain SQL: sqlite-utils looks the schema up at every insert, which a bulk load feels.
    """
    if not rows:
        return 0
    names = ", ".join(f'"{name}"' for name in rows[0])
    values = ", ".join(f":{name}" for name in rows[0])
    statement = f"insert into {table} ({names}) values ({values})"  # noqa: S608  names from code
    if len(rows) == 1:
        return connection.execute(statement, rows[0]).lastrowid
    connection.executemany(statement, rows)
    return 0


def says_otherwise(old: dict, new: dict) -> bool:
    """Tell whether a page's publisher has changed what it says: its words, or the date or source above them.

    A date that another extractor reads otherwise is no edit, nor is one that this answer does not state.
    """
    if old["content_hash"] != new["content_hash"]:
        return True
    same_reader = old["extractor_version"] == new["extractor_version"]
    return same_reader and any(new[name] not in (None, old[name]) for name in DATELINE)


class Corpus:
    """The one writer of pages; every method is one transaction, so a kill leaves whole pages only."""

    def __init__(self, db: Database) -> None:
        self.db = db

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Make what is written within one transaction: for bulk loads; an error takes all of it back."""
        with transaction(self.db):
            yield

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Hold the transaction of the batch, or one of its own."""
        if self.db.conn.in_transaction:
            yield self.db.conn
            return
        with transaction(self.db) as connection:
            yield connection

    def save(self, page: Page) -> Outcome:
        """Store `page`, private numbers masked, with its facts and among its copies; an edited page keeps its old version.

        A page whose words are unchanged but that a newer extractor has read gets the new facts and no version.
        """
        page = masked(page)
        row, seen = page_row(page, EXTRACTOR_VERSION), page.seen or now()
        with self.writing() as connection:
            old = self.stored(page.url)
            edited = old is not None and says_otherwise(old, row)
            if old and not edited and old["extractor_version"] == EXTRACTOR_VERSION:
                self.db["pages"].update(
                    old["id"],
                    {"etag": row["etag"], "last_modified": row["last_modified"], "last_seen": seen},
                )
                return Outcome.UNCHANGED
            if edited:
                self.keep_version(old, seen)
            page_id = self.write_page(row, old, seen, edited=edited)
            for table, rows in fact_rows(page):
                self.write_facts(page_id, table, rows)
            assign(connection, page_id, page)
            connection.execute("delete from rejections where url = ?", [page.url])
        if old is None:
            return Outcome.NEW
        return Outcome.CHANGED if edited else Outcome.UNCHANGED

    def stored(self, url: str) -> dict | None:
        """Return the row of `pages` of a URL."""
        cursor = self.db.conn.execute("select * from pages where url = ?", [url])
        row = cursor.fetchone()
        return dict(zip([column[0] for column in cursor.description], row, strict=True)) if row else None

    def write_facts(self, page_id: int, table: str, rows: list[dict]) -> None:
        """Put the facts of one table in place of those that were read from the page before."""
        self.db.conn.execute(f"delete from {table} where page_id = ?", [page_id])  # noqa: S608
        insert(self.db.conn, table, [{"page_id": page_id} | row for row in rows])

    def write_page(self, row: dict, old: dict | None, seen: str, *, edited: bool) -> int:
        """Insert or update the row of `pages` and return its id."""
        if old is None:
            first = {"first_seen": seen, "last_seen": seen, "last_changed": seen}
            return insert(self.db.conn, "pages", [row | first])
        self.db["pages"].update(
            old["id"], row | {"last_seen": seen} | ({"last_changed": seen} if edited else {})
        )
        return old["id"]

    def remove(self, url: str) -> bool:
        """Delete a page and all that was read from it; its notice goes on with the other copies."""
        with self.writing() as connection:
            old = self.stored(url)
            if old:
                withdraw(connection, old["id"])
        return old is not None

    def keep_version(self, old: dict, seen: str) -> None:
        """Copy what the page said until now to `page_versions`."""
        statistics = list(self.db["statistics"].rows_where("page_id = ?", [old["id"]], order_by="id"))
        self.db["page_versions"].insert(
            {name: old[name] for name in KEPT_IN_VERSIONS}
            | {"page_id": old["id"], "replaced": seen, "statistics": version_statistics(statistics)}
        )

    def touch(self, url: str) -> str | None:
        """Record that the server called `url` unchanged; return why it was dropped, None if it is a stored page."""
        with self.writing() as connection:
            connection.execute("update pages set last_seen = ? where url = ?", [now(), url])
            connection.execute("update rejections set last_seen = ? where url = ?", [now(), url])
            row = connection.execute("select reason from rejections where url = ?", [url]).fetchone()
        return row[0] if row else None

    def reject(
        self,
        url: str,
        site: str | None,
        outcome: str,
        reason: str,
        *,
        seen: str | None = None,
        **known: str | int | None,
    ) -> None:
        """Remember that `url` was dropped, refused or moved, and why; a page stored earlier stays.

        `seen` is when that was found, now unless told otherwise; what was found later stands.
        """
        seen = seen or now()
        with self.writing():
            old = next(self.db["rejections"].rows_where("url = ?", [url]), {})
            if old and old["last_seen"] > seen:
                return
            row = {"url": url, "site": site, "outcome": outcome, "reason": reason, "temporary": 0} | known
            row |= {"first_seen": old.get("first_seen", seen), "last_seen": seen}
            self.db["rejections"].upsert(row, pk="url")
