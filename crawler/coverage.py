"""How far the corpus is whole: what exports and reports must say beside their figures."""

from dataclasses import dataclass

from sqlite_utils import Database


@dataclass(frozen=True)
class Coverage:
    """The last run, and the sites that no run, or not the last one over them, has read to the end."""

    last_run: str | None  # when the last run that ended began, ISO 8601 in UTC
    status: str | None  # finished | partial | failed
    sites: int  # that are crawled
    unfinished: tuple[str, ...]  # their last visit was stopped, failed or killed
    unreached: tuple[str, ...]  # no run has visited them

    @property
    def complete(self) -> int:
        """Return the number of sites that their last visit read to the end."""
        return self.sites - len(self.unfinished) - len(self.unreached)

    @property
    def partial(self) -> bool:
        """Return whether anything must be expected to be missing."""
        return self.complete < self.sites

    def __str__(self) -> str:
        """Return one sentence in Chinese and one in English."""
        return (
            f"{self.sites} 个站点中 {self.complete} 个完整 · {self.complete} of {self.sites} sites complete"
        )


def whole_sites(complete: int, sites: int) -> str:
    """Return how many sites are complete, in Chinese and in English."""
    return f"{sites} 个站点中 {complete} 个完整 · {complete} of {sites} sites complete"


def coverage(db: Database) -> Coverage:
    """Return what the corpus covers, by the view `site_coverage` and the runs in `crawls`.

    A corpus that was only loaded from files has no sites to cover: 0 of 0, not partial.
    """
    sql = """select started, status from crawls where finished is not null and command <> 'load'
        order by id desc limit 1"""
    last_run, status = db.execute(sql).fetchone() or (None, None)
    visits = dict(db.execute("select site, status from site_coverage order by site").fetchall())
    if last_run is None:
        visits = {}
    return Coverage(
        last_run,
        status,
        len(visits),
        tuple(site for site, status in visits.items() if status not in (None, "complete")),
        tuple(site for site, status in visits.items() if status is None),
    )


def run_coverage(db: Database) -> str:
    """Return one sentence, in Chinese and in English, on how many sites the last run read to the end."""
    sql = """select count(*), coalesce(sum(status = 'complete'), 0) from crawl_sites
        where crawl_id = (select max(crawl_id) from crawl_sites)"""
    sites, complete = db.execute(sql).fetchone()
    return whole_sites(complete, sites)
