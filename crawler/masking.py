"""Mask private persons' mobile, identity and bank card numbers in a text that is shown; the archive keeps the page.

A masked text is as long as the text, so that offsets and quotes hold. The lines that a notice gives its readers to
call stay, and so do hotlines and landlines, and the numbers that it calls swindlers': they are what it warns of.
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
# UnionPay cards begin with 62; others only beside their label. 账号 alone is left: notices give accounts for refunds.
BANK_CARD = re.compile(
    rf"{BEFORE}62[0-9]{{2}}(?P<secret>(?:[- ]?[0-9]{{4}}){{3}}(?:[- ]?[0-9]{{1,3}})?){BEHIND}"
    rf"|卡号?(?:号码)?\s*(?:为|是|[:：])?\s*[3-6][0-9]{{3}}(?P<labelled>[- ]?[0-9]{{4}}[- ]?[0-9]{{3,6}}(?:[- ]?[0-9]{{1,5}}){{0,2}}){BEHIND}"
)
PATTERNS = (IDENTITY, OLD_IDENTITY, BANK_CARD, MOBILE, TERRITORIES)
# 诈骗电话17012345678、17012345679
WARNED_OF = re.compile(
    r"(?:诈骗|涉诈|骗子|可疑|钓鱼)[^,，。;；\n\d]{0,6}(?:电话|号码|手机号?|短信|来电)[^,，。;；\n\d]{0,8}(?:[+\d-]{7,20}[、,，和及\s]{1,3}){0,20}$"
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


def private_spans(folded: str, kept: Iterable[str] = ()) -> list[tuple[int, int]]:
    """Return the spans of a folded text that tell a private person's number, in its order.

    `kept` are the numbers that stay, as a notice's contacts have them.
    """
    public = {NOT_DIGIT.sub("", number) for number in kept}
    spans = []
    for pattern in PATTERNS:
        for match in pattern.finditer(folded):
            if pattern is MOBILE and (
                NOT_DIGIT.sub("", match[0]).removeprefix("86") in public
                or WARNED_OF.search(folded, max(0, match.start() - REACH), match.start())
            ):
                continue
            if is_birthday(match.groupdict().get("birth")):
                name = next(name for name, value in match.groupdict().items() if value and name != "birth")
                spans.append(match.span(name))
    return sorted(spans)


def star(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return `text` with the digits and letters of `spans` starred; same length."""
    shown = list(text)
    for start, end in spans:
        shown[start:end] = [MASK if CHARACTER.match(fold(char)) else char for char in shown[start:end]]
    return "".join(shown)


def mask(text: str, kept: Iterable[str] = ()) -> str:
    """Return `text` with private persons' numbers starred but for their first digits; same length."""
    return star(text, private_spans(fold(text), kept))
