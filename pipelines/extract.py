"""Read the lines of a page: what stands above, in and below its text, its title and its documents."""

import re

from lxml import etree

from crawler.charset import decode
from crawler.items import Page
from crawler.meta_standard import read_meta, standard_value
from pipelines.attachments import read_attachments
from pipelines.blocks import Line, clean, read_layout
from pipelines.containers import densest, find_container
from pipelines.headline import choose
from pipelines.markup import parse
from pipelines.script_text import wechat_time
from pipelines.strip import is_strip, strip_end

HEAD_LINES = 30
FOOT_LINES = 60
SHORT_BODY = 30  # characters: less is a caption, not a text
VIDEO = re.compile(r"\.(?:mp4|m3u8|flv|swf|wmv|avi|mov)\b", re.I)


def body_kind(box: etree._Element | None, text: str, *, attachments: bool) -> str:
    """Return what carries the message: text, image, video, attachment, or empty."""
    if len("".join(text.split())) >= SHORT_BODY:
        return "text"
    if box is not None:
        if next(box.iter("video", "embed", "object"), None) is not None or VIDEO.search(
            " ".join(element.get("src") or "" for element in box.iter("iframe", "source", "script"))
        ):
            return "video"
        if attachments:
            return "attachment"
        if next(box.iter("img"), None) is not None:
            return "image"
    return "text" if text.strip() else "empty"


def shown(lines: list[Line], first: int, last: int) -> list[str]:
    """Return the visible lines of a range."""
    return [line.text for line in lines[first:last] if not line.hidden]


def read_html(page: Page) -> None:
    """Fill the fields of an HTML page from one parse of its bytes."""
    root = parse(page.body)
    page.meta = read_meta(root)
    layout = read_layout(root)
    lines = layout.lines
    box = find_container(layout)
    first, last = (box.first, box.last) if box else (len(lines), len(lines))
    title = choose(root, layout, page.meta, min(last, first + 6))
    if title:
        page.title, page.title_from = title.text, title.origin
    at = title.line if title else -1
    start = max(first, at + 1)
    if first <= at or not any(is_strip(line.text) for line in lines[at + 1 : first][-HEAD_LINES:]):
        start = strip_end(lines, start, last)
    start, last = densest(lines, start, last)
    page.head = shown(lines, max(at + 1, start - HEAD_LINES), start)
    page.lines = shown([line for line in lines[start:last] if not line.aside], 0, last) or shown(lines, start, last)
    page.foot = shown(lines, last, len(lines))
    if len(page.foot) > FOOT_LINES:
        page.foot = page.foot[: FOOT_LINES // 2] + page.foot[-FOOT_LINES // 2 :]
    for script in root.iter("script"):
        if script.text and (time := wechat_time(script.text)):
            page.head.append(f"发布时间：{time}")
            break
    if box is not None:
        page.attachments = read_attachments(box.element, page.url or standard_value(page.meta, "Url") or "")
    page.body_kind = body_kind(box.element if box else None, "".join(page.lines), attachments=bool(page.attachments))
    if page.body_kind not in ("text", "attachment"):
        page.lines = []


class ExtractPipeline:
    """Turns the fetched bytes into title, head, lines, foot, meta and attachments."""

    def process_item(self, item: Page) -> Page:
        """Fill the fields of this step."""
        if item.content_type.startswith("text/plain"):
            item.lines = [clean(line) for line in decode(item.body).splitlines()]
        else:
            read_html(item)
        return item
