"""`scrapy report`: what the corpus holds and says, as one HTML page, and its charts as PNG."""

import argparse
import sys
from pathlib import Path

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from crawler.db import CorpusError, reading
from crawler.exports.choice import ExportError
from crawler.problems import report_problems
from crawler.report.page import page
from crawler.report.report import make_report, write_page, write_pngs
from crawler.report.scope import scope_of


class Command(ScrapyCommand):
    """Write the report; exit status 1, and no file touched, where there is nothing to tell."""

    requires_project = True
    requires_crawler_process = False
    default_settings = {"LOG_LEVEL": "WARNING"}

    def syntax(self) -> str:
        """Return the arguments."""
        return "[options]"

    def short_desc(self) -> str:
        """Return the line of `scrapy --help`."""
        return "Write what the corpus holds and says as one HTML page with charts"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add what is looked at, and where the files go."""
        super().add_options(parser)
        parser.add_argument("--year", metavar="Y", help="notices published in it, figures about it")
        parser.add_argument(
            "--province", nargs="+", default=[], metavar="NAME", help="issuers of these provinces"
        )
        parser.add_argument("--dest", type=Path, default=Path("output/report"), metavar="DIR", help="folder")
        parser.add_argument("--png", type=Path, metavar="DIR", help="also write each chart as a PNG there")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Write the files and print where they are; a partial corpus is named on stderr."""
        if args:
            raise UsageError(f"unexpected argument {args[0]}")
        try:
            with reading(self.settings["CORPUS_DB"]) as db:
                report = make_report(db, scope_of(db, opts.year, opts.province))
            pictures = write_pngs(report, opts.png) if opts.png else []
            written = write_page(page(report), opts.dest)
        except (CorpusError, ExportError, OSError) as error:
            self.exitcode = report_problems("report", [str(error)])
            return
        sys.stdout.write(f"{written}: {written.stat().st_size:,} bytes, 图 charts {len(report.charts)}\n")
        if pictures:
            sys.stdout.write(f"{opts.png}: PNG {len(pictures)}\n")
        if report.coverage.partial:
            sys.stderr.write(f"scrapy report: {report.coverage.partial}; the report says what is missing\n")
