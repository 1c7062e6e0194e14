"""Plain-text tables whose columns line up although Chinese characters are two cells wide."""

from collections.abc import Sequence
from unicodedata import east_asian_width

from crawler.printable import printable


def width(text: str) -> int:
    """Return the terminal cells that `text` fills."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def pad(text: str, cells: int, *, right: bool) -> str:
    """Return `text` filled with spaces to `cells`, on its left where it is to stand `right`."""
    space = " " * (cells - width(text))
    return space + text if right else text + space


def render_table(rows: Sequence[Sequence[object]], *, header_rows: int = 1) -> str:
    """Return the rows as lines: the first column to the left, numbers to the right, a rule below the header."""
    cells = [["" if value is None else printable(str(value)) for value in row] for row in rows]
    widths = [max(map(width, column)) for column in zip(*cells, strict=True)]
    numeric = [
        all(row[number].isdigit() or not row[number] for row in cells[header_rows:])
        for number in range(len(widths))
    ]
    lines = [
        "  ".join(pad(*cell, right=right) for *cell, right in zip(row, widths, numeric, strict=True)).rstrip()
        for row in cells
    ]
    rule = "  ".join("─" * cells for cells in widths)
    return "\n".join([*lines[:header_rows], rule, *lines[header_rows:]])
