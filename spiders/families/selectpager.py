"""Pagers that are a `<select>` of addresses, one an option."""

import re

from lxml import etree

from spiders.listing.source import ListSource, NextPage
from spiders.listing.titles import squeeze

PAGE_NUMBER = re.compile(r"第?\s?\d{1,5}\s?页?(?:\s?/\s?\d{1,5})?")
ADDRESS = re.compile(r"[./?]")
GOES = re.compile(r"location|submit|jump|goto|go\b", re.IGNORECASE)


def current(options: list[etree._Element], source: ListSource) -> int:
    """Return the number of the option for the page itself: the selected one, else the one of its address, else 0."""
    for number, option in enumerate(options):
        if option.get("selected") is not None:
            return number
    urls = [source.link(option.get("value")) for option in options]
    return next((number for number, url in enumerate(urls) if url and source.is_here(url)), 0)


def next_pages(source: ListSource) -> list[NextPage] | None:
    """Return the page of the option after the page's own, none behind the last; None without such a `<select>`."""
    for select in source.tree.iter("select"):
        options = list(select.iter("option"))
        if len(options) < 2 or not GOES.search(select.get("onchange") or ""):
            continue
        if all(
            PAGE_NUMBER.fullmatch(squeeze(option.text)) and ADDRESS.search(option.get("value") or "")
            for option in options
        ):
            following = options[current(options, source) + 1 :]
            url = source.link(following[0].get("value")) if following else None
            return [NextPage(url)] if url else []
    return None
