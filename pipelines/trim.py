"""Part a page's lines into title, head, text and foot, and build the text that everything else reads."""

import re

from crawler.fold import fold
from crawler.items import Page
from pipelines.opening import DOCUMENT, could_be_title, find_title, path_tail
from pipelines.junk import (
    CLOSING,
    LABELLED,
    PROMPTS,
    STARS,
    any_of,
    is_head,
    is_noise,
    is_paragraph,
    is_spam,
    without_noise,
)
from pipelines.repeats import drop_repeats, line_key

BEFORE_TEXT = 8  # lines between headline and text in which the headline may be printed again
TEXT_ENOUGH = 30  # letters of text that must stand above a closing line
# What mirrors glue to the first line of the text.
LEAD = re.compile(
    r"^(?:(?:begin-->|date (?:19|20)\d\d-\d\d-\d\d(?= )|[(（]资料图片仅供参考[)）]|[(（\[【]原标题[:：][^()（）\[\]【】]{1,80}[)）\]】])\s*)+"
)
# What editors glue to the last one.
TAIL = re.compile(
    r"[(（\[【](?:责任编辑|责编|编辑|文章来源|稿件来源|来源)\s*[:：][^()（）\[\]【】]{0,40}[)）\]】]\s*$|"
    r"(?<=[。!！?？”])\s*(?:责任编辑|责编)\s*[:：][^。]{0,30}$"
)


def drop_spam(lines: list[str]) -> tuple[list[str], bool]:
    """Return the lines without spam, prompts and random strings, blank lines kept; and whether there was spam."""
    kept, spam = [], False
    for line in lines:
        line = without_noise(line).strip() if line.isascii() or " " in line else line
        folded = fold(line)
        if is_spam(folded):
            spam = True
        elif not line or STARS.match(line) or not (is_noise(folded) or any_of(PROMPTS, folded)):
            kept.append(line)
    return kept, spam


def is_variant(folded: str, title: str) -> bool:
    """Tell whether a line prints the headline again: whole, in part, with a tail, or in other words."""
    line, title = line_key(folded), line_key(title)
    if len(line) < 4 or len(title) < 4:
        return False
    if line in title or title in line:
        return len(line) <= 2 * len(title)
    pairs = {line[i : i + 2] for i in range(len(line) - 1)}
    known = {title[i : i + 2] for i in range(len(title) - 1)}
    return 2 * len(pairs & known) >= min(len(pairs), len(known))


def text_start(folded: list[str], title: str | None) -> int:
    """Return the index of the first line of the text in what follows the headline.

    Passed over: header, menu and caption lines, the headline again with what stands above it, and an official
    title under a catchy one. The first line of any other kind is text.
    """
    start = 0
    for at, line in enumerate(folded[:BEFORE_TEXT]):
        if is_paragraph(line) and not is_head(line):
            break
        if title and (is_variant(line, title) or (DOCUMENT.match(line) and could_be_title(line))):
            start = at + 1
    while start < len(folded) and (is_head(folded[start]) or STARS.match(folded[start])):
        start += 1
    return start


def text_end(folded: list[str]) -> tuple[int, list[int]]:
    """Return where the text ends, and the labelled lines inside it that are not text."""
    written, labelled = 0, []
    for at, line in enumerate(folded):
        if written >= TEXT_ENOUGH:
            if any_of(CLOSING, line) or (STARS.match(line) and at + 1 < len(folded)):
                return at, labelled
            if any_of(LABELLED, line):
                if not any(is_paragraph(later) for later in folded[at + 1 : at + 6]):
                    return at, labelled
                labelled.append(at)
        written += len(line)
    return len(folded), labelled


def is_list_line(folded: str) -> bool:
    """Tell an entry of a list of other pages: a few words and a date, not a sign-off."""
    return bool(re.search(r"^.{2,40}\s(?:20)?\d\d-\d\d-\d\d$|^[-·]\s*(?:20)?\d\d[-年]\d\d[-月]\d\d", folded))


def strip_end(folded: list[str], end: int) -> int:
    """Return `end` moved up over screenshot captions, bare numbers and lists of other pages."""
    while end > 1 and re.search(r"^\d{1,3}$|截图[)）]?$", folded[end - 1]) and len(folded[end - 1]) < 30:
        end -= 1
    first = end
    while first > 1 and is_list_line(folded[first - 1]):
        first -= 1
    return first if end - first >= 2 else end


class TrimPipeline:
    """Fills title (text/plain), head, foot, text and folded; no line of a page without text is thrown away."""

    def process_item(self, item: Page) -> Page:
        """Return the page parted; `text` and `folded` have the same length, one paragraph a line."""
        lines, spam = drop_spam(item.lines)
        if spam:
            item.transforms.append("spam")
        folded = [fold(line) for line in lines]
        head: list[str] = []
        if item.content_type == "text/plain" and not item.title:
            title = find_title(lines, folded)
            if title:
                first, last = title
                item.title = "".join(lines[first : last + 1])
                head += [line for line in lines[:first] if line]
                lines = lines[last + 1 :]
            else:
                item.title = next((tail for line in folded[:5] if (tail := path_tail(line))), None)
        lines = [line for line in lines if line]
        lines, second_header = drop_repeats(lines)
        if second_header:
            item.transforms.append("body_twice")
        if lines and (lead := LEAD.match(lines[0])):
            head.append(lead[0].strip())
            lines[0] = lines[0][lead.end() :]
        folded = [fold(line) for line in lines]
        start = text_start(folded, item.title and fold(item.title))
        if start == len(lines):
            start = 0
        end, labelled = text_end(folded[start:])
        end = strip_end(folded, start + end) if end else len(lines)
        text = [line for at, line in enumerate(lines[start:end]) if at not in labelled]
        foot = [lines[start + at] for at in labelled] + lines[end:]
        if text and (tail := TAIL.search(text[-1])) and tail.start():
            foot.insert(0, tail[0].strip())
            text[-1] = text[-1][: tail.start()].rstrip()
        item.head += head + lines[:start] or second_header
        item.foot = foot + item.foot
        item.lines = text
        item.text = "\n".join(text)
        item.folded = fold(item.text)
        return item
