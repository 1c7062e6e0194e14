"""Placeholder until the copies branch lands: take its version."""

import sqlite3

from crawler.items import Page


def assign(db: sqlite3.Connection, page_id: int, page: Page) -> int:  # noqa: ARG001
    """Give every page a notice of its own."""
    row = db.execute("select notice_id from pages where id = ?", [page_id]).fetchone()
    if row[0]:
        return row[0]
    notice = db.execute("insert into notices (page_id) values (?)", [page_id]).lastrowid
    db.execute("update pages set notice_id = ? where id = ?", [notice, page_id])
    return notice
