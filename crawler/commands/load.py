"""`scrapy load PATH…`: put files into the corpus exactly as if they had been crawled at their URL."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

from sqlite_utils import Database

from crawler import __version__
from crawler.clock import now
from crawler.db import CorpusError, connect
from crawler.file_command import FileCommand
from crawler.inputs import read_inputs
from crawler.items import Page
from crawler.lock import only_writer
from crawler.lookups import fill_lookups
from crawler.problems import report_problems
from crawler.site_rows import write_sites
from crawler.sites import Registry, RegistryError, load_registry
from crawler.warc import WarcError, read_warc
from pipelines.corpus import BATCH, Corpus
from pipelines.reading import Reader, ReadingError

WARC_SUFFIXES = (".warc", ".warc.gz")


class Command(FileCommand):
    """Load .html, .txt, .warc(.gz) files and .jsonl manifests; exit status 1 if a file could not be read."""

    takes = ".html, .txt, .warc, .warc.gz or .jsonl file"

    def short_desc(self) -> str:
        """Return the line of `scrapy --help`."""
        return "Put .html, .txt, .warc(.gz) files or .jsonl manifests into the corpus"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Store every page, BATCH of them a transaction; print what became of them."""
        self.require_paths(args)
        self.problems: list[str] = []
        self.written: set[str] = set()  # sites whose rows this load has brought up to date
        try:
            registry = load_registry(self.settings.getlist("SITES"))
            with only_writer(self.settings["CORPUS_DB"]), closing(connect(self.settings["CORPUS_DB"])) as db:
                counts = self.load(db, args, registry)
        except (RegistryError, CorpusError) as error:
            sys.exit(f"scrapy load: {error}")
        if not counts:
            self.problems.append("no page was loaded")
        self.report(counts)

    def load(self, db: Database, paths: list[str], registry: Registry) -> Counter:
        """Store the pages of every file; return how many came out new, changed, unchanged, dropped, failed."""
        fill_lookups(db)
        corpus, reader, counts = Corpus(db), Reader(self.settings), Counter()
        row = {"command": "load", "started": now(), "code_version": __version__}
        crawl = db["crawls"].insert(row).last_pk
        pages = self.pages(paths)
        while several := list(islice(pages, BATCH)):
            read = [self.read(page, reader, registry) for page in several]  # before the lock is taken
            with corpus.batch():
                counts.update([self.store(page, corpus, registry) if page else "failed" for page in read])
            self.show(counts)
        db["crawls"].update(crawl, {"finished": now(), "status": "failed" if self.problems else "finished"})
        return counts

    def pages(self, paths: list[str]) -> Iterator[Page]:
        """Yield the pages of every file in order; a file that cannot be read becomes a problem."""
        for path in paths:
            if path.endswith(WARC_SUFFIXES):
                try:
                    yield from read_warc(Path(path))
                except WarcError as error:
                    self.problems.append(str(error))
                continue
            for given in read_inputs([path]):
                if given.error:
                    self.problems.append(given.error)
                    continue
                # A file without a URL is stored under the name the user gave it.
                yield Page(
                    url=given.url or f"file:{given.path}", body=given.body, content_type=given.content_type
                )

    def read(self, page: Page, reader: Reader, registry: Registry) -> Page | None:
        """Return the page with its facts; one that a step fails on becomes a problem and None."""
        if site := registry.of(page.url):
            page.site, page.site_name, page.site_region = site.key, site.name, site.region
        try:
            return reader.read(page)
        except ReadingError as error:
            self.problems.append(str(error))
            return None

    def store(self, page: Page, corpus: Corpus, registry: Registry) -> str:
        """Store one page; return what became of it: new, changed, unchanged or dropped:reason."""
        if page.site and page.site not in self.written:
            write_sites(corpus.db, [registry[page.site]])
            self.written.add(page.site)
        if self.settings.getbool("RELEVANCE_ENABLED") and not page.relevant:
            corpus.reject(page.url, page.site, "dropped", page.irrelevant_because, detail=page.title)
            return f"dropped:{page.irrelevant_because}"
        return corpus.save(page).value

    def show(self, counts: Counter) -> None:
        """Rewrite the progress line on a terminal."""
        if sys.stderr.isatty():
            sys.stderr.write(f"\r\x1b[K已入库 loaded: {counts.total()}")

    def report(self, counts: Counter) -> None:
        """Print the outcome on stdout and each problem on stderr."""
        if sys.stderr.isatty():
            sys.stderr.write("\r\x1b[K")
        sys.stdout.write(", ".join(f"{what} {count}" for what, count in sorted(counts.items())) + "\n")
        self.exitcode = report_problems("load", self.problems)
