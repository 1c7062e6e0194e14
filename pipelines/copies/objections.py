"""What keeps two alike pages apart: other figures, dates, places. What one of them lacks is never an objection."""

from pipelines.copies.conflicts import CALENDAR, Conflicts, compare_figures, is_rest, without_maimed
from pipelines.copies.keytext import Key
from pipelines.copies.subject import Subject, places

CONFLICTS = 2  # figures that differ: one may be a misprint
CONFLICT_SHARE = 0.1  # of the slots both texts have
OWN_FIGURES = 3  # equal figures of three digits: one report, whoever is named in it
PHONES = 3  # telephones on both sides, none of them shared: another county
IDENTITY = 7  # digits of a number that names one thing: a telephone, an account, a person
SHOWN = 5  # values of each side kept as evidence
HOTLINES = frozenset({"110", "96110", "12110", "12321", "12337", "12381"})


def leading_conflicts(a: Subject, b: Subject, conflicts: Conflicts) -> Conflicts:
    """Return the conflicts in title and first sentences, where one is enough: there a report says what is new."""
    lead = a.key.lead | b.key.lead
    found = {slot: values for slot, values in conflicts.items() if slot in lead}
    equal, titles = compare_figures(a.title, b.title)
    return found | {
        slot: values
        for slot, values in without_maimed(equal, titles).items()
        if not slot.startswith("#") or slot[-1] in CALENDAR  # the number of a list before the title
    }


def identities(conflicts: Conflicts) -> Conflicts:
    """Return the conflicts of long numbers, none of them the rest of the other: one of these is enough too."""
    return {
        slot: [mine, theirs]
        for slot, (mine, theirs) in conflicts.items()
        if min(map(len, mine + theirs)) >= IDENTITY
        and not any(is_rest(one, other) or is_rest(other, one) for one in mine for other in theirs)
    }


def other_dates(a: Key, b: Key) -> list[list[str]] | None:
    """Return the dates of two texts that both have some and share none."""
    if not (a.dates and b.dates) or a.dates & b.dates:
        return None
    return [sorted(a.dates)[:SHOWN], sorted(b.dates)[:SHOWN]]


def is_legible(names: set[str]) -> bool:
    """Tell whether names have simplified characters only: 郃肥 is 合肥, converted too often."""
    try:
        "".join(names).encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def is_other_place(mine: set[str], theirs: set[str], a: Key, b: Key) -> bool:
    """Tell whether the names of a slot are of two places: both legible, and neither in the other text."""
    if mine & theirs or not is_legible(mine | theirs):
        return False
    return not (any(name in b.text for name in mine) or any(name in a.text for name in theirs))


def other_places(a: Subject, b: Subject) -> Conflicts:
    """Return the place names that differ between the same words: 云岭 and 临川 in #市召开."""
    found: Conflicts = {}
    for one, other in ((a.key, b.key), (a.title, b.title)):
        mine, theirs = places(one), places(other)
        found |= {
            slot: [sorted(mine[slot]), sorted(theirs[slot])]
            for slot in sorted(mine.keys() & theirs.keys())
            if is_other_place(mine[slot], theirs[slot], one, other)
        }
    return found


def own_figures(a: Key, b: Key) -> int:
    """Return how many equal figures of three and more digits are neither years nor hotlines."""
    slots = (slot for slot in a.slots.keys() & b.slots.keys() if not slot.endswith("年"))
    values = (value for slot in slots for value in set(a.slots[slot]) & set(b.slots[slot]))
    return sum(sum(map(str.isdigit, value)) >= 3 and value not in HOTLINES for value in values)


def first(conflicts: Conflicts) -> Conflicts:
    """Return as many conflicts as are kept as evidence."""
    return dict(list(conflicts.items())[:SHOWN])


def objection(a: Subject, b: Subject, equal: int, conflicts: Conflicts) -> dict[str, object]:
    """Return the evidence that keeps two alike pages apart, by its name; empty if there is none."""
    told = without_maimed(equal, conflicts)
    if len(told) >= CONFLICTS and len(told) > CONFLICT_SHARE * (equal + len(told)):
        return {"figures": first(told)}
    if leading := leading_conflicts(a, b, told):
        return {"lead": first(leading)}
    if numbers := identities(told):
        return {"numbers": first(numbers)}
    if told and (dates := other_dates(a.key, b.key)):
        return {"dates": dates}
    if own_figures(a.key, b.key) < OWN_FIGURES:
        if 2 * len(a.names & b.names) < min(len(a.names), len(b.names)):
            return {"issuers": [sorted(names)[:SHOWN] for names in (a.names - b.names, b.names - a.names)]}
        if differing := other_places(a, b):
            return {"places": first(differing)}
    if min(len(a.key.phones), len(b.key.phones)) >= PHONES and not a.key.phones & b.key.phones:
        return {"phones": [sorted(phones)[:SHOWN] for phones in (a.key.phones, b.key.phones)]}
    return {}
