"""`scrapy extract PATH…`: what the pure steps read from files, one JSON object a line; --explain: why."""

import argparse
import sys
from collections.abc import Iterator

from itemadapter import ItemAdapter

from crawler.file_command import FileCommand
from crawler.inputs import Input, read_inputs
from crawler.items import Page
from crawler.printable import printable
from pipelines.figures.currency import currency_of
from pipelines.figures.explain import explain
from pipelines.reading import Reader, ReadingError
from pipelines.statistics import as_text, read, records

FIELDS = (
    "url title title_from published published_from source source_from source_kind issuer issuer_from issuer_name original_url "
    "doc_type relayed_by_media region_code site_id_code script body_kind text folded relevant irrelevant_because "
    "scam_types campaigns contacts cases statistics attachments published_witnesses transforms flags"
).split()


def record(given: Input, reader: Reader) -> dict:
    """Return the JSON object of one input: its fields, or `path` and `error`."""
    if given.error:
        return {"path": given.path, "error": given.error}
    page = Page(url=given.url or "", body=given.body, content_type=given.content_type)
    try:
        values = ItemAdapter(reader.read(page)).asdict()
    except ReadingError as error:
        return {"path": given.path, "error": str(error)}
    return {"path": given.path} | {name: values[name] for name in FIELDS} | {"url": given.url}


def explained(given: Input, reader: Reader) -> Iterator[str]:
    """Yield lines that say why each figure of an input was read and each other number was not."""
    yield f"# {given.path}"
    if given.error:
        yield f"error: {given.error}"
        return
    try:
        page = reader.read(Page(url=given.url or "", body=given.body, content_type=given.content_type))
    except ReadingError as error:
        yield f"error: {error}"
        return
    yield f"title: {page.title}"
    yield f"published: {page.published} ({page.published_from})"
    if page.title:
        title = as_text(page)
        reading = read(title, currency_of(page))
        yield from explain(reading, records(title, reading))
        yield "text:"
    reading = read(page)
    yield from explain(reading, records(page, reading))


class Command(FileCommand):
    """Print the facts of files, the words as published: masking private numbers is the store's; no database, no network."""

    takes = ".html, .txt or .jsonl file"

    def short_desc(self) -> str:
        """Return the line of `scrapy --help`."""
        return "Print what is read from .html, .txt or .jsonl manifest files, one JSON object a line"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the option of this command."""
        super().add_options(parser)
        parser.add_argument(
            "--explain",
            action="store_true",
            help="print which evidence gave each figure, and why every other number is none",
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print one object a line in input order; exit status 1 if a file could not be read."""
        self.require_paths(args)
        reader = Reader(self.settings)
        for given in read_inputs(args):
            if opts.explain:
                for line in explained(given, reader):
                    self.exitcode = 1 if line.startswith("error: ") else self.exitcode
                    sys.stdout.write(printable(line) + "\n")
                continue
            self.write_record(record(given, reader))
