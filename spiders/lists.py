"""Read a list page: its articles with their dates, and the request for the next page."""

from collections.abc import Callable
from dataclasses import dataclass

from spiders.families import hanweb, html, nextlink, trs
from spiders.listing import Article, ListPage, ListSource, NextPage

__all__ = ["FAMILIES", "Article", "ListPage", "NextPage", "read_list"]


@dataclass(frozen=True)
class Family:
    """How lists of one content system are read; each function returns None for a page that is none of its own."""

    article_links: Callable[[ListSource], list[Article] | None]
    next_pages: Callable[[ListSource], list[NextPage] | None]


# In the order in which a page is offered to them: the plainest evidence of a system first, any HTML last.
FAMILIES = {
    "hanweb": Family(hanweb.article_links, hanweb.next_pages),
    "trs": Family(html.article_links, trs.next_pages),
    "html": Family(html.article_links, nextlink.next_pages),
}


def read_list(body: bytes, url: str, family: str | None = None) -> ListPage:
    """Return the articles and next pages of a list page as fetched from `url`, whatever its bytes.

    The page's own evidence decides how it is read; `family`, a key of FAMILIES, only says which reading to try
    first. A next page is never the page itself, and the last page has none. Raises ValueError for an unknown family.
    """
    if family is not None and family not in FAMILIES:
        raise ValueError(f"no family {family!r}: one of {', '.join(FAMILIES)}")
    source = ListSource(body, url)
    order = sorted(FAMILIES.items(), key=lambda entry: entry[0] != family)
    found = (reading.article_links(source) for _, reading in order)
    articles = next((links for links in found if links is not None), [])
    asked = (reading.next_pages(source) for _, reading in order)
    pages = next((pages for pages in asked if pages is not None), [])
    here = [page for page in pages if page.method != "GET" or not source.is_here(page.url)]
    return ListPage(articles, here)
