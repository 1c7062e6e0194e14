"""Write the dates of a page that puts day before month, or month before day, so that they read one way."""

import re

from lxml import etree

from crawler.date_forms import VARIANTS

DATE = re.compile(r"\s{0,20}(\d\d?)([/-])(\d\d?)\2((?:19|20)\d\d)\s{0,20}")
LONGEST = 60


def first_is_day(pairs: list[tuple[int, int]]) -> bool | None:
    """Say whether the first numbers of a page's dates are days; None where no date tells, or two contradict."""
    day_first = any(first > 12 for first, _ in pairs)
    month_first = any(second > 12 for _, second in pairs)
    return None if day_first == month_first else day_first


def write_in_order(tree: etree._Element) -> None:
    """Turn each text that is one date as 03/04/2031 into 2031-04-03 if another date of the tree proves the order.

    A 28/04/2031 on the same page can only put the day first; without such a date all stay as they are.
    """
    told: list[tuple[etree._Element, str, re.Match[str]]] = []
    for element in tree.iter(etree.Element):
        for place in ("text", "tail"):
            text = getattr(element, place)
            if text and len(text) < LONGEST and (match := DATE.fullmatch(text.translate(VARIANTS))):
                told.append((element, place, match))
    day_first = first_is_day([(int(match[1]), int(match[3])) for _, _, match in told])
    if day_first is None:
        return
    for element, place, match in told:
        day, month = (match[1], match[3]) if day_first else (match[3], match[1])
        setattr(element, place, f"{match[4]}-{month:0>2}-{day:0>2}")
