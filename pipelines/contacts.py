"""Contacts step."""

from crawler.items import Page


class ContactsPipeline:
    """Contacts step of ITEM_PIPELINES."""

    def process_item(self, item: Page) -> Page:
        """Fill the fields of this step."""
        return item
