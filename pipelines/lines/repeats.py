"""Drop what a page prints twice: a second copy of the body, or a paragraph copied behind itself."""

import re
from itertools import accumulate

from pipelines.lines.junk import Line, is_paragraph

NOT_WORDS = re.compile(r"[\W_]+")
HEAD = 12  # letters at the beginning of a line
LONG = 30  # a line of so many letters does not recur by chance
BLOCK = 80  # letters that a recurring block must have in all
PARAGRAPH = 40  # letters of a single paragraph printed twice in a row
SECOND_HEADER = 8  # lines that may stand between two copies: column, title, date


def line_key(line: str) -> str:
    """Return the letters and digits of a line, by which copies of it are recognised."""
    return NOT_WORDS.sub("", line)


def line_head(line: str) -> str:
    """Return the first HEAD letters and digits of a line; its key is seldom needed."""
    letters = line_key(line[: 2 * HEAD])
    return letters[:HEAD] if len(letters) >= HEAD else line_key(line)[:HEAD]


def repeated_blocks(keys: list[str]) -> list[tuple[int, int, int]]:
    """Return (first copy, start, end) of every run of lines that repeats an earlier run, in linear time."""
    seen: dict[str, int] = {}
    blocks = []
    at = 0
    floor = 0  # no block reaches back over the one before it
    while at < len(keys):
        key = keys[at]
        first = seen.setdefault(key, at) if len(key) >= LONG else at
        if first == at:
            at += 1
            continue
        start, end = at, at + 1
        while (
            start - 1 >= floor and first - 1 >= 0 and start - 1 > first and keys[start - 1] == keys[first - 1]
        ):
            start, first = start - 1, first - 1
        source = first + (end - start)
        while end < len(keys) and source < start and keys[end] == keys[source]:
            end, source = end + 1, source + 1
        size = sum(len(k) for k in keys[start:end])
        if size >= BLOCK or (size >= PARAGRAPH and first == start - 1):
            blocks.append((first, start, end))
            floor = end
        at = end
    return blocks


def drop_repeats(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """Return the lines without second copies, and the header lines that stood before one.

    A header is taken out only before a copy that is longer than half of the text above it, and only lines
    that are no paragraph.
    """
    heads = [line_head(line.folded) for line in lines if len(line.folded) >= LONG]
    if len(set(heads)) == len(heads):  # as on most pages
        return lines, []
    keys = [line_key(line.folded) for line in lines]
    written = [0, *accumulate(map(len, keys))]
    dropped: set[int] = set()
    header: list[Line] = []
    before = letters_dropped = 0
    for first, start, end in repeated_blocks(keys):
        gap = range(max(first + (end - start), before), start)
        copied, above = written[end] - written[start], written[start] - letters_dropped
        short = len(gap) <= SECOND_HEADER and not any(is_paragraph(lines[i].folded) for i in gap)
        if short and copied * 2 > above:
            dropped.update(gap)
            header += [lines[i] for i in gap]
        dropped.update(range(start, end))
        before, letters_dropped = end, letters_dropped + copied
    return [line for i, line in enumerate(lines) if i not in dropped], header
