"""Write an export: every table once through the corpus, into all formats at a time, then the manifests."""

import hashlib
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path

from sqlite_utils import Database

from crawler.exports.choice import Choice, ExportError, choose
from crawler.exports.coverage import coverage
from crawler.exports.folder import replaced
from crawler.exports.formats.csv_file import csv_writer
from crawler.exports.formats.jsonl import jsonl_writer
from crawler.exports.formats.parquet import parquet_writer
from crawler.exports.formats.xlsx import xlsx_writer
from crawler.exports.manifests import citation, croissant, datapackage, readme
from crawler.exports.manifests.about import DataFile, Export
from crawler.exports.rows import batches
from crawler.exports.table import Table
from crawler.exports.tables.all import EXPORTS

FORMATS = {"csv": csv_writer, "jsonl": jsonl_writer, "parquet": parquet_writer, "xlsx": xlsx_writer}
MANIFESTS = {
    datapackage.FILE_NAME: datapackage.datapackage,
    croissant.FILE_NAME: croissant.croissant,
    citation.FILE_NAME: citation.citation,
    readme.FILE_NAME: readme.readme,
}
Show = Callable[[Table, int], None]  # called with the rows written so far


def write_export(db: Database, choice: Choice, formats: Sequence[str], folder: Path, show: Show) -> Export:
    """Write the chosen notices into `folder` in place of an older export there, from one snapshot of the corpus.

    Raises ExportError, and leaves the older export, where nothing is chosen or the folder holds something else.
    """
    db.execute("begin")
    try:
        if not choose(db, choice):
            raise ExportError(
                "no notice is left to export; widen --since, --province or --metric, or crawl first"
            )
        with replaced(folder) as fresh:
            files = [file for table in EXPORTS for file in write_table(db, table, formats, fresh, show)]
            export = Export(files, coverage(db), choice)
            for name, text in MANIFESTS.items():
                (fresh / name).write_text(text(export), encoding="utf-8", newline="\n")
    finally:
        db.conn.rollback()
    return export


def write_table(
    db: Database, table: Table, formats: Sequence[str], folder: Path, show: Show
) -> list[DataFile]:
    """Write one table in every format; return its files."""
    paths = {name: folder / f"{table.name}.{name}" for name in formats}
    rows = 0
    with ExitStack() as stack:
        writers = [stack.enter_context(FORMATS[name](path, table)) for name, path in paths.items()]
        for batch in batches(db, table):
            for write in writers:
                write(batch)
            rows += len(batch)
            show(table, rows)
    return [
        DataFile(table, name, rows, path.stat().st_size, file_sha256(path)) for name, path in paths.items()
    ]


def file_sha256(path: Path) -> str:
    """Return the SHA-256 of a file, read in pieces."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
