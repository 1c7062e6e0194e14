"""Turn quantities into drafts of statistics: what each counts, or why it counts nothing."""

import re
from bisect import bisect_right

from crawler.metrics import BY_CODE, Metric
from pipelines.figures.choices import choose
from pipelines.figures.clauses import PAUSE
from pipelines.figures.events import hear, per_of, weigh
from pipelines.figures.findings import WINDOW, Draft, Reading
from pipelines.figures.measures import Quantity
from pipelines.figures.refusals import is_article, quoted, refusal

HEDGES = (
    ("up_to", re.compile("(?:最高|最多)(?!的?一[笔件起宗])[^,，、0-9]{0,5}$")),
    ("at_least", re.compile("(?:最低|最少|至少)[^,，、0-9]{0,5}$")),
    ("over", re.compile("(?:超过|逾)[^,，、0-9]{1,10}的$")),
)

# Words that outside the mainland say something else: 涉款 of reported scams, 逮捕 by the police.
ABROAD = {"funds_involved": "losses", "persons_formally_arrested": "suspects_arrested"}


def draft_all(reading: Reading) -> None:
    """Fill `reading.drafts` with the quantities that count something, `reading.refused` with the rest."""
    used = {index for move in reading.moves for index in (*move.amounts, move.also)}
    ends = sorted([move.end for move in reading.moves if move.amounts or move.factor])
    reached = {move.to: len(move.amounts) for move in reading.moves if move.to is not None and move.amounts}
    changed = {move.to: move.from_ for move in reading.moves if move.from_ is not None}
    moved = {move.to for move in reading.moves if move.to is not None}
    quotes = quoted(reading.text)
    quote_starts = [start for start, _ in quotes]
    text, found = reading.text, reading.found
    bounds = boundaries(found)
    for index, quantity in enumerate(found):
        if index in used:
            continue
        at = bisect_right(quote_starts, quantity.start) - 1
        if at >= 0 and quotes[at][0] < quantity.start and quantity.end < quotes[at][1]:
            reading.refused.append((quantity, "quoted"))
            continue
        begin = reading.sentence(quantity.start)
        # 损失升1.3倍至一亿元: the subject stands before the change.
        before = index - 1 - reached.get(index, 0)
        if before >= 0:
            begin = max(begin, min(bounds[before], quantity.start))
        before = bisect_right(ends, quantity.start) - 1
        if before >= 0 and index not in reached:
            begin = max(begin, ends[before])
        end = found[index + 1].start if index + 1 < len(found) else len(text)
        pause = PAUSE.search(text, quantity.end, end)
        end, bounded = (pause.start(), True) if pause else (end, end == len(text))
        clause = text[begin : quantity.start]
        reason = refusal(
            text,
            quantity,
            text[max(begin, quantity.start - 40) : quantity.start],
            text[quantity.end : quantity.end + 20],
        )
        if reason:
            reading.refused.append((quantity, reason))
            continue
        metric = choose(reading, quantity, begin, end, bounded=bounded)
        if metric is None and index in changed:
            metric = next(
                (draft.metric for draft in reading.drafts[-1:] if draft.index == changed[index]), None
            )
        if metric is None and index in moved:
            metric = carried_subject(reading, quantity)
        if metric is None:
            reading.refused.append((quantity, "nothing says what it counts"))
            continue
        if reading.currency != "CNY":
            metric = BY_CODE[ABROAD.get(metric.code, metric.code)]
        first = next((word.start for word in reading.words_in(begin, quantity.start)), quantity.start)
        label = (max(first, quantity.start - 30), quantity.start)
        if first == quantity.start:
            label = (quantity.end, min(end, quantity.end + 12))
        draft = Draft(
            quantity.start,
            quantity.end,
            metric,
            quantity,
            label,
            per=per_of(clause[-20:]),
            index=index,
            begin=begin,
        )
        draft.qualifier = hedged(quantity.qualifier, clause)
        reading.drafts.append(draft)


def carried_subject(reading: Reading, quantity: Quantity) -> Metric | None:
    """Return the metric of the sentence for a value that only goes on: 损失下降两成, 降至86万元."""
    start = max(reading.sentence(quantity.start), quantity.start - WINDOW)
    scored = weigh(hear(reading.text, reading.words_in(start, quantity.start), [], []), quantity.kind)
    return scored[0][1] if scored else None


def boundaries(found: list[Quantity]) -> list[int]:
    """Return for each quantity where what it says ends; an article (损失最大的一类) ends nothing."""
    ends, last = [], 0
    for quantity in found:
        if not is_article(quantity):
            last = quantity.end
        ends.append(last)
    return ends


def hedged(qualifier: str, clause: str) -> str:
    """Return the qualifier of a quantity whose hedge may stand a few words before it: 最高被骗64万元."""
    if qualifier != "exact":
        return qualifier
    for name, pattern in HEDGES:
        if pattern.search(clause):
            return name
    return qualifier
