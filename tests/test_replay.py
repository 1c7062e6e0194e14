"""The replay of the mirrors: what copies must be found, and what look-alikes must stay apart."""

import random

import pytest

from tests.replay.measure import grouped, read, replay, verdicts

SAFE = ("traditional", "plain pinyin", "spam", "cut", "light synonyms", "title lost")


@pytest.fixture(scope="module")
def pages():
    return replay(seed=3, transforms=SAFE, siblings=1)


def groups(found: dict[str, int]) -> set[frozenset[str]]:
    members: dict[int, set[str]] = {}
    for page, notice in found.items():
        members.setdefault(notice, set()).add(page)
    return {frozenset(group) for group in members.values()}


def test_copies_are_found_and_look_alikes_kept_apart_in_any_order(pages, tmp_path):
    given = read(pages)
    shuffled = random.Random(5).sample(given, k=len(given))
    first, second = (
        grouped(order, tmp_path / f"{name}.db") for name, order in (("a", given), ("b", shuffled))
    )
    tally, wrong = verdicts(pages, first)
    assert wrong == []
    assert all(tally[how]["together"] for how in SAFE)
    assert groups(first) == groups(second)
