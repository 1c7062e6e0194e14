"""Name the source that a page gives for its text: rule 6 of the labelled set, an order of places."""

import re

from crawler.dates import find_dates
from crawler.fold import fold
from crawler.items import Page
from pipelines.attribution.beside_date import above_date, beside_date
from pipelines.attribution.dateline import find_dateline
from pipelines.attribution.labels import SENTENCE, read_fields, strip_lines
from pipelines.attribution.organisations import is_name
from pipelines.attribution.source_kind import source_kind
from pipelines.attribution.source_name import (
    AROUND,
    LONGEST,
    LONGEST_FIELD,
    NOBODY,
    OUTLET,
    clean_source,
)

FOOT_LINES = 12  # of the foot: below it stand lists of other pages, with sources of their own
END_LINES = 3  # of the text: a source may close it
CLOSING = re.compile(r"(?:^|[。！!？?”])\s?[(（](?P<name>[\u4e00-\u9fffA-Za-z·]{2,16})[)）]$")
STRIP_LINES = 4  # below a text in which its strip may stand: 发布时间：2031-04-02 来源：…
FOOT_LABEL = re.compile(
    r"^[\W_]*(?:(?:信息|稿件|文章|消息|新闻|本文)?来\s*源(?:于)?|(?:本文)?转载?自|稿\s*源)\s*[:：丨︰|｜/]"
)


def labelled(lines: list[str]) -> str | None:
    """Return the value of the first source label of `lines` that names somebody; an original before its copyist."""
    fields = [field for line in lines for field in read_fields(line)]
    for kinds in (("original",), ("source",), ("publisher",), ("contributor",)):
        for field in fields:
            if field.kind in kinds and (name := clean_source(field.value)):
                return name
    return None


def closing(page: Page) -> str | None:
    """Return the outlet that closes the text, in brackets or beside a date; a public body there signs."""
    last = page.text.rsplit("\n", 1)[-1]
    found = CLOSING.search(fold(last))
    name = last[found.start("name") : found.end("name")] if found else without_date(last)
    folded = fold(name)
    return None if is_name(folded) or NOBODY.fullmatch(folded) or not OUTLET.fullmatch(folded) else name


def is_dated(line: str) -> bool:
    """Tell a strip that names its source from a sentence: short, with a date in a field."""
    return len(line) <= LONGEST_FIELD and not SENTENCE.search(line) and bool(find_dates(fold(line)))


def without_date(line: str) -> str:
    """Return what a short line holds beside its one date, "" if it has none."""
    found = find_dates(fold(line)) if len(line) <= LONGEST else []
    return (line[: found[0].start] + line[found[0].end :]).strip(AROUND) if len(found) == 1 else ""


def find_source(page: Page) -> tuple[str, str] | None:
    """Return the source as written, and where: header, foot, meta, text or beside_date; None if nobody is named."""
    last = [part for line in page.text.split("\n")[-END_LINES:] for part in (line, SENTENCE.split(line)[-1])]
    end = [line for line in last if FOOT_LABEL.match(fold(line))]
    foot = [
        line
        for line in page.foot[:FOOT_LINES]
        if FOOT_LABEL.match(fold(line)) or (line in page.foot[:STRIP_LINES] and is_dated(line))
    ]
    stated = clean_source(page.meta.get("contentsource") or page.meta.get("source") or "")
    for lines, origin in ((strip_lines(page), "header"), ([*end, *foot], "foot")):
        if name := labelled(lines):  # what the template glued to a name is told by the meta tag
            return (stated if stated and name.startswith(stated) else name), origin
    text = page.text
    dateline = find_dateline(page.folded)
    if dateline is None:  # a byline above the text
        text = "\n".join(page.head)
        dateline = find_dateline(fold(text))
    written = text[dateline.start : dateline.end] if dateline else None
    beside = beside_date(page) or above_date(page)
    # Copied texts have the copying site beside the date; the strip of an HTML page has the source there.
    places = [
        (written if dateline and dateline.told else None, "text"), (stated, "meta"), (written, "text"), (closing(page), "text"), (beside, "beside_date"),
    ]  # fmt: skip
    if not page.content_type.startswith("text/plain"):
        places.insert(0, places.pop())
    return next(((name, origin) for name, origin in places if name), None)


class SourcePipeline:
    """Fills `source` as published, `source_from` and `source_kind`."""

    def process_item(self, item: Page) -> Page:
        """Leave `source` None where the page names nobody."""
        if found := find_source(item):
            item.source, item.source_from = found
            if "pinyin" in item.transforms:  # such mirrors also turn names into traditional characters
                item.source = fold(item.source)
            item.source_kind = source_kind(item.source)
        return item
