"""What elements are by their names: part of a line, a block, a title, an aside, or nothing to read."""

import re
from functools import lru_cache

from lxml import etree

# fmt: off
INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "img", "ins", "kbd", "label", "mark", "nobr", "q", "ruby", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
))
SKIPPED = frozenset((
    "head", "title", "style", "noscript", "template", "select", "datalist", "textarea", "input", "button",
    "iframe", "object", "embed", "svg", "math", "canvas", "rt", "rp",
))
# fmt: on
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "ucaptitle"))
# A <span> or <font> round one of these is no part of a line.
BLOCKS = HEADINGS | {"p", "div", "table", "ul", "ol", "dl", "section", "article"}
CELLS = frozenset(("td", "th"))
ASIDE_NAME = re.compile(
    r"(?:^|[\W_])(?:comments?|pinglun|gentie|tie|share|bdshare\w*|jiathis\w*|social|related|xiangguan|recommend\w*|tuijian"
    r"|crumbs?|breadcrumbs?|footer|copyright|sidebar|login|dialog|popup|modal|qrcode|ewm|toolbar|pages?nav)(?![a-z])",
    re.I,
)
DOCUMENT = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|wps|et|ofd|rtf|csv|zip|rar|7z|ceb)(?:$|[?#])", re.I)
PAGE = (".html", ".htm", ".shtml", "/", "#")
CALL = re.compile(r"\s*(?:mailto|tel):", re.I)
DOWNLOAD = re.compile(
    r"[/?&](?:(?<=/)down(?:load|file)?\w*\.(?:jsp|do|aspx?|action|php)|(?:download|attach(?:ment)?)\w*[/=?.])",
    re.I,
)
TITLE_NAME = re.compile(r"(?:title|biaoti|headline|(?:^|[ _-])(?:bt|tit))(?![a-z])", re.I)
PROTECTED = "/cdn-cgi/l/email-protection"  # Cloudflare's stand-in for an address
NAMES_KNOWN = 16_384  # templates repeat their names, and a crawl visits hundreds of them in turn
HIDDEN = re.compile(r"display\s*:\s*none", re.I)


def holds_block(element: etree._Element) -> bool:
    """Tell whether an element for parts of a line has a block in it, and so stands on lines of its own."""
    return len(element) > 0 and not BLOCKS.isdisjoint([child.tag for child in element])


@lru_cache(maxsize=NAMES_KNOWN)
def named_for(classes: str | None, ident: str | None) -> tuple[bool, bool]:
    """Tell whether the classes or the id of a box say that it is an aside, and whether they say that it is a title."""
    names = [name for name in (classes, ident) if name]
    return any(map(ASIDE_NAME.search, names)), any(map(TITLE_NAME.search, names))


def is_page_link(anchor: etree._Element) -> bool:
    """Tell whether a link leads to a page; an address to write to or a document is part of the text."""
    href = anchor.get("href")
    if href is None or href.endswith(PAGE):
        return href is not None
    return not (
        DOCUMENT.search(href) or DOWNLOAD.search(href) or CALL.match(href) or PROTECTED in href.lower()
    )


@lru_cache(maxsize=NAMES_KNOWN)
def hides(style: str) -> bool:
    """Tell whether the style of an element keeps it from being shown."""
    return HIDDEN.search(style) is not None
