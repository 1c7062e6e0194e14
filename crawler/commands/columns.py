"""`scrapy columns`: the columns of a site worth crawling: an entry to paste, or lines written to the registry."""

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from crawler.crawling import run_spider
from crawler.inputs import read_input
from crawler.printable import printable
from crawler.problems import report_problems
from crawler.registry_edit import add_columns, column_line, file_of
from crawler.sites import FORBIDDEN_STATES, Column, RegistryError, Site, load_registry
from spiders.columns import ColumnsSpider
from spiders.home import HomePage, read_home, registry_entry
from spiders.lists import FAMILIES

NO_COLUMN = "no link is called like a column of notices"


class Command(ScrapyCommand):
    """Print a registry entry with the columns that a home page links, or add them; exit status 1 if it links none."""

    requires_project = True
    default_settings = {"LOG_LEVEL": "ERROR"}

    def syntax(self) -> str:
        """Return the arguments."""
        return "URL | PATH --url URL | --site KEY …"

    def short_desc(self) -> str:
        """Return the line of `scrapy --help`."""
        return "Find the columns of a site worth crawling from its home page; prints a registry entry"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add where a saved page comes from, and the sites whose entries are to grow."""
        super().add_options(parser)
        parser.add_argument("--url", metavar="URL", help="the address of a saved home page")
        parser.add_argument(
            "--site", nargs="+", default=[], metavar="KEY",
            help="ask the home pages of these sites and write what is found into their registry files",
        )  # fmt: skip

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print the entry, or what was added to the registry, on stdout; on stderr why there is none."""
        if bool(opts.site) == (len(args) == 1) or len(args) > 1:
            raise UsageError("name one home page: its URL, or a saved file and --url URL; or --site KEY …")
        problems = []
        try:
            if opts.site:
                problems = self.extend(opts.site)
            else:
                sys.stdout.write(printable(registry_entry(self.home(args[0], opts.url))))
        except ValueError as error:  # RegistryError too
            problems = [str(error)]
        self.exitcode = report_problems("columns", problems)

    def home(self, named: str, url: str | None) -> HomePage:
        """Return what a home page says, asked or saved; raises ValueError where it links no column."""
        if urlsplit(named).scheme in ("http", "https"):
            crawler = self.crawler_process.create_crawler("columns")
            self.crawler_process.crawl(crawler, url=named)
            self.crawler_process.start()
            home = answer(crawler.spider, urlsplit(named).netloc.lower(), named)
        else:
            home = read(named, url)
        if not home.columns:
            raise ValueError(f"{named}: {NO_COLUMN}")
        return home

    def extend(self, keys: list[str]) -> list[str]:
        """Write the columns of the sites' home pages into the registry; return what could not be found."""
        paths = self.settings.getlist("SITES")
        sites = load_registry(paths, FAMILIES).named(keys)
        if forbidden := next((site for site in sites if site.state in FORBIDDEN_STATES), None):
            raise RegistryError(f"{forbidden.key}: its registry state is {forbidden.state}")
        spider = run_spider(self.crawler_process, self.settings, "columns", sites).spider
        problems = []
        for site in sites:
            try:
                columns = news(site, answer(spider, site.key, site.home_url))
                file = file_of(paths, site.key)
                if columns:
                    add_columns(file, site.key, columns)
            except ValueError as error:
                problems.append(str(error))
                continue
            sys.stdout.write(f"{file}: {site.key}: 新栏目 new columns {len(columns)}\n")
            sys.stdout.writelines(f"    {column_line(column)}\n" for column in columns)
        return problems


def news(site: Site, home: HomePage) -> list[Column]:
    """Return the columns of a home page that the registry lacks, as candidates; those outside the prefix are not its.

    Raises ValueError where the page links none at all.
    """
    columns = [column for column in home.columns if site.holds(column.url)]
    if not columns:
        raise ValueError(f"{site.key}: {site.home_url}: {NO_COLUMN}")
    known = {column.url for column in site.columns}
    return [replace(column, state="candidate") for column in columns if column.url not in known]


def answer(spider: ColumnsSpider | None, key: str, url: str) -> HomePage:
    """Return the home page of a site; raises ValueError saying why it could not be had."""
    if spider is None:
        raise ValueError("the request could not start; the message above says why")
    if key not in spider.homes:
        refusal = spider.refusals.get(key)
        raise ValueError(f"{url}: {refusal.reason} ({refusal.detail})" if refusal else f"{url}: no answer")
    return spider.homes[key]


def read(path: str, url: str | None) -> HomePage:
    """Return what a saved page says; raises ValueError without its address or where it cannot be read."""
    if not url:
        raise ValueError(f"{path}: give the address of the saved page, --url URL")
    given = read_input(Path(path), path)
    if given.error:
        raise ValueError(given.error)
    return read_home(given.body, url)
