"""Find the tables of a text: lines of cells with a tab between, as an HTML row is written, under a header."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

Span = tuple[int, int]

ROW = re.compile("^[^\n]*\t[^\n]*$", re.MULTILINE)
CELL = re.compile("[^\t\n]+")
SIGN = "[+\\-−↑↓▲▼±]"
NUMBER = re.compile(f" ?(?P<sign>{SIGN}) ?(?P<signed>[0-9][0-9, .]*)|(?P<plain>[0-9][0-9, .]*(?:[万亿])?)")
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


def tables(text: str) -> Iterator[Table]:
    """Yield the tables of a folded text in order; rows whose cells do not fit the header are left out."""
    if "\t" not in text:
        return
    block: list[Span] = []
    for match in [*ROW.finditer(text), None]:
        if match and (not block or match.start() == block[-1][1] + 1):
            block.append(match.span())
            continue
        if block:
            yield from table(text, block)
        block = [match.span()] if match else []


def self_told(text: str, rows: tuple[tuple[Span, ...], ...]) -> bool:
    """Tell whether rows need no header: a name and one number, or numbers that all have their unit."""
    return len(rows[0]) == 2 or all(
        is_number(text, cell) and not text[slice(*cell)].strip()[-1].isdecimal()
        for row in rows
        for cell in row[1:]
    )


def table(text: str, block: list[Span]) -> Iterator[Table]:
    """Yield the table of adjacent rows, if they hold numbers under names."""
    rows = [row for row in (cells(text, *span) for span in block) if 2 <= len(row) <= MOST_CELLS]
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
