"""`scrapy replay [PATH…]`: build the corpus again from the archive, or read again what it holds; no network."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from crawler.change_log import ChangeLog
from crawler.commands.load import WARC_SUFFIXES
from crawler.commands.load import Command as LoadCommand
from crawler.warc import Damage
from crawler.warc_file import close_left_open


class Command(LoadCommand):
    """Take the archive into the corpus, in its order and with its dates; exit status 1 if a record is unreadable.

    Into an empty corpus this is a rebuild: the same pages, versions, notices and facts as the crawls had stored,
    and the off-topic pages among the rejections. Refused URLs are not in an archive, nor are visits that found
    a page unchanged (304): `rejections` and `last_seen` know only what was archived.
    In a corpus that holds the pages it is a new reading, of those that another extractor version has read.
    """

    name = "replay"

    def syntax(self) -> str:
        """Return the arguments."""
        return "[options] [FILE|FOLDER …]"

    def short_desc(self) -> str:
        """Return the line of `scrapy --help`."""
        return "Rebuild the corpus from its archive of raw responses, or read it again with a newer extractor"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add what is read again, and how much of it is shown."""
        super().add_options(parser)
        parser.add_argument(
            "--all", action="store_true", help="read every page again, not only those of another extractor"
        )
        parser.add_argument(
            "--show", type=int, default=0, metavar="N", help="print N examples of each field that changed"
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Store and read again; print what became of the records, then which fields changed."""
        folders = [Path(path) for path in args] or [self.archive]
        if folders == [None]:
            sys.exit("scrapy replay: no archive is kept (ARCHIVE is empty); name a WARC file or folder")
        self.take_in(
            (found for path in folders for file in warc_files(path) for found in self.read_found(file)),
            everything=opts.all,
            changes=ChangeLog(opts.show),
        )

    def read_found(self, file: Path | Damage) -> Iterator:
        """Yield the pages of a file, or the fault that there is none."""
        return iter([file]) if isinstance(file, Damage) else self.read_warc(file)


def warc_files(path: Path) -> Iterator[Path | Damage]:
    """Yield the WARC files of a folder in the order of their names, which is that of writing; or the file itself."""
    if not path.is_dir():
        yield path
        return
    close_left_open(path)
    files = sorted(file for file in path.iterdir() if file.name.endswith(WARC_SUFFIXES))
    yield from files or [Damage(f"{path}: no WARC file in it")]
