"""The first step: what a page was made from goes to the archive before anything is read from it."""

from typing import Self

from scrapy.crawler import Crawler

from crawler.archive import Archive, usable_archive
from crawler.items import Page


class ArchivePipeline:
    """Archives the answers behind each page; ARCHIVE empty: only lets go of them."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.archive: Archive | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Keep the crawler for its settings and the spider's registry."""
        return cls(crawler)

    def open_spider(self) -> None:
        """Find the archive folder of the corpus; CorpusError ends the run before its first request."""
        settings = self.crawler.settings
        folder = usable_archive(settings)
        robots = "obey" if settings.getbool("ROBOTSTXT_OBEY") else "ignore"
        info = {"robots": robots, "http-header-user-agent": settings["USER_AGENT"]}
        self.archive = Archive(folder, settings.getint("ARCHIVE_MAX_BYTES"), info) if folder else None

    def close_spider(self) -> None:
        """Give the archive's file its final name."""
        if self.archive:
            self.archive.close()

    def process_item(self, item: Page) -> Page:
        """Archive the page's answers; a page that cannot be archived is not stored."""
        if self.archive and item.served:
            self.archive.keep(item, self.crawler.spider.registry.get(item.site))
        item.served = []
        return item
