"""Send every request of a crawl to the sample sites' server instead of the network."""

from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler


class DemoProxyMiddleware:
    """Sets the proxy of each request, so that sample URLs are the same on every run whatever the free port."""

    def __init__(self, proxy: str) -> None:
        self.proxy = proxy

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Read DEMO_PROXY."""
        return cls(crawler.settings["DEMO_PROXY"])

    def process_request(self, request: Request) -> None:
        """Point the request at the sample sites."""
        request.meta["proxy"] = self.proxy
