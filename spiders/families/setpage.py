"""Pagers of Shanghai's sites: `.pagination("setPage", current, total)`, pages counted from 1 in files index_N."""

import re
from urllib.parse import urlsplit

from spiders.listing.source import ListSource, NextPage

CALL = re.compile(
    r"""\.pagination\(\s{0,5}["']setPage["']\s{0,5},\s{0,5}(\d{1,6})\s{0,5},\s{0,5}(\d{1,6})\s{0,5}\)"""
)
FILE = re.compile(r"([\w-]*?)(?:_\d+)?\.(s?html?)")


def next_pages(source: ListSource) -> list[NextPage] | None:
    """Return the page after the told one; none on the last; None without the call."""
    call = CALL.search(source.scripts)
    if not call:
        return None
    file = FILE.fullmatch(urlsplit(source.url).path.rpartition("/")[2] or "index.html")
    current, total = int(call[1]), int(call[2])
    if not file or not file[1] or current >= total:
        return []
    url = source.link(f"{file[1]}_{current + 1}.{file[2]}")
    return [NextPage(url)] if url else []
