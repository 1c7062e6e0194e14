"""Weigh what the words around a quantity say of what it counts: verbs and objects, by nearness."""

import re
from collections.abc import Sequence
from functools import cache

from crawler.metrics import BY_CODE, Metric
from pipelines.figures.clauses import Word, lexicon

# Weight of each kind of evidence; a verb outranks a noun, a verb with its object outranks both.
VERB, NAME, PAIR, CARRIED, BETWEEN = 3.2, 3.0, 5.0, 3.1, 0.08
CLAUSES = 4  # words that a comma between counts for, up to twice
RELATIVE = 1.0  # taken off a verb that only qualifies: 挂牌督办的17起案件
ROLES = ("verbs", "acts", "objects", "names")
VERBS, ACTS = 0, 1
# "811起574人": the people of cases told by the metric of the cases.
PEOPLE_OF = {
    "cases_solved": "suspects_arrested",
    "cases_prosecuted": "suspects_prosecuted",
    "court_cases_concluded": "persons_convicted",
    "cases_filed": "suspects_arrested",
    "public_order_cases": "persons_penalised",
}
AVERAGE = re.compile("[均每单]")
PER = (
    ("day", re.compile("日均|每[日天]|平均每[日天]")),
    ("month", re.compile("月均|每月|单月")),
    ("case", re.compile("平均每[起宗件案]|每[起宗件]平均|[案件宗]均")),
)


# A word near a quantity, how many words lie between, and what is taken off its weight.
Heard = tuple[str, int, float]
Weighed = tuple[float, Metric]


def fits(metric: Metric, kind: str, word: str = "") -> bool:
    """Tell whether a metric can be told in a kind of unit; `bare` and `any` fit every metric."""
    if kind == "count" and word and metric.classifiers and word not in metric.classifiers.split():
        return False
    if kind == "any":
        return True
    if kind == "bare":
        return metric.unit != "percent"
    return kind in metric.kinds or (kind == "person_time" and metric.unit == "person")


@cache
def speaks(word: str, kind: str, classifier: str) -> tuple[tuple[str, int], ...]:
    """Return the codes of the metrics that a word speaks for in a kind of unit, with its role in ROLES for each."""
    return tuple(
        (metric.code, ROLES.index(role)) for metric, role in lexicon()[word] if fits(metric, kind, classifier)
    )


@cache
def is_verb(word: str) -> bool:
    """Tell whether a word only tells what was done."""
    roles = {role for _, role in lexicon()[word]}
    return bool(roles & {"verbs", "acts"}) and not roles & {"names", "objects"}


def weigh(
    heard: list[Heard], kind: str, classifier: str = "", carried: Sequence[Word] = ()
) -> Weighed | None:
    """Return the weight of the metric that the words speak for most, and the metric; None if they speak for none.

    The words carried over from the sentence before add a verb to the things and names that are heard.
    """
    nearest: dict[str, list[Heard | None]] = {}
    for item in heard:
        for code, role in speaks(item[0], kind, classifier):
            roles = nearest.get(code)
            if roles is None:
                roles = nearest[code] = [None] * len(ROLES)
            if roles[role] is None or roles[role][1] > item[1]:
                roles[role] = item
    verbs, acts = nearest_verbs(carried, kind, classifier) if carried else ({}, {})
    best, chosen = 0.0, None
    for code, roles in nearest.items():
        score = weight(*roles)
        if code in verbs or code in acts:
            score = max(score, weight_carried(verbs.get(code), acts.get(code), *roles[2:]))
        if score > best:
            best, chosen = score, code
    return (best, BY_CODE[chosen]) if chosen else None


def weight(verb: Heard | None, act: Heard | None, thing: Heard | None, name: Heard | None) -> float:
    """Return the weight of the evidence that a clause has for one metric, by the roles of its words."""
    best = VERB - verb[2] if verb else 0.0
    if name:
        best = max(best, NAME - name[2] + (0.3 if act else 0))
    if thing and verb:
        best = max(best, PAIR - (verb[2] + thing[2]))
    if thing and act:
        best = max(best, PAIR - (act[2] + thing[2]))
    return best


def nearest_verbs(
    carried: Sequence[Word], kind: str, classifier: str
) -> tuple[dict[str, int], dict[str, int]]:
    """Return for each metric how far its nearest verb, and its nearest act, is among words carried over."""
    verbs: dict[str, int] = {}
    acts: dict[str, int] = {}
    for distance, word in enumerate(reversed(carried)):
        for code, role in speaks(word.text, kind, classifier):
            if role == VERBS:
                verbs.setdefault(code, distance)
            elif role == ACTS:
                acts.setdefault(code, distance)
    return verbs, acts


def weight_carried(verb: int | None, act: int | None, thing: Heard | None, name: Heard | None) -> float:
    """Return the weight of a verb carried over, so many words away, with a thing or name of the clause."""
    best = 0.0
    if thing:
        best = CARRIED - thing[2] - 0.01 * (act if verb is None else verb)
    if name and verb is not None:
        best = max(best, CARRIED - name[2])
    return best


def hear(
    text: str, left: Sequence[Word], right: Sequence[Word], at: int | None, *, bounded: bool
) -> list[Heard]:
    """Return the words around a quantity, with their distances; `at` is where it starts if commas lie between.

    Unless a pause bounds the words on the right, a verb there belongs to the next quantity.
    """
    heard: list[Heard] = []
    for i, word in enumerate(reversed(left)):
        distance = i if at is None else i + CLAUSES * min(2, commas(text, word.end, at))
        relative = RELATIVE if right and text.startswith("的", word.end) else 0.0
        heard.append((word.text, distance, BETWEEN * distance + relative))
    nouns = 0
    for word in right:
        if is_verb(word.text):
            break
        nouns += 1
    # The head of a noun phrase is its last word: 九十四宗诈骗举报 are reports.
    heard += [(word.text, i, BETWEEN * i) for i, word in enumerate(reversed(right[:nouns]))]
    if bounded:
        heard += [(word.text, i, BETWEEN * i) for i, word in enumerate(right[nouns:], nouns)]
    return heard


def commas(text: str, start: int, end: int) -> int:
    """Return how many commas stand in a stretch."""
    return text.count(",", start, end) + text.count("，", start, end)


def named(words: Sequence[Word], kind: str, classifier: str = "") -> Metric | None:
    """Return the metric that words without a quantity speak for most, the last of them nearest."""
    weighed = weigh([(word.text, i, BETWEEN * i) for i, word in enumerate(reversed(words))], kind, classifier)
    return weighed[1] if weighed else None


def per_of(text: str) -> str | None:
    """Return day, month or case where the words before a quantity make it an average."""
    if not AVERAGE.search(text):
        return None
    return next((name for name, pattern in PER if pattern.search(text)), None)
