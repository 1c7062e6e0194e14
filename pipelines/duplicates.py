"""Which notice a page belongs to: the one step that asks the corpus. Called by the store, in its transaction.

The order of arrival does not matter: a verdict depends on two texts alone, and notices are made again from the
verdicts wherever one changed. The two limits below cut only families of more than MOST_PAGES siblings.
Needs the indexes fingerprints(page_id), page_links(page_b) and pages(notice_id).
"""

import json
import sqlite3
from collections import Counter

from crawler.items import Page
from pipelines.compare import Subject, Verdict, compare, subject
from pipelines.fingerprints import FIGURE, fingerprints
from pipelines.notices import neighbours, settle

MOST_PAGES = 64  # pages read of one fingerprint: what is commoner is the wording of a template
MOST_COMPARED = 40  # pages compared with one page: those that share most
SHARED = 0.1  # of the smaller page's text fingerprints: finds every copy of the replays (facts/mirrors.md 5)
TOLD_APART = 0.5  # containment from which a verdict `apart` is worth keeping

INSERT_LINK = """
    insert into page_links(page_a, page_b, relation, containment, longest_run, equal_figures, conflicting_figures, evidence)
    values (?, ?, ?, ?, ?, ?, ?, ?)
"""


def candidates(db: sqlite3.Connection, page_id: int, prints: set[int]) -> list[int]:
    """Return the pages worth comparing, those that share most figures and most text first."""
    texts, figures = Counter(), Counter()
    for value in sorted(prints):
        rows = db.execute(
            "select page_id from fingerprints where hash = ? and page_id <> ? order by page_id limit ?",
            (value, page_id, MOST_PAGES),
        )
        (figures if value & FIGURE else texts).update(row[0] for row in rows)
    mine = sum(1 for value in prints if not value & FIGURE)
    ranked = sorted(texts.keys() | figures.keys(), key=lambda page: (-figures[page], -texts[page], page))
    return [page for page in ranked[: 4 * MOST_COMPARED] if shares_enough(db, page, texts[page], mine)][
        :MOST_COMPARED
    ]


def shares_enough(db: sqlite3.Connection, page: int, shared: int, mine: int) -> bool:
    """Tell whether the shared text fingerprints are SHARED of those of the page that has fewer."""
    if not shared:
        return False
    if shared >= SHARED * mine:
        return True
    theirs = db.execute("select count(*) from fingerprints where page_id = ? and hash < ?", (page, FIGURE))
    return shared >= SHARED * theirs.fetchone()[0]


def stored_subject(db: sqlite3.Connection, page_id: int) -> Subject:
    """Return what is compared of a page of the corpus."""
    title, folded, issuer = db.execute(
        "select title, folded, issuer from pages where id = ?", (page_id,)
    ).fetchone()
    return subject(title, folded or "", issuer)


def worth_keeping(verdict: Verdict) -> bool:
    """Tell whether a verdict is stored: all relations, and `apart` where the texts alone would say otherwise."""
    return verdict.relation != "apart" or verdict.containment >= TOLD_APART


def rewrite_links(db: sqlite3.Connection, page_id: int, mine: Subject, others: list[int]) -> None:
    """Store the verdicts on a page and its candidates in place of all older ones."""
    db.execute("delete from page_links where page_a = ?1 or page_b = ?1", (page_id,))
    for other in others:
        verdict = compare(mine, stored_subject(db, other))
        if worth_keeping(verdict):
            evidence = json.dumps(verdict.evidence, ensure_ascii=False)
            pair = (min(page_id, other), max(page_id, other))
            db.execute(INSERT_LINK, (*pair, *verdict.columns(), evidence))


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
