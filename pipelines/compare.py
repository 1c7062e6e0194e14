"""Two pages side by side: copies of one notice, related, or apart; and the evidence for it."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from pipelines.keytext import Key, make_key
from pipelines.runs import common_runs, gaps, in_order

# Thresholds from 940 real bulletins and replays of observed mirrors (issue 6), not from single pairs.
ALIKE = 0.3  # containment under which nothing is said about two pages
COPIED = 0.7  # containment of a copy in its original
SPUN = 0.45  # the same where figures agree: what a synonym spinner leaves of the wording
SPUN_FIGURES = 6  # figures that must agree then, and none conflict
EQUAL = 0.85  # containment of each text in the other: copies, in whatever order the paragraphs come
EVENT = 0.5  # containment of two accounts of one event
COVERED = 0.85  # share of an excerpt that stands in the longer text
SHUFFLED = 0.93  # share of both texts that stands in the other where paragraphs were moved
ORDERED = 0.9  # share of common text in one order
INSERTED = 30  # characters: a shorter gap is an edit, a caption or an advertisement
INSERTED_SHARE = 0.05  # of a long text: a caption or a paragraph more or less
CUT = 0.4  # a copy cut at its end keeps this share of the text; what keeps less quotes it
EATEN = 3  # conflicts that, all of one kind, show a mirror that eats digits
SHORT = 40  # characters of text under which containment proves nothing

ORGAN = re.compile(
    r"([\u3400-\u9fff]{2})(?:自治[区州县]|[省市县区旗盟州])?"
    r"(?:公安(?:局|厅|分局)|警方|人民检察院|检察院|人民法院|中级人民法院|反诈(?:骗)?中心|委政法委)"
)
NO_NAME = re.compile(r"[全各本我该当地等和与及向由从在到据经将被让使请是的]|公安|自治|人民|所在")
ISSUER_TAIL = re.compile(
    r"(?:自治[区州县]|[省市县区旗盟州])?(?:公安|人民|检察|法院|委员会|反诈|中共|警方|政府|网信).*$"
)


@dataclass(frozen=True)
class Subject:
    """What is compared of one page."""

    key: Key
    title: Key
    names: frozenset[str]  # places whose organs the text names


@dataclass(frozen=True)
class Verdict:
    """What two pages are to each other: same, excerpt, same_event or apart; symmetric in the two."""

    relation: str
    containment: float = 0.0
    longest_run: float | None = None
    equal_figures: int = 0
    conflicting_figures: int = 0
    evidence: dict = field(default_factory=dict)

    def columns(self) -> tuple:
        """Return relation, containment, longest_run, equal_figures and conflicting_figures, as page_links has them."""
        return self.relation, self.containment, self.longest_run, self.equal_figures, self.conflicting_figures


def organ_names(text: str, issuer: str | None) -> frozenset[str]:
    """Return the places whose police, prosecutors or courts a text names; where it names none, that of its issuer."""
    names = {name for name in ORGAN.findall(text) if not NO_NAME.search(name)}
    if not names and issuer:
        names = {ISSUER_TAIL.sub("", issuer)[-2:]} - {""}
    return frozenset(names)


@lru_cache(maxsize=2048)
def subject(title: str | None, folded: str, issuer: str | None) -> Subject:
    """Return what is compared of a page with this title, folded text and issuer."""
    key, heading = make_key(folded), make_key(title or "")
    return Subject(key, heading, organ_names(f"{heading.text}\n{key.text}", issuer))


def containments(a: Key, b: Key) -> tuple[float, float]:
    """Return the share of the shorter list of shingles that stands in the longer, and the reverse."""
    shared = len(a.grams & b.grams)
    fewer, more = sorted((len(a.grams), len(b.grams)))
    return shared / fewer, shared / more


def is_rest(rest: str, whole: str) -> bool:
    """Tell whether `rest` is what a mirror that eats digits left of `whole`: 70 or 20 of 270."""
    digits = iter(whole)
    return len(rest) < len(whole) and all(digit in digits for digit in rest)


def damaged(conflicts: dict[str, list]) -> bool:
    """Tell whether one of two texts lost digits: every figure that conflicts is the rest of the other text's."""
    return any(
        all(
            any(is_rest(rest, whole) for rest in pair[side] for whole in pair[1 - side])
            for pair in conflicts.values()
        )
        for side in (0, 1)
    )


def compare_figures(a: Key, b: Key) -> tuple[int, dict[str, list]]:
    """Return how many slots agree, and the values of each slot that conflicts; a missing figure never conflicts."""
    shared = a.slots.keys() & b.slots.keys()
    conflicts = {
        slot: [sorted(a.slots[slot]), sorted(b.slots[slot])]
        for slot in shared
        if not a.slots[slot] & b.slots[slot]
    }
    return len(shared) - len(conflicts), conflicts


def leading_conflict(a: Subject, b: Subject, conflicts: dict[str, list]) -> str | None:
    """Return the slot of the first sentences or the title where two undamaged figures conflict."""
    lead = a.key.lead | b.key.lead
    _, titles = compare_figures(a.title, b.title)
    found = [slot for slot in conflicts if slot in lead and not damaged({slot: conflicts[slot]})]
    found += [
        slot for slot in titles if slot.index("#") > 1
    ]  # what opens a title may be the number of a list
    return min(found, default=None)


def objection(a: Subject, b: Subject, equal: int, conflicts: dict[str, list]) -> tuple[str, object] | None:
    """Return the evidence that keeps two alike pages apart, by name, or None."""
    if len(conflicts) >= EATEN and damaged(conflicts):
        conflicts = {}
    if len(conflicts) >= 2 and len(conflicts) > 0.1 * (equal + len(conflicts)):
        return "figures", {slot: conflicts[slot] for slot in sorted(conflicts)[:5]}
    slot = leading_conflict(a, b, conflicts)
    if slot:
        return "lead", slot
    if a.names and b.names and 2 * len(a.names & b.names) < min(len(a.names), len(b.names)):
        return "issuers", [sorted(a.names - b.names)[:5], sorted(b.names - a.names)[:5]]
    if min(len(a.key.phones), len(b.key.phones)) >= 3 and not a.key.phones & b.key.phones:
        return "phones", [sorted(a.key.phones)[:5], sorted(b.key.phones)[:5]]
    return None


@dataclass(frozen=True)
class Overlap:
    """How the shorter of two texts stands in the longer; gaps in characters of figure-free text."""

    covered: float  # share of the shorter that stands in the longer
    kept: float  # share of the longer that stands in the shorter
    order: float  # share of the common text that comes in one order
    longest: float  # longest common run as a share of the shorter
    own: int  # longest stretch that only the shorter has
    other: int  # longest stretch that only the longer has, its end aside: copies are cut there

    def evidence(self) -> dict[str, float | int]:
        """Return the measurements that page_links keeps beside its columns."""
        shares = {name: round(getattr(self, name), 2) for name in ("covered", "kept", "order")}
        return shares | {"own": self.own, "other": self.other}

    def is_copy(self, length: int) -> bool:
        """Tell whether only small edits, a cut end or moved paragraphs separate two texts; `length` of the longer."""
        if self.covered >= SHUFFLED and self.kept >= SHUFFLED:
            return True
        edit = max(INSERTED, INSERTED_SHARE * length)
        return self.order >= ORDERED and self.own < edit and self.other < edit and self.kept >= CUT


def overlap(short: Key, long: Key) -> Overlap:
    """Measure how two texts overlap, in time linear in their length."""
    runs = common_runs(short, long)
    head, between, tail = gaps(runs, len(short.text))
    more_head, more_between, more_tail = gaps(common_runs(long, short), len(long.text))
    return Overlap(
        covered=1 - (head + sum(between) + tail) / len(short.text),
        kept=1 - (more_head + sum(more_between) + more_tail) / len(long.text),
        order=in_order(runs),
        longest=max((run.length for run in runs), default=0) / len(short.text),
        own=max([head, tail, *between]),
        other=max([more_head, *more_between]),
    )


def relation(short: Key, long: Key, found: Overlap, equal: int, conflicting: int) -> str:
    """Return what two texts are to each other that nothing keeps apart."""
    contained, containing = containments(short, long)
    if min(contained, containing) >= EQUAL:
        return "same"
    spun = contained >= SPUN and equal >= SPUN_FIGURES and not conflicting
    if (contained >= COPIED or spun) and found.is_copy(len(long.text)):
        return "same"
    if contained >= COPIED and found.covered >= COVERED:
        return "excerpt"
    return "same_event" if contained >= EVENT else "apart"


def compare(a: Subject, b: Subject) -> Verdict:
    """Return what two pages are to each other; compare(a, b) == compare(b, a)."""
    short, long = sorted((a, b), key=lambda one: (len(one.key.text), one.key.full))
    if len(short.key.text) < SHORT:
        return Verdict("same" if short.key.full and short.key.full == long.key.full else "apart")
    containment, _ = containments(short.key, long.key)
    if containment < ALIKE:
        return Verdict("apart", containment)
    equal, conflicts = compare_figures(short.key, long.key)
    against = objection(short, long, equal, conflicts)
    if against:
        return Verdict("apart", containment, None, equal, len(conflicts), dict([against]))
    found = overlap(short.key, long.key)
    said = relation(short.key, long.key, found, equal, len(conflicts))
    return Verdict(said, containment, found.longest, equal, len(conflicts), found.evidence())
