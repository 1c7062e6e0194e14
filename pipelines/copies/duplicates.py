"""Which notice a page belongs to: the one step that asks the corpus.

Called by the store in its transaction. A verdict depends on two texts alone, and notices are made again from
the verdicts wherever one changed, so the order of arrival does not matter. Only in a family of more siblings
than candidates.MOST_COMPARED may a copy without any figure or name stay alone in one order and not in another.
Needs the indexes fingerprints(page_id), page_links(page_b), pages(notice_id).
"""

import sqlite3

from crawler.items import Page
from pipelines.copies.candidates import candidates
from pipelines.copies.compare import Verdict, compare
from pipelines.copies.fingerprints import figure_count, fingerprints, text_count
from pipelines.copies.notices import clear_home, join, neighbours, settle, stored_subject, write_link
from pipelines.copies.subject import Subject, subject

TOLD_APART = 0.5  # containment from which a verdict `apart` is worth keeping


def worth_keeping(verdict: Verdict) -> bool:
    """Tell whether a verdict is stored: all relations, and `apart` where the wording alone would not say so."""
    return verdict.relation != "apart" or verdict.containment >= TOLD_APART


def rewrite_links(db: sqlite3.Connection, page_id: int, mine: Subject, others: list[int]) -> None:
    """Store the verdicts on a page and its candidates in place of all older ones."""
    db.execute("delete from page_links where page_a = :page or page_b = :page", {"page": page_id})
    for other in others:
        verdict = compare(mine, stored_subject(db, other))
        if worth_keeping(verdict):
            write_link(db, page_id, other, verdict)


def rewrite_fingerprints(db: sqlite3.Connection, page_id: int, prints: set[int]) -> None:
    """Store the fingerprints of a page in place of its older ones."""
    db.execute("delete from fingerprints where page_id = ?", (page_id,))
    rows = ((value, page_id) for value in sorted(prints))
    db.executemany("insert into fingerprints(hash, page_id) values (?, ?)", rows)
    db.execute(
        "insert or replace into page_prints(page_id, texts, figures) values (?, ?, ?)",
        (page_id, text_count(prints), figure_count(prints)),
    )


def assign(db: sqlite3.Connection, page_id: int, page: Page) -> int:
    """Find the notice of a stored page, bring every notice that changes by it up to date, and return its id.

    The caller holds the write transaction and has stored the page's row. Idempotent.
    """
    mine = subject(page.title, page.folded, page.issuer)
    prints = fingerprints(mine)
    before = neighbours(db, page_id)
    rewrite_fingerprints(db, page_id, prints)
    rewrite_links(db, page_id, mine, candidates(db, page_id, prints))
    if not before and (notice := clear_home(db, page_id)):
        join(db, page_id, notice)
    else:
        settle(db, {page_id} | before)
    return db.execute("select notice_id from pages where id = ?", (page_id,)).fetchone()[0]


def withdraw(db: sqlite3.Connection, page_id: int) -> None:
    """Delete a stored page with its facts, and make the notices of its copies again without it.

    The caller holds the write transaction.
    """
    (notice,) = db.execute("select notice_id from pages where id = ?", (page_id,)).fetchone()
    fellows = {page for (page,) in db.execute("select id from pages where notice_id = ?", (notice,))}
    left = (fellows | neighbours(db, page_id)) - {page_id}
    db.execute("delete from pages where id = ?", (page_id,))
    if left:
        settle(db, left)
    if not fellows - {page_id}:
        db.execute("delete from notices where id = ?", (notice,))
