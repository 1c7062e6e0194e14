"""`scrapy columns URL`: the columns of a site worth crawling, as a registry entry to paste."""

import argparse
import sys
from pathlib import Path
from urllib.parse import urlsplit

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from crawler.inputs import read_input
from spiders.home import HomePage, read_home, registry_entry


class Command(ScrapyCommand):
    """Print a registry entry with the columns that a home page links; exit status 1 if it links none."""

    requires_project = True
    default_settings = {"LOG_LEVEL": "ERROR"}

    def syntax(self) -> str:
        """Return the arguments."""
        return "URL | PATH --url URL"

    def short_desc(self) -> str:
        """Return the line of `scrapy --help`."""
        return "Find the columns of a site worth crawling from its home page; prints a registry entry"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add where a saved page comes from."""
        super().add_options(parser)
        parser.add_argument("--url", metavar="URL", help="the address of a saved home page")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print the entry on stdout, or on stderr why there is none."""
        if len(args) != 1:
            raise UsageError("name one home page: its URL, or a saved file and --url URL")
        try:
            home = (
                self.fetch(args[0])
                if urlsplit(args[0]).scheme in ("http", "https")
                else read(args[0], opts.url)
            )
            if not home.columns:
                raise ValueError(f"{args[0]}: no link is called like a column of notices")
        except ValueError as error:
            self.exitcode = 1
            sys.stderr.write(f"scrapy columns: {error}\n")
            return
        sys.stdout.write(registry_entry(home))

    def fetch(self, url: str) -> HomePage:
        """Return what the page at `url` says; raises ValueError saying why it could not be had."""
        crawler = self.crawler_process.create_crawler("columns")
        self.crawler_process.crawl(crawler, url=url)
        self.crawler_process.start()
        if crawler.spider is None:
            raise ValueError("the request could not start; the message above says why")
        return answer(crawler.spider.home, crawler.spider.refusal, url)


def answer(home: HomePage | None, refusal: object, url: str) -> HomePage:
    """Return `home`; raises ValueError with the refusal where there is none."""
    if home is None:
        raise ValueError(f"{url}: {refusal.reason} ({refusal.detail})" if refusal else f"{url}: no answer")
    return home


def read(path: str, url: str | None) -> HomePage:
    """Return what a saved page says; raises ValueError without its address or where it cannot be read."""
    if not url:
        raise ValueError(f"{path}: give the address of the saved page, --url URL")
    given = read_input(Path(path), path)
    if given.error:
        raise ValueError(given.error)
    return read_home(given.body, url)
