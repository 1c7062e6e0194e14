"""What a report is made of: sections of exhibits, each a query with the table, and often the chart, that shows it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from sqlite_utils import Database

Row = dict[str, object]
Spec = dict[str, object]  # a Vega-Lite chart
# number: with thousands separators; link: a URL; said: a figure with quote, page and date, as in said.py
Kind = Literal["text", "number", "link", "said"]


@dataclass(frozen=True)
class Column:
    """One column of the table."""

    name: str
    zh: str
    en: str
    kind: Kind = "text"


@dataclass(frozen=True)
class Exhibit:
    """One numbered thing to look at; `rule_zh` and `rule_en` say what it honestly shows.

    `sql` reads the views of scope.py, with the parameters named there. `reshape` turns its rows, plain tuples, into
    rows of `columns`; without it the columns of the query are those of the table. `draw` returns the chart, or None
    where the rows are better read than seen.
    """

    code: str  # also the name of its PNG
    zh: str
    en: str
    rule_zh: str
    rule_en: str
    columns: tuple[Column, ...]
    sql: str
    reshape: Callable[[Database, list[tuple]], list[Row]] | None = None
    draw: Callable[[list[Row]], Spec | None] | None = None
    only_drawn: bool = False  # left out where there is no chart: another exhibit of the section has the rows


@dataclass(frozen=True)
class Section:
    """One chapter."""

    code: str
    zh: str
    en: str
    exhibits: tuple[Exhibit, ...]
    rule_zh: str = ""  # of all its exhibits
    rule_en: str = ""


def read(db: Database, exhibit: Exhibit, rows: list[tuple]) -> list[Row]:
    """Return the rows of the table from the rows of its query."""
    if exhibit.reshape:
        return exhibit.reshape(db, rows)
    names = [column.name for column in exhibit.columns]
    return [dict(zip(names, row, strict=True)) for row in rows]
