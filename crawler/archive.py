"""The archive of raw responses: every answer that became a page, as WARC files in the order of storing.

What the spider knew of a page travels in its record's WARC-JSON-Metadata header (iipc/warc-specifications, issue 27),
so that a file of the archive is all that a replay needs. The further parts of an article come right before its page.
"""

import json
import logging
from dataclasses import asdict
from http.client import responses
from io import BytesIO
from pathlib import Path

from scrapy import __version__ as scrapy_version
from scrapy.settings import BaseSettings
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawler import __version__
from crawler.clock import now
from crawler.db import CorpusError
from crawler.items import Page
from crawler.served import Served
from crawler.sites import Site
from crawler.warc_file import WarcFile, close_left_open

logger = logging.getLogger(__name__)

METADATA = "WARC-JSON-Metadata"
SITE_FACTS = ("key", "name", "level", "kind", "region", "province")
PAGE_FACTS = ("column", "list_title", "list_date", "asked", "flags")
BUILDER = WARCWriter(BytesIO(), warc_version="1.1")


def archive_of(pattern: str, corpus: str | Path) -> Path | None:
    """Return the archive folder of a corpus: the setting ARCHIVE, `{corpus}` standing for CORPUS_DB less its suffix."""
    return Path(pattern.format(corpus=Path(corpus).with_suffix(""))) if pattern else None


def usable_archive(settings: BaseSettings) -> Path | None:
    """Return the archive folder of the settings, made where it was missing; raises CorpusError where it cannot be."""
    folder = archive_of(settings["ARCHIVE"], settings["CORPUS_DB"])
    try:
        if folder:
            folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CorpusError(
            f"{folder}: cannot be the folder of the archive (ARCHIVE): {error.strerror}"
        ) from error
    return folder


class Archive:
    """Writes the answers behind pages to the files of one run; nothing is created before there is a page."""

    def __init__(self, folder: Path, max_bytes: int, info: dict[str, str]) -> None:
        """Close what killed runs left open; `info` is added to each file's warcinfo record."""
        self.folder, self.max_bytes, self.info = folder, max_bytes, info
        self.stamp = now().replace("-", "").replace(":", "")
        self.file: WarcFile | None = None
        for path in close_left_open(folder):
            logger.info("%s: closed for a run that was killed", path)

    def keep(self, page: Page, site: Site | None) -> None:
        """Write a page's answers, note file and offset in the page, and let go of the raw bytes.

        Raises OSError where the disk refuses; the archive then ends with the record before.
        """
        file = self.open_file()
        first, *parts = page.served
        for part in parts:
            file.append(response_record(part, {"part_of": page.url}))
        page.warc_file = file.path.name
        page.warc_offset = file.append(response_record(first, known_of(page, site)))
        page.served = []

    def open_file(self) -> WarcFile:
        """Return the file to write to: a new one, opened by its warcinfo record, where the last is full."""
        if self.file and self.file.size >= self.max_bytes:
            self.close()
        if self.file is None:
            self.file = WarcFile(self.folder, self.stamp)
            info = {
                "software": f"fanzha/{__version__} Scrapy/{scrapy_version}",
                "format": "WARC File Format 1.1",
                "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
            }
            self.file.append(BUILDER.create_warcinfo_record(self.file.path.name, info | self.info))
        return self.file

    def close(self) -> None:
        """Close the file of this run, if it has one."""
        if self.file:
            self.file.close()
            self.file = None


def known_of(page: Page, site: Site | None) -> dict:
    """Return what the spider knew of a page beside its answer."""
    known = {name: value for name in PAGE_FACTS if (value := getattr(page, name))}
    facts = asdict(site) if site else {}
    return known | ({"site": {name: facts[name] for name in SITE_FACTS if facts[name]}} if site else {})


class ServedHeaders(StatusAndHeaders):
    """HTTP headers that are written byte for byte; warcio's own would percent-encode what is not ASCII."""

    def compute_headers_buffer(self, header_filter: object = None) -> None:
        """Set the bytes of status line and headers."""
        self.headers_buff = self.to_bytes(encoding="latin-1")


def response_record(served: Served, known: dict) -> ArcWarcRecord:
    """Return the WARC record of an answer: its bytes as served, only their transfer coding undone."""
    headers = [
        (name.decode("latin-1"), value.decode("latin-1"))
        for name, value in served.headers
        if name.lower() != b"transfer-encoding"
    ]
    status = f"{served.status} {responses.get(served.status, '')}"
    fields = {"WARC-Date": served.date, METADATA: json.dumps(known)}
    if served.ip:
        fields["WARC-IP-Address"] = served.ip
    return BUILDER.create_warc_record(
        served.url,
        "response",
        payload=BytesIO(served.body),
        length=len(served.body),  # without it warcio leaves a temporary file open
        warc_headers_dict=fields,
        http_headers=ServedHeaders(status, headers, protocol="HTTP/1.1"),
    )
