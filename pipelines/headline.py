"""Choose the title of an article among what its page offers."""

import re
import unicodedata
from dataclasses import dataclass

from lxml import etree

from crawler.meta_standard import standard_value
from pipelines.blocks import Layout, Line, clean
from pipelines.containers import SELF_TALK
from pipelines.strip import is_strip

NOT_A_LETTER = re.compile(r"[\W_]+")
MARKUP = re.compile(r"<[^<>]{0,400}>")
SEPARATOR = re.compile(r"\s*(?:[_|｜•·»]|-{1,2}>?|—{1,2}|–|>{1,2}|\s{2,}|\u3000| )\s*")
SITE_WORDS = re.compile(
    r"(?:网|网站|政府|门户|频道|新闻|厅|局|委|委员会|办公室|大学|学院|学校|研究院|研究所|协会|学会|中心|公司|集团|医院|法院|检察院"
    r"|公安|日报|晚报|在线|首页|栏目|专栏|资讯|动态|要闻|头条|长安网|平台)$"
)
LONGEST_NAME = 24  # letters of a site or column name
BOX_HEADINGS = re.compile(
    r"^(?:友情链接|通知公告|相关\w{0,6}|热门\w{0,6}|推荐\w{0,6}|最新\w{0,6}|更多|首页.*|分享.*|[（(\[【]?原标题.*"
    r"|\w{0,6}(?:详情|详细|正文|内容页?|概要|详细页面?))\W*$"
)
HOST = re.compile(r"^(?:https?://)?[\w-]+(?:\.[\w-]+)+/?$", re.ASCII)
SHORTEST_KEY = 4
LINES_OF_TITLE = 4
ENOUGH = 8  # letters of a line that agree with <title>: fewer must be a third of it
NEAR = 15  # lines above the text in which an unconfirmed heading may stand
LONGEST_TITLE = 120
LONGEST_WRITTEN = 1000  # characters read of what a page declares as its title


@dataclass(frozen=True)
class Headline:
    """The title, where it was read (meta, element, heading, title), and the line it stands on, -1 if on none."""

    text: str
    origin: str
    line: int = -1


def key(text: str) -> str:
    """Return the letters and digits of `text`, the form in which titles are compared."""
    return NOT_A_LETTER.sub("", unicodedata.normalize("NFKC", text)).casefold()


def plain(text: str) -> str:
    """Return `text` without markup and entities left in a <title> or a meta tag."""
    text = text.replace("&nbsp;", " ").replace("&amp;", "&").replace("&quot;", '"')
    return clean(MARKUP.sub("", text[:LONGEST_WRITTEN]).replace("\n", " "))


def is_name(part: str, names: frozenset[str]) -> bool:
    """Tell whether a part of a <title> names the site or a column, not an article."""
    letters = key(part)
    if letters in names or not letters or HOST.match(part) or BOX_HEADINGS.match(part):
        return True
    return len(letters) <= LONGEST_NAME and SITE_WORDS.search(part) is not None


def cut_site(title: str, names: frozenset[str]) -> tuple[str, list[str]]:
    """Return a <title> without the site and column names round it, and the parts cut off.

    `names` are keys of what the page calls its site and column; a tail that ends like an institution or a
    column goes too, as long as something longer than a name stays.
    """
    cut = []
    while separators := [found for found in SEPARATOR.finditer(title) if found.start() > 0]:
        head, tail = title[: separators[0].start()].strip(), title[separators[-1].end() :].strip()
        rest = title[: separators[-1].start()].strip()
        if len(key(rest)) >= SHORTEST_KEY and is_name(tail, names):
            cut.append(tail)
            title = rest
        elif is_name(head, names):
            cut.append(head)
            title = title[separators[0].end() :].strip()
        else:
            break
    return title, cut


def only_names(title: str, names: frozenset[str]) -> bool:
    """Tell whether a <title> holds nothing but names of the site and its columns."""
    return all(is_name(part, names) or len(key(part)) <= SHORTEST_KEY for part in SEPARATOR.split(title))


def _heading_weight(line_heading: str) -> int:
    return {"": 0, "title": 1}.get(line_heading, 2)


def agreeing_line(layout: Layout, title: str, refused: frozenset[str], before: int) -> Headline | None:
    """Return the heading above line `before` that says most of `title`; lines in a row may say it together.

    A heading that goes on with the date strip counts as well: its line is then the one above, so that the
    strip is not lost.
    """
    whole = key(title)
    best, best_rank = None, (0, 0, 0)
    for number, line in enumerate(layout.lines[:before]):
        letters = "" if line.hidden else key(line.text)
        if len(letters) < SHORTEST_KEY and not (letters and line.heading):
            continue
        found = Headline(line.text, "heading", number)
        if letters in whole:
            for following in layout.lines[number + 1 : min(number + LINES_OF_TITLE, before)]:
                joined = letters + key(following.text)
                if joined == letters or joined not in whole:
                    break
                letters = joined
                found = Headline(f"{found.text} {following.text}", "heading", found.line + 1)
        elif not (line.heading and letters.startswith(whole)):
            continue
        elif is_strip(line.text):
            found, letters = Headline(title, "heading", number - 1), whole
        if letters in refused or BOX_HEADINGS.match(found.text):
            continue
        if len(letters) < ENOUGH and 3 * len(letters) < len(whole):
            continue
        rank = (min(len(letters), len(whole)), _heading_weight(line.heading), number)
        if rank > best_rank:
            best, best_rank = found, rank
    return best


def may_be_title(line: Line, refused: frozenset[str]) -> bool:
    """Tell whether a line could be a title: visible, a few words, no strip, no link, no box heading."""
    letters = key(line.text)
    return (
        not line.hidden
        and not line.links
        and SHORTEST_KEY <= len(letters) <= LONGEST_TITLE
        and letters not in refused
        and not BOX_HEADINGS.match(line.text)
        and not is_strip(line.text)
        and not SELF_TALK.search(line.text)
        and "。" not in line.text
    )


def nearest_heading(layout: Layout, refused: frozenset[str], before: int) -> Headline | None:
    """Return the heading nearest above line `before`, or the line right above the date strip; else None."""
    candidates = [n for n in range(max(0, before - NEAR), before) if may_be_title(layout.lines[n], refused)]
    marked = max(candidates, key=lambda n: (_heading_weight(layout.lines[n].heading), n), default=-1)
    if marked >= 0 and layout.lines[marked].heading:
        return Headline(layout.lines[marked].text, "heading", marked)
    above = [n for n in candidates if n + 1 < len(layout.lines) and is_strip(layout.lines[n + 1].text)]
    return Headline(layout.lines[above[-1]].text, "heading", above[-1]) if above else None


def line_of(layout: Layout, title: str, before: int) -> int:
    """Return the number of the last line above `before` that says `title` (or its end, if it is split), else -1."""
    wanted = key(title)
    for number in range(min(before, len(layout.lines)) - 1, -1, -1):
        letters = key(layout.lines[number].text)
        if letters == wanted or (len(letters) >= SHORTEST_KEY and number and wanted.endswith(letters)
                                 and key(layout.lines[number - 1].text) + letters == wanted):
            return number
    return -1


def choose(root: etree._Element, layout: Layout, meta: dict[str, str], before: int) -> Headline | None:
    """Return the title: ArticleTitle, <UCAPTITLE>, the heading that agrees with <title>, or <title> cut; else None."""
    names = frozenset(
        key(name) for name in (standard_value(meta, "SiteName"), standard_value(meta, "ColumnName"), meta.get("og:site_name")) if name
    )
    for origin, text in (("meta", standard_value(meta, "ArticleTitle")), ("ucaptitle", root.findtext(".//ucaptitle"))):
        text = plain(text or "")
        if text and key(text) not in names:
            return Headline(text, origin, line_of(layout, text, before))
    written = plain("".join(element.itertext()) if (element := root.find(".//title")) is not None else "")
    title, cut = cut_site(written, names)
    refused = names | {key(part) for part in cut}
    agreed = agreeing_line(layout, title, refused, before) if len(key(title)) >= SHORTEST_KEY else None
    empty = only_names(title, names)
    if agreed and not (empty and key(agreed.text) != key(title)):
        return agreed
    if empty and (marked := nearest_heading(layout, refused, before)):
        return marked
    return Headline(title, "title", line_of(layout, title, before)) if title else None
