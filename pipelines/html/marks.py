"""Mark the lines of a page that are no part of an article: hidden ones, asides, rows of lists."""

import re
from collections.abc import Iterator
from itertools import accumulate

from pipelines.html.boxes import Box, Line

ROW_DATE = re.compile(
    r"^\W*(?:(?:19|20)\d\d[-/.年])?\d{1,2}[-/.月]\d{1,2}日?[^\w《“]*|\W*(?:(?:19|20)\d\d[-/.年])?\d{1,2}[-/.月]\d{1,2}日?\W*$"
)
DIGIT = re.compile(r"\d")
ROW_LINK = 5  # characters of the link of a row
ASIDE_SHARE = 0.4  # of the page's words
HIDDEN_SHARE = 0.6  # more: the page shows itself by script; a hidden copy for print holds less than half


def small_parts(lines: list[Line], boxes: list[Box], most: float) -> Iterator[Line]:
    """Yield the lines in those boxes that hold no more than the share `most` of the page's words."""
    words = [0, *accumulate(len(line.text) - line.links for line in lines)]
    for box in boxes:
        if (words[box.last] - words[box.first]) / (words[-1] or 1) <= most:
            yield from lines[box.first : box.last]


def is_row(line: Line) -> bool:
    """Tell whether a line is a link with a date before or after it, as lists of pages have them."""
    if line.links < ROW_LINK or not DIGIT.search(line.text):  # most links: words only
        return False
    found = ROW_DATE.search(line.text)
    return found is not None and 2 * line.links > len(line.text) - len(found[0])


def mark_rows(lines: list[Line]) -> None:
    """Mark the rows of lists; one that stands alone may be a source and its date."""
    rows = [is_row(line) for line in lines]
    for number, row in enumerate(rows):
        if row and (rows[number - 1 : number] == [True] or rows[number + 1 : number + 2] == [True]):
            lines[number].listed = True


def mark_lines(lines: list[Line], hidden: list[Box], asides: list[Box]) -> None:
    """Mark the lines in hidden boxes and in asides, unless these hold most of the page, and the rows of lists."""
    for line in small_parts(lines, hidden, HIDDEN_SHARE):
        line.hidden = True
    for line in small_parts(lines, asides, ASIDE_SHARE):
        line.aside = True
    mark_rows(lines)
