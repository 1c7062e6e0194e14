"""Write registry entries to the tables `sites` and `columns`."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlite_utils import Database

from crawler.clock import now
from crawler.sites import CRAWLED_STATES, STATES, Column, Site


@dataclass(frozen=True)
class Visit:
    """What one visit met at a column: `problem` is a state code, None where its list came and held articles."""

    column: Column
    problem: str | None = None
    detail: str | None = None  # what was seen
    articles: int | None = None  # links on the first list page, None where there was no list
    whole: bool = False  # articles of it were read with title, text and date


def write_sites(db: Database, sites: Iterable[Site]) -> None:
    """Bring the rows of `sites` and their columns up to the registry; what crawls have found out stays.

    A state that a crawl or check has met gives way only to a registry state that ends the crawling.
    """
    for site in sites:
        row = {
            "key": site.key, "name": site.name, "level": site.level, "kind": site.kind,
            "region_code": site.region, "province": site.province, "family": site.family,
            "crawled": int(site.crawled),
        }  # fmt: skip
        met = None if site.state not in CRAWLED_STATES else met_state(db, site.key)
        db["sites"].upsert(row | {"state": met or site.state}, pk="key")
        for column in site.columns:
            db.execute(
                """insert into columns (site, label, url, kind, state) values (:site, :label, :url, :kind, :state)
                on conflict (url) do update set site = excluded.site, label = excluded.label, kind = excluded.kind,
                state = iif(columns.state = 'candidate', excluded.state, columns.state)""",
                {
                    "site": site.key, "label": column.label, "url": column.url, "kind": column.kind,
                    "state": column.state or site.state,
                },
            )  # fmt: skip


def met_state(db: Database, key: str) -> str | None:
    """Return the state of a site that a visit has met; None where its row only repeats a registry."""
    row = db.execute("select state from sites where key = ?", [key]).fetchone()
    return row[0] if row and row[0] not in STATES else None


def knows_articles(db: Database, site: Site, column: Column) -> bool:
    """Return whether articles of the column are known: to the corpus, or to who confirmed it in the registry."""
    sql = """select 1 from columns where url = :url and confirmed is not null
        union all select 1 from pages where site = :site and "column" = :label"""
    known = {"url": column.url, "site": site.key, "label": column.label}
    return (column.state or site.state) == "confirmed" or db.execute(sql, known).fetchone() is not None


def write_visit(db: Database, site: Site, visits: Collection[Visit]) -> None:
    """Write what a visit met at columns of a site; a site whose columns all failed takes the commonest reason."""
    problems = Counter(visit.problem for visit in visits if visit.problem)
    if visits:
        failed = problems.total() == len(visits) and problems.most_common(1)[0][0]
        db["sites"].update(site.key, {"state": failed or site.state})
    for visit in visits:
        db.execute(
            """update columns set articles = :articles, detail = :detail,
            confirmed = iif(:whole, :now, confirmed),
            state = coalesce(:problem, iif(:whole or confirmed is not null, 'confirmed', :known))
            where url = :url""",
            {
                "articles": visit.articles, "detail": visit.detail, "whole": visit.whole, "now": now(),
                "problem": visit.problem, "known": visit.column.state or site.state, "url": visit.column.url,
            },
        )  # fmt: skip
