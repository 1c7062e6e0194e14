"""Part a page's lines into title, head, text and foot, and build the text that everything else reads."""

import re

from crawler.fold import fold
from crawler.items import Page
from pipelines.junk import (
    CLOSING,
    LABELLED,
    OWNER,
    OWNER_WITHIN,
    PROMPTS,
    STARS,
    any_of,
    is_header,
    is_menu,
    is_noise,
    is_paragraph,
    is_spam,
    without_noise,
)
from pipelines.opening import NUMBERED, OFFICIAL_TITLE, could_be_title, find_title, path_tail
from pipelines.repeats import drop_repeats, line_key

BEFORE_TEXT = 8  # lines below the headline in which it may be printed again
TEXT_ENOUGH = 30  # letters of text that must stand above a closing line
GOES_ON = 5  # lines below a labelled line in which a paragraph says that the text goes on
SAME_TITLE = 0.4  # share of the headline that a line must repeat to be it again
# What mirrors glue to the first line of the text.
LEAD = re.compile(
    r"^(?:(?:begin-->|date (?:19|20)\d\d-\d\d-\d\d(?= )|[(（]资料图片仅供参考[)）]|原标题(?= )"
    r"|[(（\[【]原标题[:：][^()（）\[\]【】]{1,80}[)）\]】])\s*)+"
)
# What editors glue to the last one.
TAIL = re.compile(
    r"[(（\[【](?:责任编辑|责编|编辑|文章来源|稿件来源|来源)\s*[:：][^()（）\[\]【】]{0,40}[)）\]】]$"
    r"|(?<=[。!！?？”])\s?(?:责任编辑|责编)\s*[:：][^。]{0,30}$|end-->$"
)
LAST_WORDS = re.compile(r"^\d{1,3}$|截图[)）]?$")
LIST_LINE = re.compile(r"^.{2,40}\s(?:20)?\d\d-\d\d-\d\d$|^[-·]\s*(?:20)?\d\d[-年]\d\d[-月]\d\d")


def drop_junk(lines: list[str]) -> tuple[list[str], bool]:
    """Return the lines without spam, prompts and random strings, blank ones kept; and whether there was spam."""
    kept, spam = [], False
    for line in map(without_noise, lines):
        folded = fold(line)
        if is_spam(folded):
            spam = True
        elif not line or STARS.match(line) or not (is_noise(folded) or any_of(PROMPTS, folded)):
            kept.append(line)
    return kept, spam


def repeats_title(folded: str, title: str) -> bool:
    """Tell whether a line prints the headline again, whole or with a tail."""
    line, title = line_key(folded), line_key(title)
    return len(title) >= 4 and title in line and len(line) <= 2 * len(title)


def resembles_title(folded: str, title: str) -> bool:
    """Tell whether a line prints a good part of the headline, or most of it in other words."""
    line, title = line_key(folded), line_key(title)
    if len(line) < 4 or NUMBERED.match(folded):
        return False
    if line in title:
        return len(line) >= SAME_TITLE * len(title)
    pairs = {line[i : i + 2] for i in range(len(line) - 1)}
    known = {title[i : i + 2] for i in range(len(title) - 1)}
    return len(line) >= 8 and 2 * len(pairs & known) >= min(len(pairs), len(known))


def text_start(folded: list[str], title: str | None) -> int:
    """Return the index of the first line of the text in what follows the headline.

    Passed over: header, menu and caption lines, the headline again with what stands above it, and an official
    title under a catchy one. The first line of any other kind is text.
    """
    start = 0
    for at, line in enumerate(folded[:BEFORE_TEXT]):
        if is_header(line) or is_menu(line):
            continue
        if is_paragraph(line):
            break
        if title and (repeats_title(line, title) or (OFFICIAL_TITLE.match(line) and could_be_title(line))):
            start = at + 1
    while start < len(folded):
        line = folded[start]
        again = title and not is_paragraph(line) and resembles_title(line, title)
        if not (again or STARS.match(line) or is_header(line) or is_menu(line)):
            break
        start += 1
    return start


def closing_start(folded: list[str], at: int) -> int:
    """Return where the foot begins that has a closing line at `at`: the owner of the site may stand above it."""
    above = range(max(at - OWNER_WITHIN, 0), at)
    return next((i for i in above if any_of((OWNER,), folded[i])), at)


def text_end(folded: list[str]) -> tuple[int, list[int]]:
    """Return where the text ends, and the labelled lines inside it that are not text."""
    written, labelled = 0, []
    for at, line in enumerate(folded):
        if written >= TEXT_ENOUGH:
            if any_of(CLOSING, line) or (STARS.match(line) and at + 1 < len(folded)):
                return closing_start(folded, at), labelled
            if any_of(LABELLED, line):
                if not any(is_paragraph(later) for later in folded[at + 1 : at + 1 + GOES_ON]):
                    return at, labelled
                labelled.append(at)
        written += len(line)
    return len(folded), labelled


def strip_end(folded: list[str], end: int) -> int:
    """Return `end` moved up over screenshot captions, bare numbers and lists of other pages."""
    while end > 1 and len(folded[end - 1]) < 30 and LAST_WORDS.search(folded[end - 1]):
        end -= 1
    first = end
    while first > 1 and len(folded[first - 1]) < 60 and LIST_LINE.match(folded[first - 1]):
        first -= 1
    return first if end - first >= 2 else end


def take_title(item: Page, lines: list[str]) -> list[str]:
    """Set the title of a copied page and put what stands above it into the head; return the lines below it."""
    folded = [fold(line) for line in lines]
    if found := find_title(folded):
        first, last = found
        item.title = "".join(lines[first : last + 1])
        above = lines[:first]
    else:
        paths = ((at, path_tail(line)) for at, line in enumerate(lines[:BEFORE_TEXT]))
        last, item.title = next(((at, tail) for at, tail in paths if tail), (-1, None))
        above = lines[: last + 1]
    item.head += [line for line in above if line]
    return lines[last + 1 :]


class TrimPipeline:
    """Fills title (text/plain only), head, foot, text and folded; a page of nothing but labels keeps them as text."""

    def process_item(self, item: Page) -> Page:
        """Return the page parted; `text` and `folded` have the same length, one paragraph a line."""
        lines, spam = drop_junk(item.lines)
        if item.content_type.startswith("text/plain") and not item.title:
            lines = take_title(item, lines)
        lines, second_header = drop_repeats([line for line in lines if line])
        if lines and (lead := LEAD.match(fold(lines[0]))):
            item.head.append(lines[0][: lead.end()].strip())
            lines[0] = lines[0][lead.end() :]
        folded = [fold(line) for line in lines]
        start = text_start(folded, item.title and fold(item.title)) % max(len(lines), 1)
        end, labelled = text_end(folded[start:])
        end = start + strip_end(folded[start:], end)
        text = [line for at, line in enumerate(lines[start:end]) if at not in labelled]
        foot = [lines[start + at] for at in labelled] + lines[end:]
        if text and (tail := TAIL.search(fold(text[-1]))) and tail.start():
            foot.insert(0, text[-1][tail.start() :].strip())
            text[-1] = text[-1][: tail.start()].rstrip()
        item.head += lines[:start]
        item.head = item.head or second_header
        item.foot = foot + item.foot
        item.lines = text
        item.text = "\n".join(text)
        item.folded = fold(item.text)
        item.transforms += ["spam"] * spam + ["body_twice"] * bool(second_header)
        return item
