"""Find the tables of a text: lines of cells with a tab between, as an HTML row is written, under a header.

A copied table has lost its tabs: lines of as many words and numbers each, with a space or a bar between.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

Span = tuple[int, int]

ROW = re.compile("^[^\n]*\t[^\n]*$", re.MULTILINE)
SPACED = re.compile(
    r"^(?=[^\n\t]*[ |])[^\n\t 0-9,，。;；:：!！?？]{1,12}(?: ?[ |] ?[^\n\t |,，。;；:：]{1,16}){1,7}+ ?\|?$",
    re.MULTILINE,
)
SPACED_CELL = re.compile(r"[^\s|]+")
SPLIT_NUMBER = re.compile(r"(?<![0-9.])[0-9]{1,3} [0-9]{3}(?![0-9.])")  # 44 480 may be one number
FEWEST_SPACED = 3
CELL = re.compile("[^\t\n]+")
SIGN = "[+\\-−↑↓▲▼±]"
NUMBER = re.compile(f" ?(?P<sign>{SIGN}) ?(?P<signed>[0-9][0-9, .]*)|(?P<plain>[0-9][0-9, .]*(?:[万亿])?)")
# Where none of its lines goes on to its second cell there is no such table.
COPIED = re.compile(rf"\n(?:\| ?)?[^\n\t |0-9,，。;；:：!！?？]{{1,12}} ?[ |] ?{SIGN}? ?[0-9]")
# What may stand beside the number of a cell: a unit, a hedge, a sign.
REST = re.compile(f"{SIGN}?[余多]?(?:[\u4e00-\u9fff]{{1,3}}|%|个百分点)?{SIGN}?")
YEAR = re.compile("(?:19|20)[0-9]{2}")
CAPTION = 60  # characters: a longer line above a table is no caption
MOST_CELLS = 40


@dataclass(frozen=True)
class Table:
    """The spans of a table's cells; `caption` is the short line above it, `header` is empty where it has none."""

    caption: Span
    header: tuple[Span, ...]
    rows: tuple[tuple[Span, ...], ...]


def cells(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Return the spans of the cells of a row, those without text left out."""
    return tuple(match.span() for match in CELL.finditer(text, start, end) if not match[0].isspace())


def is_number(text: str, cell: Span) -> bool:
    """Tell whether a cell holds a number, with its unit at most."""
    written = text[slice(*cell)].strip()
    match = NUMBER.match(written)
    return match is not None and REST.fullmatch(written[match.end() :].strip()) is not None


def is_header(text: str, row: tuple[Span, ...]) -> bool:
    """Tell whether a row only names: years count as names beside a first cell that is none."""
    if is_number(text, row[0]):
        return False
    return all(not is_number(text, cell) or names_time(text[slice(*cell)].strip()) for cell in row)


def names_time(written: str) -> bool:
    """Tell whether a header cell that begins with a number is a time: 2023, 2023年, 1月."""
    return YEAR.fullmatch(written) is not None or written.endswith(("年", "月", "季度"))


def tables(text: str) -> list[Table]:
    """Return the tables of a folded text in order; rows whose cells do not fit the header are left out."""
    found: list[Table] = []
    if "\t" in text:
        for block in blocks(text, ROW):
            found += table(text, block, [cells(text, *span) for span in block])
    if COPIED.search(text):
        for block in blocks(text, SPACED):
            rows = [tuple(cell.span() for cell in SPACED_CELL.finditer(text, *span)) for span in block]
            if is_spaced(text, rows):
                found += table(text, block, rows)
    return sorted(found, key=lambda table: table.rows[0][0])


def blocks(text: str, row: re.Pattern[str]) -> Iterator[list[Span]]:
    """Yield the spans of adjacent lines that a pattern matches."""
    block: list[Span] = []
    for match in [*row.finditer(text), None]:
        if match and (not block or match.start() == block[-1][1] + 1):
            block.append(match.span())
            continue
        if block:
            yield block
        block = [match.span()] if match else []


def is_spaced(text: str, rows: list[tuple[Span, ...]]) -> bool:
    """Tell whether lines are a table: as many cells each, names first, numbers after them, a header perhaps."""
    below = rows[1:] if is_header(text, rows[0]) else rows
    return (
        len(below) >= FEWEST_SPACED
        and len({len(row) for row in rows}) == 1
        and all(is_number(text, cell) for row in below for cell in row[1:])
        and not any(is_number(text, row[0]) for row in below)
        and not SPLIT_NUMBER.search(text, rows[0][0][0], rows[-1][-1][1])
    )


def self_told(text: str, rows: tuple[tuple[Span, ...], ...]) -> bool:
    """Tell whether rows need no header: a name and one number, or numbers that all have their unit."""
    return len(rows[0]) == 2 or all(
        is_number(text, cell) and not text[slice(*cell)].strip()[-1].isdecimal()
        for row in rows
        for cell in row[1:]
    )


def table(text: str, block: list[Span], rows: list[tuple[Span, ...]]) -> Iterator[Table]:
    """Yield the table of adjacent rows with these cells, if they hold numbers under names."""
    rows = [row for row in rows if 2 <= len(row) <= MOST_CELLS]
    if not rows:
        return
    header = rows.pop(0) if is_header(text, rows[0]) else ()
    width = len(header) or (len(rows[0]) if rows else 0)
    fitting = tuple(
        row for row in rows if len(row) == width and any(is_number(text, cell) for cell in row[1:])
    )
    if not fitting or (not header and (len(fitting) < len(rows) or not self_told(text, fitting))):
        return
    above = text.rfind("\n", 0, max(0, block[0][0] - 1)) + 1
    caption = (above, max(above, block[0][0] - 1))
    if caption[1] - caption[0] > CAPTION:
        caption = (caption[1], caption[1])
    yield Table(caption, header, fitting)
