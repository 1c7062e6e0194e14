"""Turn the tree of a page into its lines, as a reader sees them, and the boxes that hold them."""

import re

from lxml import etree

from pipelines.html.boxes import Box, Layout, Line
from pipelines.html.elements import (
    CELLS,
    HEADINGS,
    INLINE,
    SKIPPED,
    hides,
    holds_block,
    is_page_link,
    named_for,
)
from pipelines.html.marks import mark_lines
from pipelines.html.script_text import written_text

SPACES = re.compile(r"[ \t\r\n\f\v\xa0\u2028\u2029]+")
EDGES = " \t\r\n\f\v\xa0\u2028\u2029\u3000"  # what is shown at neither end of a line
NO_WIDTH = re.compile(
    r"[\u200b-\u200d]+"
)  # no space: some mirrors write it between all characters, digits too
# A line break in the source between two Chinese characters of a sentence is no space; in a strip it is one.
SOFT_BREAK = re.compile(r"(?<=[\u2e80-\u9fff\uff00-\uffef])[ \t]*[\r\n]\s*(?=[\u2e80-\u9fff\uff00-\uffef])")
UNNAMED = (False, False)
LEFT_OUT = SKIPPED | {"script"}
CELLS_AT_MOST = 40
CELL_LINES = 4  # a cell of more lines is layout, not data
ROW_CHARACTERS = 600


def clean(text: str) -> str:
    """Return `text` with white space as a browser shows it, without the indent of a paragraph."""
    text = text.strip(EDGES)
    if text.isprintable() and "  " not in text:  # nothing in it but letters, marks and single spaces
        return text
    if "\n" in text and "。" in text:
        text = SOFT_BREAK.sub("", text)
    return SPACES.sub(" ", NO_WIDTH.sub("", text)).strip(" \u3000")


class _Walk:
    """The state of one walk through a tree: the line being written, and what is open."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.boxes: list[Box] = []
        self.parts: list[str] = []
        self.links = 0
        self.link_depth = 0
        self.heading = ""
        self.open: list[tuple[Box, str]] = []  # with the heading round each
        self.innermost: etree._Element | None = None  # the element of the box opened last
        self.hidden: list[Box] = []
        self.asides: list[Box] = []
        self.rows: list[tuple[int, int, list[int]]] = []  # first line, first box, first line of each cell

    def end_line(self) -> None:
        """Close the line, if there is any text in it."""
        if text := clean("".join(self.parts)):
            self.lines.append(Line(text, min(self.links, len(text)), self.heading))
        self.parts.clear()
        self.links = 0

    def open_box(self, element: etree._Element, tag: str, *, hidden: bool) -> None:
        """Begin a block: what is inside stands on lines of its own."""
        if self.parts:
            self.end_line()
        names, ident = element.get("class"), element.get("id")
        box = Box(element, tag, ident, names, len(self.lines))
        self.open.append((box, self.heading))
        self.innermost = element
        self.boxes.append(box)
        if hidden:
            self.hidden.append(box)
        aside, title = named_for(names, ident) if names or ident else UNNAMED
        if aside:
            self.asides.append(box)
        if tag in HEADINGS:
            self.heading = tag
        elif title and not self.heading:
            self.heading = "title"
        if tag == "tr":
            self.rows.append((box.first, len(self.boxes), []))
        elif tag in CELLS and self.rows:
            self.rows[-1][2].append(box.first)

    def close_box(self) -> None:
        """End the block opened last."""
        if self.parts:
            self.end_line()
        box, self.heading = self.open.pop()
        self.innermost = self.open[-1][0].element if self.open else None
        if box.tag == "tr":
            self.join_row(*self.rows.pop())
        box.last = len(self.lines)

    def join_row(self, first: int, first_box: int, cells: list[int]) -> None:
        """Make one line of a table row whose cells are short: a tab between cells, a space inside one."""
        lines = self.lines
        spans = [(a, b) for a, b in zip(cells, [*cells, len(lines)][1:], strict=True) if b > a]
        if not 2 <= len(spans) <= CELLS_AT_MOST or any(b - a > CELL_LINES for a, b in spans):
            return
        row = lines[first:]
        if sum(len(line.text) for line in row) > ROW_CHARACTERS:
            return
        text = "\t".join(" ".join(line.text for line in lines[a:b]) for a, b in spans)
        lines[first:] = [Line(text, sum(line.links for line in row), row[0].heading)]
        for box in self.boxes[first_box:]:
            box.first, box.last = first, first + 1


def read_layout(root: etree._Element) -> Layout:
    """Return the lines and boxes of the page: one walk, in the order of the document.

    Hidden blocks (display: none) are kept and marked; styles, forms and frames are left out; what a short
    inline script writes stands where it is written.
    """
    walk = _Walk()
    parts = walk.parts
    anchors: list[bool] = []
    steps = etree.iterwalk(root, events=("start", "end"))
    for event, element in steps:
        tag = element.tag
        if event == "end":
            if element is walk.innermost:
                walk.close_box()
            if tag == "a":
                walk.link_depth -= anchors.pop()
            text = element.tail
        elif tag in LEFT_OUT:
            steps.skip_subtree()
            text = written_text(element.text or "") if tag == "script" else None
        elif tag == "br":
            if parts:
                walk.end_line()
            continue
        else:
            style = element.get("style")
            hidden = style is not None and hides(style)
            if hidden or (tag not in INLINE and ":" not in tag) or (len(element) and holds_block(element)):
                walk.open_box(element, tag, hidden=hidden)
            if tag == "a":
                anchors.append(is_page_link(element))
                walk.link_depth += anchors[-1]
            text = element.text
        if text and (parts or not text.isspace()):  # white space begins no line
            parts.append(text)
            if walk.link_depth:
                walk.links += len(text.strip())
    walk.end_line()
    mark_lines(walk.lines, walk.hidden, walk.asides)
    return Layout(walk.lines, walk.boxes)
