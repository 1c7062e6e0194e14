"""Look at columns without storing anything: the list, and one or two of its articles."""

from collections.abc import AsyncIterator, Iterator
from typing import ClassVar, Self
from urllib.parse import urlsplit

from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.http import Response
from twisted.python.failure import Failure

from crawler.looks import ColumnLook
from crawler.refusals import Refusal, refusal_of
from crawler.settings import VISITING
from crawler.sites import load_registry
from spiders.lists import FAMILIES, Article, read_list
from spiders.raw import raw_page

SAMPLES = 2  # articles asked a column


class CheckSpider(Spider):
    """The columns of -a site=KEY[,KEY], under the same politeness and guards as a crawl; `looks` holds what came."""

    name = "check"
    custom_settings: ClassVar[dict] = VISITING

    def __init__(self, site: str = "") -> None:
        super().__init__()
        self.site_keys = site.split(",")
        self.looks: list[ColumnLook] = []

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: str, **kwargs: str) -> Self:
        """Read the registry; raises RegistryError where it cannot be used."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        spider.registry = load_registry(crawler.settings.getlist("SITES"), FAMILIES)
        spider.sites = spider.registry.select(spider.site_keys)
        return spider

    async def start(self) -> AsyncIterator[Request]:
        """Ask the first list page of every column."""
        for site in self.sites:
            for column in site.columns:
                look = ColumnLook(site, column)
                self.looks.append(look)
                yield self.request(site.address(column.url), self.parse_list, self.list_failed, look=look)

    def request(self, url: str, callback: object, errback: object, **known: object) -> Request:
        """Return a request that is sent although another column asks the same address."""
        return Request(url, callback, errback=errback, cb_kwargs=known, dont_filter=True)

    def parse_list(self, response: Response, look: ColumnLook) -> Iterator[Request]:
        """Note the articles of the list; ask the first ones."""
        site = look.site
        if urlsplit(response.url).netloc.lower() != site.host:
            look.moved_to = response.url
            return
        page = read_list(response.body, response.url, site.family, site.article)
        articles = [article for article in page.articles if self.registry.takes(site, article.url)]
        look.articles = len(articles)
        look.newest = max((article.date for article in articles if article.date), default=None)
        for article in articles[:SAMPLES]:
            yield self.request(
                site.address(article.url), self.parse_page, self.page_failed, look=look, article=article
            )

    def list_failed(self, failure: Failure) -> None:
        """Note why the list could not be had, and where it has gone if it has."""
        look = failure.request.cb_kwargs["look"]
        look.refusal = refusal_of(failure.value)
        if look.refusal.reason == "offsite" and urlsplit(failure.request.url).netloc != look.site.host:
            look.moved_to = failure.request.url

    def parse_page(self, response: Response, look: ColumnLook, article: Article) -> None:
        """Keep the raw page of an article."""
        page = raw_page(response, self.registry.of(response.url) or look.site, look.column.label, article)
        (look.page_refusals if isinstance(page, Refusal) else look.pages).append(page)

    def page_failed(self, failure: Failure) -> None:
        """Note why an article could not be had."""
        failure.request.cb_kwargs["look"].page_refusals.append(refusal_of(failure.value))
