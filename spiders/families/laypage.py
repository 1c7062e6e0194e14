"""Pagers drawn by a script library from numbers in its call: laypage, Ls.pagination (龙讯)."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from spiders.listing.functions import JUMPS, Function, opened_by
from spiders.listing.source import ListSource, NextPage

CALL = re.compile(r"\blaypage(?:\.render|\.dir)?\s{0,3}\(\s{0,3}\{")
WITHIN = 2000  # characters of the call
NUMBER = re.compile(r"\b(pages|count|limit|curr)\b[\"']?\s{0,5}:\s{0,5}[\"']?(\d{1,7})")
CHOSEN = re.compile(r"\b\w{1,20}\.curr\b")  # what the library hands to `jump`
PER_PAGE = 10  # laypage's own default
LONGXUN = re.compile(r"\bLs\.pagination\b")
LONGXUN_PAGES = re.compile(r"\b(?:pageCount|totalPages?|pages)[\"']?\s{0,5}[:=]\s{0,5}[\"']?(\d{1,6})")
PAGE_NAMES = ("page", "pageindex", "pageno", "pagenum", "p", "pn", "curr", "currpage")


def page_in(url: str) -> int:
    """Return the page number in the query of an address, 1 where it has none."""
    told = {name.lower(): value for name, value in parse_qsl(urlsplit(url).query)}
    values = (told[name] for name in PAGE_NAMES if name in told)
    return next((int(value) for value in values if value.isdecimal() and len(value) < 7), 1)


def from_laypage(source: ListSource) -> list[NextPage] | None:
    """Return what `jump` opens for the page after `curr`; none behind the last page; None without such a call."""
    found = CALL.search(source.scripts)
    if found is None:
        return None
    call = source.scripts[found.end() : found.end() + WITHIN]
    told = {name: int(value) for name, value in NUMBER.findall(call)}
    pages = told.get("pages") or -(-told.get("count", 0) // (told.get("limit") or PER_PAGE))
    following = told.get("curr", page_in(source.url)) + 1
    jump = JUMPS.search(call)
    if jump is None:
        return None
    if following > pages:
        return []
    url = source.link(opened_by(Function((), CHOSEN.sub(str(following), call)), [], source.variables))
    return [NextPage(url)] if url else None


def from_longxun(source: ListSource) -> list[NextPage] | None:
    """Return the page's own address with the next `pageIndex`; None for another pager.

    Where the call tells no number of pages there is always a next one: the spider stops at a page without news.
    """
    if not LONGXUN.search(source.scripts):
        return None
    last = LONGXUN_PAGES.search(source.scripts)
    following = page_in(source.url) + 1
    if last and following > int(last[1]):
        return []
    parts = urlsplit(source.url)
    query = [(name, value) for name, value in parse_qsl(parts.query) if name.lower() != "pageindex"]
    return [NextPage(urlunsplit(parts._replace(query=urlencode([*query, ("pageIndex", str(following))]))))]


def next_pages(source: ListSource) -> list[NextPage] | None:
    """Return the next page that the call of a known library leads to; None without one."""
    found = from_laypage(source)
    return from_longxun(source) if found is None else found
