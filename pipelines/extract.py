"""Read the lines of a page: what stands above, in and below its text, its title and its documents."""

from lxml import etree

from crawler.charset import decode
from crawler.items import Page
from crawler.meta_standard import read_meta, standard_value
from pipelines.html.anchor import title_with_day
from pipelines.html.attachments import read_attachments
from pipelines.html.body_kind import SHORT_BODY, body_kind, media_box
from pipelines.html.boxes import Box, Layout, Line
from pipelines.html.containers import densest, find_container, read_values
from pipelines.html.doubt import is_credible, short_text
from pipelines.html.headings import line_of
from pipelines.html.headline import choose, title_element
from pipelines.html.layout import clean, read_layout
from pipelines.html.markup import parse
from pipelines.html.script_text import wechat_time
from pipelines.html.site_names import BOX_HEADINGS, key
from pipelines.html.strip import DAY, head_lines, is_strip, labels_joined, strip_above, strip_below, strip_end
from pipelines.lines.opening import TITLE_LABEL

HEAD_LINES = 30
FOOT_LINES = 60
PARAGRAPH = 30  # characters of a line that is surely text
MOST_CHARACTERS = 100_000  # of a text; more is no notice, and reading a million takes a crawl its other sites
LONGEST_TITLE = 1_000
LONGEST_AROUND = 2_000  # characters of a line above or below the text
TITLE_WITHIN = 6  # lines: some containers hold the title too


def first_paragraph(lines: list[Line], values: list[float], first: int, last: int) -> int | None:
    """Return the first line of a range that is a sentence of some length, None if there is none."""
    whole = (n for n in range(first, last) if values[n] >= PARAGRAPH and "。" in lines[n].text)
    return next(whole, None)


def extent(layout: Layout, box: Box | None) -> tuple[int, int]:
    """Return the lines of a box, from the first to the one after the last; the end of the page without a box."""
    return (box.first, box.last) if box else (len(layout.lines), len(layout.lines))


def text_above(lines: list[Line], values: list[float], first: int, start: int) -> int:
    """Return where a text begins whose first paragraphs stand in a box of their own between title and `start`."""
    first = strip_end(lines, first, start)
    above, end = densest(values, first, start)
    return above if first_paragraph(lines, values, above, end) is not None else start


def bounded_foot(lines: list[Line]) -> list[str]:
    """Return the visible lines below a text: the first ones and those of the site's footer."""
    foot = [line.text for line in lines if not line.hidden]
    if len(foot) > FOOT_LINES:
        foot = foot[: FOOT_LINES // 2] + foot[-FOOT_LINES // 2 :]
    return labels_joined(foot)


def read_lines(page: Page, root: etree._Element, layout: Layout) -> etree._Element | None:
    """Fill title, head, lines and foot of `page`; return the element that holds its text, if there is one."""
    lines, values = layout.lines, read_values(layout)
    box, family = find_container(layout, values)
    first, last = extent(layout, box)
    opening, _ = densest(values, first, last)
    written = title_element(root)
    begin = None if family else title_with_day(layout, written, page.meta)
    if begin and opening < begin:
        values = [min(value, -1) for value in values[:begin]] + values[begin:]  # prose beside a short text
        box, family = find_container(layout, values)
        first, last = extent(layout, box)
        opening, _ = densest(values, first, last)
    paragraph = first_paragraph(lines, values, opening, last)
    before = min(last, opening + TITLE_WITHIN)
    paragraph = before if paragraph is None else paragraph
    before = max(before, paragraph)
    title = choose(written, layout, page.meta, before, paragraph, page.list_title)
    if title:
        page.title, page.title_from = TITLE_LABEL.sub("", title.text)[:LONGEST_TITLE], title.origin
    at = title.line if title else -1

    seen = any(is_strip(line.text) for line in lines[max(at + 1, first - HEAD_LINES) : first])
    strip = strip_end(lines, max(first, at + 1), last, complete=seen)
    start, last = densest(values, strip, last)
    if family is None and 0 <= at < first:
        start = text_above(lines, values, at + 1, start)
    element = box.element if box else None
    if family is None and not is_credible(layout, values, max(at + 1, strip), start, last):
        if title and at < 0:  # it was looked for above what is no text
            anywhere = choose(written, layout, page.meta, len(lines), len(lines), page.list_title)
            if anywhere and anywhere.line >= 0 and key(anywhere.text) in key(title.text):
                page.title, at = anywhere.text[:LONGEST_TITLE], anywhere.line
            else:
                at = line_of(layout, title.text, len(lines))
        strip = strip_end(lines, at + 1, len(lines))
        start, last = short_text(layout, values, strip)
        element = media_box(layout, max(at, strip - 1))
    last = strip_below(lines, start, last)
    while last > start + 1 and BOX_HEADINGS.match(lines[last - 1].text):  # of what stands below the text
        last -= 1
    head = max(at + 1, start - HEAD_LINES)
    if start == last:  # no text: the strip stands above the lists of other pages
        start = last = next((n for n in range(head, start) if BOX_HEADINGS.match(lines[n].text)), start)
    page.head = head_lines(lines, head, start)
    if not any(DAY.search(line) and is_strip(line) for line in page.head):
        page.head = strip_above(lines, at) + page.head
    page.lines = [line.text for line in lines[start:last] if not (line.aside or line.hidden)]
    page.foot = bounded_foot(lines[last:])
    return element


def read_html(page: Page) -> None:
    """Fill every field that the HTML of `page` supports, from one parse of its bytes."""
    root = parse(page.body)
    page.meta = read_meta(root)
    element = read_lines(page, root, read_layout(root))
    times = (wechat_time(script.text or "") for script in root.iter("script"))
    if time := next(filter(None, times), None):
        page.head.append(f"发布时间：{time}")
        account = next(iter(root.xpath("//*[@id='js_name']")), None)
        if account is not None:
            page.meta.setdefault("source", clean("".join(account.itertext())))
    if element is not None:
        page.attachments = read_attachments(element, page.url or standard_value(page.meta, "Url") or "")
    characters = sum(map(len, page.lines))
    if characters < SHORT_BODY:
        page.body_kind = body_kind(element, attachments=bool(page.attachments), text=characters > 0)
        if page.body_kind != "text":
            page.lines = []


def join_part(page: Page, body: bytes) -> None:
    """Add the text and the attachments of a further part of the article to `page`; its foot is the last one's."""
    part = Page(url=page.url, body=body, list_title=page.list_title)
    read_html(part)
    page.lines += part.lines
    page.foot = part.foot
    known = {attachment.url for attachment in page.attachments}
    page.attachments += [attachment for attachment in part.attachments if attachment.url not in known]
    if part.lines:
        page.body_kind = "text"


def cut_lines(lines: list[str], most: int = MOST_CHARACTERS) -> list[str]:
    """Return the lines up to the one that reaches `most` characters in all, line breaks too, itself cut there."""
    kept = []
    for line in lines:
        kept.append(line[:most])
        most -= len(line) + 1  # with its line break
        if most <= 0:
            break
    return kept


class ExtractPipeline:
    """Turns the fetched bytes into title, head, lines, foot, meta and attachments."""

    def process_item(self, item: Page) -> Page:
        """Fill the fields of this step; of an endless text keep the beginning, with the flag `text_cut`."""
        if item.content_type.startswith("text/plain"):
            # A tab stands between the cells of a copied table.
            item.lines = ["\t".join(map(clean, line.split("\t"))) for line in decode(item.body).splitlines()]
        else:
            read_html(item)
            for body in item.parts:
                join_part(item, body)
        kept = cut_lines(item.lines)
        if kept != item.lines:
            item.lines = kept
            item.flags.append("text_cut")
        item.head = [line[:LONGEST_AROUND] for line in item.head]
        item.foot = [line[:LONGEST_AROUND] for line in item.foot]
        return item
