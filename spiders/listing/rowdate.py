"""The day that one row of a list shows."""

import re
from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from crawler.dates import FoundDate, find_dates, parse_date

LONGEST = 80  # a longer piece of text is a summary; its dates are not the row's
LONGEST_TITLE = 300
LONGEST_LABEL = 8
SHORTEST = 16  # a piece up to this length may be a date in a form that is none inside a text
NUMERAL = re.compile(r"\d|[〇零一二三四五六七八九十]")
SOURCE = re.compile(r"\s*(?:[|｜]|来源)")
YEAR = re.compile(r"(?:19|20)\d\d年?")
ROC = re.compile(r"(?<![\d./-])1\d\d([-./])\d\d?\1\d\d?(?![\d./-])")
OPENING = (" ", "(", "[", "（", "【")
LABEL = re.compile(r"(?:发布|公开|更新|发表|上传|添加|信息)?(?:日期|时间|于)\s*[:：]?\s*$")
PUBLISHED = re.compile(r"发布|发表|公开|上传")
# What may stand round a date that is a piece of its own: brackets, a label, a click count.
BESIDE = re.compile(
    r"[\s\[\]()（）【】〔〕|｜/·:：\-—>»]+|(?:发布|更新|发表|公开|添加|上传)?(?:日期|时间)|发[布表]于|日期|时间|星期[一-日天]|周[一-日天]"
    r"|\.\d{1,9}|Z|\+\d\d:?\d\d|(?:浏览|点击|阅读)(?:次数|量)?|\d{1,7}次?|new",
    re.IGNORECASE,
)
URL_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/_]?(\d{1,2})[-/_]?(\d{1,2})(?!\d)")
END = re.compile(r"[\s(（\[【]+((?:19|20)\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?)[\s)）\]】]*$")
START = re.compile(r"^[\s(（\[【]*((?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2})(?:[)）\]】]\s*|\s+)")
BRACKET = re.compile(r"[)）\]】]\s*$")


def plain_day(iso: str | None, url: str) -> str | None:
    """Return the day; that of `--MM-DD` with the year of a date in `url` that has the same month and day."""
    if not iso or not iso.startswith("--"):
        return iso
    days = {day for day in map(url_day, URL_DAY.finditer(url)) if day and day[4:] == iso[1:]}
    return days.pop() if len(days) == 1 else None


def url_day(match: re.Match[str]) -> str | None:
    """Return the ISO day of a date in an address, None for an impossible one."""
    try:
        return date(*map(int, match.groups())).isoformat()
    except ValueError:
        return None


def era(text: str) -> str:
    """Return how short years count in a text: 112-04-03 is of 民國, 23-04-03 of the common era."""
    return "roc" if ROC.search(text) else "ce"


def day_of(text: str) -> str | None:
    """Return the ISO day, or `--MM-DD`, of a text that is one date and nothing else."""
    found = parse_date(text, short_year=era(text))
    if found is None:
        return None
    return found.date or (found.iso if found.precision == "month-day" else None)


def day_of_pair(first: str, second: str) -> str | None:
    """Return the day that two neighbouring texts make: `10/26` `2012`, `15` `2023-04`, `2012` `10月26日`."""
    day = day_of(f"{first} {second}")
    for year, rest in ((first, second), (second, first)):
        if (
            YEAR.fullmatch(year)
            and (month_day := day_of(rest.replace(".", "-")))
            and month_day.startswith("--")
        ):
            day = day_of(f"{year[:4]}{month_day[1:]}")
    return day


def is_bare(piece: str, hit: FoundDate) -> bool:
    """Say whether nothing but brackets, a label or a click count stands beside the date."""
    return not BESIDE.sub("", piece[: hit.start] + " " + piece[hit.end :])


def is_set_off(piece: str, hit: FoundDate) -> bool:
    """Say whether a date that does not stand alone is still the row's: before `|`, or behind a blank at the end."""
    if not piece[: hit.start].strip() and SOURCE.match(piece, hit.end):
        return True
    return piece[: hit.start][-1:] in OPENING and not BESIDE.sub("", piece[hit.end :])


def with_labels(pieces: Iterable[str]) -> list[str]:
    """Return the pieces, a label (`发布日期：`) joined to the piece behind it and summaries made empty."""
    joined: list[str] = []
    for piece in pieces:
        short = piece if len(piece) <= LONGEST else ""
        if joined and len(joined[-1]) <= LONGEST_LABEL and joined[-1].endswith((":", "：")):
            joined[-1] += short
        else:
            joined.append(short)
    return joined


def row_date(pieces: Iterable[str], url: str = "", *, once: bool = False) -> str | None:
    """Return the day that a row's pieces of text show: alone, split over two (`10/26` `2012`), or behind a label.

    None if there is no date, or if two different ones are equally good; pieces longer than 80 characters are
    summaries. `url` may add the year to a month and day that it repeats. With `once`, a day that stands there
    twice is none: it belongs to two articles in one row.
    """
    short = with_labels(pieces)
    telling = [piece for piece in short if NUMERAL.search(piece)]
    found = [(piece, hit) for piece in telling for hit in find_dates(piece, short_year=era(piece))]
    days = [(piece, hit.day.date) for piece, hit in found if hit.day.date and is_bare(piece, hit)]
    if not days:
        days = [
            (piece, day)
            for piece in telling
            if len(piece) <= SHORTEST and (day := plain_day(day_of(piece), url))
        ]
    if not days:
        pairs = (
            (a, b)
            for a, b in pairwise(short)
            if len(a + b) < SHORTEST and NUMERAL.search(a) and NUMERAL.search(b)
        )
        days = [("", day) for pair in pairs if (day := plain_day(day_of_pair(*pair), url))]
    if not days:
        triples = zip(short, short[1:], short[2:], strict=False)
        joined = (
            " ".join(triple) for triple in triples if NUMERAL.match(triple[0]) and NUMERAL.match(triple[2])
        )
        days = [
            ("", day) for text in joined if len(text) < SHORTEST and (day := plain_day(day_of(text), url))
        ]
    if not days:
        days = [
            (piece, hit.day.date)
            for piece, hit in found
            if hit.day.date and (LABEL.search(piece[: hit.start]) or is_set_off(piece, hit))
        ]
    if len({day for _, day in days}) > 1:
        days = [(piece, day) for piece, day in days if PUBLISHED.search(piece)]
    if once and len(days) > 1:
        return None
    return days[0][1] if len({day for _, day in days}) == 1 else None


def split_title(text: str) -> tuple[str, str | None]:
    """Return a link's text without the date at its end or, in brackets or before a blank, at its start, and the day."""
    for pattern in (END, START) if len(text) <= LONGEST_TITLE else ():
        if match := pattern.search(text):
            # `关于2021年5月1日` ends in a date that belongs to the title: one with 年月日 needs its bracket.
            if pattern is END and "年" in match[1] and not BRACKET.search(match[0]):
                continue
            day = day_of(match[1])
            rest = (text[: match.start()] + text[match.end() :]).strip()
            if day and rest and not day.startswith("--"):
                return rest, day
    return text, None
