"""Relevance step."""

from crawler.items import Page


class RelevancePipeline:
    """Relevance step of ITEM_PIPELINES."""

    def process_item(self, item: Page) -> Page:
        """Fill the fields of this step."""
        return item
