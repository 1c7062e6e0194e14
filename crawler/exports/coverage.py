"""How much of the world a corpus covers, for the manifests: when it was crawled, and what is known to be missing."""

import json
from dataclasses import dataclass

from sqlite_utils import Database

NO_RUN = {
    "command": None,
    "started": None,
    "finished": None,
    "status": None,
    "code_version": None,
    "problems": None,
}


@dataclass(frozen=True)
class Coverage:
    """What the corpus says of itself; no clock is asked."""

    last_run: dict  # command, started, finished, status, code_version of the newest row of `crawls`
    problems: list[str]  # what fell short in it, one sentence each
    first_seen: str | None  # of any page
    last_seen: str | None
    published_from: str | None  # earliest publish date
    published_to: str | None
    undated: int  # notices without a publish date
    unplaced: int  # notices whose issuer's region is unknown
    sites: dict[str, int]  # registered sites by state
    rejections: dict[str, int]  # pages not taken, by outcome and reason

    @property
    def partial(self) -> str | None:
        """Return why the corpus must not pass for complete, in Chinese and English, or None."""
        run = self.last_run
        return {
            "finished": None,
            None: "没有抓取记录，完整与否不明 no run is on record, so nothing tells whether the corpus is complete",
            "running": f"上一次运行（{run['command']}，{run['started']}）未结束 the last run has not ended, or was killed",
            "partial": f"上一次运行（{run['command']}，{run['started']}）只抓了一部分 the last run was partial",
            "failed": f"上一次运行（{run['command']}，{run['started']}）有 {len(self.problems)} 处未完成 "
            f"the last run fell short in {len(self.problems)} ways",
        }[run["status"]]


def coverage(db: Database) -> Coverage:
    """Return what the corpus covers, whatever is chosen for the export."""
    newest = "select command, started, finished, status, code_version, problems from crawls order by id desc limit 1"
    last = dict(next(db.query(newest), NO_RUN))
    problems = json.loads(last.pop("problems") or "[]")
    page_dates = next(
        db.query("select min(first_seen) as first_seen, max(last_seen) as last_seen from pages")
    )
    notices = next(
        db.query(
            """select min(substr(published, 1, 10)) as published_from, max(substr(published, 1, 10)) as published_to,
            count(*) filter (where published is null) as undated,
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
        last_run=last,
        problems=problems,
        sites={row["what"]: row["sites"] for row in sites},
        rejections={row["what"]: row["pages"] for row in rejected},
    )
