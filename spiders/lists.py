"""Read a list page: its articles with their dates, and the request for the next page."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from spiders.families import (
    countdown,
    feed,
    hanweb,
    html,
    jsonlist,
    jsonpager,
    laypage,
    nextlink,
    postback,
    selectpager,
    setpage,
    trs,
)
from spiders.listing.anchors import anchors_of
from spiders.listing.source import Article, ListPage, ListSource, NextPage
from spiders.listing.titles import is_label

__all__ = ["FAMILIES", "Article", "ListPage", "NextPage", "read_list"]


Articles = Callable[[ListSource], list[Article] | None]
Pages = Callable[[ListSource], list[NextPage] | None]


@dataclass(frozen=True)
class Family:
    """How the lists of one content system are read; None where they are read as any HTML.

    A function returns None for a page that is none of its own, and an empty list where it knows there is nothing.
    """

    article_links: Articles | None = None
    next_pages: Pages | None = None


# In the order in which a page is offered to them: what a page declares by its form, what it links, what it scripts.
FAMILIES = {
    "json": Family(jsonlist.article_links, jsonpager.next_pages),
    "feed": Family(feed.article_links, feed.next_pages),
    "hanweb": Family(hanweb.article_links, hanweb.next_pages),
    "linked": Family(None, nextlink.next_pages),
    "trs": Family(None, trs.next_pages),
    "setpage": Family(None, setpage.next_pages),
    "countdown": Family(None, countdown.next_pages),
    "postback": Family(None, postback.next_pages),
    "select": Family(None, selectpager.next_pages),
    "laypage": Family(None, laypage.next_pages),
    "html": Family(html.article_links, nextlink.numbered_pages),
    "inline": Family(jsonlist.inline_links, None),
}


def matching_links(source: ListSource, pattern: re.Pattern[str]) -> list[Article]:
    """Return every link of the page whose address matches `pattern`, with the first title that is no label."""
    found: dict[str, Article] = {}
    for anchor in anchors_of(source):
        if anchor.url and pattern.search(anchor.url) and not source.is_here(anchor.url):
            known = found.get(anchor.url)
            if known is None or is_label(known.title):
                found[anchor.url] = Article(anchor.url, anchor.title)
    return list(found.values())


def read_list(
    body: bytes, url: str, family: str | None = None, article: re.Pattern[str] | None = None
) -> ListPage:
    """Return the articles and next pages of a list page as fetched from `url`, whatever its bytes.

    The page's own evidence decides how it is read; `family`, a key of FAMILIES, only says which reading to try
    first. `article` is what addresses of the site's articles look like: where no list is found that holds one,
    every link that matches counts. A next page is never the page itself, and the last page has none. Raises
    ValueError for an unknown family and for a `url` that is none.
    """
    if family is not None and family not in FAMILIES:
        raise ValueError(f"no family {family!r}: one of {', '.join(FAMILIES)}")
    try:
        urlsplit(url)
    except ValueError as error:
        raise ValueError(f"not an address: {url!r} ({error})") from error
    source = ListSource(body, url)
    order = [reading for _, reading in sorted(FAMILIES.items(), key=lambda entry: entry[0] != family)]
    found = (reading.article_links(source) for reading in order if reading.article_links)
    articles = next((links for links in found if links), [])
    if article and not any(article.search(found.url) for found in articles):
        articles = matching_links(source, article) or articles
    asked = (reading.next_pages(source) for reading in order if reading.next_pages)
    pages = next((pages for pages in asked if pages is not None), [])
    others = [page for page in pages if page.method != "GET" or not source.is_here(page.url)]
    turned = {page.url for page in others if page.method == "GET"}
    articles = [found for found in articles if found.url not in turned]
    return ListPage(articles, [page for page in others if source.is_ours(page.url)])
