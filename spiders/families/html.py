"""Any list in HTML: the repeated rows that hold a link and a day."""

import re
from urllib.parse import urlsplit

from lxml import etree

from spiders.listing.groups import Group, groups_of
from spiders.listing.rowdate import row_date, split_title
from spiders.listing.rows import Row
from spiders.listing.source import Article, ListSource
from spiders.listing.titles import LABEL, is_cut, is_label, pieces_of

# What stands beside a list, by the names in the last steps of a group's path.
FURNITURE = re.compile(
    r"(?i)foot|\bhead(?:er)?\b|nav(?![a-z]{1,2}\b)|menu|crumb|friend|f_?link|yqlj|copyright|\bselect\."
)
ASIDE = re.compile(
    r"(?i)(?<!in)(?<!out)side(?:bar)?(?![a-z])|(?<![a-z])(?:hot|rank|recommend|relat|tuijian|paihang)"
)
# The list of a page stands right before its pager.
PAGER_TEXT = re.compile(r"[\s\[【<«]*(?:[下上]一?[页頁]|[尾末][页頁]|最后一页|共\s*\d+\s*页)[\s\]】>»]*")
PAGER_SCRIPT = re.compile(r"createPageHTML|countPage|\bPager\s*\(|__doPostBack|\.jpage\(")
# An empty list says so; what stands beside it does not take its place.
EMPTY = re.compile(
    r">\s{0,40}(?:暂无|暂時沒有|没有|沒有)(?:找到)?(?:相关|相關|任何)?(?:数据|資料|信息|内容|记录|文章|新闻)[!！。.…]{0,3}\s{0,40}<"
)
SHORTEST_TITLE = 10  # of a list without dates: half of its titles are at least this long
SHORTEST_DATED = 5  # of a list with dates: 首页 beside today's date is none
FEWEST_ROWS = 3
# What an address of one article ends in, when neither a day nor a long title tells a list.
ARTICLE_URL = re.compile(
    r"\d[^/?]*\.(?:s?html?|jhtml|aspx?|jsp|php)$|/\d{3,}/?$|[?&]\w*id=\w*\d", re.IGNORECASE
)
PAGED = 10  # the list before the pager, few as its rows may be on a last page, counts this many times
WORTH = 40  # a date counts as much as this many characters of title
HUB = re.compile(r"/(?:(?:index|default|list)\.\w+)?$", re.IGNORECASE)


def own_title(row: Row) -> str:
    """Return the row's first text that is neither label nor date: the title where the link only says 详情."""
    texts = (text for text in pieces_of(row.element) if len(text) > 4 and not is_label(text))
    return next((text for text in texts if row_date([text]) is None), "")


def article(row: Row, source: ListSource) -> Article | None:
    """Return the article of a row; None where its link is dead, a label, or the page itself."""
    link = row.link
    if not link.url or source.is_here(link.url):
        return None
    if not is_label(link.title):
        bare, day = split_title(link.title)
        return Article(link.url, bare if day and day == row.date else link.title, row.date)
    if row.date and (not link.title or LABEL.fullmatch(link.title)) and (title := own_title(row)):
        return Article(link.url, title, row.date)
    return None


def articles_in(group: Group, source: ListSource) -> list[Article]:
    """Return the group's articles, one an address, with its first title and the day of any of its rows."""
    found: dict[str, Article] = {}
    mostly_dated = 2 * group.dated >= len(group.rows)
    for row in group.rows:
        read = article(row, source)
        if read is None or (mostly_dated and not read.date and HUB.search(read.url)):
            continue
        known = found.get(read.url, read)
        title = read.title if is_cut(known.title) else known.title
        found[read.url] = Article(known.url, title, known.date or read.date)
    return list(found.values())


def is_list(group: Group, source: ListSource) -> bool:
    """Say whether rows, dead ones too, are a list of articles: most with a day, or long titles on one host."""
    titles = [row.link.title for row in group.rows if not is_label(row.link.title)]
    if group.dated and 2 * group.dated >= len(titles):
        return group.dated >= FEWEST_ROWS or 2 * sum(len(title) >= SHORTEST_DATED for title in titles) >= len(
            titles
        )
    if FURNITURE.search(group.steps):
        return False
    hosts = {urlsplit(row.link.url or source.url).netloc for row in group.rows}
    long_titles = sum(len(title) >= SHORTEST_TITLE for title in titles)
    return len(titles) >= FEWEST_ROWS and 2 * long_titles >= len(titles) and 2 * len(hosts) <= len(titles) + 1


def may_be_list(group: Group, source: ListSource) -> bool:
    """Say whether rows are a short or unusual list: every live link an article's by its address, none furniture."""
    if FURNITURE.search(group.steps) or ASIDE.search(group.steps):
        return False
    live = [row.link for row in group.rows if row.link.url and not is_label(row.link.title)]
    alike = all(source.is_ours(link.url) and ARTICLE_URL.search(link.url) for link in live)
    long_enough = any(len(link.title) >= SHORTEST_TITLE for link in live)
    return bool(live) and alike and (len(live) >= FEWEST_ROWS or long_enough)


def worth(group: Group) -> float:
    """Return how much a group looks like the list that its page is about."""
    rows = (row for row in group.rows if not is_label(row.link.title))
    total = sum(min(len(row.link.title), WORTH) + WORTH * (row.date is not None) for row in rows)
    named = 0.1 if FURNITURE.search(group.steps) else 0.2 if ASIDE.search(group.steps) else 1
    return total * named * (1 if group.dated else 0.3)


def before_pager(groups: list[Group], source: ListSource) -> Group | None:
    """Return the group whose last row is the last one before the page's (last) pager, if there is a pager."""
    ends = {group.rows[-1].element: group for group in groups}
    latest: Group | None = None
    found: Group | None = None
    for element in source.tree.iter(etree.Element):
        latest = ends.get(element, latest)
        if element.tag == "script":
            is_pager = bool(PAGER_SCRIPT.search(element.text or ""))
        else:
            is_pager = bool(element.text and len(element.text) < 20 and PAGER_TEXT.fullmatch(element.text))
        if is_pager and latest is not None:
            found = latest
    return found


def shape(url: str) -> str:
    """Return an address's path with its numbers and hashes taken out: the articles of a column share it."""
    return re.sub(r"[0-9a-fA-F]{16,}|\d+", "0", urlsplit(url).path)


def stands_near(row: Row, main: Group) -> bool:
    """Say whether a row stands in the block that holds the main list."""
    container = main.rows[0].element.getparent()
    block = container.getparent() if container is not None else None
    return block is not None and block.tag not in ("body", "html") and block in row.element.iterancestors()


def article_links(source: ListSource) -> list[Article]:
    """Return the articles of the page's main list, with pinned rows beside it, in the order of the page."""
    groups = groups_of(source)
    lists = [group for group in groups if is_list(group, source)]
    lists = lists or [group for group in groups if may_be_list(group, source)]
    if EMPTY.search(source.text):
        lists = [group for group in lists if not ASIDE.search(group.steps)]
    if not lists:
        return []
    paged = before_pager(lists, source)
    main = max(lists, key=lambda group: worth(group) * (PAGED if group is paged else 1))
    shapes = {shape(found.url) for found in articles_in(main, source)}
    chosen: dict[str, Article] = {}
    for group in groups:
        if group.path != main.path and not (group.dated and stands_near(group.rows[0], main)):
            continue
        for found in articles_in(group, source):
            if group is main or shape(found.url) in shapes:
                chosen.setdefault(found.url, found)
    return list(chosen.values())
