"""Which notice a page belongs to: the one step that asks the corpus.

Called by the store in its transaction. The order of arrival does not matter: a verdict depends on two texts
alone, and notices are made again from the verdicts wherever one changed. The limits below cut only families of
more than MOST_PAGES siblings. Needs the indexes fingerprints(page_id), page_links(page_b), pages(notice_id).
"""

import sqlite3
from collections import Counter
from itertools import islice

from crawler.items import Page
from pipelines.copies.compare import Verdict, compare
from pipelines.copies.fingerprints import FIGURE, fingerprints
from pipelines.copies.notices import neighbours, settle, stored_subject, write_link
from pipelines.copies.objections import Subject, subject

MOST_PAGES = 64  # pages read of one fingerprint: what is commoner is the wording of a template
MOST_WEIGHED = 160  # pages whose fingerprints are counted
MOST_COMPARED = 40  # pages compared with one page: those that share most
SHARED = 0.1  # of the smaller page's text fingerprints: finds every copy of the replays
TELLING = 8  # figure fingerprints on both sides: enough to tell another month's report without a comparison
OTHER_FIGURES = 0.2  # share of them in common under which two pages are told apart without a comparison
SAME_FIGURES = 0.5  # share from which they are compared whatever their wording
TOLD_APART = 0.5  # containment from which a verdict `apart` is worth keeping


def count_prints(db: sqlite3.Connection, page_id: int, low: int, high: int) -> int:
    """Return how many fingerprints of a stored page lie from `low` to below `high`."""
    query = "select count(*) from fingerprints where page_id = ? and hash >= ? and hash < ?"
    return db.execute(query, (page_id, low, high)).fetchone()[0]


def is_candidate(db: sqlite3.Connection, page: int, mine: tuple[int, int], shared: tuple[int, int]) -> bool:
    """Tell whether a page is worth comparing; `mine` and `shared` count text and figure fingerprints.

    Symmetric in the two pages.
    """
    texts, figures = mine
    fewer = min(figures, count_prints(db, page, FIGURE, 2 * FIGURE)) if figures >= TELLING else 0
    if fewer >= TELLING and not OTHER_FIGURES * fewer <= shared[1] < SAME_FIGURES * fewer:
        return shared[1] >= SAME_FIGURES * fewer
    return shared[0] > 0 and shared[0] >= SHARED * min(texts, count_prints(db, page, 0, FIGURE))


def candidates(db: sqlite3.Connection, page_id: int, prints: set[int]) -> list[int]:
    """Return the pages worth comparing, those that share most figures and most text first."""
    texts, figures = Counter(), Counter()
    for value in prints:
        rows = db.execute(
            "select page_id from fingerprints where hash = ? and page_id <> ? order by page_id limit ?",
            (value, page_id, MOST_PAGES),
        )
        (figures if value >= FIGURE else texts).update(page for (page,) in rows)
    own_figures = sum(value >= FIGURE for value in prints)
    mine = len(prints) - own_figures, own_figures
    seen = texts.keys() | figures.keys()
    ranked = sorted(seen, key=lambda page: (-figures[page], -texts[page], page))
    worth = (
        page for page in ranked[:MOST_WEIGHED] if is_candidate(db, page, mine, (texts[page], figures[page]))
    )
    return list(islice(worth, MOST_COMPARED))


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


def assign(db: sqlite3.Connection, page_id: int, page: Page) -> int:
    """Find the notice of a stored page, bring every notice that changes by it up to date, and return its id.

    The caller holds the write transaction and has stored the page's row. Idempotent.
    """
    mine = subject(page.title, page.folded, page.issuer)
    prints = fingerprints(mine.key)
    before = neighbours(db, page_id)
    rewrite_fingerprints(db, page_id, prints)
    rewrite_links(db, page_id, mine, candidates(db, page_id, prints))
    settle(db, {page_id} | before)
    return db.execute("select notice_id from pages where id = ?", (page_id,)).fetchone()[0]
