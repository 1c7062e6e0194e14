"""Read a corpus from Python, in a notebook or a script: `from crawler.corpus import open_corpus`.

Rows are plain dictionaries; with pandas installed, `pandas.DataFrame(rows)` takes them as they are. The columns are
those of `scrapy export`, explained in crawler/exports/tables/. Nothing is written, and a crawl may go on meanwhile.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Self

from sqlite_utils import Database

from crawler.db import CorpusError, connect
from crawler.exports.choice import choice_of, choose
from crawler.exports.rows import batches
from crawler.exports.table import Table
from crawler.exports.tables.notices import NOTICES
from crawler.exports.tables.statistics import STATISTICS

if TYPE_CHECKING:
    import pandas

Row = dict[str, object]
Names = str | Sequence[str]  # one or several


def open_corpus(path: str | Path = "output/corpus.db") -> "Corpus":
    """Return the corpus at `path` to read from; raises CorpusError where there is none."""
    return Corpus(connect(path, read_only=True))


def several(names: Names) -> list[str]:
    """Return one name or several as a list."""
    return [names] if isinstance(names, str) else list(names)


class Corpus:
    """A corpus opened for reading; close it, or use it in a `with`."""

    def __init__(self, db: Database) -> None:
        self.db = db

    def notices(self, *, province: Names = (), metric: Names = (), since: str | None = None) -> list[Row]:
        """Return a row a notice, told by the page that speaks for it: title, published, source, text, url …

        `province` is where the issuer is (广西 or 广西壮族自治区), `since` an ISO date of publication (first seen where
        undated), `metric` asks for notices that report it. Raises ExportError, a ValueError, for what cannot be meant.
        """
        return self.rows(NOTICES, province, metric, since)

    def statistics(self, *, metric: Names = (), province: Names = (), since: str | None = None) -> list[Row]:
        """Return a row a figure, once a notice: metric, value, unit, period_start, place_code, quote, url …

        Before adding up leave out rows with is_subset, is_case, is_baseline, in_title or excerpt_of. The filters are those of
        `notices`; `metric` also chooses among the figures.
        """
        return self.rows(STATISTICS, province, metric, since)

    def rows(self, table: Table, province: Names, metric: Names, since: str | None) -> list[Row]:
        """Return the chosen rows of a table of the export."""
        choice = choice_of(self.db, since, several(province), several(metric))
        self.db.execute("begin")
        try:
            choose(self.db, choice)
            return [
                dict(zip(table.names, row, strict=True))
                for row in chain.from_iterable(batches(self.db, table))
            ]
        finally:
            self.db.conn.rollback()  # also forgets what was chosen

    def query(self, sql: str, parameters: Sequence | Mapping[str, object] = ()) -> list[Row]:
        """Return the rows of any SQL; values go into `parameters`, for ? or :name. Raises sqlite3.Error."""
        return list(self.db.query(sql, parameters))

    def frame(self, sql: str, parameters: Sequence | Mapping[str, object] = ()) -> "pandas.DataFrame":
        """Return the rows of any SQL as a pandas frame, with its columns where there are no rows, too.

        Raises CorpusError where pandas is not installed.
        """
        try:
            import pandas
        except ImportError:
            raise CorpusError("frame() needs pandas: pip install pandas; query() does without") from None
        cursor: sqlite3.Cursor = self.db.execute(sql, parameters)
        names = [column for column, *_ in cursor.description]
        return pandas.DataFrame.from_records(cursor.fetchall(), columns=names)

    def close(self) -> None:
        """Close the file."""
        self.db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
