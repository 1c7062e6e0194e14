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
        self.known: KnownPages | None = None  # opened by the first request that needs it
        crawler.signals.connect(self.spider_closed, signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Connect the closing of the corpus."""
        return cls(crawler)

    def spider_closed(self) -> None:
        """Close the corpus."""
        if self.known:
            self.known.db.close()

    def process_request(self, request: Request) -> None:
        """Add the validators of the last answer, if there is one that still counts."""
        if not request.meta.get("conditional"):
            return
        if self.known is None:
            self.known = KnownPages(connect(self.settings["CORPUS_DB"]), 0)
        etag, last_modified = self.known.validators(request.url)
        if etag:
            request.headers["If-None-Match"] = etag
        if last_modified:
            request.headers["If-Modified-Since"] = last_modified
