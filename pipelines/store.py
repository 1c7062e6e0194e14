"""The last steps: drop what is off-topic, store the rest, remember every URL that yielded nothing."""

import logging
from typing import Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem

from crawler.db import connect
from crawler.items import Page
from crawler.lookups import fill_lookups
from crawler.masking import mask
from crawler.refusals import Refusal
from crawler.signals import page_moved, page_refused, page_unchanged
from pipelines.corpus import Corpus, Outcome

logger = logging.getLogger(__name__)


class DropIrrelevantPipeline:
    """Drops pages that the relevance step found off-topic, unless RELEVANCE_ENABLED is off."""

    def __init__(self, *, enabled: bool) -> None:
        self.enabled = enabled

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Read RELEVANCE_ENABLED."""
        return cls(enabled=crawler.settings.getbool("RELEVANCE_ENABLED"))

    def process_item(self, item: Page) -> Page:
        """Return the page, or raise DropItem with the reason code."""
        if self.enabled and not item.relevant:
            raise DropItem(item.irrelevant_because, log_level="DEBUG")
        return item


class StorePipeline:
    """Stores each page and counts what became of it under site/<key>/."""

    def __init__(self, crawler: Crawler) -> None:
        self.stats = crawler.stats
        self.path = crawler.settings["CORPUS_DB"]
        crawler.signals.connect(self.dropped, signals.item_dropped)
        crawler.signals.connect(self.unchanged, page_unchanged)
        crawler.signals.connect(self.refused, page_refused)
        crawler.signals.connect(self.moved, page_moved)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Connect the signals of pages that never become items."""
        return cls(crawler)

    def open_spider(self) -> None:
        """Open the corpus; CorpusError ends the run before its first request."""
        db = connect(self.path)
        fill_lookups(db)
        self.corpus = Corpus(db)

    def close_spider(self) -> None:
        """Close the corpus."""
        self.corpus.db.close()

    def process_item(self, item: Page) -> Page:
        """Store the page in one transaction."""
        outcome = self.corpus.save(item)
        self.count(item.site, outcome.value)
        if outcome is not Outcome.UNCHANGED:
            self.count_fields(item)
        return item

    def count(self, site: str | None, what: str) -> None:
        """Count one event of a site."""
        self.stats.inc_value(f"site/{site}/{what}")

    def count_fields(self, page: Page) -> None:
        """Count what the page does not say, and its statistics by metric."""
        for field in ("title", "published", "source", "issuer", "text"):
            if not getattr(page, field):
                self.count(page.site, f"field/{field}/missing")
        for statistic in page.statistics:
            self.stats.inc_value(f"statistics/{statistic.metric}")

    def dropped(self, item: Page, exception: DropItem) -> None:
        """Remember a page that was read and found off-topic."""
        reason = str(exception)
        self.count(item.site, f"dropped/{reason}")
        logger.info("%s: dropped, %s", item.url, reason)
        self.corpus.reject(
            item.url, item.site, "dropped", reason,
            seen=item.seen, detail=item.title and mask(item.title), etag=item.etag, last_modified=item.last_modified,
        )  # fmt: skip

    def unchanged(self, url: str, site: str | None) -> None:
        """Record an answer 304: a page is as it was, or off-topic as it was."""
        reason = self.corpus.touch(url)
        self.count(site, f"dropped/{reason}" if reason else "unchanged")

    def refused(self, url: str, site: str | None, refusal: Refusal) -> None:
        """Remember a page that could not be had, and why."""
        self.count(site, f"refused/{refusal.reason}")
        logger.warning("%s: %s (%s)", url, refusal.reason, refusal.detail)
        known = {"detail": refusal.detail, "temporary": int(refusal.temporary)}
        self.corpus.reject(url, site, "refused", refusal.reason, **known)

    def moved(self, url: str, site: str | None, target: str) -> None:
        """Remember where a listed URL leads."""
        self.count(site, "moved")
        self.corpus.reject(url, site, "moved", "redirect", detail=target)
