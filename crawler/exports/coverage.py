"""How much of the world a corpus covers, for the manifests: when it was crawled, and what is known to be missing."""

import json
from dataclasses import dataclass

from sqlite_utils import Database

from crawler.coverage import coverage as site_coverage

# A file loaded after a crawl that fell short does not make up for it: the newest run of each command counts.
NEWEST = """
    select command, started, finished, status, code_version, problems from crawls
    where id in (select max(id) from crawls group by command) order by id desc"""
SHORT = {
    "running": "未结束，或被中断 has not ended, or was killed",
    "killed": "被中断 was killed",
    "partial": "只抓了一部分 was partial",
    "failed": "有未完成之处 fell short",
}


@dataclass(frozen=True)
class Coverage:
    """What the corpus says of itself; no clock is asked."""

    runs: list[dict]  # the newest of each command: command, started, finished, status, code_version, problems
    first_seen: str | None  # of any page
    last_seen: str | None
    published_from: str | None  # earliest publish date
    published_to: str | None
    undated: int  # notices without a publish date
    unplaced: int  # notices whose issuer's region is unknown
    sites: dict[str, int]  # registered sites by state
    rejections: dict[str, int]  # pages not taken, by outcome and reason
    unfinished: str | None  # how many sites are whole, where not all are

    @property
    def partial(self) -> str | None:
        """Return why the corpus must not pass for complete, in Chinese and English, or None."""
        if not self.runs:
            return "没有抓取记录，完整与否不明 no run is on record, so nothing tells whether the corpus is complete"
        short = [run for run in self.runs if run["status"] in SHORT]
        told = [f"{run['command']} ({run['started']}) {SHORT[run['status']]}" for run in short]
        said = ["上一次运行 last run: " + "; ".join(told)] if told else []
        return "; ".join([*said, self.unfinished] if self.unfinished else said) or None

    @property
    def problems(self) -> list[str]:
        """Return what fell short in those runs, one sentence each."""
        return [problem for run in self.runs for problem in run["problems"]]


def coverage(db: Database) -> Coverage:
    """Return what the corpus covers, whatever is chosen for the export."""
    runs = [run | {"problems": json.loads(run["problems"] or "[]")} for run in db.query(NEWEST)]
    page_dates = next(
        db.query("select min(first_seen) as first_seen, max(last_seen) as last_seen from pages")
    )
    notices = next(
        db.query(
            """select min(substr(pages.published, 1, 10)) as published_from,
            max(substr(pages.published, 1, 10)) as published_to,
            count(*) filter (where pages.published is null) as undated,
            count(*) filter (where region_code is null) as unplaced
            from notices join pages on pages.id = notices.page_id"""
        )
    )
    sites = db.query("select state as what, count(*) as sites from sites group by state order by state")
    rejected = db.query(
        """select outcome || ' ' || reason as what, count(*) as pages from rejections
        group by 1 order by 2 desc, 1"""
    )
    return Coverage(
        **page_dates,
        **notices,
        runs=runs,
        sites={row["what"]: row["sites"] for row in sites},
        rejections={row["what"]: row["pages"] for row in rejected},
        unfinished=str(whole) if (whole := site_coverage(db)).partial else None,
    )
