"""Trim step."""

from crawler.fold import fold
from crawler.items import Page


class TrimPipeline:
    """Trim step of ITEM_PIPELINES."""

    def process_item(self, item: Page) -> Page:
        """Fill the fields of this step."""
        item.text = "\n".join(line.strip() for line in item.lines if line.strip())
        item.folded = fold(item.text)
        return item
