"""XLSX for reporters: two frozen header rows, Chinese above English, and a second sheet that explains every column."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from crawler.exports.formats.csv_file import SEPARATOR
from crawler.exports.table import Column, Row, Table

if TYPE_CHECKING:
    from xlsxwriter import Workbook

CREATED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)  # the same corpus gives the same bytes
HEADER_ROWS = 2
SHEET_ROWS = 1_048_576  # Excel's limit; what is left goes on another sheet
CELL = 32_767  # UTF-16 units, Excel's limit
CUT = "……（已截断，全文见 CSV cut, whole in the CSV）"
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # what XML cannot hold
FIRST_DAY = date(1900, 3, 1)  # before it Excel's calendar is a day off: such dates stay text
WIDTHS = {"string": 18, "integer": 12, "number": 16, "boolean": 9, "date": 12, "list": 24}
UNITS = {
    "case": "起", "person": "人", "count": "个", "CNY": "元", "percent": "%", "tonne": "吨", "page": "页", "notice": "则",
}  # fmt: skip
EXPLAINED = (
    "列名 column",
    "中文 Chinese title",
    "说明 explanation in Chinese",
    "English",
    "类型 type",
    "单位 unit",
)


def cell_text(text: str) -> str:
    """Return what fits a cell: no control characters; too long a text is cut and says so."""
    text = CONTROL.sub("", text)
    if len(text) <= CELL // 2 or len(units := text.encode("utf-16-le")) <= 2 * CELL:
        return text
    return units[: 2 * (CELL - len(CUT))].decode("utf-16-le", "ignore") + CUT


class Sheets:
    """The data sheets of a workbook: a full one is followed by another."""

    def __init__(self, book: "Workbook", table: Table) -> None:
        self.book, self.table = book, table
        self.bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self.day = book.add_format({"num_format": "yyyy-mm-dd"})
        self.number = 0
        self.start("数据")

    def start(self, name: str) -> None:
        """Begin a sheet: both header rows, frozen, with a filter on the lower one."""
        self.sheet = self.book.add_worksheet(name)
        self.number += 1
        self.sheet.freeze_panes(HEADER_ROWS, 0)
        for at, column in enumerate(self.table.columns):
            self.sheet.set_column(at, at, WIDTHS[column.kind])
            self.sheet.write_string(0, at, title(column), self.bold)
        for at, column in enumerate(self.table.columns):
            self.sheet.write_string(1, at, column.name, self.bold)
        self.sheet.autofilter(1, 0, 1, len(self.table.columns) - 1)
        self.at = HEADER_ROWS

    def write(self, rows: list[Row]) -> None:
        """Append rows."""
        for row in rows:
            if self.at == SHEET_ROWS:
                self.start(f"数据 {self.number + 1}")
            for at, value in enumerate(row):
                self.write_cell(at, value)
            self.at += 1

    def write_cell(self, at: int, value: object) -> None:
        """Write one value as what it is; text is never a formula or a link."""
        if value is None or value == []:
            return
        if isinstance(value, bool):
            self.sheet.write_boolean(self.at, at, value)
        elif isinstance(value, int | float):
            self.sheet.write_number(self.at, at, value)
        elif isinstance(value, date) and value >= FIRST_DAY:
            self.sheet.write_datetime(self.at, at, value, self.day)
        else:
            text = SEPARATOR.join(value) if isinstance(value, list) else str(value)
            self.sheet.write_string(self.at, at, cell_text(text))


def title(column: Column) -> str:
    """Return the Chinese title with its unit: 破案数（起）."""
    return f"{column.zh}（{UNITS[column.unit]}）" if column.unit else column.zh


def explained(column: Column) -> tuple[str, ...]:
    """Return the row of the second sheet that explains a column."""
    unit = f"{UNITS[column.unit]} {column.unit}" if column.unit else ""
    return column.name, column.zh, column.about, column.en, column.kind, unit


@contextmanager
def xlsx_writer(path: Path, table: Table) -> Iterator[Callable[[list[Row]], None]]:
    """Give a function that appends rows to the workbook."""
    import xlsxwriter  # other commands need not wait for it

    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        book.set_properties({"title": f"{table.zh} {table.name}", "comments": table.en, "created": CREATED})
        data = Sheets(book, table)
        explanation = book.add_worksheet("说明")
        explanation.freeze_panes(1, 0)
        explanation.set_column(0, 0, 24)
        explanation.set_column(1, 3, 36)
        for at, cells in enumerate([EXPLAINED, *map(explained, table.columns)]):
            for column, text in enumerate(cells):
                explanation.write_string(at, column, text, None if at else data.bold)
        yield data.write
