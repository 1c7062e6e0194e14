"""What the commands share that read files named on the command line: no crawl, no network."""

import argparse
import json
import signal
import sys
from typing import ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from crawler.printable import printable


class FileCommand(ScrapyCommand):
    """A command over PATH…; a file that cannot be read makes its exit status 1, and the rest go on."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict] = {"LOG_LEVEL": "WARNING"}
    takes: ClassVar[str]  # what the user may name, for the usage error

    def syntax(self) -> str:
        """Return the arguments."""
        return "PATH…"

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Let a reader of the output that has seen enough, as `| head`, end the command without a traceback."""
        super().process_options(args, opts)
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)

    def require_paths(self, args: list[str]) -> None:
        """Raise UsageError where no file is named."""
        if not args:
            raise UsageError(f"name at least one {self.takes}")

    def write_record(self, record: dict) -> None:
        """Print one JSON object as a line; one with an `error` makes the exit status 1."""
        if "error" in record:
            self.exitcode = 1
        sys.stdout.write(printable(json.dumps(record, ensure_ascii=False)) + "\n")
