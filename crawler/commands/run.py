"""`scrapy run`: the scheduled job over the registry, with an exit status that tells the truth."""

import argparse
import os
import sys
from contextlib import closing
from datetime import date

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from crawler.coverage import run_coverage
from crawler.crawling import crawl_notices
from crawler.crawls import end_killed_runs
from crawler.db import CorpusError, connect
from crawler.lock import CorpusBusyError, only_writer
from crawler.problems import report_problems
from crawler.sites import RegistryError, Site, load_registry
from crawler.summary import render_summary
from crawler.table import render_table
from spiders.lists import FAMILIES


class Command(ScrapyCommand):
    """Crawl the registry's sites; exit status 1 unless all of them yielded what they list, 75 where another run writes."""

    requires_project = True
    default_settings = {"LOG_LEVEL": "ERROR", "CRAWL_COMMAND": "run"}

    def syntax(self) -> str:
        """Return the arguments."""
        return "[options]"

    def short_desc(self) -> str:
        """Return the line of `scrapy --help`."""
        return "Crawl the sites of the registry into the corpus; exit status 1 if anything fell short"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add what chooses sites."""
        super().add_options(parser)
        parser.add_argument("--site", nargs="+", default=[], metavar="KEY", help="only these sites")
        parser.add_argument(
            "--province", nargs="+", default=[], metavar="NAME", help="only sites of these provinces"
        )
        parser.add_argument("--limit", type=int, default=0, metavar="N", help="at most N pages a site")
        parser.add_argument(
            "--hours", type=positive, metavar="N", help="stop cleanly after N hours (default: 22)"
        )
        parser.add_argument(
            "--since", metavar="DATE", default="", help="leave out articles that their list dates before it"
        )
        parser.add_argument("--dry-run", action="store_true", help="list what would be crawled, ask nothing")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Crawl, print the closing table on stdout and every problem on stderr."""
        if args:
            raise UsageError(f"unexpected argument {args[0]}; choose sites with --site KEY")
        if opts.hours:
            self.settings.set("CLOSESPIDER_TIMEOUT", opts.hours * 3600, priority="cmdline")
        try:
            since = iso_day(opts.since)
            registry = load_registry(self.settings.getlist("SITES"), FAMILIES)
            sites = registry.select(opts.site, opts.province)
            if not sites:
                raise RegistryError("no site to crawl: none of those chosen has a column")
            if opts.dry_run:
                sys.stdout.write(render_plan(sites) + "\n")
                return
            with only_writer(self.settings["CORPUS_DB"]):
                problems = self.crawl(sites, opts.limit, since)
        except CorpusBusyError as error:
            report_problems("run", [str(error)])
            self.exitcode = os.EX_TEMPFAIL
            return
        except (RegistryError, CorpusError) as error:
            problems = [str(error)]
        self.exitcode = report_problems("run", problems)

    def crawl(self, sites: list[Site], limit: int, since: str) -> list[str]:
        """Crawl the sites and print the closing table; return what fell short."""
        with closing(connect(self.settings["CORPUS_DB"])) as db:
            report_problems("run", end_killed_runs(db))  # said, but no fault of this run
            result = crawl_notices(self.crawler_process, self.settings, sites, limit, since)
            sys.stdout.write(f"{render_summary(db, sites, result.stats)}\n{run_coverage(db)}\n")
        return result.problems


def positive(text: str) -> float:
    """Return a number above zero; argparse makes a message of the ValueError."""
    number = float(text)
    if not 0 < number < float("inf"):
        raise ValueError(text)
    return number


def iso_day(text: str) -> str:
    """Return the day of --since, "" where none is given; raises UsageError for what is no date."""
    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        raise UsageError(f"--since {text}: write the day as 2024-05-06") from None


def render_plan(sites: list[Site]) -> str:
    """Return the table of `--dry-run`: one line a column."""
    rows = [[site.key, site.name, column.label, column.url] for site in sites for column in site.columns]
    return render_table([["key", "站点 site", "栏目 column", "url"], *rows])
