"""Keep the log of runs: a row of `crawls` each, a row of `crawl_sites` a site, the state of sites and columns."""

from datetime import date
from typing import Self

from scrapy import Spider, signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from sqlite_utils import Database

from crawler import __version__
from crawler.clock import now
from crawler.db import connect, transaction
from crawler.figures import figures_of
from crawler.health import Finding, examine
from crawler.items import Page
from crawler.json_text import to_json
from crawler.refusals import Refusal
from crawler.signals import list_read, list_refused
from crawler.site_rows import write_sites, write_visit
from crawler.site_run import SiteRun
from crawler.sites import Column, Site

# Why Scrapy closed the spider, as a person would say it.
STOPPED = {
    "shutdown": "stopped by a signal (SIGTERM or Ctrl-C)",
    "closespider_timeout": "stopped at its time limit (--hours, CLOSESPIDER_TIMEOUT)",
}
NAMED = 5  # unfinished sites that a sentence names; the table crawl_sites has them all


def end_killed_runs(db: Database) -> list[str]:
    """Mark the runs that began and never ended as killed; return a sentence for each. Needs the corpus's lock."""
    with transaction(db) as connection:
        killed = connection.execute("select command, started from crawls where status = 'running'").fetchall()
        connection.execute("update crawls set status = 'killed' where status = 'running'")
        connection.execute("update crawl_sites set status = 'killed' where status = 'running'")
    return [
        f"上次运行 {started} 未正常结束: the last `scrapy {command}` of {started} was killed; what it stored is whole"
        for command, started in killed
    ]


class CrawlLog:
    """Scrapy extension: notes what a run meets and judges it at the end; a run without a `finished` time was killed."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.runs: dict[str, SiteRun] = {}  # by site key
        crawler.signals.connect(self.spider_opened, signals.spider_opened)
        crawler.signals.connect(self.spider_closed, signals.spider_closed)
        crawler.signals.connect(self.spider_error, signals.spider_error)
        crawler.signals.connect(self.item_error, signals.item_error)
        crawler.signals.connect(self.list_read, list_read)
        crawler.signals.connect(self.list_refused, list_refused)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Connect the signals of a run."""
        return cls(crawler)

    def spider_opened(self, spider: Spider) -> None:
        """Write the sites of the registry, the row of this run and those of the sites it is to visit."""
        self.db = connect(self.crawler.settings["CORPUS_DB"])
        left_out = {"limited": bool(spider.limit), "since": bool(spider.since)}
        self.runs = {site.key: SiteRun(site, self.crawler.stats, **left_out) for site in spider.sites}
        with transaction(self.db):
            write_sites(self.db, spider.registry.values())
            row = {
                "command": self.crawler.settings.get("CRAWL_COMMAND", "crawl"),
                "started": now(),
                "code_version": __version__,
            }
            self.crawl_id = self.db["crawls"].insert(row).last_pk
            self.db.conn.executemany(
                "insert into crawl_sites (crawl_id, site) values (?, ?)",
                [(self.crawl_id, key) for key in self.runs],
            )

    def list_read(self, site: Site, column: Column, number: int, articles: int, found: int, new: int) -> None:
        """Note a list page; a column with news is incomplete until a run has read it to its end."""
        run = self.runs[site.key]
        run.add("lists")
        run.add("found", found)
        if number == 1:
            run.visits[column.url].articles = articles
            if not articles:
                run.refuse_list("empty")
        if new:
            with transaction(self.db) as connection:
                connection.execute("update columns set complete = 0 where url = ?", [column.url])

    def list_refused(self, site: Site, column: Column, refusal: Refusal) -> None:
        """Note a list page that could not be had."""
        run = self.runs[site.key]
        run.refuse_list(refusal.reason)
        run.visits[column.url].refusal = refusal

    def spider_error(self, response: Response) -> None:
        """Count a page or list that the spider failed on."""
        asked = response.request.cb_kwargs
        key = asked["site"].key if "site" in asked else asked["page"].site
        self.count_error(key)

    def item_error(self, item: Page) -> None:
        """Count a page that a pipeline failed on."""
        self.count_error(item.site)

    def count_error(self, key: str | None) -> None:
        """Count an error of a site; a page of a site that this run does not visit is in the log only."""
        if key in self.runs:
            self.runs[key].add("errors")

    def spider_closed(self, spider: Spider, reason: str) -> None:
        """Write what the run met; `spider.problems` holds a sentence for each thing that fell short."""
        stats = self.crawler.stats.get_stats()
        with transaction(self.db):
            findings = [finding for run in self.runs.values() for finding in self.close_site(run)]
            stray = errors_logged(stats) - sum(run.count("errors") for run in self.runs.values())
            spider.problems = [*run_problems(reason, self.unfinished(), stray), *map(str, findings)]
            finished = "failed" if spider.problems else "finished"
            row = {
                "finished": now(),
                "status": "partial" if reason != "finished" or self.unfinished() else finished,
                "counts": to_json({k: v for k, v in stats.items() if k.startswith("site/")}),
                "problems": to_json(spider.problems),
            }
            self.db["crawls"].update(self.crawl_id, row)
        self.db.close()

    def unfinished(self) -> list[str]:
        """Return the sites of which something was not asked."""
        return [key for key, run in self.runs.items() if not run.read_through]

    def close_site(self, run: SiteRun) -> list[Finding]:
        """Write what the run met at one site; return what fell short there."""
        self.write_columns(run)
        sql = "select min(complete) from columns where site = ?"
        run.known_whole = self.db.execute(sql, [run.site.key]).fetchone() == (1,)
        findings = examine(figures_of(self.db, run, self.crawl_id, date.fromisoformat(now()[:10])))
        codes = list(dict.fromkeys(finding.check.code for finding in findings))
        self.db["crawl_sites"].update((self.crawl_id, run.site.key), run.row() | {"problems": to_json(codes)})
        return findings

    def write_columns(self, run: SiteRun) -> None:
        """Write what the run met at a site's columns."""
        visits = [visit for visit in run.visits.values() if visit.reached]
        if not visits:
            return
        write_visit(self.db, run.site, [visit.met for visit in visits])
        self.db["sites"].update(run.site.key, {"last_crawled": now()})
        for visit in visits:
            self.db.execute(
                "update columns set last_crawled = :now, complete = max(complete, :read) where url = :url",
                {
                    "now": now(),
                    "url": visit.column.url,
                    "read": run.read_through
                    and not run.since
                    and not run.count("errors")
                    and not visit.problem,
                },
            )


def errors_logged(stats: dict) -> int:
    """Return how many lines of level ERROR or above the run has logged."""
    return stats.get("log_count/ERROR", 0) + stats.get("log_count/CRITICAL", 0)


def run_problems(reason: str, unfinished: list[str], stray_errors: int) -> list[str]:
    """Return a sentence for each way in which the run as a whole fell short."""
    problems = []
    if reason != "finished":
        named = ", ".join(unfinished[:NAMED]) + (" …" if len(unfinished) > NAMED else "")
        left = f"{len(unfinished)} unfinished sites ({named})" if unfinished else "no site is unfinished"
        why = STOPPED.get(reason, f"stopped: {reason}")
        problems.append(f"运行提前结束: {why}; {left}; the next run goes on")
    if stray_errors > 0:
        problems.append(f"{stray_errors} errors were logged; the log above says which")
    return problems
