"""Lists that arrive as JSON or JSONP: Guangdong gkmlpt, Ucap, Hanweb jpaas, Xinhua, 网信办, 央视."""

import json
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

from crawler.dates import parse_date
from spiders.families import html
from spiders.listing.literals import read_literal
from spiders.listing.source import Article, ListSource, join, unique
from spiders.listing.titles import squeeze

JSONP = re.compile(r"^[\w$.\s=]{1,100}\(\s*(?=[\[{])")
LONE_SURROGATE = re.compile(
    r"(?i)\\u(?:d[89ab][0-9a-f]{2}(?!\\ud[c-f])|(?<!\\ud[89ab][0-9a-f]{2}\\u)d[c-f][0-9a-f]{2})"
)
TAG = re.compile(r"<[^<>]*>")
# Keys by meaning, best first; compared without case and underscores.
URLS = "url infourl docpuburl puburl link linkurl href visiturl weburl articleurl publishurl posturl".split()
TITLES = "title topic doctitle showtitle name linktitle headline".split()
DATES = (
    "displaypublishtime publishtime publishedtimestr publishedtime publishdate pubtime pubdate docreltime docpubtime "
    "reltime focusdate showdate date time daytime createdat createtime createdate"
).split()
URL_NAME = re.compile(r"(?:url|link|href)$")
OTHER_URL = re.compile(
    r"img|image|pic|photo|thumb|logo|icon|cover|video|audio|file|pdf|site|column|channel|home|user|author"
)
CHINA = timedelta(hours=8)
STAMP = re.compile(r"[12][0-9]{9}(?:[0-9]{3})?")  # 2001 to 2065
LONGEST_DATE = 40
MOST_RECORDS = 5_000
INLINE = re.compile(r"[=:(,]\s{0,20}(\[\s{0,20}\{\s{0,20}[\"'A-Za-z_])")
MOST_INLINE = 50
FEWEST_INLINE = 2
DEEPEST = 8


def plain(key: str) -> str:
    """Return a key as the tables write it."""
    return key.replace("_", "").replace("-", "").lower()


def pick(record: dict, keys: Sequence[str]) -> object:
    """Return the first value that is not empty under one of `keys`."""
    values = {plain(key): value for key, value in record.items() if isinstance(key, str)}
    return next((values[key] for key in keys if values.get(key)), None)


def day(value: object) -> str | None:
    """Return the ISO day of a date string or of a Unix time in seconds or milliseconds, in China's time zone."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        return None
    text = str(value).strip()
    if STAMP.fullmatch(text):
        return (datetime.fromtimestamp(int(text[:10]), UTC) + CHINA).date().isoformat()
    found = parse_date(text[:LONGEST_DATE])
    return found.date if found else None


def parse(source: ListSource) -> object:
    """Return the value of a JSON or JSONP page; None for any other page."""
    text = source.text.strip()
    if head := JSONP.match(text):
        text = text[head.end() :].rstrip("; \n\r\t").removesuffix(")")
    if text[:1] not in "[{" or not text:
        return None
    try:
        # A lone surrogate is legal in JSON and in no address or title.
        return json.loads(LONE_SURROGATE.sub("", text))
    except (ValueError, RecursionError):
        return None


def inline_values(source: ListSource) -> Iterator[object]:
    """Yield the lists of objects that the page's own scripts hold."""
    decoder = json.JSONDecoder()
    position = 0
    for _ in range(MOST_INLINE):
        found = INLINE.search(source.scripts, position)
        if found is None:
            return
        try:
            value, position = decoder.raw_decode(source.scripts, found.start(1))
        except (ValueError, RecursionError):
            position = found.end()
            value = read_literal(source.scripts, found.start(1))
        if isinstance(value, list):
            yield value


def inline_links(source: ListSource) -> list[Article] | None:
    """Return the articles of the longest list of records in a script, for the page itself to show; None for none."""
    lists = [
        [read_record(record, source.base) for record in value[:MOST_RECORDS]]
        for value in inline_values(source)
    ]
    found = max(map(unique, lists), key=len, default=[])
    return found if len(found) >= FEWEST_INLINE else None


def values_in(value: object, depth: int = 0) -> Iterator[object]:
    """Yield a value and all values inside it, eight levels deep."""
    yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    if depth < DEEPEST:
        for item in inner:
            yield from values_in(item, depth + 1)


def named_url(record: dict) -> object:
    """Return the value of the first key that ends as an address' does, and is none of a picture or a file."""
    names = (key for key in record if isinstance(key, str) and record[key] and URL_NAME.search(plain(key)))
    return next((record[key] for key in names if not OTHER_URL.search(plain(key))), None)


def read_record(record: object, base: str) -> Article | None:
    """Return the article of one JSON object; None without a title and an address."""
    if not isinstance(record, dict):
        return None
    url, title = pick(record, URLS) or named_url(record), pick(record, TITLES)
    if not isinstance(url, str) or not isinstance(title, str) or not join(base, url):
        return None
    return Article(join(base, url) or "", squeeze(TAG.sub("", title)), day(pick(record, DATES)))


def article_links(source: ListSource) -> list[Article] | None:
    """Return the articles of the longest list of records, or of HTML inside a string; None for a page of no JSON."""
    value = parse(source)
    if value is None:
        return None
    best: list[Article] = []
    for inner in values_in(value):
        found: list[Article | None] = []
        if isinstance(inner, list):
            found = [read_record(record, source.url) for record in inner[:MOST_RECORDS]]
        elif isinstance(inner, str) and "<a " in inner:
            found = [
                *html.article_links(ListSource(f"<html><body>{inner}</body></html>".encode(), source.url))
            ]
        best = max(best, unique(found), key=len)
    return best
