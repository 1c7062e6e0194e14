"""`scrapy load PATH…`: put files into the corpus exactly as if they had been crawled at their URL."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import ClassVar

from crawler import __version__
from crawler.archive import archive_of
from crawler.change_log import ChangeLog
from crawler.clock import now
from crawler.db import CorpusError, connect
from crawler.file_command import FileCommand
from crawler.inputs import read_inputs
from crawler.items import Page
from crawler.lock import only_writer
from crawler.problems import report_problems
from crawler.sites import RegistryError, load_registry
from crawler.warc import Damage, read_warc
from crawler.warc_page import Capture, Unusable
from pipelines.intake import Intake

WARC_SUFFIXES = (".warc", ".warc.gz")


class Command(FileCommand):
    """Load .html, .txt, .warc(.gz) files and .jsonl manifests; exit status 1 if a file could not be read."""

    takes = ".html, .txt, .warc, .warc.gz or .jsonl file"
    name: ClassVar[str] = "load"

    def short_desc(self) -> str:
        """Return the line of `scrapy --help`."""
        return "Put .html, .txt, .warc(.gz) files or .jsonl manifests into the corpus"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Store every page, and print what became of them."""
        self.require_paths(args)
        self.take_in(self.found(args))

    def found(self, paths: list[str]) -> Iterator[Capture | Unusable | Damage]:
        """Yield the pages of every file in order, and what cannot be read."""
        for path in paths:
            if path.endswith(WARC_SUFFIXES):
                yield from self.read_warc(Path(path))
                continue
            for given in read_inputs([path]):
                if given.error:
                    yield Damage(given.error)
                    continue
                # A file without a URL is stored under the name the user gave it.
                url = given.url or f"file:{given.path}"
                yield Capture(Page(url=url, body=given.body, content_type=given.content_type), None)

    @property
    def archive(self) -> Path | None:
        """Return the archive folder of the corpus."""
        return archive_of(self.settings["ARCHIVE"], self.settings["CORPUS_DB"])

    def read_warc(self, path: Path) -> Iterator[Capture | Unusable | Damage]:
        """Yield the pages of a WARC file; one of the archive is named as a crawl names it, others as given."""
        inside = self.archive and path.absolute().is_relative_to(self.archive.absolute())
        name = path.absolute().relative_to(self.archive.absolute()) if inside else path
        return read_warc(path, str(name))

    def take_in(
        self,
        found: Iterable[Capture | Unusable | Damage],
        *,
        everything: bool = False,
        changes: ChangeLog | None = None,
    ) -> None:
        """Take what is found into the corpus and print what became of it; exits where there is no corpus to use."""
        corpus = self.settings["CORPUS_DB"]
        try:
            registry = load_registry(self.settings.getlist("SITES"))
            with only_writer(corpus), closing(connect(corpus)) as db:
                row = {"command": self.name, "started": now(), "code_version": __version__}
                crawl = db["crawls"].insert(row).last_pk
                intake = Intake(db, self.settings, registry, everything=everything, changes=changes)
                for _ in intake.take(found):
                    self.show(intake)
                if not (intake.counts or intake.problems):
                    intake.problems.append(f"nothing to {self.name}")
                status = "failed" if intake.problems else "finished"
                db["crawls"].update(crawl, {"finished": now(), "status": status})
        except (RegistryError, CorpusError) as error:
            sys.exit(f"scrapy {self.name}: {error}")
        self.report(intake)

    def show(self, intake: Intake) -> None:
        """Rewrite the progress line on a terminal."""
        if sys.stderr.isatty():
            sys.stderr.write(f"\r\x1b[K已处理 done: {intake.counts.total()}")
            sys.stderr.flush()

    def report(self, intake: Intake) -> None:
        """Print the outcome on stdout and each problem on stderr."""
        if sys.stderr.isatty():
            sys.stderr.write("\r\x1b[K")
        sys.stdout.write(", ".join(f"{what} {count}" for what, count in sorted(intake.counts.items())) + "\n")
        sys.stdout.write(intake.changes.render())
        self.exitcode = report_problems(self.name, intake.problems)
