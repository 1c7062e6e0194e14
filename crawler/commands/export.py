"""`scrapy export`: the corpus as CSV, JSON Lines, Parquet and XLSX, with manifests."""

import argparse
import sys
from itertools import groupby
from pathlib import Path

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from crawler.db import CorpusError, reading
from crawler.exports.choice import ExportError, choice_of
from crawler.exports.export import FORMATS, write_export
from crawler.exports.manifests.about import Export
from crawler.exports.table import Table
from crawler.problems import report_problems
from crawler.table import render_table


class Command(ScrapyCommand):
    """Export the chosen notices; exit status 1, and no file touched, where there are none."""

    requires_project = True
    requires_crawler_process = False
    default_settings = {"LOG_LEVEL": "WARNING"}

    def syntax(self) -> str:
        """Return the arguments."""
        return "[options]"

    def short_desc(self) -> str:
        """Return the line of `scrapy --help`."""
        return "Write the corpus as CSV, JSON Lines, Parquet or XLSX, with a description of every column"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add what chooses notices, formats and place."""
        super().add_options(parser)
        parser.add_argument("--format", choices=(*FORMATS, "all"), default="all", help="default: all")
        parser.add_argument(
            "--since", metavar="DATE", help="published then or later; undated: first seen then"
        )
        parser.add_argument(
            "--province", nargs="+", default=[], metavar="NAME", help="issuers of these provinces"
        )
        parser.add_argument(
            "--metric",
            nargs="+",
            default=[],
            metavar="CODE",
            help="notices with these figures, and no others",
        )
        parser.add_argument("--dest", type=Path, default=Path("output/export"), metavar="DIR", help="folder")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Write the files and print what they are; a partial corpus is named on stderr."""
        if args:
            raise UsageError(f"unexpected argument {args[0]}")
        formats = list(FORMATS) if opts.format == "all" else [opts.format]
        try:
            with reading(self.settings["CORPUS_DB"]) as db:
                choice = choice_of(db, opts.since, opts.province, opts.metric)
                export = write_export(db, choice, formats, opts.dest, show)
        except (CorpusError, ExportError, OSError) as error:
            self.exitcode = report_problems("export", [str(error)])
            return
        clear()
        sys.stdout.write(render_files(export) + f"\n\n{opts.dest}: 版本 version {export.version}\n")
        if export.coverage.partial:
            sys.stderr.write(f"scrapy export: {export.coverage.partial}; README.md says what is missing\n")


def show(table: Table, rows: int) -> None:
    """Rewrite the status line of a terminal; print nothing under cron."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K写出 writing {table.name}: {rows:,}")
        sys.stderr.flush()


def clear() -> None:
    """Remove the status line."""
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()


def render_files(export: Export) -> str:
    """Return the table of what was written: a row a table, a column a format with its bytes."""
    formats = list(dict.fromkeys(file.format for file in export.files))
    rows = [
        [table.name, table.zh, several[0].rows, *(file.size for file in several)]
        for table, several in (
            (table, list(of)) for table, of in groupby(export.files, lambda file: file.table)
        )
    ]
    header = [["表", "内容", "行", *formats], ["table", "content", "rows", *("bytes" for _ in formats)]]
    return render_table([*header, *rows], header_rows=2)
