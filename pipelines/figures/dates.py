"""Resolve the dates that Chinese texts write: 今年上半年, 去年8月, 首9个月, 113年1月, 上月."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from pipelines.figures.numerals import worth

HAN = "[一二三四五六七八九十]"
YEAR = (
    r"(?:(?<![0-9])(?:19|20)[0-9]{2}(?:年|(?=[诈骗电][诈骗信])|(?=[:：])|(?=[、及和与至到—~-](?:19|20)[0-9]{2}年))|"
    r"二[〇零○][一二三四五六七八九〇零○]{2}年|(?<![0-9])1[01][0-9]年|今年|去年|前年|本年|"
    r"上年)"
)
NAMED_YEAR = re.compile(
    r"(?:19|20)[0-9]{2}年?|二[〇零○][一二三四五六七八九〇零○]{2}年|1[01][0-9]年|[今去前本上]年"
)
MONTH = rf"(?:(?<![0-9.])(?:1[0-2]|0?[1-9])|十[一二]|(?<!{HAN}){HAN})"
DAY = r"(?:[0-9]{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
PART = (
    rf"(?:上半年|下半年|首半年|全年|第?[一二三四1-4]季度?|[前首][一二三1-3]季度?|[首次]季|"
    rf"[首前头](?:[0-9]{{1,2}}|{HAN}{{1,2}}|两)个?月"
    rf"|{MONTH}月(?:份?{DAY}[日号]|份|底|初|中旬|上旬|下旬|末|上半月|下半月)?|年初|年底|年末|初|底)"
)
POINT = rf"(?:{YEAR} ?(?:度|{PART})?|{PART})"
MONTH_AND_DAY = re.compile(rf"({MONTH})月(?:份?({DAY})[日号])?")
RELATIVE = {"今": 0, "本": 0, "去": -1, "上": -1, "前": -2}
SAME_ZERO = {"〇": "零", "○": "零"}

# 上个月28日至本月8日
NEAR = re.compile(
    rf"(?P<month>上个?月|本月|当月)(?P<first>{DAY})[日号](?:[^0-9一二三本当](?P<here>本月|当月)?(?P<last>{DAY})[日号])?"
)


def number(digits: str) -> int:
    """Return the integer of one or two digits, Arabic or Chinese."""
    return int(digits) if digits.isascii() else int(worth(digits) or 0)


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


@dataclass(frozen=True)
class Point:
    """What a point in time says: its year as written, empty where it names none, and what it says below the year."""

    year: str
    part: str
    month: int | None
    day: int | None


@lru_cache(maxsize=1024)
def point_of(written: str) -> Point:
    """Return what a match of POINT says."""
    named = NAMED_YEAR.match(written)
    part = written[named.end() :].lstrip(" ").removeprefix("度") if named else written
    months = MONTH_AND_DAY.match(part)
    return Point(
        named[0] if named else "",
        part,
        number(months[1]) if months else None,
        number(months[2]) if months and months[2] else None,
    )


def year_of(point: Point, today: date | None) -> int | None:
    """Return the year that a point names, None if it names none or one relative to an unknown day."""
    if not point.year:
        return None
    word = point.year.removesuffix("年")
    if word in RELATIVE:
        return today.year + RELATIVE[word] if today else None
    if not word.isascii():
        return int("".join(str("零一二三四五六七八九".find(SAME_ZERO.get(char, char))) for char in word))
    return int(word) + 1911 if len(word) == 3 else int(word)


def resolve(point: Point, today: date | None, year: int | None) -> tuple[date | None, date | None] | None:
    """Return first and last day of a point (None where inexact); None if its year is unknown."""
    named = year_of(point, today)
    if named is None and point.year:
        return None
    if named is None:
        named = year
        if named is None and today:
            month = point.month or (7 if point.part.startswith("下") else 1)
            named = today.year - (month > today.month)
    if named is None:
        return None
    try:
        return span(point, named)
    except ValueError:
        return None


def span(point: Point, year: int) -> tuple[date | None, date | None]:
    """Return first and last day of a part of a year; ValueError where there is no such day."""
    part, month = point.part, point.month
    if part in ("", "全年", "度"):
        return date(year, 1, 1), date(year, 12, 31)
    if part in ("上半年", "下半年", "首半年"):
        return (
            (date(year, 1, 1), date(year, 6, 30))
            if part[0] in "上首"
            else (date(year, 7, 1), date(year, 12, 31))
        )
    if part in ("年初", "初", "年底", "年末", "底"):
        return (date(year, 1, 1), None) if part.endswith("初") else (None, date(year, 12, 31))
    if "季" in part:
        quarter = number(part.strip("第前首季度").replace("次", "2") or "1")
        return date(year, 1 if part[0] in "前首" else 3 * quarter - 2, 1), month_end(year, 3 * quarter)
    if part[0] in "首前头":
        return date(year, 1, 1), month_end(year, number(part.strip("首前头个月")))
    if month is None:
        raise ValueError(f"no month in {part}")  # 13.5-14.6, 上半年至十五日
    if point.day is not None:
        day = date(year, month, point.day)
        return day, day
    if part.endswith("半月"):
        half = date(year, month, 15)
        return (
            (half.replace(day=1), half) if part[-3] == "上" else (half + timedelta(1), month_end(year, month))
        )
    if part.endswith(("初", "中旬", "上旬", "下旬", "末")):
        return None, None
    return date(year, month, 1), month_end(year, month)


def relative(word: str, today: date | None) -> tuple[date | None, date | None] | None:
    """Return first and last day of 上月, 昨日 and the like; None if the day of publication is unknown."""
    if today is None:
        return None
    first = today.replace(day=1)
    if word in ("上月", "上个月"):
        end = first - timedelta(days=1)
        return end.replace(day=1), end
    if word == "前月":
        end = (first - timedelta(days=1)).replace(day=1) - timedelta(days=1)
        return end.replace(day=1), end
    if word in ("本月", "当月"):
        return first, None
    if word[0] in "昨今" and word[-1] in "日天":
        day = today - timedelta(days=word[0] == "昨")
        return day, day
    if word in ("上周", "上上周", "本周"):
        monday = today - timedelta(days=today.weekday() + 7 * ("本周", "上周", "上上周").index(word))
        return monday, monday + timedelta(days=6) if word != "本周" else None
    return None


def near_days(words: str, today: date | None) -> tuple[date, date] | None:
    """Return first and last day of 上月15日 or 本月1日至7日; None if unknown, or if there is no such day."""
    match = NEAR.fullmatch(words)
    month = match and relative(match["month"], today)
    if not month:
        return None
    begins = today if match["here"] else month[0]
    try:
        first = month[0].replace(day=number(match["first"]))
        last = begins.replace(day=number(match["last"])) if match["last"] else first
    except ValueError:
        return None
    return (first, last) if first <= last else None


def iso(day: date | None) -> str | None:
    """Return an ISO date."""
    return day.isoformat() if day else None
