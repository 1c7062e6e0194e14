"""Lex a text: the words that METRICS knows, and the stretch of text that speaks of a quantity."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from crawler.metrics import METRICS, OTHERS, Metric

# A line that goes on with a comparison belongs to the figure above it: posters and cards.
BORDER = re.compile("[。！!？?;；]|\n(?! *(?:环比|同比|持平|较上|上升|下降|[0-9.]+%))")
# Cards of a poster: a line that names, a line with its number, at least twice; no name is left over at the end.
NAME_LINE = r"[^\n0-9,，。;；:：]{2,20}\n"
CARDS = re.compile(
    rf"^(?:{NAME_LINE} *约?[0-9][0-9,.]*+[余多]?[万亿]?[余多]?[^\n0-9]{{0,4}}(?:\n|\Z)"
    r"(?: *(?:环比|同比)[^\n]{1,12}(?:\n|\Z)){0,2}+){2,30}+"
    r"(?![^\n0-9,，。;；:：]{2,20}(?:\n|\Z))",
    re.MULTILINE,
)
LABEL_LINE = re.compile(rf"^{NAME_LINE}(?= *约?[0-9])", re.MULTILINE)
PAUSE = re.compile("[,，。！!？?\n;；:：、)）(（]")
SHORTEST_HEAD = 3  # 侦破案件 is no 破案
MOST_WORDS = 12  # what is further away says nothing of a figure
# A verb of one character is read only before what it can be a verb of.
LONE_AFTER = re.compile("[0-9近约逾超获]|电诈|诈骗|案|刑事|治安|各类|[一二三四五六七八九十]{2}")

# 受理涉电诈案件57件: behind another word 涉 before a kind of case only names it.
INVOLVING = re.compile(
    "涉(?<=[\u4e00-\u9fff]涉)(?<![共已并均县市区省州国警方称年月日内中后]涉)(?:电诈|诈骗|刑事|各类)"
)


@dataclass(slots=True)  # not frozen: made for every word of a text
class Word:
    """A word of the lexicon at `start`..`end` of the folded text."""

    start: int
    end: int
    text: str


@cache
def lexicon() -> dict[str, list[tuple[Metric, str]]]:
    """Return for each word the metrics it speaks for and as what: verbs, acts, objects or names."""
    words: dict[str, list[tuple[Metric, str]]] = {}
    for metric in METRICS + OTHERS:
        for role in ("verbs", "acts", "objects", "names"):
            for word in getattr(metric, role).split():
                words.setdefault(word, []).append((metric, role))
    return words


@cache
def pattern() -> re.Pattern[str]:
    """Return the expression that finds the longest word of the lexicon, grouped by first character.

    Each group starts with a plain character, in either case where it has two: so a search skips to the next of them.
    """
    by_first: dict[str, list[str]] = {}
    for word in lexicon():
        for first in {word[0].upper(), word[0].lower()}:
            by_first.setdefault(first, []).append(word[1:])
    groups = [
        re.escape(first) + "(?i:" + "|".join(map(re.escape, sorted(rests, key=len, reverse=True))) + ")"
        for first, rests in by_first.items()
    ]
    return re.compile("|".join(groups))


@cache
def beginnings() -> frozenset[str]:
    """Return what words long enough to be heads can begin with, in capitals."""
    return frozenset(
        word[:length].upper()
        for word in lexicon()
        if len(word) >= SHORTEST_HEAD
        for length in range(1, len(word))
    )


@cache
def overlaps(word: str) -> tuple[int, ...]:
    """Return the offsets within a word at which a longer one can begin: 1 and 2 in 涉案电话, before 电话卡."""
    return tuple(at for at in range(1, len(word)) if word[at:].upper() in beginnings())


def attributive(text: str, match: re.Match[str]) -> bool:
    """Tell whether 关联 or 涉 only names a kind: 诈骗及关联犯罪案件."""
    if match[0] == "涉":
        return INVOLVING.match(text, match.start()) is not None
    return match[0] == "关联" and text[match.start() - 1 : match.start()] in tuple("及和与等其的、")


def heads(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield matches of the lexicon; where two overlap, the later word is the head: 涉诈电话卡 are cards."""
    expression = pattern()
    while match := expression.search(text, start, end):
        for offset in overlaps(match[0]):
            head = expression.match(text, match.start() + offset)
            if head and head.end() > match.end() and head.end() - head.start() >= SHORTEST_HEAD:
                before = expression.match(text, match.start(), head.start())
                if before:
                    yield before
                match = head
                break
        yield match
        start = match.end()


def words(text: str, start: int, end: int) -> Iterator[Word]:
    """Yield the words of the lexicon in a stretch of a folded text, in order; none overlap."""
    known = lexicon()
    for match in heads(text, start, end):
        word = match[0] if match[0] in known else match[0].upper()
        if len(word) == 1 and word not in "案占" and not LONE_AFTER.match(text, match.end()):
            continue
        if attributive(text, match):
            continue
        yield Word(match.start(), match.end(), word)


class Words:
    """The words of a text, looked for in a sentence once they are asked for; `stops` is where sentences start."""

    def __init__(self, text: str, stops: list[int]) -> None:
        self.text, self.stops = text, [*stops, len(text)]
        self.sentences: dict[int, tuple[list[int], list[Word]]] = {}

    def within(self, start: int, end: int) -> list[Word]:
        """Return the words that lie within a stretch, the last of them if they are many."""
        first = bisect_right(self.stops, start, 0, len(self.stops) - 1) - 1
        if end <= self.stops[first + 1]:
            return self.of_sentence(first, start, end)
        last = bisect_left(self.stops, end, first, len(self.stops) - 1)
        found = [word for index in range(first, last) for word in self.of_sentence(index, start, end)]
        return found[-MOST_WORDS:]

    def of_sentence(self, index: int, start: int, end: int) -> list[Word]:
        """Return the words of a sentence that lie within a stretch, the last of them if they are many."""
        if index not in self.sentences:
            found = list(words(self.text, self.stops[index], self.stops[index + 1]))
            self.sentences[index] = [word.start for word in found], found
        starts, found = self.sentences[index]
        last = bisect_left(starts, end)
        first = max(bisect_left(starts, start), last - MOST_WORDS)
        if last > first and found[last - 1].end > end:
            last -= 1
        return found[first:last]


def borders(text: str) -> list[int]:
    """Return the offsets at which sentences start, 0 first, the end of the text last."""
    joints = {
        card.start() + label.end() for card in CARDS.finditer(text) for label in LABEL_LINE.finditer(card[0])
    }
    return [0, *(end for match in BORDER.finditer(text) if (end := match.end()) not in joints), len(text)]
