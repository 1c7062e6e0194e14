"""The anchors of a page, with the address each one leads to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice, takewhile

from lxml import etree

from spiders.listing.functions import CALL, arguments, opened_by
from spiders.listing.source import ListSource
from spiders.listing.titles import text_of, title_of

MOST_ANCHORS = 5_000
CLICKED = ("li", "tr", "td", "div", "p", "dd", "dt", "h3", "h4")
DATA_NAMES = ("data-href", "data-url", "data-link")
OPENED = re.compile(
    r"(?:location(?:\.href)?\s{0,3}=|window\.open\(|location\.assign\()\s{0,3}(?:encodeURI\w{0,9}\()?"
    r"""["']([^"'\n]+)["']"""
)


@dataclass
class Anchor:
    """A link with an address, or a dead one (`url` None) that still marks a row."""

    element: etree._Element
    url: str | None
    title: str

    @property
    def target(self) -> object:
        """What anchors to one page share: its address without the name of a place on it; a dead one only itself."""
        url, _, place = (self.url or "").partition("#")
        return (self.url if "/" in place else url) or self.element


def address(element: etree._Element, source: ListSource) -> str | None:
    """Return where an anchor leads by its href or `data-href`, else by the address its script opens; None for a dead one."""
    if url := source.link(element.get("href")):
        return url
    for name in DATA_NAMES:
        if (told := element.get(name)) and ("/" in told or "." in told):
            return source.link(told)
    for script in (element.get("onclick") or "", element.get("href") or ""):
        if opened := OPENED.search(script):
            return source.link(opened[1])
        call = CALL.search(script)
        if call and (function := source.functions.get(call[1])):
            return source.link(opened_by(function, arguments(call[2]), source.variables))
    return None


def clickable(element: etree._Element) -> bool:
    """Say whether a click on an element may open something."""
    return any(element.get(name) for name in ("onclick", *DATA_NAMES))


def clicked_rows(source: ListSource) -> set[etree._Element]:
    """Return the rows and cells, at most 5,000, that a click opens and that hold no link and no such row themselves."""
    if not any(name in source.text for name in ("onclick", *DATA_NAMES)):
        return set()
    rows = {
        row
        for row in islice(filter(clickable, source.tree.iter(*CLICKED)), MOST_ANCHORS)
        if address(row, source)
    }
    holders: set[etree._Element] = set()
    for element in chain(source.tree.iter("a"), rows):
        holders.update(takewhile(lambda around: around not in holders, element.iterancestors()))
    return rows - holders


def linking(source: ListSource) -> Iterator[etree._Element]:
    """Yield the `<a>` of a page, and the rows and cells without one that a click opens."""
    rows = clicked_rows(source)
    if not rows:
        yield from source.tree.iter("a")
        return
    for element in source.tree.iter("a", *CLICKED):
        if element.tag == "a" or element in rows:
            yield element


def anchors_of(source: ListSource) -> list[Anchor]:
    """Return the anchors of a page in order, at most 5,000; a dead one nested in a live, empty one lends its text."""
    anchors: list[Anchor] = []
    for element in islice(linking(source), MOST_ANCHORS):
        anchor = Anchor(element, address(element, source), title_of(element))
        outer = anchors[-1] if anchors else None
        # The parser closes an open anchor before the next one, so a nested anchor is found behind it.
        nested = outer and outer.url and not anchor.url and element.getprevious() is outer.element
        if nested and not text_of(outer.element):
            outer.title = max(outer.title, anchor.title, key=len)
        elif anchor.url or len(anchor.title) > 1:
            anchors.append(anchor)
    return anchors
