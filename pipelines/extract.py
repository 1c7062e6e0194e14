"""Extract step."""

from crawler.items import Page


class ExtractPipeline:
    """Extract step of ITEM_PIPELINES."""

    def process_item(self, item: Page) -> Page:
        """Fill the fields of this step."""
        item.lines = item.body.decode("utf-8", "replace").splitlines()
        return item
