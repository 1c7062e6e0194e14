"""CSV that Excel opens rightly: UTF-8 with a byte order mark, and no cell that could run as a formula."""

import csv
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from crawler.exports.table import Row, Table

# OWASP, CSV Injection: what a spreadsheet may take for the start of a formula, full-width forms included.
FORMULA = tuple("=+-@\t\r\n＝＋－＠")
SEPARATOR = ";"  # between the items of a list


def cell(value: object) -> object:
    """Return a value as it stands in a cell: text that could be a formula gets a leading ', numbers stay numbers."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        value = SEPARATOR.join(value)
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


@contextmanager
def csv_writer(path: Path, table: Table) -> Iterator[Callable[[list[Row]], None]]:
    """Give a function that appends rows to the file; the header is written."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(table.names)
        yield lambda rows: writer.writerows([map(cell, row) for row in rows])
