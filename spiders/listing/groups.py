"""Rows that stand at the same path of a page, each with the day it shows."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice, takewhile

from lxml import etree

from spiders.listing.anchors import anchors_of
from spiders.listing.rowdate import row_date, split_title
from spiders.listing.rows import MOST_PIECES, MOST_STEPS, Row, rows_of
from spiders.listing.source import ListSource
from spiders.listing.titles import pieces_of, squeeze

# What in a class or id tells rows of one list apart, not one list from another.
CHANGING = re.compile(r"(?i)\b(?:odd|even|first|last|cur(?:rent)?|active|on|hover|clearfix|clear|cf)\b|\d+")
NEAR = 4
LONGEST_NAME = 120
after = etree._Element.getnext
before = etree._Element.getprevious


@dataclass
class Group:
    """Rows at one path, in the order of the page."""

    path: int
    rows: list[Row] = field(default_factory=list)

    @property
    def steps(self) -> str:
        """The names of the nearest ancestors of the rows."""
        return " ".join(name_of(element) for element in islice(self.rows[0].element.iterancestors(), NEAR))

    @property
    def dated(self) -> int:
        """How many rows show a day."""
        return sum(row.date is not None for row in self.rows)


def date_beside(row: Row, step: Callable[[etree._Element], etree._Element | None]) -> str | None:
    """Return the day shown next to the row and before any other link; `step` is `after` or `before`."""
    pieces = [row.element.tail or ""] if step is after else []
    element = row.element
    for _ in range(MOST_STEPS):
        neighbour = step(element)
        linked = neighbour is not None and next(neighbour.iter("a"), None) is not None
        if step is before:
            outside = neighbour.tail if neighbour is not None else row.element.getparent().text
            pieces.insert(0, outside or "")
        if neighbour is None or linked:
            break
        found = [*islice(pieces_of(neighbour), MOST_PIECES)]
        pieces = [*pieces, *found, neighbour.tail or ""] if step is after else [*found, *pieces]
        element = neighbour
    return row_date([squeeze(piece) for piece in pieces if piece.strip()], row.link.url or "")


def date_in_link(row: Row) -> str | None:
    """Return the day that stands inside the link: in an element of its own, or at an end of its text."""
    pieces = list(islice(pieces_of(row.link.element), MOST_PIECES))
    if len(pieces) > 1 and (day := row_date([p for p in pieces if p != row.link.title], row.link.url or "")):
        return day
    return split_title(pieces[0])[1] if len(pieces) == 1 else None


def date_rows(rows: list[Row]) -> None:
    """Where most rows show no day inside, take it from behind, before or within the links, wherever most show one."""
    if 2 * sum(row.date is not None for row in rows) >= len(rows):
        return
    places = (
        [date_in_link(row) for row in rows],
        [date_beside(row, after) for row in rows],
        [date_beside(row, before) for row in rows],
    )
    best = max(places, key=lambda days: sum(day is not None for day in days))
    for row, day in zip(rows, best, strict=True):
        row.date = row.date or day


def name_of(element: etree._Element) -> str:
    """Return an element's tag, classes and id, without what tells rows of one list apart; a column's width names it too."""
    name = CHANGING.sub("", f"{element.get('class') or ''}#{element.get('id') or ''}"[:LONGEST_NAME])
    return f"{element.tag}.{squeeze(name)} {element.get('width') or ''}"[: 2 * LONGEST_NAME]


def path_of(element: etree._Element, paths: dict[etree._Element, int], known: dict[tuple, int]) -> int:
    """Return a number that elements share whose tag and whose ancestors' tags, classes and ids are the same."""
    unknown = list(takewhile(lambda node: node not in paths, element.iterancestors()))
    for node in reversed(unknown):
        step = (paths.get(node.getparent()), name_of(node))
        paths[node] = known.setdefault(step, len(known))
    return known.setdefault((paths.get(element.getparent()), element.tag), len(known))


def groups_of(source: ListSource) -> list[Group]:
    """Return the rows of a page grouped by path, dated lists apart from undated ones, in the order of the page.

    Old table layouts name nothing, so that menu and list share a path: a container's rows stay together.
    """
    containers: dict[etree._Element | None, list[Row]] = {}
    for row in rows_of(anchors_of(source)):
        containers.setdefault(row.element.getparent(), []).append(row)
    paths: dict[etree._Element, int] = {}
    known: dict[tuple, int] = {}
    groups: dict[tuple[int, bool], Group] = {}
    for rows in containers.values():
        date_rows(rows)
        path = path_of(rows[0].element, paths, known)
        dated = 2 * sum(row.date is not None for row in rows) >= len(rows)
        groups.setdefault((path, dated), Group(path)).rows.extend(rows)
    return list(groups.values())
