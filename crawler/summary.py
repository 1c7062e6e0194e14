"""What a run did, as the table that ends `scrapy run` and `scrapy demo`."""

from collections.abc import Iterable

from sqlite_utils import Database

from crawler.sites import Site
from crawler.table import render_table

# The counts of a site, in the order of the table: stat under site/<key>/, 中文, English.
COUNTS = (
    ("found", "发现", "found"),
    ("new", "新增", "new"),
    ("changed", "改动", "changed"),
    ("unchanged", "未变", "unchanged"),
)
# What the corpus holds: SQL that counts, 中文, English.
HOLDINGS = (
    ("select count(*) from notices", "通告", "notices"),
    ("select count(*) from pages", "页面", "pages"),
    ("select count(*) from notice_statistics", "统计数字", "statistics"),
    ("select count(*) from contacts join notices using (page_id)", "举报联系方式", "contacts"),
    ("select count(*) from cases join notices using (page_id)", "案例", "cases"),
)


def reasons(stats: dict, prefix: str) -> str:
    """Return the counts below `prefix` as "reason 3, reason 1", the most frequent first."""
    found = {key.removeprefix(prefix): count for key, count in stats.items() if key.startswith(prefix)}
    return ", ".join(
        f"{reason} {count}" for reason, count in sorted(found.items(), key=lambda i: (-i[1], i[0]))
    )


def copies(db: Database, site: str) -> int:
    """Return how many pages of a site are copies: in the corpus, but another page speaks for their notice."""
    sql = "select count(*) from pages join notices on notices.id = pages.notice_id where site = ? and page_id != pages.id"
    return db.execute(sql, [site]).fetchone()[0]


def site_rows(db: Database, sites: Iterable[Site], stats: dict) -> list[list]:
    """Return the table's rows: two of header, then one a site."""
    zh = ["站点", *(zh for _, zh, _ in COUNTS), "副本", "剔除及原因", "未取及原因"]
    en = ["site", *(en for _, _, en in COUNTS), "copies", "dropped", "refused"]
    rows = [
        [
            site.name,
            *(stats.get(f"site/{site.key}/{stat}", 0) for stat, _, _ in COUNTS),
            copies(db, site.key),
            reasons(stats, f"site/{site.key}/dropped/"),
            reasons(stats, f"site/{site.key}/refused/"),
        ]
        for site in sites
    ]
    return [zh, en, *rows]


def render_summary(db: Database, sites: Iterable[Site], stats: dict) -> str:
    """Return the closing table of a run and what the corpus holds after it."""
    holds = "  ".join(f"{zh} {en} {db.execute(sql).fetchone()[0]}" for sql, zh, en in HOLDINGS)
    return f"{render_table(site_rows(db, sites, stats), header_rows=2)}\n\n语料库 corpus: {holds}"
