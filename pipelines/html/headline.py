"""Choose the title of an article among what its page offers."""

import re

from lxml import etree

from crawler.meta_standard import standard_value
from pipelines.html.boxes import Layout
from pipelines.html.headings import (
    DOTS,
    LINES_OF_TITLE,
    LONGEST_COLUMN,
    Headline,
    above_strip,
    agreeing_line,
    line_of,
    nearest_heading,
)
from pipelines.html.layout import clean
from pipelines.html.site_names import (
    DEFAULT,
    LONGEST_HEAD,
    SEPARATOR,
    SHORTEST_KEY,
    cut_site,
    key,
    only_names,
)
from pipelines.html.strip import is_strip

STEP = (">", "»")  # of the path to a page
MARKUP = re.compile(r"<[^<>]{0,400}>")
LONGEST_MENU = 200
LONGEST_WRITTEN = 1000  # characters read of what a page declares as its title


def plain(text: str) -> str:
    """Return `text` without markup and entities left in a <title> or a meta tag."""
    text = text.replace("&nbsp;", " ").replace("&amp;", "&").replace("&quot;", '"')
    return clean(MARKUP.sub("", text[:LONGEST_WRITTEN]).replace("\n", " "))


def parts(text: str) -> list[str]:
    """Return what stands between the separators of a line: mostly the line."""
    return [text] if text.isalnum() else SEPARATOR.split(text)


def title_element(root: etree._Element) -> str:
    """Return the words of the <title> of a page, "" if it has none."""
    element = next(root.iter("title"), None)
    return plain("".join(element.itertext())) if element is not None else ""


def link_words(layout: Layout, before: int, written: str) -> frozenset[str]:
    """Return the keys of what menus and the path to the page link to above line `before`: columns, not titles.

    A path may end in the title, as the <title> has it (`written`): of several parts, or printed above the strip.
    """

    def without_title(text: str) -> str:
        path, step, last = text.rpartition(STEP[0]) if STEP[0] in text else text.rpartition(STEP[1])
        last = last.strip()
        told = step and len(last) >= SHORTEST_KEY and last in written
        return path if told and (SEPARATOR.search(last) or above_strip(layout, last, before)) else text

    linked = (
        without_title(line.text)
        for line in layout.lines[:before]
        if line.links and line.heading != "h1" and len(line.text) <= LONGEST_MENU
    )
    return frozenset(key(part) for text in linked for part in parts(text) if len(part) <= LONGEST_COLUMN)


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
    written: str,
    layout: Layout,
    meta: dict[str, str],
    before: int,
    text: int,
    listed: str | None = None,
) -> Headline | None:
    """Return the title: the declared one, the heading above `before` that agrees with <title> (`written`), or <title>.

    Of <title> the names of site and column are cut; where nothing is left, what the list called the page
    (`listed`) takes its place, then the heading nearest above the first paragraph, line `text`, counts.
    """
    told = (standard_value(meta, "SiteName"), standard_value(meta, "ColumnName"), meta.get("og:site_name"))
    names = frozenset(key(name) for name in told if name)
    if declared := declared_title(layout, meta, names, before):
        return declared
    columns = link_words(layout, before, written)
    title, cut = cut_site(written, names | columns)
    refused = names | {key(part) for part in cut}
    core = key(title)
    agreed = (
        agreeing_line(layout, written, title, refused, before, text) if len(core) >= SHORTEST_KEY else None
    )
    if only_names(title, names):
        if listed and (found := agreeing_line(layout, listed, listed.rstrip(DOTS), refused, before, text)):
            return found
        signs = agreed and agreed.line > text and not layout.lines[agreed.line].heading
        agreed = agreed if agreed and key(agreed.text) == core and not signs else None
        marked = nearest_heading(layout, names | columns, refused | {core}, before, text)
        if marked and not (agreed and agreed.line > marked.line):
            return marked
        if listed and not listed.endswith(tuple(DOTS)):
            return Headline(listed, "list", line_of(layout, listed, before))
    if agreed and (len(key(agreed.text)) > LONGEST_HEAD or is_strip(layout.lines[agreed.line + 1].text)):
        return agreed
    if agreed:  # it may be the name of the site that stands over every page
        marked = nearest_heading(layout, names | columns, refused | {key(agreed.text)}, before, text)
        other = (
            marked
            and agreed.line + LINES_OF_TITLE < marked.line < text
            and above_strip(layout, marked.text, before)
        )
        return marked if other else agreed
    short = all(len(key(part)) <= LONGEST_HEAD for part in SEPARATOR.split(title))
    if short and not above_strip(layout, title, len(layout.lines)):  # names that no word gives away
        marked = nearest_heading(layout, names | columns, refused | {core}, before, text)
        if marked and (layout.lines[marked.line].heading or above_strip(layout, marked.text, before)):
            return marked
    return (
        Headline(title, "title", line_of(layout, title, before))
        if title and not DEFAULT.match(title)
        else None
    )
