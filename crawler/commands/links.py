"""`scrapy links PATH…`: the articles and next pages of list pages, one JSON object a line."""

import argparse
from dataclasses import asdict

from crawler.file_command import FileCommand
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


class Command(FileCommand):
    """Print the links of list pages; touches no database and no network."""

    takes = "saved list page or .jsonl manifest"

    def short_desc(self) -> str:
        """Return the line of `scrapy --help`."""
        return (
            "Print the article links and next pages of saved lists (HTML, XML, JSON), one JSON object a line"
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print one object a line in input order; exit status 1 if a file could not be read."""
        self.require_paths(args)
        for given in read_inputs(args, LIST_TYPES):
            self.write_record(record(given))
