"""What a page is read into: its lines, and the boxes that hold them."""

from dataclasses import dataclass, field

from lxml import etree


@dataclass(slots=True)
class Line:
    """One line; `links` counts its characters in links to pages, `heading` names its heading element."""

    text: str
    links: int = 0
    heading: str = ""
    hidden: bool = False
    aside: bool = False  # in a box whose name says that it is no part of an article
    listed: bool = False  # a link and a date, in a list of such


@dataclass(slots=True)
class Box:
    """An element and the lines it holds: `lines[first:last]`."""

    element: etree._Element
    tag: str
    ident: str | None
    names: str | None  # its classes
    first: int
    last: int = 0


@dataclass(slots=True)
class Layout:
    """The lines and boxes of a page, both in document order."""

    lines: list[Line] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
