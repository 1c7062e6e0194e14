"""Turn any Chinese date string into ISO 8601 with a precision, or into nothing.

Taken here, one pattern a form, since dateparser 1.5 returns nothing or something false for them: 年月日 in
Arabic or Chinese numerals (○ O 〇 零, 廿 卅), 民國 years, M月D日 and MM-DD (it takes the day for a year),
relative words, times as 10∶08 and 09时32分; and Y-M-D, since a pattern costs microseconds and dateparser a
millisecond. Left to dateparser: English month names. Two-digit years are read only where `short_year` names
their era.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from itertools import chain

from crawler.date_forms import ANY_MARK, FORMS, HAN, SHORT_YEARS, VARIANT, VARIANTS, WHOLE, ZERO

AROUND = " \t\r\n()（）[]【】〔〕<>《》|·"
DAYS_BACK = {"今": 0, "昨": 1, "噚": 1, "寻": 1, "琴": 1, "前": 2}
WEEKDAYS = {day: number for number, day in enumerate("一二三四五六日")} | {"天": 6}
RELATIVE = ("relative", "inner", "days_ago", "weekday", "month_ago", "lone")
CHINA = timezone(timedelta(hours=8))  # also Hong Kong, Macau, Taiwan and Singapore
LONGEST_WAIT = 9  # years from one 29 February to the next, at most
YEARS_BACK = {"今年": 0, "去年": 1, "前年": 2}


@dataclass(frozen=True)
class Day:
    """An ISO 8601 date; `precision` is minute, day, month, year, or month-day (`--03-27`, year not known)."""

    iso: str
    precision: str

    @property
    def date(self) -> str | None:
        """The `YYYY-MM-DD` of a date that is known to the day, else None."""
        return self.iso[:10] if self.precision in ("day", "minute") else None


@dataclass(frozen=True)
class FoundDate:
    """A date and where it stands: `text[start:end]` are its words."""

    start: int
    end: int
    day: Day


def parse_date(text: str, anchor: date | None = None, *, short_year: str | None = None) -> Day | None:
    """Return the one date `text` names; None if it names none, two, an impossible or a damaged one.

    `anchor` is the day the string was written on: dates without a year and relative ones mean the last such
    day up to it. `short_year` reads 23-03-27 as of the common era ("ce") or 112-03-27 as of 民國 ("roc").
    """
    normal = text.translate(VARIANTS).strip(AROUND)
    for form in WHOLE:
        if match := form.fullmatch(normal):
            return read_match(match, anchor)
    found = {hit.day for hit in find_dates(text, anchor, short_year=short_year)}
    return found.pop() if len(found) == 1 else None


def find_dates(text: str, anchor: date | None = None, *, short_year: str | None = None) -> list[FoundDate]:
    """Return the dates of a text in order, none overlapping; `anchor`, `short_year` as in `parse_date`."""
    normal = text.translate(VARIANTS) if VARIANT.search(text) else text
    forms = (*FORMS, SHORT_YEARS[short_year]) if short_year else FORMS
    if not (ANY_MARK.search(normal) or (short_year and SHORT_YEARS[short_year].marks.search(normal))):
        return []
    told = (form.pattern.finditer(normal) for form in forms if form.marks.search(normal))
    covered = bytearray(len(normal))
    found = []
    for match in chain.from_iterable(told):
        start, end = match.span()
        if any(covered[start:end]):
            continue
        covered[start:end] = b"\1" * (end - start)
        if day := read_match(match, anchor):
            found.append(FoundDate(start, end, day))
    return sorted(found, key=lambda hit: hit.start)


def han_number(digits: str) -> int:
    """Return the value of Arabic digits or of a Chinese numeral up to 999 (十二, 廿三, 一一二, 元)."""
    digits = digits.replace(" ", "").replace("元", "1").replace("廿", "二十").replace("卅", "三十")
    if not set(digits) & set("十百"):
        return int("".join(str(HAN.find(d) + 1) if d in HAN + ZERO else d for d in digits))
    hundreds, hundred, rest = digits.rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    return (
        (100 * han_number(hundreds or "1") if hundred else 0)
        + (10 * han_number(tens.strip(ZERO) or "1") if ten else 0)
        + han_number(ones or "0")
    )


def read_match(match: re.Match[str], anchor: date | None) -> Day | None:
    """Return what a match of one of the forms says, or None for a day no calendar has."""
    part = match.groupdict()
    if part.get("english"):
        return read_english(part)
    if any(part.get(name) for name in RELATIVE):
        return read_relative(part, anchor)
    month, day = (part.get(name) or part.get(name + "2") for name in ("month", "day"))
    if part.get("first"):  # 13/07/2031 is clear, 05/07/2031 is not
        first, second = int(part["first"]), int(part["second"])
        if first <= 12 and second <= 12 and first != second:
            return None
        month, day = (second, first) if first > 12 else (first, second)
    try:
        numbers = [None if n is None else han_number(str(n)) for n in (month, day)]
    except ValueError:
        return None
    return complete(read_year(part, anchor), *numbers, part, anchor)


def read_year(part: dict[str, str | None], anchor: date | None) -> int | None:
    """Return the year of our era that a match names, None if it names none."""
    if part.get("year"):
        return han_number(part["year"])
    if part.get("roc"):
        return han_number(part["roc"]) + 1911
    if part.get("short"):
        return int(part["short"]) + 2000
    if part.get("ago") and anchor:
        return anchor.year - YEARS_BACK[part["ago"]]
    return None


def complete(
    year: int | None, month: int | None, day: int | None, part: dict[str, str | None], anchor: date | None
) -> Day | None:
    """Return year, month and day as a Day; a missing year is that of the last such day up to `anchor`."""
    if month is None:
        return Day(f"{year:04}", "year") if year else None
    if day is None:
        return Day(f"{year:04}-{month:02}", "month") if year and 1 <= month <= 12 else None
    if year is None and anchor is None:
        return Day(f"--{month:02}-{day:02}", "month-day") if is_day(2000, month, day) else None
    if year is None:
        years = range(anchor.year, anchor.year - LONGEST_WAIT, -1)
        year = next((y for y in years if is_day(y, month, day) and date(y, month, day) <= anchor), None)
    if year is None or not is_day(year, month, day):
        return None
    return with_time(date(year, month, day), part)


def is_day(year: int, month: int, day: int) -> bool:
    """Tell whether the calendar has that day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def with_time(day: date, part: dict[str, str | None]) -> Day:
    """Return `day` with the time shown, in Chinese time if it names its zone; 00:00 is a template's way of showing none."""
    if not part.get("hour"):
        return Day(day.isoformat(), "day")
    hour, minute = int(part["hour"]), int(part["minute"])
    after_noon = part.get("half") in ("下午", "晚上", "晚") or "p" in (part.get("pm") or "").lower()
    if after_noon and hour < 12:
        hour += 12
    if hour == minute == 0:
        return Day(day.isoformat(), "day")
    shown = datetime.combine(day, time(hour, minute))
    zone = part.get("zone") or part.get("utc")
    if zone:
        shown = datetime.fromisoformat(f"{shown.isoformat()}{zone}").astimezone(CHINA).replace(tzinfo=None)
    if shown.hour == shown.minute == 0:
        return Day(shown.date().isoformat(), "day")
    return Day(shown.isoformat(timespec="minutes"), "minute")


def read_relative(part: dict[str, str | None], anchor: date | None) -> Day | None:
    """Return the day that 昨天, 今(26)日, 上周四, 本月20日 or 3天前 mean on `anchor`; a day told beside the word decides."""
    if anchor is None:
        return None
    if part.get("month_ago") == "上":
        last = anchor.replace(day=1) - timedelta(days=1)
        day = int(part["inside"])
        return Day(last.replace(day=day).isoformat(), "day") if is_day(last.year, last.month, day) else None
    told = part.get("told") or part.get("inside") or part.get("lone")
    if told:
        near = (anchor - timedelta(days=back) for back in range(31))
        match = next((day for day in near if day.day == int(told)), None)
        return Day(match.isoformat(), "day") if match else None
    if part.get("weekday"):
        monday = anchor - timedelta(days=anchor.weekday() + 7)
        return Day((monday + timedelta(days=WEEKDAYS[part["weekday"]])).isoformat(), "day")
    back = int(part["days_ago"]) if part.get("days_ago") else DAYS_BACK[part["relative"][0]]
    return Day((anchor - timedelta(days=back)).isoformat(), "day")


def read_english(part: dict[str, str | None]) -> Day | None:
    """Return the date of `27 March 2031` or `Mar 27, 2031`, as dateparser reads it."""
    import dateparser  # half a second to import, and few pages need it

    parsed = dateparser.parse(part["english"], languages=["en"], settings={"STRICT_PARSING": True})
    return with_time(parsed.date(), part) if parsed else None
