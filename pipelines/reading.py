"""Run the pure steps of ITEM_PIPELINES on one page, outside a crawl."""

from scrapy.settings import BaseSettings
from scrapy.utils.misc import load_object

from crawler.items import Page


class Reader:
    """The steps below PURE_BELOW, in order: the same objects for `extract`, `load` and a replay."""

    def __init__(self, settings: BaseSettings) -> None:
        table = settings.getdict("ITEM_PIPELINES")
        pure = sorted((order, path) for path, order in table.items() if order < settings.getint("PURE_BELOW"))
        self.steps = [load_object(path)() for _, path in pure]

    def read(self, page: Page) -> Page:
        """Return `page` with every field filled that its text supports; no network, no database."""
        for step in self.steps:
            page = step.process_item(page)
        return page
