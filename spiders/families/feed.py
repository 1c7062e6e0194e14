"""RSS and Atom feeds: a title, an address and a day an entry; a feed has no next page."""

from lxml import etree

from crawler.dates import parse_date
from spiders.listing.source import Article, ListSource, NextPage, join, unique
from spiders.listing.titles import squeeze

ROOTS = ("<rss", "<feed", "<rdf:RDF")
ENTRIES = ("{*}item", "{*}entry")
DATES = ("{*}pubDate", "{*}published", "{*}date", "{*}updated")
MOST_ENTRIES = 5_000
LONGEST_DATE = 40


def is_feed(source: ListSource) -> bool:
    """Say whether the page begins as a feed does."""
    head = source.text[:1000]
    return any(root in head for root in ROOTS) and "<html" not in head.lower()


def entry(element: etree._Element, source: ListSource) -> Article | None:
    """Return the article of one entry; None without a title or an address."""
    link = element.find("{*}link")
    address = (link.text or link.get("href") or "") if link is not None else ""
    url = join(source.url, address)
    title = squeeze(element.findtext("{*}title"))
    told = next((text for name in DATES if (text := element.findtext(name))), "")
    day = parse_date(told.strip()[:LONGEST_DATE])
    return Article(url, title, day.date if day else None) if url and title else None


def article_links(source: ListSource) -> list[Article] | None:
    """Return the articles of a feed, damaged or not; None for any other page."""
    if not is_feed(source):
        return None
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, encoding="utf-8")
    root = etree.fromstring(source.text.encode("utf-8", "replace"), parser=parser)
    if root is None:
        return []
    found = [
        entry(element, source) for _, element in zip(range(MOST_ENTRIES), root.iter(*ENTRIES), strict=False)
    ]
    return unique(found)


def next_pages(source: ListSource) -> list[NextPage] | None:
    """Return nothing: a feed ends; None for any other page."""
    return [] if is_feed(source) else None
