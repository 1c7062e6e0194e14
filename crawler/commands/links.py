"""`scrapy links PATH…`: the articles and next pages of list pages, one JSON object a line."""

import argparse
import json
import sys
from dataclasses import asdict

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from crawler.inputs import LIST_TYPES, Input, read_inputs
from spiders.lists import read_list


def record(given: Input) -> dict:
    """Return the JSON object of one input: its articles and next pages, or `path` and `error`.

    `next` holds addresses to GET; `next_post`, only where a list pages by form, the requests to POST.
    """
    if given.error:
        return {"path": given.path, "error": given.error}
    try:
        found = read_list(given.body, given.url or "")
    except ValueError as error:
        return {"path": given.path, "error": f"{given.path}: {error}"}
    line = {
        "path": given.path,
        "url": given.url,
        "articles": [asdict(article) for article in found.articles],
        "next": [page.url for page in found.next if page.method == "GET"],
    }
    posts = [{"url": page.url, "body": page.body} for page in found.next if page.method == "POST"]
    return line | ({"next_post": posts} if posts else {})


class Command(ScrapyCommand):
    """Print the links of list pages; touches no database and no network."""

    requires_project = True
    requires_crawler_process = False
    default_settings = {"LOG_LEVEL": "WARNING"}

    def syntax(self) -> str:
        """Return the arguments."""
        return "PATH…"

    def short_desc(self) -> str:
        """Return the line of `scrapy --help`."""
        return (
            "Print the article links and next pages of saved lists (HTML, XML, JSON), one JSON object a line"
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print one object a line in input order; exit status 1 if a file could not be read."""
        if not args:
            raise UsageError("name at least one saved list page or .jsonl manifest")
        for given in read_inputs(args, LIST_TYPES):
            line = record(given)
            if "error" in line:
                self.exitcode = 1
            sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
