"""From verdicts to groups: order never matters, and nobody is joined with a page that is apart."""

import random

import pytest

from pipelines.copies.clusters import JUDGED, Link, clusters


def same(pair: str, containment: float = 0.9) -> Link:
    return Link(*pair, "same", containment)


def apart(pair: str) -> Link:
    return Link(*pair, "apart", 0.9)


def grouped(names: str, links: list[Link], judged: dict[str, str] | None = None) -> str:
    found = clusters(set(names), links, lambda a, b: (judged or {}).get(a + b, "same"))
    return " ".join("".join(sorted(group)) for group in found)


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ([], "a b c d"),
        ([same("ab"), same("bc")], "abc d"),  # a and c were never compared: the judge joins them
        ([same("ab", 0.95), same("bc", 0.9), apart("ac")], "ab c d"),
        ([same("ab"), same("bc"), apart("ac")], "a b c d"),  # b is claimed equally by both: it stays alone
        ([same("ab"), same("bc"), Link("a", "c", "same_event", 0.6)], "abc d"),
        (
            [same("ab", 0.99), same("cd", 0.99), same("bc", 0.8)]
            + [Link(*pair, "same_event", 0.6) for pair in ("ac", "ad", "bd")],
            "ab cd",
        ),  # one verdict of four is too few
        ([same("ab", 0.99), same("cd", 0.99), same("bc", 0.8), apart("ad")], "ab cd"),
    ],
)
def test_groups(links, expected):
    for seed in range(6):
        random.Random(seed).shuffle(links)
        swapped = [
            Link(link.b, link.a, *(link.relation, link.containment)) if seed % 2 else link for link in links
        ]
        assert grouped("abcd", swapped) == expected


def test_two_pages_that_were_never_compared_are_judged_before_they_meet():
    links = [same("ab", 0.95), same("bc", 0.9)]
    assert grouped("abc", links, {"ac": "apart"}) == "ab c"
    assert grouped("abc", [same("ab"), same("bc")], {"ac": "apart"}) == "a b c"


def test_the_judge_is_asked_little():
    asked = []

    def judge(a: str, b: str) -> str:
        asked.append((a, b))
        return "same"

    names = [f"p{n:03}" for n in range(100)]
    links = [same((names[0], name)) for name in names[1:]]
    assert len(clusters(set(names), links, judge)) == 1
    assert len(asked) <= 100 * JUDGED + JUDGED * JUDGED
    assert len(asked) == len(set(asked))
