"""Classify step."""

from crawler.items import Page


class ClassifyPipeline:
    """Classify step of ITEM_PIPELINES."""

    def process_item(self, item: Page) -> Page:
        """Fill the fields of this step."""
        return item
