"""The address after that of a JSON list: the number of its page raised by one."""

import json
import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from spiders.families.jsonlist import article_links, parse, pick, plain, values_in
from spiders.listing.source import ListSource, NextPage

# Keys by meaning; compared without case and underscores.
TOTALS = "total totalrec totalcount totalnum totalrecord count recordcount totalhits".split()
PAGES = "page pageno pagenum pageindex currpage curpage currentpage pn p".split()
SIZES = "pagesize perpage size rows limit psize".split()
FILE_NUMBER = re.compile(r"_([0-9]{1,5})(\.jsonp)$")
NUMBER = re.compile(r"[0-9]{1,8}")


def number(value: object) -> int | None:
    """Return a whole number given as such or in digits."""
    text = str(value)
    return int(text) if NUMBER.fullmatch(text) else None


def turned(pairs: list[tuple[str, str]]) -> tuple[list[tuple[str, str]], int, int] | None:
    """Return query parameters with the page's number raised by one, that number before, and the page size (0: none)."""
    size = next((number(value) or 0 for key, value in pairs if plain(key) in SIZES), 0)
    for index, (key, value) in enumerate(pairs):
        current = number(value)
        if plain(key) in PAGES and current is not None:
            return [*pairs[:index], (key, str(current + 1)), *pairs[index + 1 :]], current, size
        if key == "paramJson":
            try:
                inner = json.loads(value)
            except (ValueError, RecursionError):
                continue
            nested = turned([(k, str(v)) for k, v in inner.items()]) if isinstance(inner, dict) else None
            if nested:
                told = {k: int(v) if isinstance(inner[k], int) else v for k, v in nested[0]}
                packed = json.dumps(told, separators=(",", ":"))
                return [*pairs[:index], (key, packed), *pairs[index + 1 :]], nested[1], nested[2]
    return None


def next_pages(source: ListSource) -> list[NextPage] | None:
    """Return the same address with the page's number raised, until the told total; None for a page of no JSON."""
    value = parse(source)
    if value is None:
        return None
    articles = article_links(source) or []
    if not articles:
        return []
    parts = urlsplit(source.url)
    if file := FILE_NUMBER.search(parts.path):
        path = f"{parts.path[: file.start()]}_{int(file[1]) + 1}{file[2]}"
        return [NextPage(urlunsplit(parts._replace(path=path)))]
    raised = turned(parse_qsl(parts.query, keep_blank_values=True))
    if raised is None:
        return []
    pairs, current, size = raised
    totals = (number(pick(inner, TOTALS)) for inner in values_in(value) if isinstance(inner, dict))
    total = next((told for told in totals if told), None)
    if total is not None and max(current, 1) * (size or len(articles)) >= total:
        return []
    return [NextPage(urlunsplit(parts._replace(query=urlencode(pairs))))]
