"""Keep the notices in step with the verdicts: who belongs together, under which id, and who speaks for them."""

import json
import sqlite3
from collections import Counter

from pipelines.copies.clusters import Link, clusters
from pipelines.copies.compare import Verdict, compare
from pipelines.copies.representative import COPIES, Copy, representative
from pipelines.copies.subject import Subject, subject

Ids = set[int]
CLEAR = 24  # copies that all agree: the notice of a new page is found without weighing them again

INSERT_LINK = """
    insert into page_links(
        page_a, page_b, relation, containment, longest_run, equal_figures, conflicting_figures, evidence
    ) values (?, ?, ?, ?, ?, ?, ?, ?)
"""


def stored_subject(db: sqlite3.Connection, page_id: int) -> Subject:
    """Return what is compared of a page of the corpus."""
    row = db.execute("select title, folded, issuer from pages where id = ?", (page_id,)).fetchone()
    return subject(*row)


def write_link(db: sqlite3.Connection, page: int, other: int, verdict: Verdict) -> None:
    """Store the verdict on two pages that have none."""
    evidence = json.dumps(verdict.evidence, ensure_ascii=False)
    db.execute(INSERT_LINK, (min(page, other), max(page, other), *verdict.columns(), evidence))


def neighbours(db: sqlite3.Connection, page_id: int) -> Ids:
    """Return the pages that a `same` link joins to this one."""
    rows = db.execute(
        "select page_b from page_links where page_a = :page and relation = 'same'"
        " union select page_a from page_links where page_b = :page and relation = 'same'",
        {"page": page_id},
    )
    return {row[0] for row in rows}


def component(db: sqlite3.Connection, pages: Ids) -> Ids:
    """Return all pages that chains of `same` links, or a common notice, join to these."""
    reached: Ids = set()
    waiting = set(pages)
    while waiting:
        page = waiting.pop()
        reached.add(page)
        waiting |= neighbours(db, page) - reached
    rows = db.execute(
        "select id from pages where notice_id in"
        " (select notice_id from pages where id in (select value from json_each(?)))",
        (json.dumps(sorted(reached)),),
    )
    more = {row[0] for row in rows} - reached
    return component(db, reached | more) if more else reached


def groups(db: sqlite3.Connection, pages: Ids) -> list[Ids]:
    """Return the pages of a component as groups of copies; a pair that must be compared for it is stored."""
    listed = json.dumps(sorted(pages))
    ids = dict(
        db.execute("select url, id from pages where id in (select value from json_each(?))", (listed,))
    )
    urls = {page: url for url, page in ids.items()}
    rows = db.execute(
        "select page_a, page_b, iif(relation = 'apart' and evidence = '{}', 'unlike', relation), containment,"
        " coalesce(longest_run, 0), equal_figures from page_links"
        " where page_a in (select value from json_each(?))",
        (listed,),
    )
    links = [Link(urls[a], urls[b], *verdict) for a, b, *verdict in rows if b in urls]

    def judge(one: str, other: str) -> str:
        pair = ids[one], ids[other]
        verdict = compare(*(stored_subject(db, page) for page in pair))
        write_link(db, *pair, verdict)
        return "unlike" if verdict.relation == "apart" and not verdict.evidence else verdict.relation

    return [{ids[url] for url in group} for group in clusters(set(ids), links, judge)]


def next_id(db: sqlite3.Connection) -> int:
    """Return an id that no notice has or had: an alias must never name two notices."""
    return db.execute(
        "select 1 + max((select ifnull(max(id), 0) from notices), (select ifnull(max(alias), 0) from notice_aliases))"
    ).fetchone()[0]


def inherit(held: dict[int, int | None], parts: list[Ids]) -> list[list[int]]:
    """Return the old notice ids that each group inherits, ascending: an id goes where most of its pages went.

    `held` is the notice id of each page. Of equal groups the one with the smallest page id inherits.
    """
    heirs: list[list[int]] = [[] for _ in parts]
    went = [Counter(held[page] for page in part) for part in parts]
    for notice in sorted({notice for notice in held.values() if notice is not None}):
        best = max(range(len(parts)), key=lambda n: (went[n][notice], -min(parts[n])))
        heirs[best].append(notice)
    return heirs


def current_id(db: sqlite3.Connection, notice: int) -> int | None:
    """Return the id under which a notice stands today, whatever id it was once known by; None if there is none."""
    row = db.execute(
        "select notice_id from notice_aliases where alias = :id union select id from notices where id = :id",
        {"id": notice},
    ).fetchone()
    return row[0] if row else None


def speaker(db: sqlite3.Connection, notice: int) -> tuple[Copy, str]:
    """Return the page that speaks for a notice, and why."""
    pages = [row[0] for row in db.execute("select id from pages where notice_id = ?", (notice,))]
    return representative([Copy(*row) for row in db.execute(COPIES, (json.dumps(pages),))])


def write_notice(db: sqlite3.Connection, notice: int, part: Ids) -> None:
    """Store one notice and its pages; rows that already say so are left alone."""
    listed = json.dumps(sorted(part))
    best, _ = representative([Copy(*row) for row in db.execute(COPIES, (listed,))])
    db.execute(
        "insert into notices(id, page_id, copies) values (:notice, :page, :copies)"
        " on conflict(id) do update set page_id = :page, copies = :copies"
        " where page_id is not :page or copies <> :copies",
        {"notice": notice, "page": best.page_id, "copies": len(part)},
    )
    db.execute(
        "update pages set notice_id = :notice"
        " where id in (select value from json_each(:listed)) and notice_id is not :notice",
        {"notice": notice, "listed": listed},
    )


def clear_home(db: sqlite3.Connection, page_id: int) -> int | None:
    """Return the notice of a new page that CLEAR or more pages call a copy, all of one notice, and none denies.

    So a notice that hundreds of sites copied costs a new copy no more than a small one.
    """
    homes = db.execute(
        "select relation, pages.notice_id, count(*) from page_links"
        " join pages on pages.id = iif(page_a = :page, page_b, page_a)"
        " where page_a = :page or page_b = :page group by 1, 2",
        {"page": page_id},
    ).fetchall()
    (held,) = db.execute("select notice_id from pages where id = ?", (page_id,)).fetchone()
    if held is not None or len(homes) != 1:
        return None
    relation, notice, agreeing = homes[0]
    return notice if relation == "same" and agreeing >= CLEAR else None


def join(db: sqlite3.Connection, page_id: int, notice: int) -> None:
    """Add a page to a notice; the best copy speaks for it from now on."""
    rows = db.execute("select id from pages where notice_id = ?", (notice,))
    write_notice(db, notice, {row[0] for row in rows} | {page_id})


def settle(db: sqlite3.Connection, pages: Ids) -> None:
    """Make the notices around these pages again; ids stay, an id that disappears becomes an alias of its heir."""
    reached = component(db, pages)
    parts = groups(db, reached)
    listed = json.dumps(sorted(reached))
    held = dict(
        db.execute("select id, notice_id from pages where id in (select value from json_each(?))", (listed,))
    )
    for part, ids in zip(parts, inherit(held, parts), strict=True):
        notice = ids[0] if ids else next_id(db)
        write_notice(db, notice, part)
        for gone in ids[1:]:
            db.execute("update notice_aliases set notice_id = ? where notice_id = ?", (notice, gone))
            db.execute("insert into notice_aliases(alias, notice_id) values (?, ?)", (gone, notice))
            db.execute("delete from notices where id = ?", (gone,))
