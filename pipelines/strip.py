"""The strip of an article: the lines of date, source and clicks between its title and its text."""

import re

from pipelines.blocks import Line

DATE = re.compile(
    r"(?:\d{4}|(?<!\d)\d{2})\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?|(?<!\d)\d{1,2}月\d{1,2}日"
    r"|(?<!\d)\d{1,2}\s*[:：∶时]\s*\d{2}(?!\d)"
)
LABEL = re.compile(
    r"(?:来\s*源|时\s*间|日\s*期|作\s*者|编辑|审核|浏览\w{0,4}|点击\w{0,4}|阅读\w{0,4}|访问\w{0,4}|发布\w{0,4}|字\s*[体号])\s*[:：]"
)
SENTENCE = re.compile(r"[。；！？]")
LENGTH = 160
REST = 30  # characters beside a date: a source, an author
WITHIN = 8  # lines below the title


def is_strip(text: str) -> bool:
    """Tell whether a line is of the strip: labels or a date, and no sentence."""
    if len(text) > LENGTH or SENTENCE.search(text):
        return False
    if LABEL.search(text):
        return True
    without, dates = DATE.subn("", text)
    return dates > 0 and len(without) <= REST


def strip_end(lines: list[Line], first: int, last: int) -> int:
    """Return the line after the strip that begins below line `first`, `first` if there is none."""
    end = first
    for number in range(first, min(last, first + WITHIN)):
        text = lines[number].text
        if is_strip(text):
            end = number + 1
        elif len(text) > REST and SENTENCE.search(text):
            break
    return end
