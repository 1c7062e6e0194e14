"""Crawl sites inside a command and learn what became of it."""

from dataclasses import dataclass

from scrapy.crawler import AsyncCrawlerProcess, CrawlerProcess
from scrapy.settings import BaseSettings

from crawler.sites import Site


@dataclass
class CrawlResult:
    """What one run of the notices spider met; an empty `problems` is a run that did all it should."""

    stats: dict
    problems: list[str]


def slow_slots(sites: list[Site]) -> dict[str, dict]:
    """Return DOWNLOAD_SLOTS for the sites that ask for more than the default delay."""
    hosts = {site.host.partition(":")[0]: site.delay for site in sites if site.delay}
    return {host: {"concurrency": 1, "delay": delay} for host, delay in hosts.items()}


def crawl_notices(
    process: AsyncCrawlerProcess | CrawlerProcess, settings: BaseSettings, sites: list[Site], limit: int = 0
) -> CrawlResult:
    """Crawl `sites` to the end or to the first SIGTERM or SIGINT, blocking; never raises for what a site does."""
    settings.set("DOWNLOAD_SLOTS", slow_slots(sites), priority="cmdline")
    crawler = process.create_crawler("notices")
    process.crawl(crawler, site=",".join(site.key for site in sites), limit=limit)
    process.start()
    if crawler.spider is None:
        return CrawlResult({}, ["the crawl could not start; the message above says why"])
    stats = crawler.stats.get_stats()
    if not hasattr(crawler.spider, "problems"):
        return CrawlResult(
            stats, ["the crawl was cut off; what it had stored is whole, and the next run goes on"]
        )
    return CrawlResult(stats, crawler.spider.problems)
