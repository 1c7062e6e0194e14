"""Read pages from WARC files (ISO 28500), our own or Common Crawl's, Browsertrix's, wget's."""

from collections.abc import Iterator
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from crawler.items import Page

MAX_BODY = 32 * 1024 * 1024  # as DOWNLOAD_MAXSIZE: what a crawl would not have taken
PAGE_TYPES = ("text/html", "application/xhtml+xml", "text/plain")


class WarcError(ValueError):
    """Raised for a file that is no WARC, or breaks off; the message names it."""


def read_warc(path: Path) -> Iterator[Page]:
    """Yield the HTML and text pages that were answered with 200, in the order of the file.

    Raises WarcError where the file cannot be read on; the pages before that have been yielded.
    """
    try:
        with path.open("rb") as stream:
            for record in ArchiveIterator(stream):
                if record.rec_type == "response" and record.http_headers:
                    page = page_of(record)
                    if page:
                        yield page
    except (ArchiveLoadFailed, OSError, EOFError) as error:
        raise WarcError(f"{path}: cannot be read as WARC: {error}") from error


def page_of(record: object) -> Page | None:
    """Return the page of one response record, or None for anything but a page of bearable size."""
    http = record.http_headers
    content_type = (http.get_header("Content-Type") or "").partition(";")[0].strip().lower()
    if http.get_statuscode() != "200" or content_type not in PAGE_TYPES:
        return None
    body = record.content_stream().read(MAX_BODY + 1)
    if len(body) > MAX_BODY:
        return None
    return Page(
        url=record.rec_headers.get_header("WARC-Target-URI"),
        body=body,
        content_type="text/plain" if content_type == "text/plain" else "text/html",
        etag=http.get_header("ETag"),
        last_modified=http.get_header("Last-Modified"),
    )
