"""Find a source without a label: the outlet in the line of the date, or in the line above or below it."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from crawler.dates import find_dates
from crawler.fold import fold
from crawler.items import Page
from pipelines.attribution.labels import URL, Field, read_fields, strip_lines
from pipelines.attribution.signoff import whole_date
from pipelines.attribution.source_name import AROUND, NOBODY, OUTLET
from pipelines.lines.above_text import PROVINCES
from pipelines.lines.junk import DATE

# 云岭晚报官方账号, 云岭日报数字版: the name is what stands before.
ACCOUNT_TAIL = re.compile(r"(?:官方[账帐]?号|数字[版报]|电子[版报]|\s?\+?\s?(?:关注|订阅))$")
ANY_DAY = date(2000, 1, 1)  # anchors 今天 and 04-02, to find where they stand
NO_YEAR = re.compile(r"\W*\d\d-\d\d\s\d\d:\d\d")
NEWSPAPER_PAGE = re.compile(rf"\W*{DATE}\W+第?\s?[A-Z]?\d{{1,3}}\s?版")
ORIGINAL = re.compile(r"^原创\s?[:：]?\s?")  # a mark of WeChat before its account
POSTED_IN = re.compile(rf"\s(?:发[布表]于)?(?:{PROVINCES.pattern}|香港|澳门|台湾)$")  # 2031-04-02 18:00 新疆
FURNITURE = re.compile(r"版权所有|copyright|主办", re.IGNORECASE)
TIME_ALONE = re.compile(r"\d\d?:\d\d(?::\d\d)?")
COUNT = re.compile(r"\s*\d")
COUNTS = re.compile(r"(?:阅读|浏览|点击|人气|评论|访问)\S{0,3}|\d+\s*(?:阅读|浏览|次|评论)|[大中小]字")
BREADCRUMB = re.compile(r"^\W*(?P<site>[\u4e00-\u9fffA-Za-z]{2,12})\s*[>›»]")


def beside_date(page: Page) -> str | None:
    """Return the unlabelled name in the line of the date, where it looks like an outlet or is the site's.

    A page with an empty source label has no source.
    """
    lines = [read_fields(line) for line in strip_lines(page)]
    if any(field.kind == "source" and not field.value.strip(AROUND) for fields in lines for field in fields):
        return None
    sites = {found["site"] for line in page.head if (found := BREADCRUMB.search(fold(line)))}
    sites |= {
        name for name in (page.site_name, page.meta.get("sitename"), page.meta.get("og:site_name")) if name
    }
    imprint = " ".join(line for line in page.foot if FURNITURE.search(line))
    for fields in lines:
        if not any(find_dates(field.value, ANY_DAY) or NO_YEAR.match(field.value) for field in fields):
            continue
        for value in (part for field in fields if stands_free(field) for part in pieces(field)):
            if OUTLET.fullmatch(fold(value)) and not NOBODY.fullmatch(fold(value)):
                return value
            if value in sites or (len(value) > 3 and value in imprint):
                return value
    return None


def above_date(page: Page) -> str | None:
    """Return the outlet that stands alone in the line above or below one that is nothing but the date."""
    head = [line for line in page.head if not TIME_ALONE.fullmatch(fold(line))]
    for line, below in pairwise(head):
        for name, day in ((line, below), (below, line)):
            if (
                (whole_date(POSTED_IN.sub("", fold(day))) or NEWSPAPER_PAGE.match(fold(day)))
                and OUTLET.fullmatch(
                    outlet := ACCOUNT_TAIL.sub("", fold(name := ORIGINAL.sub("", name.strip())))
                )
                and not NOBODY.fullmatch(outlet)
            ):
                return name[: len(outlet)]
    return None


def stands_free(field: Field) -> bool:
    """Tell whether a field may hold words that its label does not claim: after a date or a count."""
    return field.kind in ("none", "date", "time", "updated") or (
        field.kind == "other" and (COUNT.match(field.value) is not None or bool(find_dates(field.value)))
    )


def pieces(field: Field) -> Iterator[str]:
    """Yield the words of a field that are no date, no count and no address."""
    value = URL.sub(" ", field.value)
    for hit in reversed(find_dates(fold(value), ANY_DAY)):
        value = f"{value[: hit.start]}  {value[hit.end :]}"
    for part in re.split(r"\s+|[|｜丨]", COUNTS.sub(" ", value)):
        if name := ACCOUNT_TAIL.sub("", part.strip(AROUND)):
            yield name
