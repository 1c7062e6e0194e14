"""Parse the bytes of an HTML page, whatever they are, into one tree."""

from lxml import etree

from crawler.charset import in_utf8
from crawler.endings import first_tags, without_endings
from pipelines.html.email_protection import PROTECTION, reveal_addresses

CONTROLS = bytes(point for point in range(0x20) if point not in b"\t\n\r")


def parse(body: bytes) -> etree._Element:
    """Return the root of the page's tree, an empty <html> if there is no markup; never raises on bad bytes.

    Protected e-mail addresses are readable in it.
    libxml2 stops at 2,048 nested elements, and what stands after MAX_TAGS tags is not read: time is bounded.
    """
    # Bytes with a named encoding: a str with an XML declaration would be refused.
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    data = without_endings(first_tags(in_utf8(body))).translate(None, CONTROLS)
    try:
        root = etree.fromstring(data, parser) if data.strip() else None
    except etree.XMLSyntaxError:  # nothing in it that could be a document
        root = None
    if root is None:
        return etree.Element("html")
    if any(mark in data for mark in PROTECTION):
        reveal_addresses(root)
    return root
