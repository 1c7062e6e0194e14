"""JSON Lines: one object a row, every column named, text as it was published."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from crawler.exports.table import Row, Table

encode = json.JSONEncoder(
    ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=date.isoformat
).encode


@contextmanager
def jsonl_writer(path: Path, table: Table) -> Iterator[Callable[[list[Row]], None]]:
    """Give a function that appends rows to the file."""
    names = table.names
    with path.open("w", encoding="utf-8", newline="\n") as file:
        yield lambda rows: file.writelines(encode(dict(zip(names, row, strict=True))) + "\n" for row in rows)
