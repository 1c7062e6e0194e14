"""Which stored pages are worth comparing with a page: those that share its rare fingerprints.

A fingerprint that more than MOST_PAGES pages have is the wording of a template or a set phrase. It tells
nothing, unless a page has no other: then a few of them are looked up, in a few pages each, and in the pages that
share a name. So the work for one page has a limit that does not grow with the corpus.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from pipelines.copies.fingerprints import FIGURE, NAME, figure_count

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
# Pages with their shared text fingerprints (0 where too few to be worth a comparison), shared and own figures, names.
SHARERS = """
    select page_id, iif(enough, shared.texts, 0), shared.figures, all_figures, names
    from (
        select shared.*, page_prints.figures as all_figures,
            shared.texts and shared.texts >= :share * min(:texts, page_prints.texts) as enough
        from (
            select page_id, sum(hash < :figure) as texts,
                sum(hash >= :figure and hash < :name) as figures, sum(hash >= :name) as names
            from fingerprints where hash in (select value from json_each(:prints)) group by page_id
        ) as shared join page_prints using (page_id)
    ) as shared
    where enough or shared.figures or names
"""
COMMON_IN = """
    select page_id, count(*) from fingerprints
    where hash in (select value from json_each(:prints)) and page_id in (select value from json_each(:pages))
    group by page_id
"""
FIGURES_OF = "select page_id, figures from page_prints where page_id in (select value from json_each(?))"


class Sharer(NamedTuple):
    """A page that shares fingerprints with another; hundreds are made for one page."""

    page: int
    texts: int  # rare text fingerprints shared, if they are enough to compare the two
    figures: int  # figure fingerprints shared
    all_figures: int  # figure fingerprints it has
    names: int  # rare name fingerprints shared
    common: int  # of the common text fingerprints looked up, if they are enough


def rare_and_common(db: sqlite3.Connection, prints: set[int]) -> tuple[list[int], list[int]]:
    """Return the fingerprints that MOST_PAGES stored pages or fewer have, and the others; ascending."""
    rows = db.execute(HOLDERS, {"prints": json.dumps(sorted(prints)), "most": MOST_PAGES}).fetchall()
    return [v for v, held in rows if held <= MOST_PAGES], [v for v, held in rows if held > MOST_PAGES]


def looked_up(db: sqlite3.Connection, prints: list[int]) -> Counter[int]:
    """Return the pages that hold common fingerprints, MOST_PAGES of each at most, and how many."""
    found: Counter[int] = Counter()
    for value in prints:
        rows = db.execute(
            "select page_id from fingerprints where hash = ? order by page_id limit ?", (value, MOST_PAGES)
        )
        found.update([page for (page,) in rows])
    return found


def holders(db: sqlite3.Connection, rare: int, phrases: list[int], named: list[int]) -> dict[int, int]:
    """Return how many common text fingerprints pages hold, of the first COMMON of `phrases`.

    Those of `named` pages, which share a name, count from one on if most of the page's wording is common: they
    are what tells a copy from the siblings that were looked up.
    """
    sample = phrases[:COMMON]
    held = {page: count for page, count in looked_up(db, sample).items() if 2 * count >= len(sample)}
    if named and rare <= len(phrases):
        held |= dict(db.execute(COMMON_IN, {"prints": json.dumps(sample), "pages": json.dumps(named)}))
    return held


def sharers(db: sqlite3.Connection, page_id: int, prints: set[int]) -> Iterator[Sharer]:
    """Yield the stored pages that share enough rare or common wording with a page, or any figure."""
    rare, common = rare_and_common(db, prints)
    texts = sum(value < FIGURE for value in rare)
    given = {"prints": json.dumps(rare), "figure": FIGURE, "name": NAME, "share": SHARED, "texts": texts}
    found = {row[0]: row[1:] for row in db.execute(SHARERS, given)}
    named = [page for page, (*_, names) in found.items() if names]
    wording = holders(db, texts, [value for value in common if value < FIGURE], named)
    numbers = looked_up(db, [value for value in common if FIGURE <= value < NAME])
    unknown = json.dumps(sorted((wording.keys() | numbers.keys()) - found.keys()))
    found |= {page: (0, 0, figures, 0) for page, figures in db.execute(FIGURES_OF, (unknown,))}
    found.pop(page_id, None)
    for page, (shared, figures, all_figures, names) in found.items():
        yield Sharer(page, shared, figures + numbers[page], all_figures, names, wording.get(page, 0))


def is_candidate(other: Sharer, figures: int) -> bool:
    """Tell whether a page is worth comparing with one that has so many figure fingerprints."""
    fewer = min(figures, other.all_figures)
    if fewer >= TELLING and not OTHER_FIGURES * fewer <= other.figures < SAME_FIGURES * fewer:
        return other.figures >= SAME_FIGURES * fewer
    return other.texts > 0 or other.common > 0


def candidates(db: sqlite3.Connection, page_id: int, prints: set[int]) -> list[int]:
    """Return the stored pages worth comparing with a page, those that share most figures, names and text first."""
    figures = figure_count(prints)
    worth = [other for other in sharers(db, page_id, prints) if is_candidate(other, figures)]
    worth.sort(key=lambda other: (-other.figures, -other.names, -other.texts, -other.common, other.page))
    return [other.page for other in worth[:MOST_COMPARED]]
