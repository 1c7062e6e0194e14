"""Turn quantities into drafts of statistics: what each counts, or why it counts nothing."""

import re
from bisect import bisect_right

from crawler.metrics import BY_CODE
from pipelines.figures.around import Choice
from pipelines.figures.cells import read_tables
from pipelines.figures.choices import choose
from pipelines.figures.clauses import PAUSE
from pipelines.figures.events import named, per_of
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
    cells, rows = read_tables(reading)
    clauses = Clauses(reading)
    used = {index for move in reading.moves for index in (*move.amounts, move.also)}
    quotes = quoted(reading.text)
    row_starts, quote_starts = ([start for start, _ in spans] for spans in (rows, quotes))
    for index, quantity in enumerate(reading.found):
        if index in used or within(quantity.start, row_starts, rows):
            continue
        if within(quantity.start, quote_starts, quotes):
            reading.refused.append((quantity, "quoted"))
            continue
        begin, end, bounded = clauses.around(index)
        reason = refusal(
            reading.text,
            quantity,
            reading.text[max(begin, quantity.start - 40) : quantity.start],
            reading.text[quantity.end : quantity.end + 20],
        )
        choice = None if reason else choose(reading, quantity, begin, end, bounded=bounded)
        choice = choice or (None if reason else clauses.new_value(index))
        if choice is None:
            reading.refused.append((quantity, reason or "nothing says what it counts"))
            continue
        reading.drafts.append(draft_of(reading, index, choice, begin, end))
    reading.drafts = sorted([*reading.drafts, *cells], key=lambda draft: draft.start)


class Clauses:
    """Where the clause of each quantity of a text begins and ends, changes read through."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        moves = reading.moves
        self.ends = sorted(move.end for move in moves if move.amounts or move.factor)
        self.reached = {move.to: len(move.amounts) for move in moves if move.to is not None and move.amounts}
        self.changed = {move.to: move.from_ for move in moves if move.from_ is not None}
        self.moved = {move.to for move in moves if move.to is not None}
        self.bounds = boundaries(reading.found)

    def around(self, index: int) -> tuple[int, int, bool]:
        """Return where the clause of a quantity begins and ends, and whether a pause ends it."""
        reading, quantity = self.reading, self.reading.found[index]
        begin = reading.sentence(quantity.start)
        # 损失升1.3倍至一亿元: the subject stands before the change.
        before = index - 1 - self.reached.get(index, 0)
        if before >= 0:
            begin = max(begin, min(self.bounds[before], quantity.start))
        before = bisect_right(self.ends, quantity.start) - 1
        if before >= 0 and index not in self.reached:
            begin = max(begin, self.ends[before])
        last = index + 1 == len(reading.found)
        end = len(reading.text) if last else reading.found[index + 1].start
        pause = PAUSE.search(reading.text, quantity.end, end)
        return (begin, pause.start(), True) if pause else (begin, end, last)

    def new_value(self, index: int) -> Choice | None:
        """Return what a value counts that only goes on: 由18%升至43%; 损失下降两成，降至86万元."""
        reading = self.reading
        if index in self.changed and reading.drafts and reading.drafts[-1].index == self.changed[index]:
            return Choice(reading.drafts[-1].metric, "the old value before it")
        if index not in self.moved:
            return None
        quantity = reading.found[index]
        start = max(reading.sentence(quantity.start), quantity.start - WINDOW)
        metric = named(reading.words_in(start, quantity.start), quantity.kind)
        return Choice(metric, "subject of the change before it") if metric else None


def draft_of(reading: Reading, index: int, choice: Choice, begin: int, end: int) -> Draft:
    """Return the draft of a quantity whose metric is chosen."""
    quantity, metric = reading.found[index], choice.metric
    if reading.currency != "CNY":
        metric = BY_CODE[ABROAD.get(metric.code, metric.code)]
    first = next((word.start for word in reading.words_in(begin, quantity.start)), quantity.start)
    label = (max(first, quantity.start - 30), quantity.start)
    if first == quantity.start:
        label = (quantity.end, min(end, quantity.end + 12))
    clause = reading.text[begin : quantity.start]
    return Draft(
        quantity.start,
        quantity.end,
        metric,
        quantity,
        label,
        per=per_of(clause[-20:]),
        index=index,
        begin=begin,
        qualifier=hedged(quantity.qualifier, clause),
        by=choice.by,
    )


def within(at: int, starts: list[int], spans: list[tuple[int, int]]) -> bool:
    """Tell whether an offset lies in one of some spans, which are in order."""
    index = bisect_right(starts, at) - 1
    return index >= 0 and spans[index][0] <= at < spans[index][1]


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
