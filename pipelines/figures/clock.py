"""Resolve the times that a text names, one after the other, by what is known of time so far."""

import re
from datetime import date, timedelta

from crawler.items import Period
from pipelines.figures.dates import (
    DAY,
    Point,
    iso,
    month_end,
    near_days,
    number,
    point_of,
    relative,
    resolve,
    year_of,
)

RAW = "近日 近期 日前 前期 连日来 近年来 截至目前 截止目前 目前 迄今 一周 该案 至今 到现在 同期"
RAW_WORDS = frozenset(RAW.split())
LAST_WEEK = ("上周", "上一周", "前一周")
DASHES = re.compile("[-—至]")
DAY_ALONE = re.compile(f"{DAY}日")
REACHED = re.compile("[^,，。;；]{0,6}[降升增减回]至")  # 至12月已降至141起
CHANGED = re.compile("[落降升跌增减加少半成%倍起宗件人元]$")  # 回落一半至第四季: at that time, not until then


def publish_day(published: str) -> date:
    """Return the day of an ISO date or time; of a month alone its last day."""
    if len(published) < len("2031-04-02"):
        return month_end(*map(int, published.split("-")))
    return date.fromisoformat(published[:10])


def week_before(first: date, last: date) -> Period | None:
    """Return the week before one of seven days; None of another length, whose days before nobody names."""
    if last - first != timedelta(days=6):
        return None
    return Period(iso(first - timedelta(days=7)), iso(first - timedelta(days=1)))


class Clock:
    """What is known of time as a text is read: the day of publication, the year and the period last named."""

    def __init__(self, published: str | None) -> None:
        self.exact = published is not None and len(published) >= len("2031-04-02")
        self.today = publish_day(published) if published else None
        self.year: int | None = None
        self.last = Period()

    def period(self, match: re.Match[str], last_year: int | None = None) -> Period:
        """Return the period of a match of MENTION, raw where it cannot be resolved.

        `last_year` is what 去年 means where the day of publication is unknown.
        """
        return self.resolved(match, last_year) or Period(raw=match[0])

    def resolved(self, match: re.Match[str], last_year: int | None) -> Period | None:
        """Return the period of a match of MENTION, None where it cannot be resolved."""
        word, near, dots, day = match.group("word", "near", "dots", "day")
        if word:
            return self.of_word(word)
        if day:
            return self.of_day(day)
        if near:
            days = near_days(near, self.today) if self.exact else None
            return Period(iso(days[0]), iso(days[1])) if days else None
        if dots:
            return self.of_dots(dots)
        return self.of_point(match, last_year)

    def of_point(self, match: re.Match[str], last_year: int | None) -> Period | None:
        """Return the period of a year, a part of one or a month, alone, up to it, since it, or to a last point."""
        before, first, year, month, last = match.group("before", "first", "y1", "m1", "last")
        written = first or f"{year or ''}{month}月"
        if last_year and self.today is None and written.startswith("去年"):
            written = f"{last_year}{written.removeprefix('去')}"
        point = point_of(written)
        if match["same"] and point.year == written:
            return self.same_time(point)
        found = resolve(point, self.today, self.year)
        if found is None:
            return None
        start, end = found
        if last:
            return self.of_range(last, start, point)
        if match["since"]:
            return Period(iso(start or end), None)
        if before in ("截至", "截止", "截止到") or (
            before in ("到", "至")
            and point.year != written
            and not CHANGED.search(match.string, max(0, match.start() - 1), match.start())
            and not REACHED.match(match.string, match.end())
        ):
            begun = self.last.start if self.last.end is None or before in "到至" else None
            return Period(begun if begun and (end is None or begun <= iso(end)) else None, iso(end))
        if point.year:
            self.year = year_of(point, self.today)
        open_year = written in ("今年", "本年") and not match["same"]
        return Period(iso(start), None if open_year else iso(end))

    def tell(self, day: str) -> None:
        """Take the day of a dateline as the day of publication: a copy is published later."""
        self.today, self.exact = date.fromisoformat(day), True

    def same_time(self, point: Point) -> Period | None:
        """Return the period last named in another year: 去年同期 is before it, whenever the text was published."""
        known = self.last.start or self.last.end
        if known is None:
            return None
        year = year_of(point, self.today)
        if point.year[0] in "去上前":
            before = -2 if point.year[0] == "前" else -1
            return self.shifted(min(before, year - int(known[:4])) if year else before)
        return self.shifted(year - int(known[:4])) if year else None

    def ended(self) -> Period | None:
        """Return the year that the period last named ends with, None if it ends on another day."""
        end = self.last.end or ""
        return Period(f"{end[:4]}-01-01", end) if end[4:] == "-12-31" else None

    def shifted(self, years: int) -> Period:
        """Return the period last named, moved by some years."""
        days = [
            day and f"{int(day[:4]) + years}{day[4:]}".replace("-02-29", "-02-28")
            for day in (self.last.start, self.last.end)
        ]
        return Period(*days)

    def of_word(self, word: str) -> Period | None:
        """Return the period of a relative word."""
        if word.endswith(("同期", "同月", "一年")) and word not in RAW_WORDS - {"同期"}:
            years = -2 if word.startswith("前年") else -1
            return self.shifted(years) if self.last.start or self.last.end else None
        if word in ("本周", "一周", *LAST_WEEK) and self.last.start and self.last.end:
            first, last = (date.fromisoformat(day) for day in (self.last.start, self.last.end))
            if first < last <= first + timedelta(days=9):  # the week of a bulletin that gives its dates first
                return self.last if word not in LAST_WEEK else week_before(first, last)
        if word in ("当日", "当天") and self.last.start and self.last.start == self.last.end:
            return self.last
        found = relative(word, self.today) if self.exact or "月" in word else None
        return Period(iso(found[0]), iso(found[1])) if found else None

    def of_day(self, written: str) -> Period | None:
        """Return a day of the month of publication, None where it has not come."""
        if not self.exact:
            return None
        try:
            day = self.today.replace(day=number(written[:-1]))
        except ValueError:
            return None
        return Period(iso(day), iso(day)) if day <= self.today else None

    def of_dots(self, written: str) -> Period | None:
        """Return the period of 1.3-5.6."""
        ends = [
            resolve(point_of("{}月{}日".format(*end.split("."))), self.today, self.year)
            for end in DASHES.split(written)
        ]
        return Period(iso(ends[0][0]), iso(ends[1][1])) if all(ends) else None

    def of_range(self, last: str, start: date | None, first: Point) -> Period | None:
        """Return the period from a first to a last point."""
        if last in ("今日", "目前", "现在"):
            return Period(iso(start), None)
        if first.month and DAY_ALONE.fullmatch(last):
            last = f"{first.month}月{last}"
        found = resolve(point_of(last), self.today, start.year if start else self.year)
        if found is None or not start or (found[1] and found[1] < start):
            return None
        return Period(iso(start), iso(found[1]))
