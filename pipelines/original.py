"""Find the address of the original that a copy states (原文链接, 本文来源, 转载自)."""

import re

from crawler.fold import fold
from crawler.items import Page

# Only a stated original: 本文地址 and 转载请注明出处 give the copy's own address.
STATED = re.compile(
    r"(?:原文(?:链接|地址|网址|出处)?|(?:本文|文章|信息|稿件|新闻|消息)?来源(?:链接|地址|网址)?|来源网址|本文转自|转载?自|原载)"
    r"\s{0,4}[:：]?\s{0,4}(?:[\u4e00-\u9fff《》“”]{0,20}\s?[(（]?)?(?P<url>https?://[\x21-\x7e]+)"
)
OWN = re.compile(r"注明|本文(?:地址|链接|网址)|请标明")
TRAILING = ".,;:!?)]}'\""
LAST_LINES = 6


def stated_original(lines: list[str], own_url: str) -> str | None:
    """Return the first address that a line names as its original's and that is not `own_url`, else None."""
    for line in lines:
        found = STATED.search(fold(line)) if "://" in line else None
        if found and not OWN.search(fold(line[: found.start("url")])):
            url = line[found.start("url") : found.end("url")].rstrip(TRAILING)
            if url.split("#")[0].rstrip("/") != own_url.split("#")[0].rstrip("/"):
                return url
    return None


class OriginalPipeline:
    """Fills `original_url` from the lines round the text."""

    def process_item(self, item: Page) -> Page:
        """Read the strip, the end of the text and the foot."""
        item.original_url = stated_original(
            [*item.head, *item.text.split("\n")[-LAST_LINES:], *item.foot], item.url
        )
        return item
