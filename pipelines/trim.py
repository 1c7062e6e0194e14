"""Part a page's lines into title, head, text and foot, and build the text that everything else reads."""

import re

from crawler.fold import fold
from crawler.items import Page
from pipelines.lines.above_text import DOCUMENT_NUMBER, is_header, is_menu
from pipelines.lines.below_text import text_end, without_last_words
from pipelines.lines.junk import DATE, STARS, WRITTEN, Line, any_of, is_paragraph, table
from pipelines.lines.noise import drop_noise, without_tokens
from pipelines.lines.opening import (
    NUMBERED,
    OFFICIAL_TITLE,
    TITLE_LABEL,
    could_be_title,
    find_title,
    title_in_path,
    without_date,
)
from pipelines.lines.repeats import drop_repeats, line_key

BEFORE_TEXT = 8  # lines below the headline in which it may be printed again
NAMES_ABOVE_DATE = 3  # lines
NUMBER = table(DOCUMENT_NUMBER)
DATED = re.compile(rf"{DATE}|{WRITTEN}|^\W*\d\d-\d\d\s\d\d:\d\d")
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
            if at - start < NAMES_ABOVE_DATE and DATED.search(line):
                start = at + 1  # an outlet or office may stand between headline and date
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


def take_title(item: Page, lines: list[Line]) -> list[Line]:
    """Set the title of a copied page, put what stands above it into the head; return the lines below it."""
    if found := find_title([line.folded for line in lines]):
        first, last = found
        printed = "".join(line.text for line in lines[first : last + 1])
        label = TITLE_LABEL.match(fold(printed))
        item.title = without_date(printed[label.end() :] if label else printed)
        above = [*lines[:first], Line(printed.replace(item.title, "").strip(), "")]
    else:
        paths = ((at, title_in_path(line.text)) for at, line in enumerate(lines[:BEFORE_TEXT]))
        last, item.title = next(((at, tail) for at, tail in paths if tail), (-1, None))
        above = lines[: last + 1]
    item.head += [line.text for line in above if line.text]
    return lines[last + 1 :]


def cut(line: Line, at: int) -> tuple[Line, Line]:
    """Return a line in two parts, white space between them dropped."""
    return (
        Line(line.text[:at].rstrip(), line.folded[:at].rstrip()),
        Line(line.text[at:].lstrip(), line.folded[at:].lstrip()),
    )


def part(
    lines: list[Line], title: str | None, *, numbered: bool = False
) -> tuple[list[Line], list[Line], list[Line]]:
    """Return head, text and foot of the lines below a headline; lines that are all labels are text.

    `numbered`: a document number (云公〔2031〕4号) right above the text is its first line, as in the container of an
    HTML page; on a copied page it is the site's.
    """
    head: list[Line] = []
    if lines and (lead := LEAD.match(lines[0].folded)):
        before, first = cut(lines[0], lead.end())
        head, lines = [before], [first, *lines[1:]] if first.text else lines[1:]
    folded = [line.folded for line in lines]
    start = text_start(folded, title)
    start = start if start < len(lines) else 0
    if numbered and start and any_of(NUMBER, folded[start - 1]):
        start -= 1
    end, labelled = text_end(folded[start:], in_html=numbered)
    end = start + without_last_words(folded[start:], end)
    outside = {start + at for at in labelled}
    text = [lines[at] for at in range(start, end) if at not in outside]
    foot = [lines[at] for at in sorted(outside)] + lines[end:]
    if text and (tail := TAIL.search(text[-1].folded)) and tail.start():
        text[-1], after = cut(text[-1], tail.start())
        foot.insert(0, after)
    return head + lines[:start], text, foot


class TrimPipeline:
    """Fills title (text/plain only), head, foot, text, folded; a page of nothing but labels keeps them."""

    def process_item(self, item: Page) -> Page:
        """Return the page parted; `text` and `folded` have the same length, one paragraph a line."""
        raw = [without_tokens(line) for line in item.lines]
        folded = fold("\n".join(raw)).split("\n")
        lines, spam = drop_noise([Line(*pair) for pair in zip(raw, folded, strict=bool(raw))])
        copied = item.content_type.startswith("text/plain")
        if copied and not item.title:
            lines = take_title(item, lines)
        lines, second_header = drop_repeats([line for line in lines if line.text])
        head, text, foot = part(lines, item.title and fold(item.title), numbered=not copied)
        item.head += [line.text for line in head]
        item.head = item.head or [line.text for line in second_header]
        item.foot = [line.text for line in foot] + item.foot
        item.lines = [line.text for line in text]
        item.text = "\n".join(item.lines)
        item.folded = "\n".join(line.folded for line in text)
        item.transforms += ["spam"] * spam + ["body_twice"] * bool(second_header)
        return item
