"""`scrapy demo`: crawl the sample sites on loopback, from the wire to the corpus."""

import argparse
import signal
import sys
import time
from contextlib import closing, suppress
from pathlib import Path
from threading import Event

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError
from sqlite_utils import Database

from crawler.crawling import CrawlResult, crawl_notices
from crawler.db import CorpusError, connect
from crawler.demo.crawl import demo_settings
from crawler.demo.server import SampleSites
from crawler.demo.verify import shortfalls
from crawler.lock import only_writer
from crawler.problems import report_problems
from crawler.sites import Site, load_registry
from crawler.summary import render_summary

NEXT = """
接下来 next:
  .venv/bin/datasette {site}
  .venv/bin/sqlite-utils {corpus} --csv "{query}"
  .venv/bin/scrapy run --site gat.jl.gov.cn --limit 5 -s CORPUS_DB=jilin/corpus.db
"""
QUERY = "select value, unit, change_percent, quote, url from notice_statistics where metric = 'cases_solved'"
PORT = 8096
SERVING = """示例站点已开放，按 Ctrl-C 结束 the sample sites are up until Ctrl-C. 另开终端 In another terminal:
  export http_proxy={proxy}
"""


class Command(ScrapyCommand):
    """Serve sample sites from inside the command, crawl them like any real site, check what arrived."""

    requires_project = True
    default_settings = {"LOG_LEVEL": "ERROR", "CRAWL_COMMAND": "demo"}

    def syntax(self) -> str:
        """Return the arguments."""
        return "[options]"

    def short_desc(self) -> str:
        """Return the line of `scrapy --help`."""
        return "Crawl sample sites served on loopback into the corpus; no network needed"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the state of the sample sites."""
        super().add_options(parser)
        parser.add_argument(
            "--visit", type=int, choices=(1, 2), default=1, help="2: two notices are new, one was corrected"
        )
        parser.add_argument(
            "--serve", type=int, nargs="?", const=PORT, metavar="PORT",
            help=f"crawl nothing, keep the sample sites up until Ctrl-C (port {PORT} if none is given)",
        )  # fmt: skip

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Crawl, print the closing table, and exit with 0 only if everything expected arrived."""
        if args:
            raise UsageError(f"unexpected argument {args[0]}")
        if opts.serve is not None:
            self.exitcode = report_problems("demo", serve(opts.visit, opts.serve))
            return
        corpus = self.settings["CORPUS_DB"]
        try:
            with only_writer(corpus), closing(connect(corpus)) as db:
                refuse_real_corpus(db, corpus)
                problems = self.crawl(db, opts.visit)
        except CorpusError as error:
            problems = [str(error)]
        self.exitcode = report_problems("demo", problems)

    def crawl(self, db: Database, visit: int) -> list[str]:
        """Crawl the sample sites and print what came of it; return what should have arrived and did not."""
        started = time.monotonic()
        with SampleSites(visit) as samples:
            settings = demo_settings(samples)
            sites = load_registry([settings["SITES"]]).select()
            self.settings.setdict(settings, priority="cmdline")
            result = crawl_notices(self.crawler_process, self.settings, sites)
        sys.stdout.write(self.ending(db, sites, result, time.monotonic() - started))
        return list(shortfalls(db, visit)) if result.stats else result.problems

    def ending(self, db: Database, sites: list[Site], result: CrawlResult, seconds: float) -> str:
        """Return the table, what was new, and three commands worth trying."""
        table = render_summary(db, sites, result.stats)
        news = sum(
            result.stats.get(f"site/{site.key}/{what}", 0) for site in sites for what in ("new", "changed")
        )
        said = (
            f"新增或改动 {news} 页 new or changed"
            if news
            else "没有新内容 nothing new: every page was asked again"
        )
        corpus = Path(self.settings["CORPUS_DB"])
        site = f"{corpus.parent}/" if (corpus.parent / "metadata.yml").exists() else corpus
        next_commands = NEXT.format(corpus=corpus, site=site, query=QUERY)
        return f"{table}\n{said}, {seconds:.1f} s\n{next_commands}"


def serve(visit: int, port: int) -> list[str]:
    """Keep the sample sites up until Ctrl-C or SIGTERM; return what kept them from it."""
    for ending in (signal.SIGINT, signal.SIGTERM):  # a shell starts background jobs with SIGINT ignored
        signal.signal(ending, signal.default_int_handler)
    try:
        with SampleSites(visit, port) as samples, suppress(KeyboardInterrupt):
            sys.stdout.write(SERVING.format(proxy=samples.proxy))
            sys.stdout.flush()
            Event().wait()
    except OSError as error:
        return [f"port {port}: {error.strerror}; choose another one with --serve PORT"]
    return []


def refuse_real_corpus(db: Database, path: str) -> None:
    """Raise CorpusError where the corpus holds pages of real sites: samples must not mix with them."""
    if db.execute("select 1 from pages where site is null or site not glob '*.example*'").fetchone():
        raise CorpusError(
            f"{path}: holds real pages; keep the samples apart with -s CORPUS_DB=demo/corpus.db"
        )
