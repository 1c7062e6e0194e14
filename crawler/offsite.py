"""Keep a crawl on the hosts of the registry: a redirect elsewhere is refused, and said."""

from typing import Self
from urllib.parse import urlsplit

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler

from crawler.refusals import RefusedRequest


class RegistryHostsMiddleware:
    """Takes the place of Scrapy's OffsiteMiddleware, which drops such a redirect without telling the errback."""

    def __init__(self) -> None:
        self.hosts: frozenset[str] = frozenset()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Connect the opening of the spider, which knows the registry."""
        middleware = cls()
        crawler.signals.connect(middleware.spider_opened, signals.spider_opened)
        return middleware

    def spider_opened(self, spider: Spider) -> None:
        """Read the hosts of the registry."""
        self.hosts = frozenset(site.host for site in spider.registry.values())

    def process_request(self, request: Request) -> None:
        """Raise RefusedRequest("offsite") for a host that is not in the registry."""
        host = urlsplit(request.url).netloc.lower()
        if host not in self.hosts:
            raise RefusedRequest("offsite", f"leads to {host}, which is not in the registry")
