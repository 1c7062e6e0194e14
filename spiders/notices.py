"""Crawl the columns of the registry: lists to article links, articles to raw pages."""

from collections import defaultdict
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from typing import Self
from urllib.parse import urlsplit

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from twisted.python.failure import Failure
from w3lib.url import safe_url_string

from crawler.db import connect
from crawler.items import INCOMPLETE_PARTS, Page
from crawler.known import KnownPages
from crawler.refusals import Refusal, refusal_of
from crawler.signals import list_read, list_refused, page_moved, page_refused, page_unchanged
from crawler.sites import Column, Site, load_registry
from spiders.lists import FAMILIES, Article, ListPage, NextPage, read_list
from spiders.parts import MOST_PARTS, next_part, part_number
from spiders.raw import asked_conditionally, raw_page

# The news of every column first; articles before further list pages, so that a stopped run has whole list pages
# behind it; then the lists, all columns of a site abreast; what was read before is asked again in the time left.
FIRST_LIST_PRIORITY, ARTICLE_PRIORITY, LIST_PRIORITY, RECHECK_PRIORITY = 20, 10, 0, -10_000
MOST_PART_BYTES = 4 * 1024 * 1024  # of the further parts of an article, which wait in memory for the last one
LONGEST_TITLE = 1_000


class NoticesSpider(Spider):
    """Every crawled site of the registry; -a site=KEY[,KEY] and -a province=NAME[,NAME] choose, -a limit=N caps a site.

    -a since=DATE (ISO) leaves out articles that their list dates before it.
    """

    name = "notices"
    handle_httpstatus_list = [304]

    def __init__(self, site: str = "", province: str = "", limit: int | str = 0, since: str = "") -> None:
        super().__init__()
        self.site_keys = [key for key in site.split(",") if key]
        self.provinces = [name for name in province.split(",") if name]
        self.limit = int(limit)
        self.since = since
        self.asked: dict[str, set[str]] = defaultdict(set)  # article URLs requested, by site
        self.listed: dict[str, set[str]] = {}  # article URLs seen in this run, by column URL

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: str, **kwargs: str) -> Self:
        """Read the registry; raises RegistryError where it cannot be used."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        spider.registry = load_registry(crawler.settings.getlist("SITES"), FAMILIES)
        spider.sites = spider.registry.select(spider.site_keys, spider.provinces)
        spider.list_pages_max = crawler.settings.getint("LIST_PAGES_MAX")
        spider.list_articles_max = crawler.settings.getint("LIST_ARTICLES_MAX")
        spider.url_length_max = crawler.settings.getint("URLLENGTH_LIMIT")
        crawler.signals.connect(spider.dropped, signals.request_dropped)
        return spider

    async def start(self) -> AsyncIterator[Request]:
        """Ask every column's first list page, then the pages that are due; a limited run asks what is listed only."""
        db = connect(self.settings["CORPUS_DB"])
        self.known = KnownPages(db, self.settings.getfloat("RECHECK_DAYS"))
        for site in self.sites:
            for column in site.columns:
                self.listed[column.url] = set()
                yield self.list_request(site, column, NextPage(column.url), number=1)
        for site in self.sites if not self.limit else ():
            for due in self.known.due(site.key):
                priority = ARTICLE_PRIORITY if due.missing else RECHECK_PRIORITY
                article = Article(due.url, due.list_title, due.list_date)
                if request := self.article_request(site, due.column, article, priority):
                    yield request

    def closed(self, reason: str) -> None:
        """Close the corpus."""
        if hasattr(self, "known"):
            self.known.db.close()

    def list_request(self, site: Site, column: Column, page: NextPage, number: int) -> Request:
        """Return the request of one list page; lists are always asked."""
        return Request(
            site.address(page.url),
            self.parse_list,
            method=page.method,
            body=page.body,
            headers=dict(page.headers),
            priority=FIRST_LIST_PRIORITY if number == 1 else LIST_PRIORITY - number,
            errback=self.list_failed,
            cb_kwargs={"site": site, "column": column, "number": number},
        )

    def article_request(
        self, site: Site, column: str | None, article: Article, priority: int = ARTICLE_PRIORITY
    ) -> Request | None:
        """Return the conditional request of one article, or None once the site's limit is reached."""
        asked = self.asked[site.key]
        if self.limit and article.url not in asked and len(asked) >= self.limit:
            return None
        asked.add(article.url)
        return Request(
            article.url,
            self.parse_page,
            priority=priority,
            errback=self.page_failed,
            meta={"conditional": True},
            cb_kwargs={"site": site, "column": column, "article": article},
        )

    def parse_list(self, response: Response, site: Site, column: Column, number: int) -> Iterator[Request]:
        """Yield the articles to ask, then the next list page unless nothing on this one is new."""
        page = read_list(response.body, response.url, site.family, site.article)
        articles = [
            replace(article, url=site.address(article.url))
            for article in self.listed_articles(page, column)
            if self.belongs(site, article)
        ]
        new = [article for article in articles if not self.known.holds(article.url)]
        first_time = {article.url for article in articles} - self.listed[column.url]
        self.listed[column.url] |= first_time
        counts = {"articles": len(articles), "found": len(first_time), "new": len(new)}
        self.send(list_read, site=site, column=column, number=number, **counts)
        for article in articles:
            if article.url in first_time and not self.too_old(article) and not self.known.fresh(article.url):
                if (request := self.article_request(site, column.label, article)) is None:
                    return
                yield request
        # A pager that repeats itself shows nothing for the first time; a known column ends where news ends.
        if all(map(self.too_old, articles)):
            return
        if first_time and (new or not self.known.complete(column.url)):
            yield from self.next_requests(page, site, column, number)

    def next_requests(self, page: ListPage, site: Site, column: Column, number: int) -> Iterator[Request]:
        """Yield the requests of the following list pages, up to LIST_PAGES_MAX."""
        if number >= self.list_pages_max:
            self.logger.error("%s: more than %d list pages (LIST_PAGES_MAX)", column.url, self.list_pages_max)
            return
        for following in page.next:
            yield self.list_request(site, column, following, number + 1)

    def listed_articles(self, page: ListPage, column: Column) -> list[Article]:
        """Return the articles of a list page, up to LIST_ARTICLES_MAX, with addresses as they go over the wire."""
        if len(page.articles) > self.list_articles_max:
            self.logger.error(
                "%s: %d articles on one list page, the first %d are taken (LIST_ARTICLES_MAX)",
                column.url, len(page.articles), self.list_articles_max,
            )  # fmt: skip
        listed = page.articles[: self.list_articles_max]
        return [
            replace(article, url=safe_url_string(article.url), title=article.title[:LONGEST_TITLE])
            for article in listed
        ]

    def belongs(self, site: Site, article: Article) -> bool:
        """Return whether a listed link is an article of this site or of another one in the registry."""
        if len(article.url) > self.url_length_max:
            self.crawler.stats.inc_value(f"site/{site.key}/refused/url_too_long")
            return False
        taken = self.registry.takes(site, article.url)
        if not taken and urlsplit(article.url).netloc.lower() != site.host:
            self.crawler.stats.inc_value(f"site/{site.key}/offsite")
        return taken

    def too_old(self, article: Article) -> bool:
        """Return whether the list dates the article before `since`; one without a date may be new."""
        return bool(article.date) and article.date[:10] < self.since

    def parse_page(
        self, response: Response, site: Site, column: str | None, article: Article
    ) -> Iterator[Page | Request]:
        """Yield the raw page of an article, or the request of its second part."""
        owner = self.registry.of(response.url) or site
        if response.url != article.url:
            self.send(page_moved, url=article.url, site=site.key, target=response.url)
        if response.status == 304 and asked_conditionally(response):
            self.send(page_unchanged, url=response.url, site=owner.key)
            return
        page = raw_page(response, owner, column, article)
        if isinstance(page, Refusal):
            self.refuse(article.url, site, page)
            return
        yield self.part_request(response, page) or page

    def part_request(self, response: Response, page: Page) -> Request | None:
        """Return the request of the part after the one in `response`; None where the article is whole."""
        url = next_part(response.body, response.url, page.url) if page.content_type == "text/html" else None
        if url is None:
            return None
        page.etag = page.last_modified = None  # those of the first part say nothing of an edit in a later one
        if len(page.parts) + 1 >= MOST_PARTS or sum(map(len, page.parts)) > MOST_PART_BYTES:
            page.flags.append(INCOMPLETE_PARTS)
            return None
        return Request(
            url,
            self.parse_part,
            priority=ARTICLE_PRIORITY,
            errback=self.part_failed,
            dont_filter=True,  # a part belongs to its article, whoever else links it
            cb_kwargs={"page": page},
        )

    def parse_part(self, response: Response, page: Page) -> Iterator[Page | Request]:
        """Add a part to its article; yield the article, or the request of the next part."""
        if part_number(response.url, page.url) is None:  # moved: no part of this article
            page.flags.append(INCOMPLETE_PARTS)
            yield page
            return
        page.parts.append(response.body)
        page.served.append(response.meta["served"])
        yield self.part_request(response, page) or page

    def part_failed(self, failure: Failure) -> Iterator[Page]:
        """Yield the article with the parts that could be had."""
        page = failure.request.cb_kwargs["page"]
        page.flags.append(INCOMPLETE_PARTS)
        self.logger.warning("%s: part %s: %s", page.url, failure.request.url, failure.value)
        yield page

    def list_failed(self, failure: Failure) -> None:
        """Say why a list page could not be had."""
        asked = failure.request.cb_kwargs
        self.send(list_refused, site=asked["site"], column=asked["column"], refusal=refusal_of(failure.value))

    def page_failed(self, failure: Failure) -> None:
        """Say why an article could not be had."""
        asked = failure.request.cb_kwargs
        self.refuse(asked["article"].url, asked["site"], refusal_of(failure.value))

    def dropped(self, request: Request) -> None:
        """Account for a redirect to an address that the run has asked already, which Scrapy drops in silence."""
        passed, asked = request.meta.get("redirect_urls"), request.cb_kwargs
        if not passed:
            return
        if "article" in asked and request.url not in passed:
            self.send(page_moved, url=asked["article"].url, site=asked["site"].key, target=request.url)
            return
        refusal = Refusal("redirect", f"leads to {request.url}, which was asked before", temporary=False)
        if "article" in asked:
            self.refuse(asked["article"].url, asked["site"], refusal)
        elif "column" in asked:
            self.send(list_refused, site=asked["site"], column=asked["column"], refusal=refusal)

    def refuse(self, url: str, site: Site, refusal: Refusal) -> None:
        """Tell the store that `url` yielded nothing."""
        self.send(page_refused, url=url, site=site.key, refusal=refusal)

    def send(self, signal: object, **kwargs: object) -> None:
        """Send one of this project's signals."""
        self.crawler.signals.send_catch_log(signal, **kwargs)
