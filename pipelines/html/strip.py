"""The strip of an article: the lines of date, source and clicks between its title and its text."""

import re
from itertools import pairwise

from pipelines.html.boxes import Line

DAY = re.compile(
    r"(?:\d{4}|(?<!\d)\d{2})\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?|(?<!\d)\d{1,2}月\d{1,2}日"
)
DATE = re.compile(rf"{DAY.pattern}|(?<!\d)\d{{1,2}}\s*[:：∶时]\s*\d{{2}}(?!\d)")
LABEL = re.compile(
    r"(?:[来稿]\s*源\s*于?|时\s*间|日\s*期|作\s*者|编辑|审核|浏览\w{0,4}|点击\w{0,4}|阅读\w{0,4}|访问\w{0,4}|发布\w{0,4}|字\s*[体号])\s*[:：]"
)
EDITORS = re.compile(r"\W*(?:责任|本期|执行)?编\s*辑\s*[:：]")
SENTENCE = re.compile(r"[。；！？]")
# A date in the middle of words is told, not labelled: 截至11月10日已从….
IN_WORDS = re.compile(rf"[\u4e00-\u9fff](?<![年月日时分])(?:{DATE.pattern})(?![年月日时分])[\u4e00-\u9fff]")
AFTER_LABEL = re.compile(
    r"[\[【(（]?(?:发布(?:日期|时间)|(?:信息|文章|稿件|本文)?来\s*源于?|责任编辑)\s*[:：]"
)
ANYWHERE = re.compile(r"(?:发布(?:日期|时间)|来\s*源)\s*[:：]")
YEARLESS = re.compile(r"(?<![\d年])\d{1,2}月\d{1,2}日(?!\s*\d)")
CELL_LABEL = re.compile(r"[\u4e00-\u9fff\s]{2,8}")  # of an index table: 发布日期 in a cell of its own
PAGE_CLOCK = re.compile(r"今天|现在|当前|农历|℃")  # above a title: the day of the visit, and its weather
LONE_LABEL = re.compile(
    r"(?:信息|文章|稿件)?来\s*源\s*[:：]?|(?:发布|更新)(?:时间|日期)\s*[:：]?|(?:时间|日期)\s*[:：]"
)
NO_VALUE = re.compile(rf"\W*(?:{LABEL.pattern}|{LONE_LABEL.pattern}$|打印|分享|收藏|关闭|扫一扫|大\W*中)")
VALUE = 24  # characters of a value in a line of its own
PATH = re.compile(
    r"位置\s*[:：]|首页\s*[>›»→/]|设为首页|加入收藏|[\u4e00-\u9fff]\s*[>›»]{1,2}\s*[\u4e00-\u9fff]"
)
DAY_ALONE = re.compile(r"\d{1,2}日?")
MONTH_ALONE = re.compile(r"(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}月?")
NOTHING_ELSE = re.compile(r"[\d\W]+")  # below a link, a bare date is that of another page
CLOCK = re.compile(r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?")
LENGTH = 160
REST = 30  # characters beside a date: a source, an author
REST_YEARLESS = 8  # beside a month and a day: more is a headline
PROSE = 12  # characters of a sentence that is text, not a strip
WITHIN = 8  # lines below the title
ABOVE = 6  # lines above the title in which some templates put it
SHORT = 60
BESIDE = 2
AFTER = 3  # lines below the text in which some templates put it


def is_strip(text: str) -> bool:
    """Tell whether a line is of the strip: labels or a date, and no sentence."""
    if len(text) > LENGTH or SENTENCE.search(text):
        return False
    if LABEL.search(text):
        return True
    without, dates = DATE.subn("", text)
    rest = REST_YEARLESS if dates == 1 and YEARLESS.search(text) else REST
    return dates > 0 and len(without) <= rest and not IN_WORDS.search(text)


def labelled_cells(text: str) -> str:
    """Return the row of an index table with a colon between each label and its value; other lines as they are."""
    cells = text.split("\t")
    if len(cells) % 2 or not all(CELL_LABEL.fullmatch(label) for label in cells[::2]):
        return text
    return " ".join(f"{label}：{value}" for label, value in zip(cells[::2], cells[1::2], strict=True))


def strip_end(lines: list[Line], first: int, last: int, *, complete: bool = False) -> int:
    """Return the line after the strip that begins below line `first`, `first` if there is none.

    Where a strip was seen before (`complete`), only a short labelled line belongs to it: 来源：….
    """
    end, dated = first, complete
    for number in range(first, min(last, first + WITHIN)):
        text = lines[number].text
        if number > end and EDITORS.match(text):
            break  # who edited the text stands below it
        if number > end and len(text) > PROSE and 2 * lines[number].links > len(text) and not is_strip(text):
            break  # another page
        labelled = LABEL.search(text) is not None
        goes_on = number == end and CLOCK.fullmatch(text)  # the time of day in a line of its own
        if is_strip(text) and (labelled or not dated or goes_on) and not (complete and len(text) > SHORT):
            end = number + 1
            dated = dated or DATE.search(text) is not None  # a second date without a label is the text's own
        elif LONE_LABEL.fullmatch(text):
            end = min(number + 2, last)  # with its value
        elif not dated and number + 1 < last and is_leaf(text, lines[number + 1].text):
            end, dated = number + 2, True
        elif len(text) > (PROSE if "。" in text else SHORT):
            break
    return end


def is_leaf(above: str, below: str) -> bool:
    """Tell whether two lines are a day over its month, as on a leaf of a calendar, or a month over its day."""
    pair = (below, above) if len(above) > len(below) else (above, below)
    return bool(DAY_ALONE.fullmatch(pair[0]) and MONTH_ALONE.fullmatch(pair[1]))


def labels_joined(texts: list[str]) -> list[str]:
    """Return lines with each label that stands alone in one joined to its value in the next."""
    joined: list[str] = []
    for text in texts:
        if joined and LONE_LABEL.fullmatch(joined[-1]) and len(text) <= VALUE and not NO_VALUE.match(text):
            joined[-1] = f"{joined[-1].rstrip(':： ')}：{text}"
        else:
            joined.append(text)
    return joined


def head_lines(lines: list[Line], first: int, last: int) -> list[str]:
    """Return the visible lines of a range without its menus: links stay only beside a line of the strip."""
    near = {
        n + step
        for n in range(first, last)
        if is_strip(lines[n].text) and not lines[n].listed
        for step in range(-BESIDE, BESIDE + 1)
    }
    shown = [
        labelled_cells(lines[n].text)
        for n in range(first, last)
        if not (lines[n].hidden or lines[n].listed)
        and (2 * lines[n].links <= len(lines[n].text) or n in near)
    ]
    return labels_joined(shown)


def strip_above(lines: list[Line], title: int) -> list[str]:
    """Return the strip lines that stand shortly above the title line, and below the path to the page."""
    above = lines[max(0, title - ABOVE) : max(0, title)]
    above = above[next((n for n in range(len(above), 0, -1) if PATH.search(above[n - 1].text)), 0) :]
    return [
        labelled_cells(line.text)
        for before, line in pairwise([Line(""), *above])
        if is_strip(line.text)
        and not (line.hidden or PAGE_CLOCK.search(line.text))
        and (not line.links or ANYWHERE.search(line.text))  # a source may link to its site
        and not ((before.links or before.text.endswith("…")) and NOTHING_ELSE.fullmatch(line.text))
    ]


def strip_below(lines: list[Line], first: int, last: int) -> int:
    """Return the line at which a labelled date and source strip below the text begins, else `last`."""
    start = last
    for number in range(last - 1, max(first, last - AFTER - 1), -1):
        text = lines[number].text
        if len(text) > SHORT or SENTENCE.search(text):
            continue
        if AFTER_LABEL.match(text) or (DATE.search(text) and ANYWHERE.search(text)):
            start = number
    return start
