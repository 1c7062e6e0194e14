"""Find the times that only a name tells: 专项行动部署以来, “断卡”行动中."""

import re
from bisect import bisect_left, bisect_right

from crawler.items import Period
from pipelines.figures.mention import Mention

SENTENCE = re.compile("[。\n]")
LONGEST_CLAUSE = 40
SINCE = re.compile("以来")
FROM_MONTH = re.compile("^[自从]|月")  # the year alone may be of a name: 2023年“净网”行动开展以来
CLAUSE_START = re.compile("[,，。;；:：!！?？\n]")
CAMPAIGN = re.compile(
    "(?:^|(?<=[。\n]))(?:(?P<topic>[^,，。;；:：\n0-9]{2,8}方面[,，]?|累计)|[^,，。;；:：\n0-9]{0,12}?"
    "(?P<name>(?:[“「][^”」\n]{1,15}[”」](?:(?:专项)?(?:行动|战役)中?期?间?|中|期间)|"
    "[^,，。;；\n“”0-9]{2,12}专?项?行动中?期?间?))(?=[,，]))"
)


def with_campaigns(text: str, found: list[Mention]) -> list[Mention]:
    """Add what only its name dates: 专项行动部署以来; a date inside such a clause belongs to the name."""
    ends = {mention.end for mention in found}
    clauses: list[Mention] = []
    starts = [mention.start for mention in found]
    for match in SINCE.finditer(text):
        marks = [
            mark.end()
            for mark in CLAUSE_START.finditer(text, max(0, match.start() - LONGEST_CLAUSE), match.start())
        ]
        if match.end() in ends or not (marks or match.start() < LONGEST_CLAUSE):
            continue
        start = marks[-1] if marks else 0
        words = text[start : match.end()]
        clauses.append(
            Mention(
                start,
                match.end(),
                since(words, found[bisect_left(starts, start) : bisect_left(starts, match.end())]),
                "main",
                words,
            )
        )
    starts = [clause.start for clause in clauses]
    kept = [mention for mention in found if not inside(mention.start, starts, clauses)] + clauses
    sentences = [0, *(match.end() for match in SENTENCE.finditer(text))]
    dated = {
        sentences[bisect_right(sentences, mention.start) - 1] for mention in kept if mention.role == "main"
    }
    for match in CAMPAIGN.finditer(text):
        if match["topic"]:
            kept.append(Mention(match.start(), match.end(), Period(), "main", ""))
        elif sentences[bisect_right(sentences, match.start()) - 1] not in dated:
            kept.append(
                Mention(match.start("name"), match.end(), Period(raw=match["name"]), "main", match["name"])
            )
    return sorted(kept, key=lambda mention: mention.start)


def since(words: str, named: list[Mention]) -> Period:
    """Return the period of a clause that ends in 以来: open from the one month that it names, else raw."""
    if len(named) == 1 and named[0].period.start and FROM_MONTH.search(named[0].text):
        return Period(named[0].period.start, None)
    return Period(raw=words)


def inside(at: int, starts: list[int], clauses: list[Mention]) -> bool:
    """Tell whether an offset lies within one of the clauses, which are in order."""
    index = bisect_right(starts, at) - 1
    return index >= 0 and at < clauses[index].end
