"""The rows of a list: the largest elements around one link, or the list items that hold a link and a day."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice

from lxml import etree

from crawler.dates import parse_date
from spiders.listing.anchors import Anchor
from spiders.listing.rowdate import LONGEST_LABEL, PUBLISHED, row_date
from spiders.listing.titles import HEADINGS, is_label, pieces_of

ROW_TAGS = {"li", "tr", "article"}
BLOCK_TAGS = {"div", "dl", "section", "p"}
MOST_ANCHORS = 4  # in one row: image, category, title, "more"
MOST_PIECES = 40  # texts of a row that are looked at for its date
MOST_STEPS = 6  # ancestors and siblings that are looked at
SHARED = 3  # an article stands in its list, among pictures, in a ranking at most
LONGEST_DAY = 24
CATEGORY = re.compile(r"[\[［【][^\[\]［］【】]{1,20}[\]］】]")  # of a department or a kind, before the title
MANY = -1


@dataclass
class Row:
    """One item of a list: its element, its anchors, and the day that it shows."""

    element: etree._Element
    anchors: list[Anchor]
    date: str | None = None
    shared: frozenset[object] = frozenset()  # targets that many rows link, as a category's

    @cached_property
    def link(self) -> Anchor:
        """The anchor that names the article: that of a heading, else the first live long one of its own.

        An anchor to where many rows lead, a category's, gives way even to a short title; the longest is left.
        """
        told = [anchor for anchor in self.anchors if anchor.title and not is_aside(anchor.title)]
        own = [anchor for anchor in told if anchor.target not in self.shared]
        headings = [anchor for anchor in told if anchor.url and is_heading(anchor)]
        named = [anchor for anchor in own if len(anchor.title) > 4]
        live = [anchor for anchor in named if anchor.url]
        longest = sorted(own or told or self.anchors, key=lambda one: (not one.url, -len(one.title)))
        return (headings or live or named or longest)[0]


def is_day(title: str) -> bool:
    """Say whether a link text is a date and nothing else."""
    return len(title) <= LONGEST_DAY and row_date([title]) is not None


def is_heading(anchor: Anchor) -> bool:
    """Say whether an anchor stands in a heading."""
    parent = anchor.element.getparent()
    return parent is not None and parent.tag in HEADINGS


def is_aside(title: str) -> bool:
    """Say whether a link text names no article: a label or a date."""
    return is_label(title) or is_day(title) or bool(CATEGORY.fullmatch(title))


def owners(anchors: Iterable[Anchor]) -> dict[etree._Element, int]:
    """Map every element around an anchor to the one address in it (by number), or to MANY."""
    numbers: dict[object, int] = {}
    owner: dict[etree._Element, int] = {}
    for anchor in anchors:
        number = numbers.setdefault(anchor.target, len(numbers))
        element = anchor.element
        while element is not None:
            present = owner.get(element)
            if present in (number, MANY):
                break
            owner[element] = number if present is None else MANY
            element = element.getparent()
    return owner


def alone(anchor: Anchor, owner: dict[etree._Element, int]) -> etree._Element:
    """Return the largest element around the anchor with no other address in it, a list item at most."""
    element = anchor.element
    number = owner[element]
    while element.tag not in ROW_TAGS:
        parent = element.getparent()
        if parent is None or owner[parent] != number or parent.tag in ("body", "html"):
            break
        element = parent
    return element


def repeats(element: etree._Element, owner: dict[etree._Element, int]) -> bool:
    """Say whether the element is one of at least three near siblings of its kind that hold links."""
    kind = element.get("class")
    after = islice(element.itersiblings(element.tag), MOST_STEPS)
    before = islice(element.itersiblings(element.tag, preceding=True), MOST_STEPS)
    alike = (sibling for sibling in chain(after, before) if sibling.get("class") == kind and sibling in owner)
    return sum(1 for _ in islice(alike, 2)) == 2


def item_around(element: etree._Element, owner: dict[etree._Element, int]) -> etree._Element | None:
    """Return the nearest list item, table row or repeated block that holds the element."""
    for ancestor in islice(element.iterancestors(), MOST_STEPS):
        if ancestor.tag in ROW_TAGS or (ancestor.tag in BLOCK_TAGS and repeats(ancestor, owner)):
            return ancestor
    return None


def date_in_column(element: etree._Element) -> str | None:
    """Return the day in the one column that the table's first row calls the day of publication."""
    table = next(element.iterancestors("table"), None) if element.tag == "tr" else None
    head = next(table.iter("tr"), element) if table is not None else element
    names = [next(pieces_of(cell), "") for cell in islice(head, MOST_PIECES)] if head is not element else []
    columns = [n for n, name in enumerate(names) if len(name) <= LONGEST_LABEL and PUBLISHED.search(name)]
    if len(columns) != 1 or len(element) != len(names):
        return None
    return row_date(pieces_of(element[columns[0]]))


def machine_date(element: etree._Element) -> str | None:
    """Return the day that the `<time datetime>` of a row tells, None for several."""
    days = {parse_date(time.get("datetime") or "") for time in element.iter("time")}
    return days.pop().date if len(days) == 1 and None not in days else None


def date_inside(row: Row) -> str | None:
    """Return the day shown in the row's element beside its anchors."""
    without = frozenset(anchor.element for anchor in row.anchors if not is_day(anchor.title))
    if row.element in without:
        return None
    if day := date_in_column(row.element):
        return day
    several = len({anchor.target for anchor in row.anchors if anchor.url}) > 1
    shown = row_date(islice(pieces_of(row.element, without), MOST_PIECES), row.link.url or "", once=several)
    return shown or machine_date(row.element)


def names_one(row: Row) -> bool:
    """Say whether a row names one article, with nothing beside it but labels and what other rows link too."""
    told = (anchor for anchor in row.anchors if anchor.title and not is_aside(anchor.title))
    return len({anchor.target for anchor in told} - row.shared) == 1


def rows_of(anchors: list[Anchor]) -> Iterator[Row]:
    """Yield the rows of a page in order; a list item with up to four addresses is one row if it shows a day.

    Without a day it is one if most items beside it name one article, as a menu's with its submenu do not.
    """
    owner = owners(anchors)
    items = {anchor.element: item_around(anchor.element, owner) for anchor in anchors}
    addresses = {(item, anchor.target) for anchor in anchors if (item := items[anchor.element]) is not None}
    inside = Counter(item for item, _ in addresses)
    rows: dict[etree._Element, Row] = {}
    for anchor in anchors:
        item = items[anchor.element]
        whole = item is not None and owner[item] == MANY and inside[item] <= MOST_ANCHORS
        element = item if whole and item is not None else alone(anchor, owner)
        rows.setdefault(element, Row(element, [])).anchors.append(anchor)
    targets = Counter(target for row in rows.values() for target in {anchor.target for anchor in row.anchors})
    shared = frozenset(target for target, times in targets.items() if times >= SHARED)
    for row in rows.values():
        row.shared = shared
        row.date = date_inside(row)
    votes = Counter({row.element.getparent(): 0 for row in rows.values()})
    for row in rows.values():
        if row.date is None and len({anchor.target for anchor in row.anchors}) > 1:
            votes[row.element.getparent()] += 1 if names_one(row) else -1
    for row in rows.values():
        if row.date is None and votes[row.element.getparent()] < 0:
            for anchor in row.anchors:
                single = Row(alone(anchor, owner), [anchor])
                single.date = date_inside(single)
                yield single
        else:
            yield row
