"""Read the lines of a page: what stands above, in and below its text, its title and its documents."""

import re

from lxml import etree

from crawler.charset import decode
from crawler.items import Page
from crawler.meta_standard import read_meta, standard_value
from pipelines.attachments import read_attachments
from pipelines.blocks import Layout, Line, clean, read_layout
from pipelines.containers import densest, find_container, value
from pipelines.headline import choose
from pipelines.markup import parse
from pipelines.script_text import wechat_time
from pipelines.strip import head_lines, is_strip, strip_above, strip_below, strip_end

HEAD_LINES = 30
FOOT_LINES = 60
TITLE_WITHIN = 6  # lines of the container: some hold the title too
DOUBTFUL = 200  # characters: so short a text in a nameless box must stand below the title
SMALL_WORDS = 8  # 打印, 分享到, 字体大小
LINES_BETWEEN = 2
BOXES_ROUND_TITLE = 4
SHORT_BODY = 30  # characters: less is a caption, not a text
VIDEO = re.compile(r"\.(?:mp4|m3u8|flv|swf|wmv|avi|mov)\b", re.I)


def body_kind(box: etree._Element | None, *, attachments: bool, text: bool) -> str:
    """Return what carries the message of a page with few words: image, video, attachment, text, or empty."""
    if box is not None:
        sources = " ".join(element.get("src") or "" for element in box.iter("iframe", "source", "script"))
        if next(box.iter("video", "embed", "object"), None) is not None or VIDEO.search(sources):
            return "video"
        if attachments:
            return "attachment"
        if next(box.iter("img"), None) is not None:
            return "image"
    return "text" if text else "empty"


def credible(lines: list[Line], after: int, start: int, worth: float) -> bool:
    """Tell whether a short text from line `start` on is one: worth its words, right below line `after`."""
    between = [line for line in lines[after:start] if len(line.text) > SMALL_WORDS and not is_strip(line.text)]
    return start >= after and len(between) <= LINES_BETWEEN and worth >= SHORT_BODY


def shown(lines: list[Line], first: int, last: int) -> list[str]:
    """Return the visible lines of a range."""
    return [line.text for line in lines[first:last] if not line.hidden]


def media_box(layout: Layout, at: int) -> etree._Element | None:
    """Return the nearest box round line `at` with a picture, a film or a document; None if none is near."""
    around = [box for box in layout.boxes if box.first <= at < box.last and box.element.tag not in ("body", "html")]
    for box in around[: -BOXES_ROUND_TITLE - 1 : -1]:
        if next(box.element.iter("img", "video", "embed", "object", "iframe"), None) is not None:
            return box.element
    return None


def read_html(page: Page) -> None:
    """Fill the fields of an HTML page from one parse of its bytes."""
    root = parse(page.body)
    page.meta = read_meta(root)
    layout = read_layout(root)
    lines = layout.lines
    values = list(map(value, lines))
    box, family = find_container(layout, values)
    first, last = (box.first, box.last) if box else (len(lines), len(lines))
    title = choose(root, layout, page.meta, min(last, first + TITLE_WITHIN))
    if title:
        page.title, page.title_from = title.text, title.origin
    at = title.line if title else -1
    above = lines[max(at + 1, first - HEAD_LINES) : first]
    complete = any(is_strip(line.text) for line in above)
    strip = strip_end(lines, max(first, at + 1), last, complete=complete)
    start, last = densest(values, strip, last)
    last = strip_below(lines, start, last)
    page.head = head_lines(lines, max(at + 1, start - HEAD_LINES), start)
    if not any(map(is_strip, page.head)):
        page.head = [line.text for line in strip_above(lines, at)] + page.head
    if time := next(filter(None, (wechat_time(script.text or "") for script in root.iter("script"))), None):
        page.head.append(f"发布时间：{time}")
    page.lines = [line.text for line in lines[start:last] if not (line.aside or line.hidden)]
    page.foot = shown(lines, last, len(lines))
    element = box.element if box else None
    characters = sum(map(len, page.lines))
    if family is None and characters < DOUBTFUL and not credible(lines, max(at + 1, strip), start, sum(values[start:last])):
        page.lines, characters = [], 0
        page.foot = shown(lines, strip, len(lines))
        element = media_box(layout, max(at, strip - 1))
    if element is not None:
        page.attachments = read_attachments(element, page.url or standard_value(page.meta, "Url") or "")
    if characters < SHORT_BODY:
        page.body_kind = body_kind(element, attachments=bool(page.attachments), text=characters > 0)
        if page.body_kind != "text":
            page.lines = []
    if len(page.foot) > FOOT_LINES:
        page.foot = page.foot[: FOOT_LINES // 2] + page.foot[-FOOT_LINES // 2 :]


class ExtractPipeline:
    """Turns the fetched bytes into title, head, lines, foot, meta and attachments."""

    def process_item(self, item: Page) -> Page:
        """Fill the fields of this step."""
        if item.content_type.startswith("text/plain"):
            item.lines = [clean(line) for line in decode(item.body).splitlines()]
        else:
            read_html(item)
        return item
