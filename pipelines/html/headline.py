"""Choose the title of an article among what its page offers."""

import re
from dataclasses import dataclass

from lxml import etree

from crawler.fold import fold
from crawler.meta_standard import standard_value
from pipelines.html.containers import is_remark
from pipelines.html.layout import Layout, Line, clean
from pipelines.html.site_names import (
    BOX_HEADINGS,
    DEFAULT,
    SEPARATOR,
    SHORTEST_KEY,
    cut_site,
    is_name,
    key,
    only_names,
)
from pipelines.html.strip import DATE, IN_WORDS, LABEL, is_strip
from pipelines.lines.above_text import is_header, is_menu

MARKUP = re.compile(r"<[^<>]{0,400}>")
LINES_OF_TITLE = 4
ENOUGH = 8  # letters of a line that agree with <title>: fewer must be a third of it
NEAR = 24  # lines above the text in which an unconfirmed heading may stand
LONGEST_MENU = 200
LONGEST_COLUMN = 12  # characters of a column's name: longer links are titles
LONGEST_TITLE = 120
ABOVE = 4  # lines above the strip in which an unmarked title may stand
STRIP_GAP = 5
CUT_AT = 18  # letters: a template may cut a longer <title> short without dots
DOTS = "….⋯"  # of a title cut short in a list
SHORT_TITLE = re.compile(r"通告|公告|通报|通知|公示|公开信|倡议书|提示")
UNFINISHED = re.compile(r"[：:，,；;、]$")  # 各派出所：
UNITS = re.compile(r"[\d\s/.:-]+")  # a date in parts
BYLINE = re.compile(
    r"[（(【].*[)）】]$|\S{0,6}(?:记者|通讯员)[\s:：]|[\u4e00-\u9fff]{2,4}\s?/|.{2,8}供稿$|\W*[A-Za-z ]+$"
)
LABEL_BEFORE = re.compile(r"\s*[(（\[【]?\s*(?:[\u4e00-\u9fff]{0,4}(?:时间|日期)\s*[:：])?\s*$")
LONGEST_WRITTEN = 1000  # characters read of what a page declares as its title


@dataclass(frozen=True)
class Headline:
    """The title, where it was read (meta, ucaptitle, heading, title), and the number of its line, else -1."""

    text: str
    origin: str
    line: int = -1


def plain(text: str) -> str:
    """Return `text` without markup and entities left in a <title> or a meta tag."""
    text = text.replace("&nbsp;", " ").replace("&amp;", "&").replace("&quot;", '"')
    return clean(MARKUP.sub("", text[:LONGEST_WRITTEN]).replace("\n", " "))


def weight(line: Line) -> int:
    """Return how much a line is marked as a heading: 2 by its element, 1 by a class, 0 not at all."""
    return {"": 0, "title": 1}.get(line.heading, 2)


def agreeing_line(
    layout: Layout, written: str, title: str, refused: frozenset[str], before: int, text: int
) -> Headline | None:
    """Return the heading above line `before`, better above line `text`, that says most of the <title> as `written`.

    Lines in a row may say it together. `title` is the <title> without the names round it; a heading that goes
    on with a date after it counts as well: its line is then the one above, so that the strip is not lost.
    """
    whole, core = key(written), key(title)
    dotted = title.endswith(tuple(DOTS))
    cut_short = dotted or len(core) >= CUT_AT
    best, best_rank = None, (0, 0, False, 0)
    for number, line in enumerate(layout.lines[:before]):
        letters = "" if line.hidden else key(line.text)
        if letters in refused or (len(letters) < SHORTEST_KEY and not (letters and line.heading)):
            continue
        found = Headline(line.text, "heading", number)
        if letters in whole:
            for following in layout.lines[number + 1 : number + LINES_OF_TITLE]:
                more = key(following.text)
                joined = letters + more
                if not more or more in refused or joined not in whole:
                    break
                letters = joined
                gap = "" if f"{found.text}{following.text}" in written else " "
                found = Headline(f"{found.text}{gap}{following.text}", "heading", found.line + 1)
        elif not (letters.startswith(core) and (line.heading or (cut_short and may_be_title(line, refused)))):
            continue
        elif cut_short and not DATE.search(line.text):
            letters = whole if dotted else core[:-1]  # a line that says just the <title> is better
        elif DATE.search(line.text) or LABEL.search(line.text):
            found, letters = Headline(title, "heading", number - 1), core
        if letters in refused or BOX_HEADINGS.match(found.text):
            continue
        if len(letters) < ENOUGH and 3 * len(letters) < len(core):
            continue
        rank = (min(len(letters), len(whole)), weight(line), number < text, number)
        if rank > best_rank:
            best, best_rank = found, rank
    return best


def may_be_title(line: Line, refused: frozenset[str]) -> bool:
    """Tell whether a line could be a title: visible, a few words, no strip, no link, no box heading, no byline."""
    text = line.text
    letters = key(text)
    linked = line.links and line.heading != "h1"  # a headline may link to its own page
    if line.hidden or linked or "。" in text or "\t" in text or letters in refused or UNFINISHED.search(text):
        return False
    long_enough = len(letters) >= SHORTEST_KEY or (line.heading and SHORT_TITLE.fullmatch(letters))
    if (
        not long_enough
        or len(letters) > LONGEST_TITLE
        or (len(letters) <= LONGEST_COLUMN and is_remark(text))
    ):
        return False
    if BOX_HEADINGS.match(text) or BYLINE.match(text) or is_strip(text):
        return False
    folded = fold(text)
    return not (is_header(folded) or is_menu(folded) or UNITS.fullmatch(folded))


def before_date(text: str) -> str | None:
    """Return the headline in a line that goes on with the strip, None for any other line."""
    found = DATE.search(text)
    if found is None or "。" in text or IN_WORDS.search(text):
        return None
    headline = LABEL_BEFORE.sub("", text[: found.start()])
    return headline if ENOUGH <= len(key(headline)) <= LONGEST_TITLE and not LABEL.search(headline) else None


def strip_top(lines: list[Line], first: int, text: int) -> int | None:
    """Return the first line of the strip that stands nearest above line `text`, None if there is none."""
    top = None
    for number in range(text - 1, first - 1, -1):
        if is_strip(lines[number].text):
            top = number
        elif top is not None and (top - number > STRIP_GAP or may_be_title(lines[number], frozenset())):
            break
    return top


def nearest_heading(
    layout: Layout, names: frozenset[str], refused: frozenset[str], before: int, text: int
) -> Headline | None:
    """Return the marked heading nearest above line `before`, else the line right above the strip or the text.

    A site's or column's name above an unmarked line is none; `text` is the line of the first paragraph.
    """
    lines = layout.lines
    near = [n for n in range(max(0, before - NEAR), before) if may_be_title(lines[n], refused)]
    top = strip_top(lines, max(0, text - NEAR), text)
    above_at = text if top is None else top
    above = [n for n in range(max(0, above_at - ABOVE), above_at) if may_be_title(lines[n], refused)]
    marked = max(near, key=lambda n: (weight(lines[n]), n < text, n), default=-1)
    if marked >= 0 and lines[marked].heading and not (above and is_name(lines[marked].text, names)):
        return Headline(before_date(lines[marked].text) or lines[marked].text, "heading", marked)
    if above and (top is not None or len(key(lines[above[-1]].text)) >= ENOUGH):
        return Headline(before_date(lines[above[-1]].text) or lines[above[-1]].text, "heading", above[-1])
    for number in range(text - 1, max(0, text - NEAR) - 1, -1):
        if not lines[number].links and (headline := before_date(lines[number].text)):
            return Headline(headline, "heading", number - 1)
    return None


def line_of(layout: Layout, title: str, before: int) -> int:
    """Return the number of the last line above `before` that says `title`, or its second half; else -1."""
    wanted = key(title)
    for number in range(min(before, len(layout.lines)) - 1, -1, -1):
        letters = key(layout.lines[number].text)
        if letters == wanted or (
            len(letters) >= SHORTEST_KEY
            and number
            and wanted.endswith(letters)
            and key(layout.lines[number - 1].text) + letters == wanted
        ):
            return number
    return -1


def link_words(layout: Layout, before: int) -> frozenset[str]:
    """Return the keys of what menus and the path to the page link to above line `before`: columns, not titles."""
    linked = (
        line.text
        for line in layout.lines[:before]
        if line.links and line.heading != "h1" and len(line.text) <= LONGEST_MENU
    )
    return frozenset(
        key(part) for text in linked for part in SEPARATOR.split(text) if len(part) <= LONGEST_COLUMN
    )


def uncut(layout: Layout, title: str, before: int) -> str:
    """Return a title that a quotation mark cut short in its tag as the heading above `before` has it."""
    for line in layout.lines[:before]:
        if line.text.startswith(title) and line.text[len(title) :].lstrip()[:1] in ('"', "“", "”"):
            return line.text
    return title


def declared_title(
    layout: Layout, meta: dict[str, str], names: frozenset[str], before: int
) -> Headline | None:
    """Return what the page declares as the title of its article: ArticleTitle or <UCAPTITLE>."""
    element = next((box.element for box in layout.boxes if box.tag == "ucaptitle"), None)
    ucap = element.text if element is not None else None
    for origin, text in (("meta", standard_value(meta, "ArticleTitle")), ("ucaptitle", ucap)):
        title = plain(text or "")
        if title and key(title) not in names:
            number = line_of(layout, title, before)
            return Headline(title if number >= 0 else uncut(layout, title, before), origin, number)
    return None


def choose(
    root: etree._Element,
    layout: Layout,
    meta: dict[str, str],
    before: int,
    text: int,
    listed: str | None = None,
) -> Headline | None:
    """Return the title: the declared one, the heading above `before` that agrees with <title>, or <title>.

    Of <title> the names of site and column are cut; where nothing is left, what the list called the page
    (`listed`) takes its place, then the heading nearest above the first paragraph, line `text`, counts.
    """
    told = (standard_value(meta, "SiteName"), standard_value(meta, "ColumnName"), meta.get("og:site_name"))
    names = frozenset(key(name) for name in told if name)
    if declared := declared_title(layout, meta, names, before):
        return declared
    element = next(root.iter("title"), None)
    written = plain("".join(element.itertext())) if element is not None else ""
    title, cut = cut_site(written, names | link_words(layout, before))
    refused = names | {key(part) for part in cut}
    core = key(title)
    agreed = (
        agreeing_line(layout, written, title, refused, before, text) if len(core) >= SHORTEST_KEY else None
    )
    if only_names(title, names):
        if listed and (found := agreeing_line(layout, listed, listed.rstrip(DOTS), refused, before, text)):
            return found
        agreed = agreed if agreed and key(agreed.text) == core else None
        marked = nearest_heading(layout, names, refused | {core}, before, text)
        if marked and not (agreed and agreed.line > marked.line):
            return marked
        if listed and not listed.endswith(tuple(DOTS)):
            return Headline(listed, "list", line_of(layout, listed, before))
    if agreed:
        return agreed
    return (
        Headline(title, "title", line_of(layout, title, before))
        if title and not DEFAULT.match(title)
        else None
    )
