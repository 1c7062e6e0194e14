"""Resolve the dates that Chinese texts write: 今年上半年, 去年8月, 首9个月, 113年1月, 上月."""

import calendar
import re
from datetime import date, timedelta

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
    rf"|{MONTH}月(?:份?{DAY}[日号]|份|底|初|中旬|上旬|下旬|末)?|年初|年底|年末|初|底)"
)
POINT = rf"(?:{YEAR} ?(?:度|{PART})?|{PART})"


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


def year_of(point: str, today: date | None) -> int | None:
    """Return the year that a point names, None if it names none or one relative to an unknown day."""
    match = NAMED_YEAR.match(point)
    if not match:
        return None
    word = match[0].removesuffix("年")
    relative = {"今": 0, "本": 0, "去": -1, "上": -1, "前": -2}
    if word in relative:
        return today.year + relative[word] if today else None
    if not word.isascii():
        digits = "".join(
            str("零一二三四五六七八九".find(char.replace("〇", "零").replace("○", "零"))) for char in word
        )
        return int(digits)
    return int(word) + 1911 if len(word) == 3 else int(word)


def part_of(point: str) -> str:
    """Return what a point says below the year."""
    return (
        NAMED_YEAR.sub("", point, count=1).lstrip(" ").removeprefix("度")
        if NAMED_YEAR.match(point)
        else point
    )


def resolve(point: str, today: date | None, year: int | None) -> tuple[date | None, date | None] | None:
    """Return first and last day of a point (None where inexact); None if its year is unknown."""
    part = part_of(point)
    named = year_of(point, today)
    if named is None and NAMED_YEAR.match(point):
        return None
    months = re.match(rf"({MONTH})月(?:份?({DAY})[日号])?", part)
    if named is None:
        named = year
        if named is None and today:
            month = number(months[1]) if months else 7 if part.startswith("下") else 1
            named = today.year - (month > today.month)
    if named is None:
        return None
    try:
        return span(part, named, months)
    except ValueError:
        return None


def span(part: str, year: int, months: re.Match[str] | None) -> tuple[date | None, date | None]:
    """Return first and last day of a part of a year; ValueError where there is no such day."""
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
    if months is None:
        raise ValueError(f"no month in {part}")  # 13.5-14.6, 上半年至十五日
    month = number(months[1])
    if months[2]:
        day = date(year, month, number(months[2]))
        return day, day
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
