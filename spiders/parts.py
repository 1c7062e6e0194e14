"""Find the next part of an article that its site spreads over several pages: 【1】【2】, `_2.html`."""

import re
from urllib.parse import urlsplit

from spiders.families import nextlink, trs
from spiders.listing.source import ListSource

MOST_PARTS = 20  # of one article; more is a list or a trap
FILE = re.compile(r"(?P<stem>.*/[^/]{3,})\.(?P<suffix>s?html?|jhtml|aspx?|jsp|php)$", re.IGNORECASE)


def part_number(url: str, first: str) -> int | None:
    """Return the number behind the stem of the article's first page `first` in `url`: 2 for …/c_8_2.html, else None."""
    here, start = urlsplit(url), urlsplit(first)
    name = FILE.match(start.path)
    if name is None or (here.netloc, here.query) != (start.netloc, start.query):
        return None
    found = re.fullmatch(rf"{re.escape(name['stem'])}[_-](\d{{1,2}})\.{name['suffix']}", here.path)
    return int(found[1]) if found else None


def next_part(body: bytes, url: str, first: str) -> str | None:
    """Return the address of the part after the one at `url`, None at the last one and on ordinary pages.

    `first` is the article's own address. A part is named like it, with the next number: the next article is not.
    """
    name = FILE.match(urlsplit(first).path)
    stem = name["stem"].rpartition("/")[2].encode() if name else b""
    # Nearly all pages have one part: they are not parsed for it.
    if not stem or not (re.search(re.escape(stem) + rb"[_-]\d", body) or b"createPageHTML" in body):
        return None
    source = ListSource(body, url)
    here = part_number(url, first)
    wanted = (1, 2) if here is None else (here + 1,)  # TRS counts its parts from 0
    for pages in (nextlink.next_pages, nextlink.numbered_pages, trs.next_pages):
        for page in pages(source) or ():
            if part_number(page.url, first) in wanted:
                return page.url
    return None
