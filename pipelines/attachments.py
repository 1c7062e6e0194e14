"""The documents an article links to."""

import re
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree

from crawler.items import Attachment
from pipelines.blocks import clean

DOCUMENT = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|wps|et|ofd|rtf|csv|zip|rar|7z|ceb)$", re.I)


def read_attachments(box: etree._Element, base: str) -> list[Attachment]:
    """Return the documents linked in an element, each URL once, absolute if `base` is; name: the link's words."""
    found: dict[str, Attachment] = {}
    for anchor in box.iter("a"):
        href = (anchor.get("href") or "").strip()
        try:
            url = urljoin(base, href)
            path = urlsplit(url).path
        except ValueError:  # not a URL: an unclosed bracket, say
            continue
        if not DOCUMENT.search(path) or not url.lower().startswith(("http", "/", ".")) and ":" in url:
            continue
        name = clean("".join(anchor.itertext())) or clean(anchor.get("title") or "")
        known = found.get(url)
        if known is None:
            found[url] = Attachment(name or unquote(path.rpartition("/")[2]), url)
    return list(found.values())
