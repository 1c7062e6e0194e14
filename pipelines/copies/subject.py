"""What is compared of one page: its comparison text, its title, and the places whose organs it names."""

import re
from dataclasses import dataclass
from functools import lru_cache

from crawler.fold import fold
from pipelines.copies.keytext import FORWARDED, Key, make_key

OPENING = 200  # characters in which a page says that it passes on another's document
REMEMBERED = 64  # subjects: the siblings and copies a crawl meets one after the other

ORGAN = re.compile(
    r"([\u3400-\u9fff]{2})(?:自治[区州县]|[省市县区旗盟州])?"
    r"(?:公安(?:局|厅|分局)|警方|人民检察院|检察院|人民法院|中级人民法院|反诈(?:骗)?中心|委政法委)"
)
NO_NAME = re.compile(r"[全各本我该当地等和与及向由从在到据经将被让使请是的]|公安|自治|人民|所在")
ISSUER_TAIL = re.compile(
    r"(?:自治[区州县]|[省市县区旗盟州])?(?:公安|人民|检察|法院|委员会|反诈|中共|警方|政府|网信).*$"
)
NAME = 2  # characters of a place name; the rest of a longer one stands in its slot
AROUND = 3  # characters on either side that say which name is meant
SUFFIX = re.compile(
    r"(?:市(?![场民值])|区(?![域间别块])|省(?!份)|乡(?![村镇亲])|镇(?!静)|县(?!域)|[州盟旗])(?=([\u3400-\u9fff]{1,3}))"
)
HAN = re.compile(r"[\u3400-\u9fff]+")
# 我市 and 本市, 小区 and 社区: what another writer, or a spinner, may exchange without naming a place.
NO_PLACE = tuple("全各本我该当等某这那社小城")


@dataclass(frozen=True)
class Subject:
    """What is compared of one page."""

    key: Key
    title: Key
    names: frozenset[str]  # places whose organs the text names


def organ_names(text: str, issuer: str | None) -> frozenset[str]:
    """Return the places whose police or courts a folded text names; if it names none, that of its issuer."""
    names = {name for name in ORGAN.findall(text) if not NO_NAME.search(name)}
    if not names and issuer:
        names = {ISSUER_TAIL.sub("", fold(issuer))[-2:]} - {""}
    return frozenset(names)


def places(key: Key, around: int = AROUND) -> dict[str, set[str]]:
    """Return the names of two characters that stand before 省, 市, 县 …, by the words around them.

    Each name has a slot for every number of characters on its left, `around` at most.
    """
    found: dict[str, set[str]] = {}
    for match in SUFFIX.finditer(key.text):
        at = match.start() - NAME
        name = key.text[max(0, at) : match.start()]
        if len(name) < NAME or name.endswith(NO_PLACE) or not HAN.fullmatch(name):
            continue
        for start in range(max(0, at - around), at + 1):
            left = key.text[start:at]
            if not left or HAN.fullmatch(left):
                found.setdefault(f"{left}#{match[0]}{match[1]}", set()).add(name)
    return found


@lru_cache(maxsize=REMEMBERED)
def subject(title: str | None, folded: str, issuer: str | None) -> Subject:
    """Return what is compared of a page with this title, folded text and issuer.

    An organ that passes on another's document, 云岭省公安厅转发：…, is not whose document it is.
    """
    headline = fold(title or "")
    forwarded = FORWARDED.search(f"{headline}\n{folded[:OPENING]}")
    key, heading = make_key(folded), make_key(FORWARDED.split(headline)[-1])
    names = organ_names(f"{heading.notice}\n{key.notice}", None if forwarded else issuer)
    return Subject(key, heading, names)
