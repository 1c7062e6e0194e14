"""Conditional GET with the validators of the corpus: an unchanged page costs a few hundred bytes."""

from typing import Self

from scrapy import Request, signals
from scrapy.crawler import Crawler

from crawler.db import connect
from crawler.known import KnownPages


class ConditionalGetMiddleware:
    """Adds If-None-Match and If-Modified-Since to requests that carry `meta["conditional"]`."""

    def __init__(self, crawler: Crawler) -> None:
        self.settings = crawler.settings
        crawler.signals.connect(self.spider_opened, signals.spider_opened)
        crawler.signals.connect(self.spider_closed, signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Connect opening and closing of the corpus."""
        return cls(crawler)

    def spider_opened(self) -> None:
        """Open the corpus."""
        self.db = connect(self.settings["CORPUS_DB"])
        self.known = KnownPages(self.db, 0)

    def spider_closed(self) -> None:
        """Close the corpus."""
        self.db.close()

    def process_request(self, request: Request) -> None:
        """Add the validators of the last answer, if there is one that still counts."""
        if not request.meta.get("conditional"):
            return
        etag, last_modified = self.known.validators(request.url)
        if etag:
            request.headers["If-None-Match"] = etag
        if last_modified:
            request.headers["If-Modified-Since"] = last_modified
