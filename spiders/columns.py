"""Ask one home page for its columns."""

from collections.abc import AsyncIterator
from typing import ClassVar
from urllib.parse import urlsplit

from scrapy import Request, Spider
from scrapy.http import Response
from twisted.python.failure import Failure

from crawler.refusals import Refusal, refusal_of
from crawler.settings import VISITING
from crawler.sites import Registry, Site
from spiders.home import HomePage, read_home


class ColumnsSpider(Spider):
    """One request for -a url=URL, under robots.txt and the address guard; `home` or `refusal` is set at the end."""

    name = "columns"
    custom_settings: ClassVar[dict] = VISITING

    def __init__(self, url: str = "") -> None:
        super().__init__()
        host = urlsplit(url).netloc.lower()
        self.url = url
        self.registry = Registry({host: Site(host, host, level="city", kind="government")})
        self.home: HomePage | None = None
        self.refusal: Refusal | None = None

    async def start(self) -> AsyncIterator[Request]:
        """Ask for the home page."""
        yield Request(self.url, self.parse, errback=self.failed)

    def parse(self, response: Response) -> None:
        """Read the columns."""
        self.home = read_home(response.body, response.url)

    def failed(self, failure: Failure) -> None:
        """Keep why the page could not be had."""
        self.refusal = refusal_of(failure.value)
