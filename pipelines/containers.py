"""Find the box that holds the text of an article: its content system's container, else the densest box."""

import re
from dataclasses import dataclass
from itertools import accumulate

from pipelines.layout import Box, Layout, Line


@dataclass(frozen=True)
class Family:
    """A content system, and the ids and classes of the element in which its templates put the text."""

    name: str
    ids: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()


FAMILIES = (
    Family(
        "TRS WCM 拓尔思",
        ("downloadContent",),
        ("TRS_Editor", "TRS_UEDITOR", "trs_editor_view", "Custom_UnionStyle", "cas_content"),
    ),
    Family("Hanweb 大汉", ("zoom",), ("main-txt",)),
    Family("UCAP 开普", ("UCAP-CONTENT", "cmsArticleContent"), ()),
    Family("Guangdong 南方网", ("zoomcon",), ("article-content", "content_article")),
    Family("Visual SiteBuilder 博达", ("vsb_content",), ("v_news_content",)),
    Family("webplus 苏迪", (), ("wp_articlecontent",)),
    Family("EasySite", ("easysiteText",), ()),
    Family("Longxun 龙讯", (), ("newscontnet", "j-fontContent")),
    Family("Shanghai 上海", ("ivs_content",), ()),
    Family("方正翔宇", ("contentMain", "articleContent"), ()),
    Family("Ministry of Public Security 公安部", ("ztdx", "fz_test"), ()),
    Family("Xinhua 新华", ("detailContent", "p-detail"), ()),
    Family("People 人民网", ("rwb_zw",), ("rm_txt_con",)),
    Family("GMW 光明", (), ("u-mainText",)),
    Family("NetEase 网易", ("endText",), ("post_body", "post_text")),
    Family("Sina 新浪", ("artibody",), ()),
    Family("WeChat 微信", ("js_content",), ()),
)
CONTAINER_IDS = {name.lower(): family for family in FAMILIES for name in family.ids}
CONTAINER_CLASSES = {name.lower(): family for family in FAMILIES for name in family.classes}
CONTAINER_TAGS = frozenset(("ucapcontent",))
NUMBERED_ID = re.compile(r"^(vsb_content)_\d+$|^(TRS_AUTOADD)_\d+$", re.I)

PUNCTUATION = re.compile(r"[，。；：！？、“”（）《》,;:!?]")
FOOTER = re.compile(r"版权所有|Copyright|©|ICP[备证]|公网安备|网站标识码", re.I)
# What pages say about themselves, wherever it stands.
SELF_TALK = re.compile(
    r"(?:特别|免责|版权|平台)声明|不代表.{0,12}(?:观点|立场)|未经.{0,12}(?:授权|许可)|您访问的链接|扫一扫|二维码"
    r"|(?:当前|现在|所在|您的)位置|客户端|下一页|尾页|[上下]一[篇条]|责任编辑|请勿转载|加载中|关键词?[:：]"
)
# In a footer as well as in a notice: no evidence for either.
IMPRINT = re.compile(
    r"(?:主办|承办|主管|技术支持|建议使用|地址|邮编|邮政编码|电话|邮箱|E-?mail|传真|网址|TEL)\w{0,3}[:：]",
    re.I,
)
SHORT_LINE = 12
SELF_TALK_LENGTH = 160
SHORT_TEXT = 100  # a page with so little elsewhere has no text outside its container
KNOWN_SHARE = 0.6  # a known container must hold so much of the densest box's value


def value(line: Line) -> float:
    """Return what a line says for the box that holds it: prose speaks for it, links and footers against."""
    length = len(line.text)
    if line.hidden:
        return 0
    if line.aside:
        return -min(length, 20)
    if line.links * 2 > length:
        return -min(length, 40)
    if FOOTER.search(line.text):
        return -min(length, 60)
    if length <= SELF_TALK_LENGTH and SELF_TALK.search(line.text):
        return 0
    if "。" not in line.text and IMPRINT.search(line.text):
        return 0
    marks = len(PUNCTUATION.findall(line.text))
    prose = length - 2 * line.links
    if marks:
        return prose + 5
    return prose * 0.5 if length > SHORT_LINE or "\t" in line.text else 0


def known_family(box: Box) -> Family | None:
    """Return the content system whose container this box is, by its id, class or tag."""
    element = box.element
    name = element.get("id")
    if name:
        name = name.strip().lower()
        numbered = NUMBERED_ID.match(name)
        family = CONTAINER_IDS.get(name) or (FAMILIES[0] if numbered else None)
        if family:
            return family
    classes = element.get("class")
    if classes:
        for name in classes.lower().split():
            if name in CONTAINER_CLASSES:
                return CONTAINER_CLASSES[name]
    return FAMILIES[2] if element.tag in CONTAINER_TAGS else None


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
        if score >= best_score and score > 0:  # equal: the inner one
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
