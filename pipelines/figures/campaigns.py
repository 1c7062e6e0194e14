"""Find the times that only a name tells: 专项行动部署以来, “断卡”行动中."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import attrgetter

from crawler.items import Period
from pipelines.figures.mention import Mention
from pipelines.kinds.alternatives import by_first_character

SENTENCE = re.compile("[。\n]")
LONGEST_CLAUSE = 40
SINCE = re.compile("以来")
FROM_MONTH = re.compile("^[自从]|月")  # the year alone may be of a name: 2023年“净网”行动开展以来
CLAUSE_START = re.compile("[,，。;；:：!！?？\n]")
# A sentence opens with a campaign only where it has one of these words.
NAMING = by_first_character(("行动|方面|战役|累(?<![^。\n]累)计|[”」](?:中|期间)",))
CAMPAIGN = re.compile(
    "(?P<topic>[^,，。;；:：\n0-9]{2,8}方面[,，]?|累计)|[^,，。;；:：\n0-9]{0,12}?"
    "(?P<name>(?:[“「][^”」\n]{1,15}[”」](?:(?:专项)?(?:行动|战役)中?期?间?|中|期间)|"
    "[^,，。;；\n“”0-9]{2,12}专?项?行动中?期?间?))(?=[,，])"
)


def with_campaigns(text: str, found: list[Mention]) -> list[Mention]:
    """Add what only its name dates: 专项行动部署以来; a date inside such a clause belongs to the name."""
    clauses = list(clauses_since(text, found))
    if clauses:
        starts = [clause.start for clause in clauses]
        outside = [mention for mention in found if not inside(mention.start, starts, clauses)]
        found = sorted([*outside, *clauses], key=attrgetter("start"))
    campaigns = list(opening(text))
    if not campaigns:
        return found
    dated = [mention.start for mention in found if mention.role == "main"]
    named = []
    for match in campaigns:
        if match["topic"]:
            named.append(Mention(match.start(), match.end(), Period(), "main", ""))
        elif not within_sentence(text, match.start(), dated):
            named.append(
                Mention(match.start("name"), match.end(), Period(raw=match["name"]), "main", match["name"])
            )
    return sorted([*found, *named], key=attrgetter("start"))


def clauses_since(text: str, found: list[Mention]) -> Iterator[Mention]:
    """Yield the clauses that end in 以来 and are no time of `found`."""
    ends = {mention.end for mention in found}
    starts = [mention.start for mention in found]
    for match in SINCE.finditer(text):
        if match.end() in ends:
            continue
        marks = [
            mark.end()
            for mark in CLAUSE_START.finditer(text, max(0, match.start() - LONGEST_CLAUSE), match.start())
        ]
        if not marks and match.start() >= LONGEST_CLAUSE:
            continue
        start, end = marks[-1] if marks else 0, match.end()
        named = found[bisect_left(starts, start) : bisect_left(starts, end)]
        yield Mention(start, end, since(text[start:end], named), "main", text[start:end])


def opening(text: str) -> Iterator[re.Match[str]]:
    """Yield the matches of CAMPAIGN with which sentences open, none overlapping."""
    begin = end = 0
    while naming := NAMING.search(text, begin):
        before = max(text.rfind(mark, begin, naming.start()) for mark in "。\n")
        match = CAMPAIGN.match(text, begin if before < 0 else before + 1)
        if match and match.start() >= end:
            end = match.end()
            yield match
        stop = SENTENCE.search(text, naming.end())
        if stop is None:
            return
        begin = stop.end()


def within_sentence(text: str, start: int, offsets: list[int]) -> bool:
    """Tell whether one of some offsets, which are in order, lies in the sentence that starts at `start`."""
    first = bisect_left(offsets, start)
    return first < len(offsets) and SENTENCE.search(text, start, offsets[first]) is None


def since(words: str, named: list[Mention]) -> Period:
    """Return the period of a clause that ends in 以来: open from the one month that it names, else raw."""
    if len(named) == 1 and named[0].period.start and FROM_MONTH.search(named[0].text):
        return Period(named[0].period.start, None)
    return Period(raw=words)


def inside(at: int, starts: list[int], clauses: list[Mention]) -> bool:
    """Tell whether an offset lies within one of the clauses, which are in order."""
    index = bisect_right(starts, at) - 1
    return index >= 0 and at < clauses[index].end
