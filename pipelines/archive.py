"""The first step: what a page was made from goes to the archive before anything is read from it."""

from pathlib import Path
from typing import Self

from scrapy.crawler import Crawler

from crawler.archive import Archive, archive_of
from crawler.db import CorpusError
from crawler.items import Page


def make_folder(folder: Path) -> None:
    """Make the archive folder; raises CorpusError where that cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CorpusError(f"{folder}: cannot be used as the archive (ARCHIVE): {error}") from error


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
        folder = archive_of(settings["ARCHIVE"], settings["CORPUS_DB"])
        if folder:
            make_folder(folder)
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
