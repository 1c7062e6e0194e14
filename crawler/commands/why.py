"""`scrapy why URL URL`: why two stored pages are one notice, or two, in words."""

import argparse
import json
import sys

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError
from sqlite_utils import Database

from crawler.db import CorpusError, connect
from crawler.printable import printable
from pipelines.copies.compare import compare
from pipelines.copies.explain import REASONS, explained
from pipelines.copies.notices import speaker, stored_subject

NAMES = "AB"


class UnknownPageError(LookupError):
    """Raised for a URL that the corpus has no page of; the message says what is known of it."""


def stored_page(db: Database, url: str) -> dict:
    """Return id, notice_id, url, title, host, original_url and transforms of a stored page, or raise UnknownPageError."""
    query = "select id, notice_id, url, title, host, original_url, transforms from pages where url = ?"
    if page := next(db.query(query, [url]), None):
        return page
    if known := next(db.query("select outcome, reason from rejections where url = ?", [url]), None):
        raise UnknownPageError(f"{url}: not stored, {known['outcome']}: {known['reason']}")
    raise UnknownPageError(f"{url}: no such page in the corpus")


def page_lines(name: str, page: dict) -> list[str]:
    """Return what the corpus knows of a page's origin."""
    lines = [f"{name} {page['url']}", f"    标题 title: {page['title'] or '—'}"]
    if page["original_url"]:
        lines.append(f"    自称原文 names as its original: {page['original_url']}")
    if transforms := json.loads(page["transforms"]):
        lines.append(f"    改动 altered: {', '.join(transforms)}")
    return lines


def notice_lines(db: Database, pages: list[dict], relation: str) -> list[str]:
    """Return which notices the pages stand for, where that differs from their own verdict, and who speaks for each."""
    together = pages[0]["notice_id"] == pages[1]["notice_id"]
    lines = []
    if together and relation != "same":
        lines.append("两页经其他副本归为一则通告 joined by other copies of the notice")
    if not together and relation == "same":
        lines.append(
            "与其他副本矛盾，或两则通告都像其原文，故不归并 kept apart: other copies disagree, or two notices claim one page"
        )
    for notice in dict.fromkeys(page["notice_id"] for page in pages):
        best, reason = speaker(db.conn, notice)
        copies = db.execute("select copies from notices where id = ?", [notice]).fetchone()[0]
        lines.append(f"通告 notice {notice}: {copies} 页 pages")
        lines.append(f"    代表页 spoken for by: {best.url} — {REASONS[reason]} {reason}")
    return lines


def explanation(db: Database, urls: list[str]) -> list[str]:
    """Return the lines that explain the relation of two stored pages, or raise UnknownPageError."""
    pages = [stored_page(db, url) for url in urls]
    subjects = [stored_subject(db.conn, page["id"]) for page in pages]
    verdict = compare(*subjects)
    return [
        *(line for name, page in zip(NAMES, pages, strict=True) for line in page_lines(name, page)),
        *explained(verdict, *subjects),
        *notice_lines(db, pages, verdict.relation),
    ]


class Command(ScrapyCommand):
    """Explain the relation of two stored pages; reads only."""

    requires_project = True
    requires_crawler_process = False
    default_settings = {"LOG_LEVEL": "WARNING"}

    def syntax(self) -> str:
        """Return the arguments."""
        return "URL URL"

    def short_desc(self) -> str:
        """Return the line of `scrapy --help`."""
        return "Explain why two stored pages are one notice, or two"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print the explanation; exit status 1 where a page is not in the corpus."""
        if len(args) != len(NAMES) or args[0] == args[1]:
            raise UsageError("name the URLs of two pages of the corpus")
        try:
            db = connect(self.settings["CORPUS_DB"], read_only=True)
        except CorpusError as error:
            sys.exit(f"scrapy why: {error}")
        try:
            lines = explanation(db, args)
        except UnknownPageError as error:
            sys.exit(f"scrapy why: {error}")
        finally:
            db.close()
        sys.stdout.write(printable("\n".join(lines)) + "\n")
