"""Run the pure steps of ITEM_PIPELINES on one page, outside a crawl."""

import logging

from scrapy.settings import BaseSettings
from scrapy.utils.misc import load_object

from crawler.items import Page

logger = logging.getLogger(__name__)


class ReadingError(RuntimeError):
    """Raised where a step fails on a page, which is a fault of ours; the message names step and page."""


class Reader:
    """The steps from PURE_FROM to below PURE_BELOW, in order: the same objects for `extract`, `load` and a replay."""

    def __init__(self, settings: BaseSettings) -> None:
        table = settings.getdict("ITEM_PIPELINES")
        orders = range(settings.getint("PURE_FROM"), settings.getint("PURE_BELOW"))
        pure = sorted((order, path) for path, order in table.items() if order in orders)
        self.steps = [load_object(path)() for _, path in pure]

    def read(self, page: Page) -> Page:
        """Return `page` with every field filled that its text supports; no network, no database.

        Raises ReadingError, its cause logged, so that one page never ends the reading of the others.
        """
        for step in self.steps:
            try:
                page = step.process_item(page)
            except Exception as error:
                logger.exception("%s: %s failed", page.url, type(step).__name__)
                raise ReadingError(f"{page.url}: {type(step).__name__} failed: {error!r}") from error
        return page
