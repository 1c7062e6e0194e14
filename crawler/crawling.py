"""Crawl sites inside a command and learn what became of it."""

from dataclasses import dataclass

from scrapy.crawler import AsyncCrawlerProcess, Crawler, CrawlerProcess
from scrapy.settings import BaseSettings

from crawler.archive import usable_archive
from crawler.sites import Site


@dataclass
class CrawlResult:
    """What one run of the notices spider met; an empty `problems` is a run that did all it should."""

    stats: dict
    problems: list[str]


def slow_slots(sites: list[Site], least: float) -> dict[str, dict]:
    """Return DOWNLOAD_SLOTS for the sites that ask for a longer delay than `least`, which is never undercut."""
    hosts: dict[str, float] = {}
    for site in sites:
        if site.delay and site.delay > least:
            host = site.host.partition(":")[0]
            hosts[host] = max(site.delay, hosts.get(host, 0))
    return {host: {"concurrency": 1, "delay": delay, "jitter": 0} for host, delay in hosts.items()}


def run_spider(
    process: AsyncCrawlerProcess | CrawlerProcess,
    settings: BaseSettings,
    name: str,
    sites: list[Site],
    **arguments: object,
) -> Crawler:
    """Run a spider over `sites` to its end, blocking, each at the pace its registry entry asks for."""
    settings.set("DOWNLOAD_SLOTS", slow_slots(sites, settings.getfloat("DOWNLOAD_DELAY")), priority="cmdline")
    crawler = process.create_crawler(name)
    process.crawl(crawler, site=",".join(site.key for site in sites), **arguments)
    process.start()
    return crawler


def crawl_notices(
    process: AsyncCrawlerProcess | CrawlerProcess,
    settings: BaseSettings,
    sites: list[Site],
    limit: int = 0,
    since: str = "",
) -> CrawlResult:
    """Crawl `sites` to the end or to the first SIGTERM or SIGINT, blocking; never raises for what a site does.

    Raises CorpusError before the first request where the archive cannot be written.
    """
    usable_archive(settings)
    crawler = run_spider(process, settings, "notices", sites, limit=limit, since=since)
    if crawler.spider is None:
        return CrawlResult({}, ["the crawl could not start; the message above says why"])
    stats = crawler.stats.get_stats()
    if not hasattr(crawler.spider, "problems"):
        return CrawlResult(
            stats, ["the crawl was cut off; what it had stored is whole, and the next run goes on"]
        )
    return CrawlResult(stats, crawler.spider.problems)
