"""Find the lines of a page that may be its title: by what its <title> says, by where they stand."""

import re
from dataclasses import dataclass
from itertools import pairwise

from crawler.fold import fold
from pipelines.html.boxes import Layout, Line
from pipelines.html.containers import is_remark
from pipelines.html.elements import HEADINGS
from pipelines.html.site_names import BOX_HEADINGS, SEPARATOR, SHORTEST_KEY, is_name, key
from pipelines.html.strip import DATE, IN_WORDS, LABEL, is_strip
from pipelines.lines.above_text import is_header, is_menu

LINES_OF_TITLE = 4
ENOUGH = 8  # letters of a line that agree with <title>: fewer must be a third of it
NEAR = 24  # lines above the text in which an unconfirmed heading may stand
LONGEST_COLUMN = 12  # characters of a column's name: longer links are titles
LONGEST_TITLE = 120
ABOVE = 4  # lines above the strip in which an unmarked title may stand
STRIP_GAP = 5
CUT_AT = 18  # letters: a template may cut a longer <title> short without dots
DOTS = "….⋯"  # of a title cut short in a list
SHORT_TITLE = re.compile(r"通告|公告|通报|通知|公示|公开信|倡议书|提示")
UNFINISHED = re.compile(r"[：:，,；;、]$")  # 各派出所：
SECTION = re.compile(
    r"[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]+[)）]|案例[一二三四五六七八九十\d]|\d{1,2}[.、．\s]\D"
)
UNITS = re.compile(r"[\d\s/.:-]+")  # a date in parts
BYLINE = re.compile(
    r"[（(【].*[)）】]$|\S{0,6}(?:记者|通讯员)[\s:：]|[\u4e00-\u9fff]{2,4}\s?/|.{2,8}供稿$|\W*[A-Za-z ]{1,24}$"
)
LABEL_BEFORE = re.compile(r"\s*[(（\[【]?\s*(?:[\u4e00-\u9fff]{0,4}(?:时间|日期)\s*[:：])?\s*$")


@dataclass(frozen=True)
class Headline:
    """The title, where it was read (meta, ucaptitle, heading, title), and the number of its line, else -1."""

    text: str
    origin: str
    line: int = -1


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
    parts = [key(part) for part in SEPARATOR.split(title)]
    for number, line in enumerate(layout.lines[:before]):
        menu = line.links and number < text - NEAR  # or the site's name, which links to its front page
        letters = "" if line.hidden or menu else key(line.text)
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
        few = len(letters) < ENOUGH and 3 * len(letters) < len(core)
        if few and not (letters == parts[0] and above_strip(layout, line.text, before)):
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


def may_be_part(line: Line) -> bool:
    """Tell whether a line of a heading's element goes on with its title: no strip, subtitle, link or hidden words."""
    return not (line.hidden or line.links or line.text.startswith("——") or is_strip(line.text))


def before_date(text: str) -> str | None:
    """Return the headline in a line that goes on with the strip, None for any other line."""
    found = DATE.search(text)
    if found is None or "。" in text or IN_WORDS.search(text):
        return None
    headline = LABEL_BEFORE.sub("", text[: found.start()])
    return headline if ENOUGH <= len(key(headline)) <= LONGEST_TITLE and not LABEL.search(headline) else None


def above_strip(layout: Layout, text: str, before: int) -> bool:
    """Tell whether `text` stands as a line of its own above line `before`, as <h1> or right above the strip."""
    return any(
        line.text == text and not line.links and (line.heading == "h1" or is_strip(below.text))
        for line, below in pairwise(layout.lines[: before + 1])
    )


def strip_top(lines: list[Line], first: int, text: int) -> int | None:
    """Return the first line of the strip that stands nearest above line `text`, None if there is none."""
    top = None
    for number in range(text - 1, first - 1, -1):
        if is_strip(lines[number].text):
            top = number
        elif top is not None and (top - number > STRIP_GAP or may_be_title(lines[number], frozenset())):
            break
    return top


def is_subtitle(line: Line, below: Line) -> bool:
    """Tell whether the line `below` a heading is its subtitle: a lesser heading, or words after a dash."""
    return bool(line.heading) and (
        below.text.startswith("——") or "h1" == line.heading < below.heading <= "h6"
    )


def whole_heading(layout: Layout, number: int) -> Headline:
    """Return the heading in line `number` without a date after it, with the other lines of its element."""
    lines = layout.lines
    text = before_date(lines[number].text) or lines[number].text
    box = next((b for b in layout.boxes if b.tag in HEADINGS and b.first <= number < b.last), None)
    parts = lines[box.first : box.last] if box else []
    if 1 < len(parts) < LINES_OF_TITLE and all(may_be_part(line) for line in parts):
        return Headline("".join(line.text for line in parts), "heading", box.last - 1)
    return Headline(text, "heading", number)


def nearest_heading(
    layout: Layout, names: frozenset[str], refused: frozenset[str], before: int, text: int
) -> Headline | None:
    """Return the marked heading nearest above line `before`, else the line right above the strip or the text.

    The name of a site or column (`names`) above an unmarked line is none; `text` is the line of the first
    paragraph.
    """
    lines = layout.lines
    near = [
        n
        for n in range(max(0, before - NEAR), before)
        if may_be_title(lines[n], refused) and not SECTION.match(lines[n].text)
    ]
    top = strip_top(lines, max(0, text - NEAR), text)
    above_at = text if top is None else top
    above = [n for n in range(max(0, above_at - ABOVE), above_at) if may_be_title(lines[n], refused)]
    marked = max(near, key=lambda n: (weight(lines[n]), n < text, n), default=-1)
    if marked - 1 in near and is_subtitle(lines[marked - 1], lines[marked]):
        marked -= 1
    if marked >= 0 and lines[marked].heading and not (above and is_name(lines[marked].text, names)):
        return whole_heading(layout, marked)
    if above and (top is not None or len(key(lines[above[-1]].text)) >= ENOUGH):
        return Headline(before_date(lines[above[-1]].text) or lines[above[-1]].text, "heading", above[-1])
    if top is not None and (below := [n for n in near if top < n < text]):
        return Headline(lines[below[0]].text, "heading", below[0])
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
