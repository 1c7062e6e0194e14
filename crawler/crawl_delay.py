"""Honour Crawl-delay and Request-rate of robots.txt, which Scrapy reads and does not act on."""

import logging
from typing import Self
from urllib.parse import urlsplit

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.robotstxt import RobotParser

logger = logging.getLogger(__name__)


class CrawlDelay:
    """Scrapy extension: a host is asked no faster than its robots.txt says, up to ROBOTS_DELAY_MAX seconds."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.agent = crawler.settings["USER_AGENT"]
        self.longest = crawler.settings.getfloat("ROBOTS_DELAY_MAX")
        crawler.signals.connect(self.parsed, signals.robots_parsed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Connect the reading of a robots.txt."""
        return cls(crawler)

    def parsed(self, robotparser: RobotParser, request: Request) -> None:
        """Slow the host of `request` down, for this run; a slower registry entry stands."""
        asked = asked_delay(robotparser, self.agent)
        if not asked:
            return
        delay = min(asked, self.longest)
        host = urlsplit(request.url).hostname or ""
        if delay < asked:
            logger.warning(
                "%s: its robots.txt asks for %g s between requests, %g s are kept", host, asked, delay
            )
        downloader = self.crawler.engine.downloader
        _, slot = downloader._get_slot(request)
        slot.delay, slot.jitter = max(slot.delay, delay), 0
        # An idle slot is forgotten after a minute and made anew from here.
        downloader.per_slot_settings[host] = {"concurrency": 1, "delay": slot.delay, "jitter": 0}


def asked_delay(robotparser: RobotParser, agent: str) -> float:
    """Return the seconds between requests that a robots.txt asks of `agent`, 0 where it asks nothing."""
    parsed = getattr(robotparser, "rp", None)  # Request-rate: only Protego reads it
    rate = parsed.request_rate(agent) if hasattr(parsed, "request_rate") else None
    return max(robotparser.crawl_delay(agent) or 0, rate.seconds / rate.requests if rate else 0)
