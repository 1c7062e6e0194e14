"""Find the year that 去年 means in a text without a day: the last one that the text tells as a whole."""

import re

from pipelines.figures.dates import PART, point_of, year_of

NAMED = re.compile(
    "(?<![0-9.])(?:(?:(?:19|20)[0-9]{2}|1[01][0-9])年|(?:19|20)[0-9]{2}(?=[诈骗电][诈骗信]|[-./][01]?[0-9]))"
)
BASE = re.compile("(?:[较比与和同于是至到由自从-]|截[至止])$")
PARTLY = re.compile(f" ?度?(?:{PART}|[以之]?[来前后间]|[至到起、和及与-]|版|[0-9./-])")
FIGURE = re.compile("[^。;；\n]{0,60}?[0-9][万亿千余多]*(?:起|宗|件|人|名|个|亿?元)")
LONGEST = 200  # characters of a sentence that are looked at
THIS_YEAR = re.compile("[今本]年")
OLD_VALUE = re.compile("(?:全年)?[(（]?(?:则|只|仅)?(?:为|是|有)?[近约超逾]?[0-9]")


def told_year(text: str) -> int | None:
    """Return the latest year that a text names, if it tells figures of it as a whole: it was written later.

    None where the text speaks of 今年, of which nothing says whether it is that year.
    """
    if "去年" not in text or THIS_YEAR.search(text):
        return None
    years = {match: year_of(point_of(match[0]), None) for match in NAMED.finditer(text)}
    latest = max(years.values(), default=None)
    return latest if any(year == latest and is_whole(match) for match, year in years.items()) else None


def is_whole(match: re.Match[str]) -> bool:
    """Tell whether a year named governs a figure, without a month or day: 2021年起诉4万人."""
    text, (start, end) = match.string, match.span()
    if BASE.search(text, max(0, start - 2), start) or PARTLY.match(text, end):
        return False
    return FIGURE.match(text, end) is not None


def of_its_own(text: str, year: int, start: int, end: int) -> bool:
    """Tell whether a 去年 is told for itself, in a sentence that does not name the year: no old value of it."""
    first = max(0, start - LONGEST)
    sentence = max(first, *(text.rfind(mark, first, start) + 1 for mark in "。\n"))
    named = any(year_of(point_of(match[0]), None) == year for match in NAMED.finditer(text, sentence, start))
    return not named and not OLD_VALUE.match(text, end)
