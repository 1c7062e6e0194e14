"""Any list in HTML: the group of repeated rows that hold a link and a day."""

import re
from urllib.parse import urlsplit

from spiders.families.rowdate import split_title
from spiders.families.rows import Group, Row, groups_of
from spiders.families.titles import is_label
from spiders.listing import Article, ListSource

# What stands beside a list; the path of a group names it.
FURNITURE = re.compile(
    r"(?i)\b\w*(?:foot|header|navi?|menu|crumb|position|banner|friend|flink|yqlj|copyright|search|page|pagination)s?\b|/select|/nav|/footer|/header"
)
ASIDE = re.compile(r"(?i)side|hot|rank|recommend|relat|tuijian|paihang|/aside")
SHORTEST_TITLE = 8  # of a list without dates: half of its titles are at least this long
FEWEST_ROWS = 3
WORTH = 40  # a date counts as much as this many characters of title


def articles_in(group: Group, source: ListSource) -> list[Article]:
    """Return the group's articles, one an address, with the fullest title and the day of any of its rows."""
    found: dict[str, Article] = {}
    for row in group.rows:
        link = row.link
        if not link.url or is_label(link.title) or source.is_here(link.url):
            continue
        title = split_title(link.title)[0] if row.date else link.title
        known = found.get(link.url, Article(link.url, ""))
        found[link.url] = Article(link.url, max(known.title, title, key=len), known.date or row.date)
    return list(found.values())


def is_list(articles: list[Article], dated: int) -> bool:
    """Say whether the links are a list of articles: most with a day, or several long titles on one host."""
    if 2 * dated >= len(articles):
        return dated > 0
    long_titles = sum(len(article.title) >= SHORTEST_TITLE for article in articles)
    hosts = {urlsplit(article.url).netloc for article in articles}
    return (
        len(articles) >= FEWEST_ROWS
        and 2 * long_titles >= len(articles)
        and 2 * len(hosts) <= len(articles) + 1
    )


def worth(group: Group) -> float:
    """Return how much a group looks like the list that its page is about."""
    rows = [row for row in group.rows if not is_label(row.link.title)]
    total = sum(min(len(row.link.title), WORTH) + WORTH * (row.date is not None) for row in rows)
    return total * (0.1 if FURNITURE.search(group.path) else 0.5 if ASIDE.search(group.path) else 1)


def shape(url: str) -> str:
    """Return an address with its numbers and hashes taken out: articles of one site share it."""
    return re.sub(r"[0-9a-fA-F]{16,}|\d+", "0", urlsplit(url).path)


def stands_near(row: Row, main: Group) -> bool:
    """Say whether a row stands in the block that holds the main list."""
    container = main.rows[0].element.getparent()
    block = container.getparent() if container is not None else None
    return block is not None and block.tag not in ("body", "html") and block in row.element.iterancestors()


def article_links(source: ListSource) -> list[Article]:
    """Return the articles of the page's main list, with pinned rows beside it, in the order of the page."""
    groups = [
        group
        for group in groups_of(source)
        if is_list(articles_in(group, source) or dead(group), group.dated)
    ]
    if not groups:
        return []
    main = max(groups, key=worth)
    shapes = {shape(article.url) for article in articles_in(main, source)}
    chosen: dict[str, Article] = {}
    for group in groups:
        articles = articles_in(group, source)
        if group is not main:
            near = group.dated and stands_near(group.rows[0], main)
            articles = [article for article in articles if near and shape(article.url) in shapes]
        for article in articles:
            chosen.setdefault(article.url, article)
    return list(chosen.values())


def dead(group: Group) -> list[Article]:
    """Return stand-ins for dead anchors: a list whose links are dead is still the page's list."""
    return [
        Article("", row.link.title) for row in group.rows if not row.link.url and not is_label(row.link.title)
    ]
