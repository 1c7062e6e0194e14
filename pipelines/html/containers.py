"""Find the box that holds the text of an article: its content system's container, else the densest box."""

import re
from bisect import bisect_left
from itertools import accumulate, pairwise

from pipelines.html.boxes import Box, Layout, Line
from pipelines.html.families import Family, known_family
from pipelines.html.site_names import BOX_HEADINGS

PUNCTUATION = re.compile(r"[，。；：！？、“”（）《》,;:!?]")
# Every alternative begins with a character of its own, and re skips to the next of them.
FOOTER = re.compile(
    r"版权所有|C(?i:opyright)|c(?i:opyright)|©|I(?i:CP)[备证]|i(?i:CP)[备证]|公网安备|网站标识码"
)
DISCLAIMER = re.compile(
    r"特别声明|免责声明|版权声明|平台声明|不代表.{0,12}(?:观点|立场)|未经.{0,12}(?:授权|许可)|您访问的链接|请勿转载"
)
# What surrounds a text: buttons, paths, neighbours. In a sentence the words are the text's own.
WIDGET = re.compile(
    r"扫一扫|二维码|当前位置|现在位置|所在位置|您的位置|客户端|下一页|尾页|上一[篇条]|下一[篇条]|责任编辑|加载中|请刷新|条评论|跟[帖评]|浏览器版本|关键词?[:：]"
)
# In a footer as well as in a notice: no evidence for either.
IMPRINT = re.compile(
    r"(?:主办|承办|主管|技术支持|建议使用|地址|邮编|邮政编码|电话|邮箱|E(?i:-?mail)|e(?i:-?mail)|传真|网址|T(?i:el)|t(?i:el))\w{0,3}[:：]"
)
CUT_SHORT = ("…", "...")  # how the abstract of another page ends
COMMENTS = re.compile(r"\W*(?:网友|用户|最新|全部|热门|精彩)?(?:评论|跟[帖贴]|留言)(?:列表|区)?[\W\d]*条?\W*")
SHORT_LINE = 12
LINKED_SENTENCE = 8  # characters beside the links of a sentence that is mostly a link: 详见《…》第三条。
FOOTER_BELOW = 3  # a footer stands below the first third of the lines
FOOTER_PROSE = 60  # what a footer's lines are worth at most
REMARK = 160  # characters: a longer paragraph is text, whatever it mentions
SHORT_TEXT = 100  # a page with so little elsewhere has no text outside its container
KNOWN_SHARE = 0.6  # a known container must hold so much of the densest box's value


def is_remark(text: str) -> bool:
    """Tell whether a line is of a widget or an imprint, and no sentence."""
    return "。" not in text and (WIDGET.search(text) or IMPRINT.search(text)) is not None


def is_furniture(line: Line) -> bool:
    """Tell whether a line is certainly of the page round an article: a box's heading, a remark, a footer."""
    text = line.text
    return (
        line.hidden
        or line.aside
        or BOX_HEADINGS.match(text) is not None
        or FOOTER.search(text) is not None
        or (len(text) <= REMARK and (DISCLAIMER.search(text) is not None or is_remark(text)))
    )


def value(line: Line) -> float:
    """Return what a line says for the box that holds it: prose speaks for it, links and footers against."""
    length = len(line.text)
    if line.hidden:
        return 0
    if line.aside:
        return -min(length, 20)
    if line.listed:
        return -min(length, 40)
    if line.links * 2 > length and not (line.text.endswith("。") and length - line.links >= LINKED_SENTENCE):
        return -min(length, 40)
    if FOOTER.search(line.text):
        return -min(length, 60)
    if length <= REMARK and (DISCLAIMER.search(line.text) or is_remark(line.text)):
        return 0
    prose = max(length - 2 * line.links, 0)
    if PUNCTUATION.search(line.text):
        return prose + 5
    return prose * 0.5 if length > SHORT_LINE or "\t" in line.text else 0


def read_values(layout: Layout) -> list[float]:
    """Return the value of each line; what stands in one box with a licence line is of the footer too.

    Below a link, words that are cut short are the abstract of another page.
    """
    values = [value(line) for line in layout.lines]
    abstracts = [
        number
        for number, (above, line) in enumerate(pairwise(layout.lines), 1)
        if line.text.endswith(CUT_SHORT) and values[number] > 0 and values[number - 1] < 0 < above.links
    ]
    for number in abstracts if len(abstracts) > 1 else ():  # a single one may be the text's own
        values[number] = -min(len(layout.lines[number].text), 20)
    for number, line in enumerate(layout.lines):
        if line.heading and not line.links and COMMENTS.fullmatch(line.text):
            box = next((b for b in reversed(layout.boxes) if b.first <= number and b.last > number + 1), None)
            below = slice(number, box.last if box else number + 1)
            values[below] = [min(worth, -1) for worth in values[below]]
    licences = [n for n, line in enumerate(layout.lines) if values[n] < 0 and FOOTER.search(line.text)]
    if not licences:
        return values
    sums = [0, *accumulate(max(worth, 0) for worth in values)]
    done = 0  # outer boxes come first, and hold the inner ones
    for box in layout.boxes:
        if box.last <= done or FOOTER_BELOW * box.first < len(values):
            continue
        at = bisect_left(licences, box.first)
        held = at < len(licences) and licences[at] < box.last
        if held and sums[box.last] - sums[box.first] <= FOOTER_PROSE:
            values[box.first : box.last] = [min(worth, -1) for worth in values[box.first : box.last]]
            done = box.last
    return values


def find_container(layout: Layout, values: list[float]) -> tuple[Box | None, Family | None]:
    """Return the box that holds the article text, and its content system if the box is known by its name.

    `values` are those of the page's lines. A known container is taken unless another box holds much more;
    without one, the box whose lines are worth most; (None, None) on a page without words.
    """
    sums = [0, *accumulate(values)]
    known: Box | None = None
    best: Box | None = None
    best_score = known_score = float("-inf")
    family = None
    for box in layout.boxes:
        score = sums[box.last] - sums[box.first]
        # Equal: the inner one.
        if score > 0 and score >= best_score and (score > best_score or (best and box.last <= best.last)):
            best, best_score = box, score
        if score > known_score and (named := known_family(box)):
            known, known_score, family = box, score, named
    if known and (known_score >= KNOWN_SHARE * best_score or best_score < SHORT_TEXT):
        return known, family
    return (with_siblings(layout, best) if best else None), None


def with_siblings(layout: Layout, box: Box) -> Box:
    """Return the box round a single line, so that its neighbours count; any other box as it is."""
    if box.last - box.first > 1:
        return box
    around = [outer for outer in layout.boxes if outer.first <= box.first and outer.last > box.last]
    around += [outer for outer in layout.boxes if outer.first < box.first and outer.last == box.last]
    return max(around, key=lambda outer: (outer.first, -outer.last), default=box)


def densest(values: list[float], first: int, last: int) -> tuple[int, int]:
    """Return the part of lines `first` to `last` that is worth most: no menus before, no lists after."""
    total = best = 0.0
    end = first
    for number in range(first, last):
        total += values[number]
        if total >= best:
            best, end = total, number + 1
    total = best = 0.0
    start = end
    for number in range(end - 1, first - 1, -1):
        total += values[number]
        if total >= best:
            best, start = total, number
    return start, end
