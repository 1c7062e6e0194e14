"""The title that a link gives to its article."""

import re
from collections.abc import Iterator

from lxml import etree

from crawler.dates import parse_date

GAP = "\ufffc"  # Unicode's sign for an object in a text
SILENT = {"script", "style", "noscript", "template"}
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BLOCKS = (*HEADINGS, "div", "p", "dt", "dd")
CUT = ("…", "..", "⋯")  # how a shortened title ends
LONGEST_LABEL = 24
CARD = re.compile(r"\s{0,20}(?:文章)?标\s{0,4}题\s{0,4}[:：]([^\r\n]{1,500})")
BULLET = re.compile(r"^(?:[\[【]置[顶頂][\]】]|[·•●○■□◆◇▪▶►※\-–—>»*\s])+(?=\S)")
# Anchors that lead somewhere without naming it.
LABEL = re.compile(
    r"[\[【(（<《\s]*(?:更多|more|详情|详细|查看(?:详情|全文|更多)?|阅读(?:全文|更多)?|点击(?:查看|进入|阅读)\S{0,4}|全文|new|置顶|图片|图文)"
    r"[\]】)）>》»›+.…\s]*",
    re.IGNORECASE,
)
PAGER_LABEL = re.compile(
    r"[\[<«‹【\s]*(?:(?:上|下|前|后)一?[页頁]|[首尾末][页頁]|第[一1]页|最[后後前]一?[页頁]|第?\s*\d{1,5}\s*页?|跳转|转到|go|next|prev(?:ious)?|last|first"
    r"|共?\d+页|\.{2,}|…|[<>«»‹›]+)[\]>»›】\s]*",
    re.IGNORECASE,
)


def squeeze(text: str | None) -> str:
    """Return a text with every run of white space made one blank."""
    return " ".join((text or "").split())


def pieces_of(
    element: etree._Element, without: set[etree._Element] | frozenset = frozenset()
) -> Iterator[str]:
    """Yield the texts of an element in order, squeezed and not empty; a GAP for the elements `without`."""
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, node in walk:
        if event == "end":
            text = node.tail if node is not element else None
        elif node.tag in SILENT or node in without:
            walk.skip_subtree()
            if node in without:
                yield GAP
            continue
        else:
            text = node.text
        if text and (text := squeeze(text)):
            yield text


def text_of(element: etree._Element) -> str:
    """Return the text of an element as a reader sees it."""
    return squeeze("".join(element.itertext()))


def shown(anchor: etree._Element) -> str:
    """Return the text by which an anchor names its article: its heading, its first long block, else all but a date."""
    pieces = list(pieces_of(anchor))
    if len(pieces) < 2:
        return pieces[0] if pieces else ""
    blocks = [squeeze("".join(block.itertext())) for block in anchor.iter(*BLOCKS) if block is not anchor]
    blocks = [block for block in blocks if len(block) > 4 and not (len(block) < 24 and parse_date(block))]
    headings = [text for heading in anchor.iter(*HEADINGS) if (text := text_of(heading))]
    if named := [text for text in headings if len(text) > 4] or headings or blocks:
        return named[0]
    return squeeze(
        "".join(
            text for text in anchor.itertext() if not (len(text) < 24 and parse_date(text, short_year="ce"))
        )
    )


def whole_title(anchor: etree._Element) -> str:
    """Return the `title=` of an anchor; of a card (`标题：…`, `作者：…` in lines) what it calls the title."""
    attribute = anchor.get("title") or ""
    card = CARD.match(attribute)
    return squeeze(card[1] if card else attribute)


def title_of(anchor: etree._Element) -> str:
    """Return the title an anchor names: its text, or its `title=` where that is the same text and whole."""
    text = shown(anchor)
    whole = whole_title(anchor)
    core = BULLET.sub("", text.rstrip(" ….⋯"))
    if whole and (len(core) < 2 or core[:8] in whole or whole in squeeze("".join(anchor.itertext()))):
        text = whole
    if not text:
        names = [squeeze(image.get("alt")) for image in anchor.iter("img")]
        text = max(names, key=len, default="")
    return BULLET.sub("", text)


def is_label(title: str) -> bool:
    """Say whether a link text names no article: 更多, 详情, 下一页, a number."""
    if len(title) > LONGEST_LABEL:
        return False
    return len(title) < 2 or bool(LABEL.fullmatch(title) or PAGER_LABEL.fullmatch(title))


def is_cut(title: str) -> bool:
    """Say whether a title ends in the dots of a shortened one."""
    return title.endswith(CUT)
