"""Find the rows of a page: the largest elements that hold one link each, grouped by where they stand."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree

from spiders.families.rowdate import row_date, split_title
from spiders.families.titles import is_label, pieces_of, text_of, title_of
from spiders.listing import ListSource

ROW_TAGS = {"li", "tr", "article"}
MOST_LINKS = 20_000
MOST_PIECES = 40  # texts of a row that are looked at for its date
MOST_BESIDE = 6  # elements beside a row that may hold its date
MANY = -1
# Classes that tell rows of one list apart, not one list from another.
CHANGING = re.compile(r"(?i)\b(?:odd|even|first|last|cur(?:rent)?|active|on|hover|clearfix|clear|cf)\b|\d+")
SCRIPTED = re.compile(
    r"""(?:location(?:\.href)?\s{0,3}=|window\.open\(|location\.assign\()\s{0,3}(?:encodeURI\w{0,9}\()?["']([^"'\n]+)["']"""
)


@dataclass
class Link:
    """An anchor with an address, or a dead one (`url` None) that still marks a row."""

    element: etree._Element
    url: str | None
    title: str


@dataclass
class Row:
    """One item of a list: its element, its links, and the day that it shows."""

    element: etree._Element
    links: list[Link]
    date: str | None = None

    @property
    def link(self) -> Link:
        """The link that names the article: the first one that is no label, else the longest."""
        named = [link for link in self.links if len(link.title) > 4 and not is_label(link.title)]
        return named[0] if named else max(self.links, key=lambda link: len(link.title))


@dataclass
class Group:
    """Rows that stand at the same path of the page, in their order; `order` is that of the first among all rows."""

    path: str
    order: int
    rows: list[Row] = field(default_factory=list)

    @property
    def dated(self) -> int:
        """How many rows show a day."""
        return sum(row.date is not None for row in self.rows)


def address(anchor: etree._Element, source: ListSource) -> str | None:
    """Return where an anchor leads by its href, else by the address its onclick opens; None for a dead one."""
    if url := source.link(anchor.get("href")):
        return url
    opened = SCRIPTED.search(anchor.get("onclick") or "")
    return source.link(opened[1]) if opened else None


def links_of(source: ListSource) -> list[Link]:
    """Return the anchors of the page in order; a dead anchor nested in a live, empty one lends it its text."""
    links: list[Link] = []
    for element in islice(source.tree.iter("a"), MOST_LINKS):
        link = Link(element, address(element, source), title_of(element))
        outer = links[-1] if links else None
        # The parser closes an open anchor before the next one, so the nested anchor is found behind it.
        if (
            outer
            and outer.url
            and not link.url
            and element.getprevious() is outer.element
            and not text_of(outer.element)
        ):
            outer.title = max(outer.title, link.title, key=len)
        else:
            links.append(link)
    return links


def owners(links: Iterable[Link]) -> dict[etree._Element, int]:
    """Map every element around a link to the one address in it (by number), or to MANY."""
    numbers: dict[object, int] = {}
    owner: dict[etree._Element, int] = {}
    for link in links:
        number = numbers.setdefault(link.url or link.element, len(numbers))
        element = link.element
        while element is not None:
            present = owner.get(element)
            if present in (number, MANY):
                break
            owner[element] = number if present is None else MANY
            element = element.getparent()
    return owner


def row_element(link: Link, owner: dict[etree._Element, int]) -> etree._Element:
    """Return the largest element around the link with no other address in it, a list item at most."""
    element = link.element
    number = owner[element]
    while element.tag not in ROW_TAGS:
        parent = element.getparent()
        if parent is None or owner[parent] != number or parent.tag in ("body", "html"):
            break
        element = parent
    return element


def item_around(element: etree._Element) -> etree._Element | None:
    """Return the nearest list item or table row that holds the element."""
    return next(element.iterancestors(*ROW_TAGS), None)


def rows_of(links: list[Link]) -> Iterator[Row]:
    """Yield the rows of a page in order; a list item with a day and up to four links is one row."""
    owner = owners(links)
    items = {link.element: item_around(link.element) for link in links}
    inside = Counter(items.values())
    rows: dict[etree._Element, Row] = {}
    for link in links:
        item = items[link.element]
        if item is not None and owner[item] == MANY and inside[item] <= 4:
            element = item
        else:
            element = row_element(link, owner)
        rows.setdefault(element, Row(element, [])).links.append(link)
    for row in rows.values():
        row.date = date_inside(row)
        if row.date is None and len({link.url for link in row.links}) > 1:
            yield from (Row(row_element(link, owner), [link]) for link in row.links)
        else:
            yield row


def date_inside(row: Row) -> str | None:
    """Return the day shown in the row beside its links."""
    anchors = frozenset(link.element for link in row.links)
    if row.element in anchors:
        return None
    return row_date(islice(pieces_of(row.element, anchors), MOST_PIECES), row.link.url or "")


def beside(row: Row, step: Callable, owner_rows: set[etree._Element]) -> str | None:
    """Return the day shown next to the row, before any other row; `step` is getnext or getprevious."""
    pieces: list[str] = []
    element = row.element
    if step is etree._Element.getnext:
        pieces.append(element.tail or "")
    for _ in range(MOST_BESIDE):
        element = step(element)
        if element is None or element in owner_rows or next(element.iter("a"), None) is not None:
            break
        pieces += islice(pieces_of(element), MOST_PIECES)
        pieces.append(element.tail or "")
    return row_date([" ".join(piece.split()) for piece in pieces if piece.strip()], row.link.url or "")


def date_in_link(row: Row) -> str | None:
    """Return the day that stands inside the link: in an element of its own, or at the end of its text."""
    pieces = list(islice(pieces_of(row.link.element), MOST_PIECES))
    if len(pieces) > 1 and (
        day := row_date([piece for piece in pieces if piece != row.link.title], row.link.url or "")
    ):
        return day
    return split_title(row.link.title)[1]


def date_rows(rows: list[Row]) -> None:
    """Give the rows of a group that show no day inside theirs from beside them, from the side that has more."""
    if 2 * sum(row.date is not None for row in rows) >= len(rows):
        return
    elements = {row.element for row in rows}
    sides = [
        [beside(row, etree._Element.getnext, elements) for row in rows],
        [beside(row, etree._Element.getprevious, elements) for row in rows],
        [date_in_link(row) for row in rows],
    ]
    best = max(sides, key=lambda days: sum(day is not None for day in days))
    for row, day in zip(rows, best, strict=True):
        row.date = row.date or day


def path_of(element: etree._Element, paths: dict[etree._Element, str]) -> str:
    """Return tags, classes and ids from the root down to an element's parent, and the element's own tag."""
    chain = [element.getparent()] if element.getparent() is not None else []
    while chain and chain[-1] not in paths and chain[-1].getparent() is not None:
        chain.append(chain[-1].getparent())
    for node in reversed(chain):
        if node not in paths:
            parent = node.getparent()
            name = CHANGING.sub("", f"{node.get('class') or ''}#{node.get('id') or ''}")
            paths[node] = f"{paths[parent] if parent is not None else ''}/{node.tag}.{squeeze_class(name)}"
    return f"{paths[chain[0]] if chain else ''}/{element.tag}"


def squeeze_class(name: str) -> str:
    """Return a class attribute's names in order, one blank between."""
    return " ".join(name.split())


def groups_of(source: ListSource) -> list[Group]:
    """Return the rows of a page grouped by path, each with its day, in the order of the page."""
    paths: dict[etree._Element, str] = {}
    groups: dict[str, Group] = {}
    for order, row in enumerate(rows_of(links_of(source))):
        path = path_of(row.element, paths)
        groups.setdefault(path, Group(path, order)).rows.append(row)
    for group in groups.values():
        date_rows(group.rows)
    return list(groups.values())
