"""Two pages side by side: copies of one notice, related, or apart; and the evidence for it."""

from dataclasses import dataclass, field

from pipelines.copies.conflicts import compare_figures
from pipelines.copies.keytext import SEED, Key
from pipelines.copies.objections import objection
from pipelines.copies.runs import Stretch, common_runs, gaps, in_order, longest_replaced
from pipelines.copies.subject import Subject

# Thresholds from 940 real bulletins and replays of observed mirrors (issue 6), not from single pairs.
ALIKE = 0.3  # containment under which nothing is said about two pages
COPIED = 0.7  # containment of a copy in its original
SPUN = 0.45  # the same where figures agree: what a synonym spinner leaves of the wording
AGREEING = 6  # figures that agree, while none conflicts, show two accounts of the same facts
EQUAL = 0.85  # containment of each text in the other: copies, in whatever order the paragraphs come
EVENT = 0.5  # containment of two accounts of one event
COVERED = 0.85  # share of an excerpt that stands in the longer text
SHUFFLED = 0.93  # share of both texts that stands in the other where paragraphs were moved
ORDERED = 0.9  # share of common text in one order
INSERTED = 30  # characters: a shorter gap is an edit, a caption or an advertisement
INSERTED_SHARE = 0.05  # of a long text: a caption or a paragraph more or less
QUOTED = 100  # characters in one order, with figures that agree, make a quotation
FRAMED = (
    0.7  # share of a text that an advertisement, a summary or a cover line leaves, where they state nothing
)
CUT = 0.4  # a copy cut at its end keeps this share of the text; what keeps less quotes it
SHORT = 40  # characters and digits under which containment proves nothing


@dataclass(frozen=True)
class Verdict:
    """What two pages are to each other: same, excerpt, same_event or apart; symmetric in the two."""

    relation: str
    containment: float = 0.0
    longest_run: float | None = None
    equal_figures: int = 0
    conflicting_figures: int = 0
    evidence: dict = field(default_factory=dict)
    rule: str = ""  # which rule decided; for readers, see explain.RULES

    def columns(self) -> tuple:
        """Return relation, containment, longest_run, equal_figures and conflicting_figures, as page_links has them."""
        return self.relation, self.containment, self.longest_run, self.equal_figures, self.conflicting_figures


def containments(a: Key, b: Key) -> tuple[float, float]:
    """Return the share of the shorter list of shingles that stands in the longer, and the reverse."""
    shared = len(a.grams & b.grams)
    fewer, more = sorted((len(a.grams), len(b.grams)))
    return shared / fewer, shared / more


@dataclass(frozen=True)
class Overlap:
    """How the shorter of two texts stands in the longer; stretches in characters of figure-free text."""

    covered: float  # share of the shorter that stands in the longer
    kept: float  # share of the longer that stands in the shorter
    order: float  # share of the common text that comes in one order
    longest: float  # longest common run as a share of the shorter
    own: int  # longest stretch that only the shorter has
    other: int  # longest stretch that only the longer has, its end aside: copies are cut there
    cut: float  # share of the longer behind the last common words: how much a cut copy lacks
    replaced: int  # longest stretch that each has its own words for
    new: int  # figures in what only one has, the end of the longer aside

    def evidence(self) -> dict[str, float | int]:
        """Return the measurements that page_links keeps beside its columns."""
        shares = {name: round(getattr(self, name), 2) for name in ("covered", "kept", "order", "cut")}
        return shares | {"own": self.own, "other": self.other, "new": self.new}

    def is_copy(self, length: int) -> bool:
        """Tell whether small edits, a cut end, additions without figures or moved paragraphs separate two texts.

        `length` is that of the longer.
        """
        if self.covered >= SHUFFLED and self.kept >= SHUFFLED:
            return True
        if self.order < ORDERED or self.kept < CUT:
            return False
        edit = max(INSERTED, INSERTED_SHARE * length)
        framed = min(self.covered, self.kept / (1 - self.cut)) >= FRAMED and not self.new
        return (self.own < edit and self.other < edit) or (framed and self.replaced < edit)


def overlap(short: Key, long: Key) -> Overlap:
    """Measure how two texts overlap, in time linear in their length."""
    runs = common_runs(short, long)
    mine = gaps([(run.start, run.length) for run in runs], len(short.text))
    *theirs, (end, tail) = gaps([(run.there, run.length) for run in runs], len(long.text))
    return Overlap(
        covered=1 - sum(size for _, size in mine) / len(short.text),
        kept=1 - (tail + sum(size for _, size in theirs)) / len(long.text),
        order=in_order(runs),
        longest=max((run.length for run in runs), default=0) / len(short.text),
        own=max(size for _, size in mine),
        other=longest_inserted(short, long, max(size for _, size in theirs), end),
        cut=tail / len(long.text),
        replaced=longest_replaced(runs, len(short.text), len(long.text)),
        new=len(new_figures(short, long, mine) | new_figures(long, short, theirs)),
    )


def longest_inserted(short: Key, long: Key, gap: int, end: int) -> int:
    """Return the longest stretch before `end` that only the longer text has; `gap` if the runs leave none longer.

    A set phrase that stands twice in the longer text and once in the shorter is no insertion; one that the
    longer text repeats behind `end`, where the shorter was cut, does not make the cut a gap.
    """
    if gap < INSERTED:
        return gap
    back = [(run.start, run.length) for run in common_runs(long, short) if run.start < end]
    *stretches, _ = gaps(back, end)
    return min(gap, max(size for _, size in stretches))


def new_figures(one: Key, other: Key, stretches: list[Stretch]) -> set[str]:
    """Return the figures in stretches of one text, small edits aside, that the other does not state."""
    known = {figure.value for figure in other.figures}
    return {
        figure.value
        for start, size in stretches
        if size >= INSERTED
        for figure in one.figures
        if start <= figure.at <= start + size and figure.value not in known
    }


def relation(short: Key, long: Key, found: Overlap, equal: int, conflicting: int) -> tuple[str, str]:
    """Return what two texts are to each other that nothing keeps apart, and the rule that says so."""
    contained, containing = containments(short, long)
    if min(contained, containing) >= EQUAL:
        return "same", "equal"
    agreeing = equal >= AGREEING and not conflicting
    if (contained >= COPIED or (agreeing and contained >= SPUN)) and found.is_copy(len(long.text)):
        return "same", "copied" if contained >= COPIED else "spun"
    if agreeing and found.order >= ORDERED and found.covered * len(short.text) >= QUOTED:
        return "excerpt", "quoted"
    if contained >= COPIED and found.covered >= COVERED:
        return "excerpt", "covered"
    if agreeing:
        return "same_event", "figures_agree"
    return ("same_event", "alike") if contained >= EVENT else ("apart", "unlike")


def by_length(one: Subject) -> tuple:
    """Order subjects by length; the rest makes the order of two different ones definite."""
    return len(one.key.text), one.key.full, one.title.full, sorted(one.names)


def is_same_note(a: Subject, b: Subject) -> bool:
    """Tell whether two texts too short to prove anything are the same, title and names included."""
    return bool(a.key.full and a.title.full) and (a.key.full, a.title.full, a.names) == (
        b.key.full,
        b.title.full,
        b.names,
    )


def compare(a: Subject, b: Subject) -> Verdict:
    """Return what two pages are to each other; compare(a, b) == compare(b, a)."""
    short, long = sorted((a, b), key=by_length)
    if len(short.key.full) < SHORT or len(short.key.text) < SEED:
        same = is_same_note(short, long)
        return Verdict("same", rule="same_note") if same else Verdict("apart", rule="short")
    containment, _ = containments(short.key, long.key)
    if containment < ALIKE:
        return Verdict("apart", containment, rule="unlike")
    equal, conflicts = compare_figures(short.key, long.key)
    against = objection(short, long, equal, conflicts)
    if against:
        return Verdict("apart", containment, None, equal, len(conflicts), against, *against)
    found = overlap(short.key, long.key)
    said, rule = relation(short.key, long.key, found, equal, len(conflicts))
    return Verdict(said, containment, found.longest, equal, len(conflicts), found.evidence(), rule)
