"""Choose the title of an article among what its page offers."""

import re
from dataclasses import dataclass

from lxml import etree

from crawler.meta_standard import standard_value
from pipelines.html.containers import is_remark
from pipelines.html.layout import Layout, Line, clean
from pipelines.html.site_names import BOX_HEADINGS, SEPARATOR, SHORTEST_KEY, cut_site, key, only_names
from pipelines.html.strip import DATE, is_strip

MARKUP = re.compile(r"<[^<>]{0,400}>")
LINES_OF_TITLE = 4
ENOUGH = 8  # letters of a line that agree with <title>: fewer must be a third of it
NEAR = 15  # lines above the text in which an unconfirmed heading may stand
LONGEST_MENU = 200
LONGEST_COLUMN = 12  # characters of a column's name: longer links are titles
LONGEST_TITLE = 120
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
    layout: Layout, written: str, title: str, refused: frozenset[str], before: int
) -> Headline | None:
    """Return the heading above line `before` that says most of the <title> as `written`.

    Lines in a row may say it together. `title` is the <title> without the names round it; a heading that goes
    on with a date after it counts as well: its line is then the one above, so that the strip is not lost.
    """
    whole, core = key(written), key(title)
    best, best_rank = None, (0, 0, 0)
    for number, line in enumerate(layout.lines[:before]):
        letters = "" if line.hidden else key(line.text)
        if letters in refused or (len(letters) < SHORTEST_KEY and not (letters and line.heading)):
            continue
        found = Headline(line.text, "heading", number)
        if letters in whole:
            for following in layout.lines[number + 1 : number + LINES_OF_TITLE]:
                joined = letters + key(following.text)
                if joined == letters or joined not in whole:
                    break
                letters = joined
                found = Headline(f"{found.text} {following.text}", "heading", found.line + 1)
        elif not (line.heading and letters.startswith(core)):
            continue
        elif DATE.search(line.text):
            found, letters = Headline(title, "heading", number - 1), core
        if letters in refused or BOX_HEADINGS.match(found.text):
            continue
        if len(letters) < ENOUGH and 3 * len(letters) < len(core):
            continue
        rank = (min(len(letters), len(whole)), weight(line), number)
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
        and not (len(letters) <= LONGEST_COLUMN and is_remark(line.text))
        and "。" not in line.text
    )


def nearest_heading(layout: Layout, refused: frozenset[str], before: int) -> Headline | None:
    """Return the heading nearest above line `before`, or the line right above the date strip; else None."""
    candidates = [n for n in range(max(0, before - NEAR), before) if may_be_title(layout.lines[n], refused)]
    marked = max(candidates, key=lambda n: (weight(layout.lines[n]), n), default=-1)
    if marked >= 0 and layout.lines[marked].heading:
        return Headline(layout.lines[marked].text, "heading", marked)
    above = [n for n in candidates if n + 1 < len(layout.lines) and is_strip(layout.lines[n + 1].text)]
    return Headline(layout.lines[above[-1]].text, "heading", above[-1]) if above else None


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
    linked = (line.text for line in layout.lines[:before] if line.links and len(line.text) <= LONGEST_MENU)
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
    root: etree._Element, layout: Layout, meta: dict[str, str], names: frozenset[str], before: int
) -> Headline | None:
    """Return what the page declares as the title of its article: ArticleTitle or <UCAPTITLE>."""
    element = root.findtext(".//ucaptitle")
    for origin, text in (("meta", standard_value(meta, "ArticleTitle")), ("ucaptitle", element)):
        title = plain(text or "")
        if title and key(title) not in names:
            number = line_of(layout, title, before)
            return Headline(title if number >= 0 else uncut(layout, title, before), origin, number)
    return None


def choose(root: etree._Element, layout: Layout, meta: dict[str, str], before: int) -> Headline | None:
    """Return the title: the declared one, the heading above `before` that agrees with <title>, or <title>.

    Of <title> the names of site and column are cut; where nothing is left, the heading nearest above counts.
    """
    told = (standard_value(meta, "SiteName"), standard_value(meta, "ColumnName"), meta.get("og:site_name"))
    names = frozenset(key(name) for name in told if name)
    if declared := declared_title(root, layout, meta, names, before):
        return declared
    element = root.find(".//title")
    written = plain("".join(element.itertext())) if element is not None else ""
    title, cut = cut_site(written, names | link_words(layout, before))
    refused = names | {key(part) for part in cut}
    core = key(title)
    agreed = agreeing_line(layout, written, title, refused, before) if len(core) >= SHORTEST_KEY else None
    if only_names(title, names):
        agreed = agreed if agreed and key(agreed.text) == core else None
        marked = nearest_heading(layout, refused | {core}, before)
        if marked and not (agreed and agreed.line > marked.line):
            return marked
    if agreed:
        return agreed
    return Headline(title, "title", line_of(layout, title, before)) if title else None
