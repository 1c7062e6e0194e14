"""A corpus as plain values: equal for two corpora that say the same, whatever their ids and clocks."""

from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from crawler.db import connect

RUN_COLUMNS = frozenset(
    "id page_id notice_id first_seen last_seen last_changed replaced warc_file warc_offset".split()
)


def facts(db: Database, table: str, url: str) -> list[tuple]:
    """Return the rows of a fact table that belong to one page, in their order in the text."""
    rows = db.query(f"select t.* from {table} t join pages on pages.id = page_id where url = ?", [url])
    return sorted(tuple((k, v) for k, v in row.items() if k not in RUN_COLUMNS) for row in rows)


def dump(db: Database) -> dict:
    """Return pages with their facts, notices as sets of URLs with who speaks for them, links and rejections."""
    tables = ("statistics", "contacts", "cases", "page_scam_types", "page_campaigns", "page_versions")
    pages = {
        row["url"]: {k: v for k, v in row.items() if k not in RUN_COLUMNS}
        | {table: sorted(facts(db, table, row["url"]), key=str) for table in tables}
        for row in db["pages"].rows
    }
    notices = {
        row["speaker"]: sorted(row["urls"].split())
        for row in db.query(
            """select speakers.url as speaker, group_concat(pages.url, ' ') as urls from notices
            join pages on pages.notice_id = notices.id
            join pages as speakers on speakers.id = notices.page_id group by notices.id"""
        )
    }
    links = sorted(
        (*sorted((row["a"], row["b"])), row["relation"])
        for row in db.query(
            """select a.url as a, b.url as b, relation from page_links
            join pages as a on a.id = page_a join pages as b on b.id = page_b"""
        )
    )
    rejections = sorted((row["url"], row["outcome"], row["reason"]) for row in db["rejections"].rows)
    return {"pages": pages, "notices": notices, "links": links, "rejections": rejections}


def dump_file(corpus: Path) -> dict:
    """Return the dump of a corpus file."""
    with closing(connect(corpus)) as db:
        return dump(db)
