"""Read the rows of a table in batches, each value of the kind that its column promises."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice

from sqlite_utils import Database

from crawler.exports.choice import ExportError
from crawler.exports.table import Row, Table

BATCH = 5_000  # rows in memory at a time; also a row group of Parquet
CONVERTED: dict[str, Callable] = {
    "boolean": bool,
    "date": date.fromisoformat,
    "list": lambda value: value if isinstance(value, list) else json.loads(value),
}


def batches(db: Database, table: Table) -> Iterator[list[Row]]:
    """Yield the rows of a table, BATCH at a time, in the order of its key.

    Values are str, int, float, bool, date, list of str, or None. Raises ExportError for one that is not what its
    column promises.
    """
    rows = db.execute(table.sql)
    reshaped = table.reshape(rows) if table.reshape else rows
    convert = [(at, CONVERTED[c.kind]) for at, c in enumerate(table.columns) if c.kind in CONVERTED]
    while several := list(islice(reshaped, BATCH)):
        yield [converted(row, convert, table) for row in several]


def converted(row: Row, convert: list[tuple[int, Callable]], table: Table) -> Row:
    """Return the row with its values converted, or raise ExportError naming the column."""
    values = list(row)
    for at, to in convert:
        if values[at] is not None:
            try:
                values[at] = to(values[at])
            except (ValueError, TypeError) as error:
                column = table.columns[at]
                raise ExportError(
                    f"{table.name}: {column.name} of the row {row[0]} is no {column.kind}: {values[at]!r}; "
                    "`scrapy load` or `scrapy run` reads its page again"
                ) from error
    return tuple(values)
