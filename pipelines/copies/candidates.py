"""Which stored pages are worth comparing with a page: those that share its rare fingerprints.

A fingerprint that more than MOST_PAGES pages have is the wording of a template or a set phrase. It tells
nothing, unless a page has no other: then a few of them are looked up, in a few pages each. So the work for one
page has a limit that does not grow with the corpus.
"""

import json
import sqlite3
from collections import Counter
from dataclasses import dataclass

from pipelines.copies.fingerprints import FIGURE

MOST_PAGES = 64  # pages of a rare fingerprint, and pages read of a common one
COMMON = 8  # common text fingerprints looked up: the smallest, so that the choice depends on the text alone
MOST_COMPARED = 40  # pages compared with one page: those that share most
SHARED = 0.1  # of the smaller page's text fingerprints: finds every copy of the replays
TELLING = 8  # figure fingerprints on both sides: enough to tell another month's report without a comparison
OTHER_FIGURES = 0.2  # share of them in common under which two pages are told apart without a comparison
SAME_FIGURES = 0.5  # share from which they are compared whatever their wording

HOLDERS = """
    select value, (select count(*) from (select 1 from fingerprints where hash = value limit :most + 1))
    from json_each(:prints)
"""
SHARERS = """
    select page_id, shared.texts, shared.figures, page_prints.texts, page_prints.figures
    from (
        select page_id, sum(hash < :figure) as texts, sum(hash >= :figure) as figures
        from fingerprints where hash in (select value from json_each(:prints)) group by page_id
    ) as shared join page_prints using (page_id)
    where page_id <> :page
"""


@dataclass(frozen=True)
class Sharer:
    """A page that shares fingerprints: how many of each kind, and how many it has."""

    page: int
    texts: int
    figures: int
    all_texts: int
    all_figures: int
    common: int = 0  # of the COMMON text fingerprints looked up


def counts(prints: set[int]) -> tuple[int, int]:
    """Return how many text and figure fingerprints these are."""
    figures = sum(value >= FIGURE for value in prints)
    return len(prints) - figures, figures


def rare_and_common(db: sqlite3.Connection, prints: set[int]) -> tuple[set[int], set[int]]:
    """Return the fingerprints that MOST_PAGES pages or fewer have, and the others."""
    rows = db.execute(HOLDERS, {"prints": json.dumps(sorted(prints)), "most": MOST_PAGES})
    held = dict(rows.fetchall())
    return {v for v in prints if 0 < held[v] <= MOST_PAGES}, {v for v in prints if held[v] > MOST_PAGES}


def looked_up(db: sqlite3.Connection, prints: set[int]) -> Counter[int]:
    """Return the pages that hold common fingerprints, MOST_PAGES of each at most, and how many."""
    found: Counter[int] = Counter()
    for value in sorted(prints):
        rows = db.execute(
            "select page_id from fingerprints where hash = ? order by page_id limit ?", (value, MOST_PAGES)
        )
        found.update([page for (page,) in rows])
    return found


def sharers(db: sqlite3.Connection, page_id: int, rare: set[int], sample: set[int], figures: set[int]) -> list[Sharer]:
    """Return the pages that share rare fingerprints, or common ones: a sample of the texts, all figures."""
    rows = db.execute(SHARERS, {"prints": json.dumps(sorted(rare)), "page": page_id, "figure": FIGURE})
    found = {row[0]: row for row in rows}
    texts, numbers = looked_up(db, sample), looked_up(db, figures)
    unknown = sorted((texts.keys() | numbers.keys()) - found.keys() - {page_id})
    rows = db.execute(
        "select page_id, 0, 0, texts, figures from page_prints where page_id in (select value from json_each(?))",
        (json.dumps(unknown),),
    )
    found |= {row[0]: row for row in rows}
    return [
        Sharer(page, shared, same + numbers[page], all_texts, all_figures, texts[page])
        for page, shared, same, all_texts, all_figures in found.values()
    ]


def is_candidate(other: Sharer, texts: int, figures: int, sample: int) -> bool:
    """Tell whether a page is worth comparing.

    `texts` counts the rare text fingerprints, or all where none is rare; `figures` all of these;
    `sample` the common text fingerprints that were looked up.
    """
    fewer = min(figures, other.all_figures)
    if fewer >= TELLING and not OTHER_FIGURES * fewer <= other.figures < SAME_FIGURES * fewer:
        return other.figures >= SAME_FIGURES * fewer
    if other.texts and other.texts >= SHARED * min(texts, other.all_texts):
        return True
    return 2 * other.common >= max(sample, 1)


def candidates(db: sqlite3.Connection, page_id: int, prints: set[int]) -> list[int]:
    """Return the pages worth comparing, those that share most figures and most text first."""
    rare, common = rare_and_common(db, prints)
    sample = set(sorted(value for value in common if value < FIGURE)[:COMMON])
    texts, _ = counts(rare)
    _, figures = counts(prints)
    found = sharers(db, page_id, rare, sample, {value for value in common if value >= FIGURE})
    worth = [other for other in found if is_candidate(other, texts, figures, len(sample))]
    worth.sort(key=lambda other: (-other.figures, -other.texts, -other.common, other.page))
    return [other.page for other in worth[:MOST_COMPARED]]
