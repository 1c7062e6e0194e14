"""Weigh what the words around a quantity say of what it counts: verbs and objects, by nearness."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from crawler.metrics import BY_CODE, Metric
from pipelines.figures.clauses import Word, lexicon

# Weight of each kind of evidence; a verb outranks a noun, a verb with its object outranks both.
VERB, NAME, PAIR, CARRIED, BETWEEN = 3.2, 3.0, 5.0, 3.1, 0.08
CLAUSES = 4  # words that a comma between counts for, up to twice
RELATIVE = 1.0  # taken off a verb that only qualifies: 挂牌督办的17起案件
# "811起574人": the people of cases told by the metric of the cases.
PEOPLE_OF = {
    "cases_solved": "suspects_arrested",
    "cases_prosecuted": "suspects_prosecuted",
    "court_cases_concluded": "persons_convicted",
    "cases_filed": "suspects_arrested",
    "public_order_cases": "persons_penalised",
}
PER = (
    ("day", re.compile("日均|每[日天]|平均每[日天]")),
    ("month", re.compile("月均|每月|单月")),
    ("case", re.compile("平均每[起宗件案]|每[起宗件]平均|[案件宗]均")),
)


@dataclass(frozen=True)
class Heard:
    """A word near a quantity, how many words lie between, and whether it is carried or only qualifies."""

    word: Word
    distance: int
    carried: bool = False
    relative: bool = False


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
def speaks(word: str, kind: str, classifier: str) -> tuple[tuple[str, str], ...]:
    """Return the codes of the metrics that a word speaks for in a kind of unit, with its role for each."""
    return tuple((metric.code, role) for metric, role in lexicon()[word] if fits(metric, kind, classifier))


@cache
def is_verb(word: str) -> bool:
    """Tell whether a word only tells what was done."""
    roles = {role for _, role in lexicon()[word]}
    return bool(roles & {"verbs", "acts"}) and not roles & {"names", "objects"}


def weigh(heard: Iterable[Heard], kind: str, classifier: str = "") -> list[tuple[float, Metric]]:
    """Return the metrics that the words speak for, with their weight, heaviest first."""
    nearest: dict[str, dict[str, Heard]] = {}
    for item in heard:
        for code, role in speaks(item.word.text, kind, classifier):
            roles = nearest.setdefault(code, {})
            role = f"carried {role}" if item.carried else role
            if role not in roles or roles[role].distance > item.distance:
                roles[role] = item
    scored = [(weight(roles), BY_CODE[code]) for code, roles in nearest.items()]
    return sorted(((score, metric) for score, metric in scored if score > 0), key=lambda pair: -pair[0])


def weight(roles: dict[str, Heard]) -> float:
    """Return the weight of the evidence for one metric."""

    def worth(base: float, *items: Heard) -> float:
        return base - sum(BETWEEN * item.distance + RELATIVE * item.relative for item in items)

    best = 0.0
    verb, act, thing, name = (roles.get(role) for role in ("verbs", "acts", "objects", "names"))
    carried = roles.get("carried verbs") or roles.get("carried acts")
    if verb:
        best = max(best, worth(VERB, verb))
    if name:
        best = max(best, worth(NAME, name) + (0.3 if act else 0))
    for doing in (verb, act):
        if doing and thing:
            best = max(best, worth(PAIR, doing, thing))
    if carried and thing:
        best = max(best, worth(CARRIED, thing) - 0.01 * carried.distance)
    if carried and name and roles.get("carried verbs"):
        best = max(best, worth(CARRIED, name))
    return best


def hear(
    text: str, left: list[Word], right: list[Word], carried: list[Word], *, at: int = 0, bounded: bool = True
) -> list[Heard]:
    """Return the words around a quantity that starts at `at`, with their distances.

    Unless a pause bounds the words on the right, a verb there belongs to the next quantity.
    """
    heard = []
    for i, word in enumerate(reversed(left)):
        commas = min(2, sum(text.count(comma, word.end, at) for comma in ",，")) if at else 0
        heard.append(
            Heard(word, i + CLAUSES * commas, relative=text[word.end : word.end + 1] == "的" and bool(right))
        )
    nouns = 0
    for word in right:
        if is_verb(word.text):
            break
        nouns += 1
    # The head of a noun phrase is its last word: 九十四宗诈骗举报 are reports.
    heard += [Heard(word, i) for i, word in enumerate(reversed(right[:nouns]))]
    if bounded:
        heard += [Heard(word, i) for i, word in enumerate(right[nouns:], nouns)]
    heard += [Heard(word, i, carried=True) for i, word in enumerate(reversed(carried))]
    return heard


def per_of(text: str) -> str | None:
    """Return day, month or case where the words before a quantity make it an average."""
    return next((name for name, pattern in PER if pattern.search(text)), None)
