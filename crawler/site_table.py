"""The registry and what the corpus knows of it, as the table of `scrapy sites`."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sqlite_utils import Database

from crawler.sites import STATES, Site
from crawler.table import render_table

HEADER = (
    ["站点", "名称", "级别", "类别", "状态", "上次抓取", "最近新页", "栏目", "页面", "问题"],
    ["site", "name", "level", "kind", "state", "last crawl", "last new page", "columns", "pages", "trouble"],
)
BY = (("level", "级别"), ("kind", "类别"), ("state", "状态"))


@dataclass
class SiteState:
    """A site of the registry, and what the corpus knows of it."""

    site: Site
    state: str  # of the registry; confirmed where a check has confirmed a column
    last_crawled: str | None = None
    last_new: str | None = None
    pages: int = 0
    trouble: tuple[tuple[str, str], ...] = ()  # label and state of the columns in trouble

    @property
    def level(self) -> str:
        """Return the level of the site."""
        return self.site.level

    @property
    def kind(self) -> str:
        """Return the kind of the site."""
        return self.site.kind

    def has(self, state: str) -> bool:
        """Return whether the site or a column of it is in `state`; `blocked` stands for every wall."""
        states = [self.state, *(state for _, state in self.trouble)]
        return any(found == state or found.startswith(f"{state}:") for found in states)


def site_states(sites: Iterable[Site], db: Database | None) -> list[SiteState]:
    """Return what is known of the sites; without a corpus only what the registry says."""
    if db is None:
        return [SiteState(site, site.state) for site in sites]
    crawled = dict(db.execute("select key, last_crawled from sites").fetchall())
    sql = "select site, max(first_seen), count(*) from pages group by site"
    pages = {site: counts for site, *counts in db.execute(sql).fetchall()}
    columns: dict[str, list[tuple[str, str, str | None]]] = {}
    for site, *column in db.execute(
        "select site, label, state, confirmed from columns order by id"
    ).fetchall():
        columns.setdefault(site, []).append(tuple(column))
    return [
        SiteState(
            site,
            "confirmed"
            if site.state == "candidate" and any(confirmed for *_, confirmed in columns.get(site.key, ()))
            else site.state,
            crawled.get(site.key),
            *pages.get(site.key, (None, 0)),
            tuple((label, state) for label, state, _ in columns.get(site.key, ()) if state not in STATES),
        )
        for site in sites
    ]


def render_sites(states: list[SiteState]) -> str:
    """Return the table, one line a site, and the counts by level, kind and state."""
    rows = [
        [
            found.site.key, found.site.name, found.level, found.kind, found.state,
            day(found.last_crawled), day(found.last_new), len(found.site.columns), found.pages,
            ", ".join(f"{label} {state}" for label, state in found.trouble),
        ]
        for found in states
    ]  # fmt: skip
    return "\n".join([render_table([*HEADER, *rows], header_rows=2), "", *count_lines(states)])


def day(moment: str | None) -> str | None:
    """Return the day of a time as the corpus writes it."""
    return moment and moment[:10]


def count_lines(states: list[SiteState]) -> list[str]:
    """Return how many sites there are, and how many of each level, kind and state."""
    lines = [f"站点 sites {len(states)}, 有栏目 with columns {sum(bool(s.site.columns) for s in states)}"]
    for field, chinese in BY:
        counts = Counter(getattr(found, field) for found in states).most_common()
        lines.append(f"{chinese} {field}: " + ", ".join(f"{word} {count}" for word, count in counts))
    return lines
