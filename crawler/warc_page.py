"""One WARC record: the page it holds, or why it holds none."""

import json
import re
from dataclasses import dataclass
from types import SimpleNamespace

from scrapy import Request
from scrapy.downloadermiddlewares.httpcompression import HttpCompressionMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.settings import Settings
from scrapy.signalmanager import SignalManager
from warcio.bufferedreaders import ChunkedDataReader
from warcio.recordloader import ArcWarcRecord

from crawler.archive import METADATA, PAGE_FACTS, SITE_FACTS
from crawler.clock import now
from crawler.items import Page
from crawler.page_type import page_type
from crawler.settings import DOWNLOAD_MAXSIZE
from crawler.sites import Site

HTTP = ("http://", "https://")
DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
ACCOMPANYING = ("warcinfo", "request", "metadata", "continuation")  # records that are about other ones
# Bodies are unpacked by what unpacks them in a crawl, with its limit of size.
LIMITS = Settings({"DOWNLOAD_MAXSIZE": DOWNLOAD_MAXSIZE, "DOWNLOAD_WARNSIZE": 0})
UNPACKER = HttpCompressionMiddleware(
    crawler=SimpleNamespace(settings=LIMITS, signals=SignalManager(), stats=None)
)


@dataclass
class Capture:
    """A page as it was fetched; `site` is what the registry said of its publisher then."""

    page: Page
    site: Site | None


@dataclass(frozen=True)
class Part:
    """A further part of the article at `of`."""

    of: str
    body: bytes


@dataclass(frozen=True)
class Unusable:
    """A record that holds no page; `reason` is a code: http_404, not_html, revisit …"""

    reason: str


def read_record(record: ArcWarcRecord) -> Capture | Part | Unusable | None:
    """Return what a record holds; None for those that accompany others."""
    headers, http = record.rec_headers, record.http_headers
    url = headers.get_header("WARC-Target-URI") or ""
    if record.rec_type in ACCOMPANYING or not url.startswith(HTTP):
        return None
    if record.rec_type not in ("response", "resource"):
        return Unusable(record.rec_type or "no_type")  # revisit: as before; conversion: made from a response
    if reason := headers.get_header("WARC-Truncated"):
        return Unusable(f"truncated_{reason}")
    if http and http.get_statuscode() != "200" and METADATA not in headers:
        return Unusable(f"http_{http.get_statuscode()}")
    known = known_of(headers.get_header(METADATA))
    content_type = page_type(http.get_header("Content-Type") if http else record.content_type)
    part_of = known.get("part_of")
    if content_type is None and not part_of:
        return Unusable("not_html")
    body = body_of(record)
    if isinstance(body, Unusable):
        return body
    if part_of:
        return Part(part_of, body)
    page = Page(
        url=url,
        body=body,
        content_type=content_type,
        etag=http.get_header("ETag") if http else None,
        last_modified=http.get_header("Last-Modified") if http else None,
        seen=date_of(headers.get_header("WARC-Date")),
    )
    for name in known.keys() & set(PAGE_FACTS):
        setattr(page, name, known[name])
    return Capture(page, site_of(known.get("site", {})))


def body_of(record: ArcWarcRecord) -> bytes | Unusable:
    """Return the body as a crawl would have it, or why a crawl would not have taken it."""
    http, stream = record.http_headers, record.raw_stream
    if http and (http.get_header("Transfer-Encoding") or "").lower() == "chunked":
        stream = ChunkedDataReader(stream)
    body = stream.read(DOWNLOAD_MAXSIZE + 1)
    if len(body) > DOWNLOAD_MAXSIZE:
        return Unusable("too_large")
    codings = [value for name, value in (http.headers if http else ()) if name.lower() == "content-encoding"]
    if not codings:
        return body
    answer = Response("http://archive.invalid/", headers={"Content-Encoding": codings}, body=body)
    try:
        return UNPACKER.process_response(Request(answer.url), answer).body
    except IgnoreRequest:
        return Unusable("too_large")
    except Exception:  # noqa: BLE001 (each library raises its own)
        # Some tools store the body unpacked under the header of the packed answer.
        return body if body.lstrip().startswith(b"<") else Unusable("undecodable")


def known_of(text: str | None) -> dict:
    """Return what the crawl of the archive knew of a page; nothing where the header is absent or not ours."""
    try:
        known = json.loads(text or "{}")
    except ValueError:
        return {}
    if not isinstance(known, dict):
        return {}
    kinds = {"flags": list, "site": dict}
    return {name: value for name, value in known.items() if isinstance(value, kinds.get(name, str))}


def site_of(facts: dict) -> Site | None:
    """Return the publisher as an archive record names it."""
    told = {name: facts[name] for name in SITE_FACTS if isinstance(facts.get(name), str)}
    return Site(**told, state="unverified") if {"key", "name", "level", "kind"} <= set(told) else None


def date_of(text: str | None) -> str | None:
    """Return a WARC-Date to the second, as the corpus writes it; None for what is none, or lies in the future."""
    found = DATE.match(text or "")
    date = f"{found[0]}Z" if found else None
    return date if date and date <= now() else None
