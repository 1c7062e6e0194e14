"""Mask private persons' mobile, identity and bank card numbers in a text that is shown; the archive keeps the page.

A masked text is as long as the text, so that offsets and quotes hold. The first and last digits stay, as Chinese
authorities print such numbers (139****5678, 530102********1234): they tell two wanted notices apart. The lines that a
notice gives its readers to call stay, and so do hotlines, landlines, and the numbers that it calls swindlers': they
are what it warns of.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from crawler.fold import fold

MASK = "*"
BEFORE, BEHIND = r"(?<![0-9A-Za-z])", r"(?![0-9A-Za-z])"
IS = r"(?:号码?)?\s*(?:为|是|[:：])?\s*"


@dataclass(frozen=True)
class Private:
    """A kind of number: its form in folded text, and how many of its characters stay at either end."""

    form: re.Pattern[str]
    first: int
    last: int


def private(form: str, first: int, last: int, label: str = "") -> Private:
    """Return a row of PRIVATE; a `label` has to stand before numbers that by their form may be something else."""
    return Private(re.compile(rf"{label or BEFORE}(?P<number>{form}){BEHIND}"), first, last)


MOBILES = (
    private(r"1[3-9][0-9][- ]?[0-9]{4}[- ]?[0-9]{4}", 3, 4, rf"{BEFORE}(?:\+?86[- ]?)?"),
    private(r"09[0-9]{2}[- ]?[0-9]{3}[- ]?[0-9]{3}", 4, 3),  # Taiwan
    # Hong Kong, Macau: eight digits are landlines too
    private(r"[4-9][0-9]{3}[- ]?[0-9]{4}", 2, 2, rf"(?:手机|手提|流动)(?:电话)?{IS}"),
)
PRIVATE = (
    # GB 11643: region, birthday, serial, check. A wrong check character is a misprint of somebody's number all the same.
    private(r"[1-9][0-9]{5}(?P<birth>(?:19|20)[0-9]{6})[0-9]{3}[0-9Xx]", 6, 4),
    private(r"[1-9][0-9]{5}(?P<birth>[0-9]{6})[0-9]{3}", 6, 3, rf"(?:身份证|身分证|证件){IS}"),
    private(r"[A-Z]{1,2}[0-9]{6}[(（][0-9A][)）]", 1, 3),  # Hong Kong
    private(r"[A-Z][1289][0-9]{8}", 2, 3),  # Taiwan
    private(r"[1578]/?[0-9]{6}(?:/|[(（])[0-9][)）]?", 1, 3, r"身份证[^0-9\n]{0,8}"),  # Macau
    # UnionPay cards begin with 62, others count beside their label; 账号 alone may be where a notice takes refunds.
    private(r"62[0-9]{2}(?:[- ]?[0-9]{4}){3}(?:[- ]?[0-9]{1,3})?", 4, 4),
    private(r"[3-6][0-9]{3}(?:[- ]?[0-9]{4}){2}[- ]?[0-9]{2,7}", 4, 4, rf"卡{IS}"),
    *MOBILES,
)
# 诈骗电话17012345678、17012345679
WARNED_OF = re.compile(
    r"(?:诈骗|涉诈|骗子|可疑|钓鱼)[^,，。;；\n\d]{0,6}(?:电话|号码|手机号?|短信|来电)[^,，。;；\n\d]{0,8}"
    r"(?:[+\d-]{7,20}[、,，和及\s]{1,3}){0,20}$"
)
REACH = 300  # characters before a number in which a list of swindlers' numbers begins
CHARACTER = re.compile(r"[0-9A-Za-z]")
NOT_DIGIT = re.compile(r"[^0-9]")


def is_birthday(digits: str | None) -> bool:
    """Tell whether YYYYMMDD or YYMMDD is a day of the calendar; True where the number holds none."""
    if digits is None:
        return True
    whole = digits if len(digits) == 8 else f"19{digits}"
    try:
        date(int(whole[:4]), int(whole[4:6]), int(whole[6:]))
    except ValueError:
        return False
    return True


def is_public(folded: str, start: int, number: str, public: set[str]) -> bool:
    """Tell whether the mobile `number` at `start` is one that the text gives to call or warns of."""
    return NOT_DIGIT.sub("", number) in public or bool(WARNED_OF.search(folded, max(0, start - REACH), start))


def private_spans(folded: str, kept: Iterable[str] = ()) -> list[tuple[int, int]]:
    """Return the spans of a folded text to star: private persons' numbers but for their ends, in its order.

    `kept` are the numbers that stay, as a notice's contacts have them.
    """
    public = {NOT_DIGIT.sub("", number) for number in kept}
    spans = []
    for kind in PRIVATE:
        for match in kind.form.finditer(folded):
            if kind in MOBILES and is_public(folded, match.start(), match["number"], public):
                continue
            if is_birthday(match.groupdict().get("birth")):
                shown = [
                    match.start("number") + found.start() for found in CHARACTER.finditer(match["number"])
                ]
                spans.append((shown[kind.first], shown[-kind.last]))
    return sorted(spans)


def star(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return `text` with the digits and letters of `spans` starred; same length."""
    shown = list(text)
    for start, end in spans:
        shown[start:end] = [MASK if CHARACTER.match(fold(char)) else char for char in shown[start:end]]
    return "".join(shown)


def mask(text: str, kept: Iterable[str] = ()) -> str:
    """Return `text` with private persons' numbers starred but for their first and last digits; same length."""
    return star(text, private_spans(fold(text), kept))
