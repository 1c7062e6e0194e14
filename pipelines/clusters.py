"""From verdicts on pairs to notices: which pages go together, whatever the order they came in."""

from dataclasses import dataclass

MARGIN = 0.02  # containment: two claims on one page closer than this are equally strong


@dataclass(frozen=True)
class Link:
    """The verdict on two pages; `a` and `b` are names that do not depend on the order of arrival."""

    a: str
    b: str
    relation: str
    containment: float
    longest_run: float = 0.0


def disputed(links: list[Link]) -> set[Link]:
    """Return the `same` links of pages that are claimed, equally well, by two pages that are apart.

    An excerpt of a template that two counties published, without a name or a figure, belongs to neither:
    the text cannot decide.
    """
    apart: dict[str, set[str]] = {}
    claims: dict[str, dict[str, Link]] = {}
    for link in links:
        for one, other in ((link.a, link.b), (link.b, link.a)):
            if link.relation == "apart":
                apart.setdefault(one, set()).add(other)
            elif link.relation == "same":
                claims.setdefault(one, {})[other] = link
    found = set()
    for claimants in claims.values():
        for claimant, link in claimants.items():
            rivals = apart.get(claimant, set()) & claimants.keys()
            if any(claimants[rival].containment > link.containment - MARGIN for rival in rivals):
                found.add(link)
    return found


def clusters(names: set[str], links: list[Link]) -> list[set[str]]:
    """Return the pages in groups of copies: strongest `same` links first, never joining pages that are apart.

    Two groups join only if at least half of the verdicts between them say `same`. The result depends on the
    set of links alone.
    """
    group = {name: {name} for name in names}
    between: dict[str, dict[str, str]] = {name: {} for name in names}
    for link in links:
        between[link.a][link.b] = between[link.b][link.a] = link.relation
    unsure = disputed(links)
    same = [link for link in links if link.relation == "same" and link not in unsure]
    for link in sorted(same, key=lambda one: (-one.containment, -one.longest_run, one.a, one.b)):
        small, large = sorted((group[link.a], group[link.b]), key=len)
        if small is large:
            continue
        verdicts = [between[one][other] for one in small for other in between[one].keys() & large]
        if "apart" in verdicts or 2 * verdicts.count("same") < len(verdicts):
            continue
        large |= small
        for name in small:
            group[name] = large
    unique = {id(members): members for members in group.values()}
    return sorted(unique.values(), key=min)
