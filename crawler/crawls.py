"""Keep the log of runs: one row of `crawls` each, the state of sites and columns, and what fell short."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Self

from scrapy import Spider, signals
from scrapy.crawler import Crawler

from crawler import __version__
from crawler.clock import now
from crawler.db import connect, transaction
from crawler.json_text import to_json
from crawler.refusals import Refusal
from crawler.signals import list_read, list_refused
from crawler.site_rows import Visit, write_sites, write_visit
from crawler.sites import Column, Site


@dataclass
class ColumnVisit:
    """What one run met at one column."""

    column: Column
    articles: int | None = None  # links on the first list page
    refusal: Refusal | None = None

    @property
    def problem(self) -> str | None:
        """Return the state code of a column that yielded no list, or None."""
        if self.refusal:
            return self.refusal.column_state
        return None if self.articles else "empty"

    @property
    def met(self) -> Visit:
        """Return what is kept of the visit."""
        return Visit(self.column, self.problem, self.refusal.detail if self.refusal else None, self.articles)


class CrawlLog:
    """Scrapy extension: a run without a `finished` time was killed."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.visits: dict[str, dict[str, ColumnVisit]] = defaultdict(dict)
        crawler.signals.connect(self.spider_opened, signals.spider_opened)
        crawler.signals.connect(self.spider_closed, signals.spider_closed)
        crawler.signals.connect(self.list_read, list_read)
        crawler.signals.connect(self.list_refused, list_refused)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Connect the signals of a run."""
        return cls(crawler)

    def spider_opened(self, spider: Spider) -> None:
        """Write the sites of the registry and the row of this run."""
        self.db = connect(self.crawler.settings["CORPUS_DB"])
        with transaction(self.db):
            write_sites(self.db, spider.registry.values())
            row = {
                "command": self.crawler.settings.get("CRAWL_COMMAND", "crawl"),
                "started": now(),
                "code_version": __version__,
            }
            self.crawl_id = self.db["crawls"].insert(row).last_pk
        for site in spider.sites:
            self.visits[site.key] = {column.url: ColumnVisit(column) for column in site.columns}

    def list_read(self, site: Site, column: Column, number: int, articles: int, found: int, new: int) -> None:
        """Note a list page; a column with news is incomplete until a run has read it to its end."""
        self.crawler.stats.inc_value(f"site/{site.key}/lists")
        self.crawler.stats.inc_value(f"site/{site.key}/found", found)
        visit = self.visits[site.key][column.url]
        if number == 1:
            visit.articles = articles
            if not articles:
                self.crawler.stats.inc_value(f"site/{site.key}/refused/empty")
        if new:
            with transaction(self.db) as connection:
                connection.execute("update columns set complete = 0 where url = ?", [column.url])

    def list_refused(self, site: Site, column: Column, refusal: Refusal) -> None:
        """Note a list page that could not be had."""
        self.crawler.stats.inc_value(f"site/{site.key}/refused/{refusal.reason}")
        self.visits[site.key][column.url].refusal = refusal

    def spider_closed(self, spider: Spider, reason: str) -> None:
        """Write what the run met; `spider.problems` holds a sentence for each thing that fell short."""
        stats = self.crawler.stats.get_stats()
        spider.problems = [*run_problems(stats, reason), *self.column_problems()]
        whole = reason == "finished" and not spider.limit
        read_through = whole and not spider.since and not stats.get("spider_exceptions/count")
        with transaction(self.db):
            for key, visits in self.visits.items():
                self.write_visits(spider.registry[key], list(visits.values()), read_through=read_through)
            finished = "failed" if spider.problems else "finished"
            row = {
                "finished": now(),
                "status": finished if whole else "partial",
                "counts": to_json({k: v for k, v in stats.items() if k.startswith("site/")}),
                "problems": to_json(spider.problems),
            }
            self.db["crawls"].update(self.crawl_id, row)
        self.db.close()

    def write_visits(self, site: Site, visits: list[ColumnVisit], *, read_through: bool) -> None:
        """Write what the run met at a site's columns."""
        answered = [visit for visit in visits if visit.articles is not None or visit.refusal]
        write_visit(self.db, site, [visit.met for visit in answered])
        self.db["sites"].update(site.key, {"last_crawled": now()})
        for visit in visits:
            self.db.execute(
                "update columns set last_crawled = :now, complete = max(complete, :read) where url = :url",
                {
                    "now": now(),
                    "url": visit.column.url,
                    "read": read_through and visit.problem is None,
                },
            )

    def column_problems(self) -> list[str]:
        """Return a sentence for each column that yielded no list."""
        return [
            f"{key}: column {visit.column.label}: {visit.problem}"
            + (f" ({visit.refusal.detail})" if visit.refusal else f": no article links at {visit.column.url}")
            for key, visits in self.visits.items()
            for visit in visits.values()
            if visit.problem
        ]


def run_problems(stats: dict, reason: str) -> list[str]:
    """Return a sentence for each way in which the run as a whole fell short."""
    problems = [] if reason == "finished" else [f"the run was stopped: {reason}"]
    errors = stats.get("log_count/ERROR", 0) + stats.get("log_count/CRITICAL", 0)
    if errors:
        problems.append(f"{errors} errors were logged; the log above says which")
    return problems
