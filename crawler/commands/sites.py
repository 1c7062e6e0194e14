"""`scrapy sites`: the registry as a table; `--check`: a look at its columns, one line each."""

import argparse
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path

from scrapy.commands import ScrapyCommand
from sqlite_utils import Database

from crawler.crawling import run_spider
from crawler.db import CorpusError, connect, transaction
from crawler.lock import only_writer
from crawler.looks import ColumnLook, verdict
from crawler.problems import report_problems
from crawler.site_rows import Visit, knows_articles, write_sites, write_visit
from crawler.site_table import SiteState, render_sites, site_states
from crawler.sites import KINDS, RegistryError, Site, load_registry
from crawler.table import render_table
from pipelines.reading import Reader, ReadingError
from spiders.lists import FAMILIES


class Command(ScrapyCommand):
    """List the registry, or look at its columns; exit status 1 if a column looked at is not ok."""

    requires_project = True
    default_settings = {"LOG_LEVEL": "ERROR"}

    def syntax(self) -> str:
        """Return the arguments."""
        return "[--check] [KEY …]"

    def short_desc(self) -> str:
        """Return the line of `scrapy --help`."""
        return "List the sites of the registry; --check: look at their columns with a few polite requests"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add what chooses sites."""
        super().add_options(parser)
        parser.add_argument(
            "--check",
            action="store_true",
            help="ask each column for its list and two articles; stores no page",
        )
        parser.add_argument("--province", nargs="+", default=[], metavar="NAME", help="only these provinces")
        parser.add_argument("--kind", choices=KINDS, help="only sites of this kind")
        parser.add_argument(
            "--state", help="only sites, or columns, in this state: candidate, empty, blocked …"
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print the table on stdout, and what stands in the way on stderr."""
        try:
            registry = load_registry(self.settings.getlist("SITES"), FAMILIES)
            sites = (registry.select if opts.check else registry.named)(args, opts.province)
            states = [
                found
                for found in self.states(sites)
                if (not opts.kind or found.kind == opts.kind) and (not opts.state or found.has(opts.state))
            ]
            if not states:
                raise RegistryError("no site of the registry is of that kind and state")
            if opts.check:
                self.check([found.site for found in states])
            else:
                sys.stdout.write(render_sites(states) + "\n")
        except (RegistryError, CorpusError) as error:
            self.exitcode = report_problems("sites", [str(error)])

    def states(self, sites: list[Site]) -> list[SiteState]:
        """Return what the corpus knows of the sites; there may be none yet."""
        if not Path(self.settings["CORPUS_DB"]).exists():
            return site_states(sites, None)
        with closing(connect(self.settings["CORPUS_DB"], read_only=True)) as db:
            return site_states(sites, db)

    def check(self, sites: list[Site]) -> None:
        """Look at every column of the sites, keep their states in the corpus, print one line each."""
        with only_writer(self.settings["CORPUS_DB"]):
            spider = run_spider(self.crawler_process, self.settings, "check", sites).spider
            if spider is None:
                raise CorpusError("the check could not start; the message above says why")
            reader = Reader(self.settings)
            with closing(connect(self.settings["CORPUS_DB"])) as db, transaction(db):
                write_sites(db, sites)
                visits = [(look, judge(db, look, reader)) for look in spider.looks]
                for site in sites:
                    write_visit(db, site, [visit for look, visit in visits if look.site == site])
        sys.stdout.write(render_visits(visits) + "\n")
        self.exitcode = 1 if any(visit.problem for _, visit in visits) else 0


def judge(db: Database, look: ColumnLook, reader: Reader) -> Visit:
    """Return what a look says of its column, its pages read as a crawl would read them."""
    try:
        look.pages = [reader.read(page) for page in look.pages]
    except ReadingError as error:
        return Visit(look.column, "unreadable", str(error), look.articles)
    return verdict(look, knew_articles=knows_articles(db, look.site, look.column))


def render_visits(visits: list[tuple[ColumnLook, Visit]]) -> str:
    """Return one line a column, and how many there are of each state."""
    rows = [[visit.problem or "ok", look.site.key, look.column.label, visit.detail] for look, visit in visits]
    counts = Counter(row[0] for row in rows).most_common()
    said = ", ".join(f"{state} {count}" for state, count in counts)
    header = [["状态", "站点", "栏目", "所见"], ["state", "site", "column", "seen"]]
    return f"{render_table([*header, *rows], header_rows=2)}\n\n栏目 columns {len(rows)}: {said}"
