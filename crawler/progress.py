"""One status line on a terminal while a crawl runs; nothing at all under cron."""

import sys
from typing import Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured


class Progress:
    """Scrapy extension: rewrites one line on stderr with what has been done so far."""

    def __init__(self, crawler: Crawler) -> None:
        if not sys.stderr.isatty():
            raise NotConfigured
        self.stats = crawler.stats
        for signal in (signals.response_received, signals.item_scraped, signals.item_dropped):
            crawler.signals.connect(self.show, signal)
        crawler.signals.connect(self.clear, signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Connect the signals that move the line."""
        return cls(crawler)

    def show(self) -> None:
        """Rewrite the line."""
        answers = self.stats.get_value("response_received_count", 0)
        pages = self.stats.get_value("item_scraped_count", 0)
        dropped = self.stats.get_value("item_dropped_count", 0)
        sys.stderr.write(
            f"\r\x1b[K抓取中 crawling: {answers} 次应答 answers, {pages} 页 pages, {dropped} 剔除 dropped"
        )
        sys.stderr.flush()

    def clear(self) -> None:
        """Remove the line."""
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()
