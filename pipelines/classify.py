"""What a notice does, which frauds and operations it names, and whether news passes its terms on."""

import re

from crawler.fold import fold
from crawler.items import Page
from pipelines.kinds.campaigns import campaigns
from pipelines.kinds.doc_type import doc_type
from pipelines.kinds.scam_types import scam_types
from pipelines.lines.opening import OFFICIAL_TITLE

UNDER_TITLE = 4  # lines right above the text in which a document's own title may stand

NOTICE_KINDS = {"tipoff_call", "surrender_call", "reward", "bulletin", "regulation"}
NOTICE_FORM = re.compile(r"(?:通告|公告|通知|通报|规定)如下|特此(?:通告|公告|通知)|现将")
MEDIA_VOICE = re.compile(
    r"记者|讯[(（]|[报新网]讯|报道|报导|新闻[^,，。]{0,4}消息|[通公]告》?(?:说|称|指出|要求|明确|强调|规定)|联合发布|"
    r"发布(?:联合)?[通公]告|作出[通公]告"
)


def relayed_by_media(kind: str, folded: str) -> bool:
    """Return whether news conveys the terms of a notice of this `kind`, rather than the notice itself standing there."""
    return kind in NOTICE_KINDS and not NOTICE_FORM.search(folded) and bool(MEDIA_VOICE.search(folded))


class ClassifyPipeline:
    """Fill doc_type, relayed_by_media, scam_types and campaigns from title and text."""

    def process_item(self, item: Page) -> Page:
        """Return `item` with what it does and names; a page without text is read by its title."""
        title = item.title or ""
        text = f"{title}\n{item.text}"
        folded = fold(title) + "\n" + item.folded
        under = (line for line in map(fold, item.head[-UNDER_TITLE:]) if OFFICIAL_TITLE.match(line))
        item.doc_type = doc_type(fold(title), item.folded or fold(title), next(under, ""))
        item.relayed_by_media = relayed_by_media(item.doc_type, item.folded)
        item.scam_types = scam_types(folded)
        item.campaigns = campaigns(text, folded)
        return item
