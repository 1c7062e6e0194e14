"""What keeps two alike pages apart: other figures, another county. What one of them lacks is never an objection."""

import re
from dataclasses import dataclass
from functools import lru_cache

from crawler.fold import fold
from pipelines.copies.keytext import Key, make_key

CONFLICTS = 2  # figures that differ: one may be a misprint
CONFLICT_SHARE = 0.1  # of the slots both texts have
EATEN = 3  # conflicts that, all of one kind, show a mirror that eats digits
OWN_FIGURES = 3  # equal figures of three digits: one report, whoever is named in it
PHONES = 3  # telephones on both sides, none of them shared: another county
SHOWN = 5  # values of each side kept as evidence
REMEMBERED = 64  # subjects: the siblings and copies a crawl meets one after the other

ORGAN = re.compile(
    r"([\u3400-\u9fff]{2})(?:自治[区州县]|[省市县区旗盟州])?"
    r"(?:公安(?:局|厅|分局)|警方|人民检察院|检察院|人民法院|中级人民法院|反诈(?:骗)?中心|委政法委)"
)
NO_NAME = re.compile(r"[全各本我该当地等和与及向由从在到据经将被让使请是的]|公安|自治|人民|所在")
ISSUER_TAIL = re.compile(
    r"(?:自治[区州县]|[省市县区旗盟州])?(?:公安|人民|检察|法院|委员会|反诈|中共|警方|政府|网信).*$"
)
CALENDAR = "年月日号时期季"  # 1月 is not what was left of 11月
HOTLINES = frozenset({"110", "96110", "12110", "12321", "12337", "12381"})

Conflicts = dict[str, list[list[str]]]  # the values of each text, by slot


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


@lru_cache(maxsize=REMEMBERED)
def subject(title: str | None, folded: str, issuer: str | None) -> Subject:
    """Return what is compared of a page with this title, folded text and issuer."""
    key, heading = make_key(folded), make_key(fold(title or ""))
    return Subject(key, heading, organ_names(f"{heading.notice}\n{key.notice}", issuer))


def compare_figures(a: Key, b: Key) -> tuple[int, Conflicts]:
    """Return how many slots agree, and the values of each slot that conflicts."""
    shared = sorted(a.slots.keys() & b.slots.keys())
    found = {
        slot: [sorted(a.slots[slot]), sorted(b.slots[slot])]
        for slot in shared
        if not a.slots[slot] & b.slots[slot]
    }
    return len(shared) - len(found), found


def is_rest(rest: str, whole: str) -> bool:
    """Tell whether `rest` is what a mirror that eats digits left of `whole`: 70 or 20 of 270."""
    digits = iter(whole)
    return len(rest) < len(whole) and all(digit in digits for digit in rest)


def is_eaten(conflicts: Conflicts) -> bool:
    """Tell whether one text lost digits: each of its figures that conflicts is the rest of one in the other."""

    def all_rests(side: int) -> bool:
        pairs = ((values[side], values[1 - side]) for values in conflicts.values())
        return all(any(is_rest(rest, whole) for rest in rests for whole in wholes) for rests, wholes in pairs)

    return all_rests(0) or all_rests(1)


def leading_conflicts(a: Subject, b: Subject, conflicts: Conflicts) -> Conflicts:
    """Return the conflicts in title and first sentences, where one is enough: there a report says what is new."""
    lead = a.key.lead | b.key.lead
    maimed = {
        slot for slot, values in conflicts.items() if slot[-1] not in CALENDAR and is_eaten({slot: values})
    }
    found = {slot: values for slot, values in conflicts.items() if slot in lead and slot not in maimed}
    _, titles = compare_figures(a.title, b.title)
    return found | {
        slot: values for slot, values in titles.items() if not slot.startswith("#") or slot[-1] in CALENDAR
    }


def own_figures(a: Key, b: Key) -> int:
    """Return how many equal figures of three and more digits are neither years nor hotlines."""
    slots = (slot for slot in a.slots.keys() & b.slots.keys() if not slot.endswith("年"))
    values = (value for slot in slots for value in a.slots[slot] & b.slots[slot])
    return sum(len(value) >= 3 and value not in HOTLINES for value in values)


def objection(a: Subject, b: Subject, equal: int, conflicts: Conflicts) -> dict[str, object]:
    """Return the evidence that keeps two alike pages apart, by its name; empty if there is none."""
    if len(conflicts) >= EATEN and is_eaten(conflicts):
        conflicts = {}
    if len(conflicts) >= CONFLICTS and len(conflicts) > CONFLICT_SHARE * (equal + len(conflicts)):
        return {"figures": dict(list(conflicts.items())[:SHOWN])}
    if leading := leading_conflicts(a, b, conflicts):
        return {"lead": leading}
    strangers = 2 * len(a.names & b.names) < min(len(a.names), len(b.names))
    if strangers and own_figures(a.key, b.key) < OWN_FIGURES:
        return {"issuers": [sorted(names)[:SHOWN] for names in (a.names - b.names, b.names - a.names)]}
    if min(len(a.key.phones), len(b.key.phones)) >= PHONES and not a.key.phones & b.key.phones:
        return {"phones": [sorted(phones)[:SHOWN] for phones in (a.key.phones, b.key.phones)]}
    return {}
