"""Mask private persons' mobile numbers and identity numbers in a text that is shown; the archive keeps the page.

A masked text is as long as the text, so that offsets and quotes hold. The lines that a notice gives its readers to
call stay, and so do hotlines and landlines.
"""

import re
from collections.abc import Iterable
from datetime import date

from crawler.fold import fold

MASK = "*"
BEFORE, BEHIND = r"(?<![0-9A-Za-z])", r"(?![0-9A-Za-z])"
# Mainland, Hong Kong and Macau only beside a label: eight digits are landlines too; Taiwan 09xx.
MOBILE = re.compile(
    rf"{BEFORE}(?:\+?86[- ]?)?1[3-9][0-9](?P<secret>[- ]?[0-9]{{4}}[- ]?[0-9]{{4}}){BEHIND}"
    rf"|{BEFORE}09[0-9]{{2}}(?P<taiwan>[- ]?[0-9]{{3}}[- ]?[0-9]{{3}}){BEHIND}"
    r"|(?:手机|手提|流动)(?:电话)?(?:号码?)?\s*(?:为|是|[:：])?\s*[4-9][0-9](?P<short>[0-9]{2}[- ]?[0-9]{4})"
    rf"{BEHIND}"
)
# GB 11643: region, birthday, serial, check. A wrong check character is a misprint of somebody's number all the same.
IDENTITY = re.compile(
    rf"{BEFORE}[1-9][0-9]{{5}}(?P<secret>(?P<birth>(?:19|20)[0-9]{{6}})[0-9]{{3}}[0-9Xx]){BEHIND}"
)
OLD_IDENTITY = re.compile(
    r"(?:身份证|身分证|证件)(?:号码?)?\s*(?:为|是|[:：])?\s*[1-9][0-9]{5}(?P<secret>(?P<birth>[0-9]{6})[0-9]{3})(?![0-9])"
)
# Hong Kong A123456(7), Macau 1234567(8) or 1/234567/8 beside its label, Taiwan A123456789.
TERRITORIES = re.compile(
    rf"{BEFORE}[A-Z]{{1,2}}(?P<secret>[0-9]{{6}}[(（][0-9A][)）])"
    rf"|{BEFORE}[A-Z](?P<taiwan>[1289][0-9]{{8}}){BEHIND}"
    rf"|身份证[^0-9\n]{{0,8}}(?P<macau>[1578]/?[0-9]{{6}}(?:/|[(（])[0-9][)）]?)"
)
PATTERNS = (IDENTITY, OLD_IDENTITY, MOBILE, TERRITORIES)
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


def private_spans(folded: str, kept: Iterable[str] = ()) -> list[tuple[int, int]]:
    """Return the spans of a folded text that tell a private person's number, in its order.

    `kept` are the numbers that stay, as a notice's contacts have them.
    """
    public = {NOT_DIGIT.sub("", number) for number in kept}
    spans = []
    for pattern in PATTERNS:
        for match in pattern.finditer(folded):
            if pattern is MOBILE and NOT_DIGIT.sub("", match[0]).removeprefix("86") in public:
                continue
            if is_birthday(match.groupdict().get("birth")):
                name = next(name for name, value in match.groupdict().items() if value and name != "birth")
                spans.append(match.span(name))
    return sorted(spans)


def mask(text: str, kept: Iterable[str] = ()) -> str:
    """Return `text` with private persons' mobile and identity numbers starred but for their first digits; same length."""
    shown = list(text)
    for start, end in private_spans(fold(text), kept):
        shown[start:end] = [MASK if CHARACTER.match(fold(char)) else char for char in shown[start:end]]
    return "".join(shown)
