"""Ask home pages for their columns."""

from collections.abc import AsyncIterator
from typing import ClassVar, Self
from urllib.parse import urlsplit

from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.http import Response
from twisted.python.failure import Failure

from crawler.refusals import Refusal, refusal_of
from crawler.settings import VISITING
from crawler.sites import Registry, Site, load_registry
from spiders.home import HomePage, read_home
from spiders.lists import FAMILIES


class ColumnsSpider(Spider):
    """One request for -a url=URL, or one for each of -a site=KEY[,KEY], under robots.txt and the address guard.

    At the end `homes` and `refusals` hold what came, by site key; for a URL the key is its host.
    """

    name = "columns"
    custom_settings: ClassVar[dict] = VISITING

    def __init__(self, url: str = "", site: str = "") -> None:
        super().__init__()
        self.url = url
        self.site_keys = [key for key in site.split(",") if key]
        self.homes: dict[str, HomePage] = {}
        self.refusals: dict[str, Refusal] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: str, **kwargs: str) -> Self:
        """Read the registry, or make one of the URL's host alone."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        if spider.url:
            host = urlsplit(spider.url).netloc.lower()
            site = Site(host, host, level="city", kind="government", home=spider.url)
            spider.registry = Registry({host: site})
        else:
            spider.registry = load_registry(crawler.settings.getlist("SITES"), FAMILIES)
        return spider

    async def start(self) -> AsyncIterator[Request]:
        """Ask for the home pages."""
        for site in self.registry.named(self.site_keys):
            yield Request(
                site.home_url, self.parse, errback=self.failed, cb_kwargs={"site": site}, dont_filter=True
            )

    def parse(self, response: Response, site: Site) -> None:
        """Read the columns."""
        if urlsplit(response.url).netloc.lower() != site.host:
            self.refusals[site.key] = Refusal("offsite", f"leads to {response.url}", temporary=False)
        else:
            self.homes[site.key] = read_home(response.body, response.url)

    def failed(self, failure: Failure) -> None:
        """Keep why a page could not be had."""
        self.refusals[failure.request.cb_kwargs["site"].key] = refusal_of(failure.value)
