"""The documents an article links to or shows in a frame."""

from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree

from crawler.items import Attachment
from pipelines.html.elements import DOCUMENT
from pipelines.html.layout import clean

FRAMES = {"iframe": "src", "embed": "src", "object": "data"}


def document_url(address: str, base: str) -> str | None:
    """Return the URL of a document, absolute if `base` is; None if the address is none of a document."""
    address = address.strip()
    found = DOCUMENT.search(address)
    if not found or address.lower().startswith(("javascript:", "file:", "data:", "mailto:")):
        return None
    try:
        return urljoin(base, address)
    except ValueError:  # an unclosed bracket where the host should stand
        return None


def read_attachments(box: etree._Element, base: str) -> list[Attachment]:
    """Return the documents of an element, each URL once, named by the words of the link or the file."""
    found: dict[str, Attachment] = {}
    for element in box.iter("a", *FRAMES):
        url = document_url(element.get(FRAMES.get(element.tag, "href")) or "", base)
        if url is None or url in found:
            continue
        words = clean(" ".join(element.itertext())) if element.tag == "a" else ""
        name = words or clean(element.get("title") or "") or unquote(urlsplit(url).path.rpartition("/")[2])
        found[url] = Attachment(name, url)
    return list(found.values())
