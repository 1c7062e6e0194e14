"""Collect what each place of a page says of its publish date."""

import re
from datetime import date, timedelta
from itertools import pairwise

from crawler.dates import Day, FoundDate, find_dates, parse_date
from crawler.fold import fold
from crawler.items import Page, Witness
from crawler.url_dates import date_in_url
from pipelines.attribution.era import short_year
from pipelines.attribution.labels import SENTENCE, URL, Field, read_fields, strip_lines
from pipelines.attribution.signoff import Signoff, whole_date
from pipelines.lines.junk import DATE

# The order that was found best on labelled notices; on HTML pages the shown date before PubDate, which is the
# time of a re-publish or import on one page in nine.
ORDER = ("header", "signoff", "meta", "url", "list", "original_url", "body")
META_NAMES = (
    "pubdate", "publishdate", "publish-date", "publishtime", "article:published_time", "og:published_time", "datepublished",
    "weibo:article:create_at", "og:release_date", "dc.date.issued", "firstpublishedtime",
)  # fmt: skip
# Page clocks, profiles and counters: dates that are nobody's publish date.
CLOCK = re.compile(r"今天是|现在是|GMT|农历|注册|登录|在线时间|最后|版权|Copyright|©|ICP", re.IGNORECASE)
META_PREFIX = re.compile(r"\s*date[ :]\s*(?=\d{4}-\d\d-\d\d)")
# A template's date and clicks, glued to the title.
GLUED_TO_TITLE = re.compile(
    r"(?<=.{6})\d{4}[-/年]\d\d?[-/月]\d\d?日?\s?\d\d:\d\d(?::\d\d)?\s*(?:(?:浏览|阅读|点击).{0,20})?$"
)
UNLABELLED = ("none", "source", "original", "publisher", "contributor", "other")
PERIOD = re.compile(rf"{DATE}\s?[-—–~～至到]+\s?{DATE}")  # what a report covers
LEAF = 8  # characters of a line of a day in two lines
BESIDE = 40  # characters that may stand beside an unlabelled date: a name, a count
FOOT_LINES = 4  # a labelled date may follow the text; below stand lists of other pages
# `21日发布` tells the day of a notice; the month and year have to stand in the text.
ANNOUNCED = re.compile(
    r"(?=\d)(?:(?P<month>\d{1,2})月)?(?<!\d)(?P<day>\d{1,2})日(?:上午|下午|晚|凌晨|\d{1,2}时(?:\d{1,2}分)?)?"
    r"(?:发布(?!会)|通报|公布|电(?![话信])|讯(?!问)|消息)"
)
LEAD = 400  # characters of the text in which an announcement stands
NEAR = 31  # days from the last dated event to its announcement


def strip_dates(field: Field, short_year: str) -> list[FoundDate]:
    """Return the dates to the day in a field of the strip, a two-digit year only if nothing else stands there."""
    value = URL.sub(lambda found: " " * len(found[0]), field.value)
    value = " ".join(value.split())
    if PERIOD.search(fold(value)):
        return []
    found = [hit for hit in find_dates(value) if hit.day.date]
    # the title again (2031-04-02)
    at_edge = found and (found[0].start <= 1 or len(value) - found[-1].end <= 1)
    if field.kind == "none" and (SENTENCE.search(value) or (len(value) > BESIDE and not at_edge)):
        return []
    found = found or [hit for hit in find_dates(value, short_year=short_year) if hit.day.date]
    whole = None if found or (field.kind == "none" and value.isdecimal()) else parse_date(value)
    return [FoundDate(0, len(value), whole)] if whole and whole.date else found


def day_blocks(head: list[str]) -> list[str]:
    """Return the dates that stand in two lines, as on a leaf of a calendar: 25 above 2031-08."""
    short = ((above, below) for above, below in pairwise(head) if len(above) <= LEAF and len(below) <= LEAF)
    return [f"{above} {below}" for above, below in short]


def header_witness(page: Page) -> Witness | None:
    """Return the labelled date of the strip, else the date alone or beside a name in it, else one in the foot."""
    first = page.text.split("\n", 1)[0]
    lines = [*strip_lines(page), *([first] if whole_date(fold(first)) else []), *day_blocks(page.head)]
    if page.title and (found := GLUED_TO_TITLE.search(fold(page.title))):
        lines.append(found[0])
    head, foot = (
        [
            field
            for line in part
            if not (CLOCK.search(line) or META_PREFIX.match(line))
            for field in read_fields(line)
        ]
        for part in (lines, page.foot[:FOOT_LINES])
    )
    if any(field.kind == "place" for field in head):  # 时间：… 地点：… is of an event
        head = [field for field in head if field.kind != "time"]
    era = short_year(page.folded, page.url) if page.script == "hant" else "ce"
    below = [field for field in foot[:1] if whole_date(fold(field.line))]  # the time of a post, under it
    first_below = [field for field in foot if field.line == page.foot[0]]
    places = (
        (head, ("date",)),
        (head, ("time",)),
        (head, ("publisher",)),  # 发布：2031-04-02
        (head, ("updated",)),
        (head, UNLABELLED),
        (foot, ("date",)),
        (first_below, ("time",)),
        (foot, ("updated",)),
        (below, UNLABELLED),
    )
    for fields, kinds in places:
        for field in fields:
            if field.kind in kinds and (found := strip_dates(field, era)):
                return Witness("header", found[0].day.iso, field.line.strip())
    return None


def announced_day(folded: str) -> Witness | None:
    """Return the day on which the lead says something was announced, if a full date just before it gives the year."""
    found = ANNOUNCED.search(folded[:LEAD])
    if found is None:
        return None
    full = [date.fromisoformat(day) for hit in find_dates(folded) if (day := hit.day.date)]
    if not full:
        return None
    last = max(full)
    for ahead in range(NEAR):
        day = last + timedelta(days=ahead)
        if day.day == int(found["day"]) and found["month"] in (None, str(day.month), f"{day.month:02}"):
            return Witness("body", day.isoformat(), found[0])
    return None


def url_witness(origin: str, url: str | None) -> Witness | None:
    """Return the day in an address."""
    day = date_in_url(url) if url else None
    return Witness(origin, day.iso, url) if day and url else None


def written_witness(origin: str, text: str | None) -> Witness | None:
    """Return the date a short text consists of: a meta tag's content, the date beside a link."""
    day: Day | None = parse_date(text) if text else None
    return Witness(origin, day.iso, text) if day and day.date and text else None


def meta_witness(page: Page) -> Witness | None:
    """Return the publish date of the first meta tag that has one; generation times are not read."""
    named = (written_witness("meta", page.meta.get(name)) for name in META_NAMES)
    first = [*page.head[:1], page.text[:40]]
    prefixed = (META_PREFIX.match(line) for line in first)
    shown = (written_witness("meta", found.string[found.end() :][:10]) for found in prefixed if found)
    return next((witness for witness in (*named, *shown) if witness), None)


def signoff_witness(signoff: Signoff | None) -> Witness | None:
    """Return the date of a sign-off."""
    return Witness("signoff", signoff.day.iso, signoff.quote) if signoff and signoff.day else None


def witnesses(page: Page, signoff: Signoff | None) -> list[Witness]:
    """Return what each place of the page says of its publish date, at most one a place, in the order of trust."""
    found = (
        header_witness(page), signoff_witness(signoff), meta_witness(page), url_witness("url", page.url),
        url_witness("original_url", page.original_url), announced_day(page.folded), written_witness("list", page.list_date),
    )  # fmt: skip
    return sorted((witness for witness in found if witness), key=lambda witness: ORDER.index(witness.origin))
