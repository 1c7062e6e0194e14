"""From verdicts on pairs to notices: which pages go together, whatever the order they came in."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice, product

MARGIN = 0.02  # containment: two claims on one page closer than this are equally strong
FEW = 8  # one `apart` in so many verdicts is two badly damaged copies, not another notice
JUDGED = 8  # verdicts asked for, where fewer are known, before two groups are joined

Judge = Callable[[str, str], str]  # the relation of two pages that were not compared yet


@dataclass(frozen=True)
class Link:
    """The verdict on two pages; `a` and `b` are names that do not depend on the order of arrival."""

    a: str
    b: str
    relation: str
    containment: float
    longest_run: float = 0.0
    equal_figures: int = 0


class Relations:
    """What is known of pairs; what is not is asked for once."""

    def __init__(self, links: Iterable[Link], judge: Judge) -> None:
        self.known: dict[str, dict[str, str]] = {}
        self.judge = judge
        for link in links:
            self.learn(link.a, link.b, link.relation)

    def learn(self, a: str, b: str, relation: str) -> None:
        """Remember a verdict, both ways."""
        self.known.setdefault(a, {})[b] = relation
        self.known.setdefault(b, {})[a] = relation

    def of(self, a: str, b: str) -> str:
        """Return the relation of two pages."""
        if b not in self.known.get(a, {}):
            self.learn(a, b, self.judge(min(a, b), max(a, b)))
        return self.known[a][b]

    def across(self, small: set[str], large: set[str]) -> list[str]:
        """Return the known relations between two groups, at least JUDGED of them if there are so many pairs."""
        nothing: dict[str, str] = {}
        pairs = [(one, other) for one in small for other in self.known.get(one, nothing).keys() & large]
        if len(pairs) < min(JUDGED, len(small) * len(large)):
            unknown = (pair for pair in product(sorted(small), sorted(large)) if pair not in set(pairs))
            pairs += islice(unknown, JUDGED - len(pairs))
        return [self.of(one, other) for one, other in pairs]


def rivals(claim: Link, other: Link) -> bool:
    """Tell whether a claim on a page is as strong as another one: by wording, and by figures that agree."""
    return claim.containment > other.containment - MARGIN and claim.equal_figures >= other.equal_figures


def disputed(same: list[Link], relations: Relations) -> set[Link]:
    """Return the `same` links of pages that two pages which are apart claim equally well.

    An excerpt of a template that two counties published, without a name or a figure, belongs to neither:
    the text cannot decide. Of the claims on a page the JUDGED strongest are weighed against each other, the rest
    against those of them that are disputed, else against the strongest.
    """
    claims: dict[str, dict[str, Link]] = {}
    for link in same:
        claims.setdefault(link.a, {})[link.b] = link
        claims.setdefault(link.b, {})[link.a] = link
    found = set()
    for links in claims.values():
        ranked = sorted(links, key=lambda name: (-links[name].containment, name))
        strongest, rest = ranked[:JUDGED], ranked[JUDGED:]
        contested = {one for one in strongest if contest(one, strongest, links, relations)}
        against = sorted(contested) or strongest[:1]
        contested.update(one for one in rest if contest(one, against, links, relations))
        found |= {links[one] for one in contested}
    return found


def contest(one: str, others: list[str], links: dict[str, Link], relations: Relations) -> bool:
    """Tell whether one of `others`, apart from it, claims a page as well as `one` does."""
    return any(
        one != other and rivals(links[other], links[one]) and relations.of(one, other) == "apart"
        for other in others
    )


def clusters(names: set[str], links: list[Link], judge: Judge) -> list[set[str]]:
    """Return the pages in groups of copies: strongest `same` links first.

    Two groups join only if at least half of the verdicts between them say `same` and at most one in FEW `apart`.
    A verdict `unlike` says that two pages share too little, as two halves of one notice do; it is no veto.
    The result depends on the links and the judge alone.
    """
    group = {name: {name} for name in names}
    relations = Relations(links, judge)
    same = [link for link in links if link.relation == "same"]
    unsure = disputed(same, relations)
    for link in sorted(same, key=lambda one: (-one.containment, -one.longest_run, one.a, one.b)):
        if group[link.a] is group[link.b] or link in unsure:
            continue
        small, large = sorted(
            (group[link.a], group[link.b]), key=lambda members: (len(members), min(members))
        )
        verdicts = relations.across(small, large)
        if FEW * verdicts.count("apart") > len(verdicts) or 2 * verdicts.count("same") < len(verdicts):
            continue
        large |= small
        group.update(dict.fromkeys(small, large))
    return sorted({id(members): members for members in group.values()}.values(), key=min)
