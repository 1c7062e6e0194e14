"""Turn quantities into drafts of statistics: what each counts, or why it counts nothing."""

import re
from bisect import bisect_right

from crawler.metrics import BY_CODE
from pipelines.figures.around import Choice
from pipelines.figures.cells import read_tables
from pipelines.figures.choices import choose
from pipelines.figures.events import named, per_of
from pipelines.figures.extents import Clause, Clauses
from pipelines.figures.findings import WINDOW, Draft, Reading
from pipelines.figures.refusals import quoted, refusal

HEDGE = re.compile("最[高多低少]|至少|超过|逾|约占")
HEDGES = (
    ("up_to", re.compile("(?:最高|最多)(?!峰|的?一[笔件起宗位名人单])[^,，、0-9]{0,5}$")),
    ("about", re.compile("(?:大约|约)占[^,，、0-9]{0,4}$")),
    ("at_least", re.compile("(?:最低|最少|至少)[^,，、0-9]{0,5}$")),
    ("over", re.compile("(?:超过|逾)[^,，、0-9]{1,10}的$")),
)

LONGEST_HEDGE = 16  # characters

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
        if index in used or (rows and within(quantity.start, row_starts, rows)):
            continue
        if quotes and within(quantity.start, quote_starts, quotes):
            reading.refused.append((quantity, "quoted"))
            continue
        begin = clauses.begin(index)
        reason = refusal(reading.text, quantity, begin)
        if reason is None:
            clause = clauses.around(index, begin)
            choice = choose(reading, clause) or new_value(reading, clauses, index)
            if choice:
                reading.drafts.append(draft_of(reading, clause, choice))
                continue
        reading.refused.append((quantity, reason or "nothing says what it counts"))
    if cells:
        reading.drafts = sorted([*reading.drafts, *cells], key=lambda draft: draft.start)


def new_value(reading: Reading, clauses: Clauses, index: int) -> Choice | None:
    """Return what a value counts that only goes on: 由18%升至43%; 损失下降两成，降至86万元."""
    if index in clauses.changed and reading.drafts and reading.drafts[-1].index == clauses.changed[index]:
        return Choice(reading.drafts[-1].metric, "the old value before it")
    if index not in clauses.moved:
        return None
    quantity = reading.found[index]
    start = max(reading.sentence(quantity.start), quantity.start - WINDOW)
    metric = named(reading.words_in(start, quantity.start), quantity.kind)
    return Choice(metric, "subject of the change before it") if metric else None


def draft_of(reading: Reading, clause: Clause, choice: Choice) -> Draft:
    """Return the draft of a quantity whose metric is chosen."""
    quantity, metric = clause.quantity, choice.metric
    if reading.currency != "CNY":
        metric = BY_CODE[ABROAD.get(metric.code, metric.code)]
    if clause.words:
        label = (max(clause.words[0].start, quantity.start - 30), quantity.start)
    else:
        label = (quantity.end, min(clause.end, quantity.end + 12))
    return Draft(
        quantity.start,
        quantity.end,
        metric,
        quantity,
        label,
        per=per_of(clause.text[-20:]),
        index=clause.index,
        begin=clause.begin,
        qualifier=hedged(quantity.qualifier, clause.text[-LONGEST_HEDGE:]),
        by=choice.by,
    )


def within(at: int, starts: list[int], spans: list[tuple[int, int]]) -> bool:
    """Tell whether an offset lies in one of some spans, which are in order."""
    index = bisect_right(starts, at) - 1
    return index >= 0 and spans[index][0] <= at < spans[index][1]


def hedged(qualifier: str, clause: str) -> str:
    """Return the qualifier of a quantity whose hedge may stand a few words before it: 最高被骗64万元."""
    if qualifier != "exact" or not HEDGE.search(clause):
        return qualifier
    for name, pattern in HEDGES:
        if pattern.search(clause):
            return name
    return qualifier
