"""Turn the tree of a page into its lines, as a reader sees them, and the boxes that hold them."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate

from lxml import etree

from pipelines.email_protection import protected_address
from pipelines.script_text import written_text

INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q ruby s samp small "
    "span strike strong sub sup time tt u var wbr".split()
)
# A <span> or <font> round one of these is no part of a line.
BLOCKS = frozenset("p div table ul ol dl section article h1 h2 h3 h4 h5 h6".split())
SKIPPED = frozenset(
    "head style noscript template select datalist textarea iframe object embed svg math canvas input button "
    "rt rp title".split()
)
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6 ucaptitle".split())
ASIDE_NAME = re.compile(
    r"(?:^|[\W_])(?:comments?|pinglun|gentie|tie|share|bdshare\w*|jiathis\w*|social|related|xiangguan|recommend\w*|tuijian"
    r"|crumbs?|breadcrumbs?|footer|copyright|sidebar|login|dialog|popup|modal|qrcode|ewm|toolbar|pages?nav)(?![a-z])",
    re.I,
)
DOCUMENT = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|wps|et|ofd|rtf|csv|zip|rar|7z|ceb)(?:$|[?#])", re.I)
ASIDE_SHARE = 0.4
TITLE_NAME = re.compile(r"(?:title|biaoti|headline|(?:^|[ _-])(?:bt|tit))(?![a-z])", re.I)
CELLS = frozenset(("td", "th"))
HIDDEN = re.compile(r"display\s*:\s*none", re.I)
SPACES = re.compile(r"[ \t\r\n\f\v\xa0\u200b-\u200d\u2028\u2029]+")
# A line break in the source between two Chinese characters of a sentence is no space; in a strip it is one.
SOFT_BREAK = re.compile(r"(?<=[\u2e80-\u9fff\uff00-\uffef])[ \t]*[\r\n]\s*(?=[\u2e80-\u9fff\uff00-\uffef])")
CELLS_AT_MOST = 40
CELL_LINES = 4  # a cell of more lines is layout, not data
ROW_CHARACTERS = 600


@dataclass(slots=True)
class Line:
    """One line of the page; `links` counts its characters in links to pages, `heading` names its heading element."""

    text: str
    links: int = 0
    heading: str = ""
    hidden: bool = False
    aside: bool = False  # in a box whose name says that it is no part of an article


@dataclass(slots=True)
class Box:
    """An element and the lines it holds: `lines[first:last]`."""

    element: etree._Element
    first: int
    last: int = 0
    hidden: bool = False
    outer_heading: str = ""
    aside: bool = False


@dataclass(slots=True)
class Layout:
    """The lines and boxes of a page, both in document order."""

    lines: list[Line] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)


def clean(text: str) -> str:
    """Return `text` with white space as a browser shows it, without the indent of a paragraph."""
    if "\n" in text and "。" in text:
        text = SOFT_BREAK.sub("", text)
    return SPACES.sub(" ", text).strip(" \u3000")


def is_block(element: etree._Element) -> bool:
    """Tell whether an element stands on lines of its own: by its name, or because a block stands in it."""
    if element.tag not in INLINE and ":" not in element.tag:
        return True
    return any(isinstance(child.tag, str) and child.tag in BLOCKS for child in element)


@lru_cache(maxsize=4096)  # templates repeat their names
def named(names: str) -> tuple[bool, bool]:
    """Tell whether the class and id of a box say that it is an aside, and that it is a title."""
    return ASIDE_NAME.search(names) is not None, TITLE_NAME.search(names) is not None


def is_page_link(anchor: etree._Element) -> bool:
    """Tell whether a link leads away: a document is part of its article."""
    return not DOCUMENT.search(anchor.get("href") or "")


class _Walk:
    """The state of one walk through a tree: the line being written, and what is open."""

    def __init__(self) -> None:
        self.layout = Layout()
        self.parts: list[str] = []
        self.links = 0
        self.link_depth = 0
        self.hidden_depth = 0
        self.heading = ""
        self.open: list[Box] = []
        self.rows: list[tuple[int, int, list[int]]] = []  # first line, first box, first line of each cell

    def write(self, text: str) -> None:
        """Add text to the line; white space begins none."""
        if not self.parts and text.isspace():
            return
        self.parts.append(text)
        if self.link_depth:
            self.links += len(text.strip())

    def end_line(self) -> None:
        """Close the line, if there is any text in it."""
        if self.parts:
            text = clean("".join(self.parts))
            if text:
                line = Line(text, min(self.links, len(text)), self.heading, self.hidden_depth > 0)
                self.layout.lines.append(line)
            self.parts.clear()
            self.links = 0

    def open_box(self, element: etree._Element, *, hidden: bool) -> None:
        """Begin a block: what is inside stands on lines of its own."""
        self.end_line()
        aside, title = named(f"{element.get('class', '')} {element.get('id', '')}")
        box = Box(element, len(self.layout.lines), hidden=hidden, aside=aside)
        self.hidden_depth += hidden
        self.open.append(box)
        self.layout.boxes.append(box)
        box.outer_heading = self.heading
        if element.tag in HEADINGS:
            self.heading = element.tag
        elif title:
            self.heading = self.heading or "title"
        if element.tag == "tr":
            self.rows.append((box.first, len(self.layout.boxes), []))
        elif element.tag in CELLS and self.rows:
            self.rows[-1][2].append(box.first)

    def close_box(self, element: etree._Element) -> None:
        """End the block that `element` began, if it began one."""
        if not self.open or self.open[-1].element is not element:
            return
        self.end_line()
        box = self.open.pop()
        self.hidden_depth -= box.hidden
        self.heading = box.outer_heading
        if element.tag == "tr":
            self.join_row(*self.rows.pop())
        box.last = len(self.layout.lines)

    def join_row(self, first: int, first_box: int, cells: list[int]) -> None:
        """Make one line of a table row whose cells are short: a tab between cells, a space inside one."""
        lines = self.layout.lines
        spans = [(a, b) for a, b in zip(cells, [*cells, len(lines)][1:], strict=True) if b > a]
        if not 2 <= len(spans) <= CELLS_AT_MOST or any(b - a > CELL_LINES for a, b in spans):
            return
        row = lines[first:]
        if sum(len(line.text) for line in row) > ROW_CHARACTERS:
            return
        text = "\t".join(" ".join(line.text for line in lines[a:b]) for a, b in spans)
        lines[first:] = [Line(text, sum(line.links for line in row), row[0].heading, row[0].hidden)]
        for box in self.layout.boxes[first_box:]:
            box.first, box.last = first, first + 1


def mark_asides(layout: Layout) -> None:
    """Mark the lines in boxes named as comments, sharing, footers; a box with much of the page's words is misnamed."""
    words = [0, *accumulate(len(line.text) - line.links for line in layout.lines)]
    marked = 0
    for box in layout.boxes:
        if box.aside and box.last > marked and words[box.last] - words[box.first] <= ASIDE_SHARE * words[-1]:
            for line in layout.lines[box.first : box.last]:
                line.aside = True
            marked = box.last


def read_layout(root: etree._Element) -> Layout:
    """Return the lines and boxes of the page: one walk, in the order of the document.

    Hidden blocks (display: none) are kept and marked; styles, forms and frames are left out; what a short
    inline script writes stands where it is written, and protected e-mail addresses are readable.
    """
    walk = _Walk()
    anchors: list[bool] = []
    steps = etree.iterwalk(root, events=("start", "end"))
    for event, element in steps:
        tag = element.tag
        if not isinstance(tag, str):
            continue
        if event == "start":
            if tag in SKIPPED or tag == "script":
                steps.skip_subtree()
                if tag == "script" and element.text:
                    walk.write(written_text(element.text))
                continue
            style = element.get("style")
            hidden = style is not None and HIDDEN.search(style) is not None
            if tag == "br":
                walk.end_line()
                continue
            if hidden or is_block(element):
                walk.open_box(element, hidden=hidden)
            if tag == "a":
                anchors.append(is_page_link(element))
                walk.link_depth += anchors[-1]
            address = protected_address(element) if tag in ("a", "span") else None
            if address:
                walk.write(address)
                steps.skip_subtree()
            elif element.text:
                walk.write(element.text)
        else:
            if tag == "a":
                walk.link_depth -= anchors.pop()
            walk.close_box(element)
            if element.tail:
                walk.write(element.tail)
    walk.end_line()
    mark_asides(walk.layout)
    return walk.layout
