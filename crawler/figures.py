"""Read from the corpus what the health checks compare a run with."""

from datetime import date

from sqlite_utils import Database

from crawler.expectations import FIELDS
from crawler.health import PAGES_MIN, Figures
from crawler.site_run import SiteRun

RUNS = 5  # complete runs that say what is usual
DAYS = 50  # publication days that say what a site's rhythm is


def figures_of(db: Database, run: SiteRun, crawl_id: int, today: date) -> Figures:
    """Return what the checks look at: a site in run `crawl_id`, and what the corpus holds of it."""
    site = run.site.key
    sample, filled = filled_fields(db, site, run.count("new") + run.count("changed"))
    refused = run.pages_refused()
    return Figures(
        site=run.site,
        visits=tuple(run.visits.values()),
        complete=run.read_through and not run.failed,
        answered=run.pages_answered(),
        refused=refused.total(),
        walls=tuple(sorted(reason for reason in refused if reason.startswith("blocked:"))),
        errors=run.count("errors"),
        sample=sample,
        filled=filled,
        listed_before=listed_before(db, site, crawl_id),
        news=news_days(db, site, today),
        last_sign=last_sign(db, site, today),
        today=today,
    )


def filled_fields(db: Database, site: str, stored: int) -> tuple[int, dict[str, int]]:
    """Return how many pages were looked at, and how many of them have each of FIELDS.

    Looked at are the `stored` pages written last, and never fewer than PAGES_MIN; none where nothing was stored.
    A page that is a picture, a video or an attachment has its text there.
    """
    if not stored:
        return 0, {}
    sql = """select count(*), count(title), count(published), count(source),
        count(iif(text = '' and body_kind in ('text', 'empty'), null, 1)) from
        (select * from pages where site = ? order by last_changed desc, id desc limit ?)"""
    sample, *filled = db.execute(sql, [site, max(stored, PAGES_MIN)]).fetchone()
    return sample, dict(zip(FIELDS, filled, strict=True))


def listed_before(db: Database, site: str, crawl_id: int) -> tuple[int, ...]:
    """Return the links on the first list pages in the last complete runs before `crawl_id`, newest first."""
    sql = """select listed from crawl_sites where site = ? and status = 'complete' and crawl_id < ?
        order by crawl_id desc limit ?"""
    return tuple(listed for (listed,) in db.execute(sql, [site, crawl_id, RUNS]))


def news_days(db: Database, site: str, today: date) -> tuple[date, ...]:
    """Return the latest days on which a site published, newest first."""
    sql = """select distinct substr(published, 1, 10) as day from pages where site = ? and day <= ?
        order by day desc limit ?"""
    rows = db.execute(sql, [site, today.isoformat(), DAYS])
    return tuple(date.fromisoformat(day) for (day,) in rows)


def last_sign(db: Database, site: str, today: date) -> date | None:
    """Return the day of the last news of a site, or None where it never had any.

    A page without a date counts on the day it was first seen; so does one that was dropped as off-topic: the column
    moves, fraud is just not its theme.
    """
    sql = """select max(day) from (
        select substr(coalesce(published, first_seen), 1, 10) as day from pages where site = :site
        union all
        select substr(first_seen, 1, 10) from rejections where site = :site and outcome = 'dropped'
    ) where day <= :today"""
    (day,) = db.execute(sql, {"site": site, "today": today.isoformat()}).fetchone()
    return date.fromisoformat(day) if day else None
