"""Give the changes of a text to the figures they are about, or make them figures of their own."""

import re

from crawler.items import Change
from crawler.metrics import Metric
from pipelines.figures.amounts import add
from pipelines.figures.changes import Move
from pipelines.figures.findings import WINDOW, Draft, Reading
from pipelines.figures.numerals import plain
from pipelines.figures.periods import Mention
from pipelines.figures.valueless import change_only, residue, subject


def attach_all(reading: Reading) -> None:
    """Fill change, change2 and baseline of the drafts, and add drafts for changes told without a value."""
    by_index = {draft.index: draft for draft in reading.drafts}
    told: list[Metric] = []  # of the changes last told without values: 2024年同比分别上升…
    extra: list[Draft] = []
    last_end = 0
    basis = None
    for move in reading.moves:
        if move.basis:
            basis = move.basis
        named = move.basis or (basis if move.amounts or move.factor else None)
        if move.from_ is not None:
            from_to(reading, by_index, move)
            if move.amounts and move.to in by_index:
                add(by_index[move.to], move, 0, move.basis, reading)
            continue
        begin = max(
            reading.sentence(move.start), last_end if last_end <= move.start else 0, move.start - WINDOW
        )
        earlier = reading.told_before(move.start)
        if earlier:
            begin = max(begin, min(earlier[-1].end, move.start))
        last_end = move.end
        if move.to is not None and move.amounts:
            if move.to in by_index:
                add(by_index[move.to], move, 0, named, reading)
            continue
        targets = wanted(reading, move, earlier, begin)
        if targets:
            olds = baselines(reading, targets, move)
            for position, draft in enumerate(targets):
                old = olds.get(position)
                base = move.basis or (base_of(old.base, draft) if old else None) or named
                add(draft, move, position if len(move.amounts) > 1 else 0, base, reading)
                if old and draft.change and draft.change.from_value is None:
                    draft.change.from_value = plain(old.quantity.value)
            continue
        told = change_only(reading, move, begin, named, told, extra)
    reading.drafts += extra
    reading.drafts.sort(key=lambda draft: draft.start)


def baselines(reading: Reading, targets: list[Draft], move: Move) -> dict[int, Draft]:
    """Return by position in `targets` the old figures of the same metric that the sentence sets beside."""
    sentence = reading.full_stop(move.start)
    old = [
        draft
        for draft in reading.told_before(move.end)
        if draft.baseline and draft.base and sentence <= draft.start
    ]
    found: dict[int, Draft] = {}
    for position, draft in enumerate(targets):
        match = next(
            (other for other in old if other.metric == draft.metric and other.start > draft.start), None
        )
        if match:
            found[position] = match
            old.remove(match)
    return found


def base_of(base: Mention | None, draft: Draft) -> str | None:
    """Return the kind of base that the time of an old figure is, seen from the new one."""
    if base is None:
        return None
    if re.search("去年同|上年同|同比|按年", base.text):
        return "yoy"
    if re.search("环比|按月|上周|上月|上个月|前月|上季|上上周", base.text):
        return "mom"
    old, new = base.period, draft.period
    if (
        old.start
        and new
        and new.start
        and old.start[4:] == new.start[4:]
        and int(new.start[:4]) - int(old.start[:4]) == 1
    ):
        return "yoy"
    return "vs_period"


def wanted(reading: Reading, move: Move, earlier: list[Draft], begin: int) -> list[Draft]:
    """Return the figures a change is about, in order; none where it has a subject of its own."""
    sentence = reading.full_stop(move.start)
    near = [draft for draft in earlier if draft.start >= sentence and not draft.baseline]
    count = max(1, len(move.amounts))
    rest = residue(reading, begin, move.start)
    if all(reading.found[index].word in ("%", "成") for index in move.amounts):
        # 占48.3%,下跌2.4%: the cases fell.
        near = [draft for draft in near if draft.metric.code != "share"] or near
    if not rest:
        if move.share_all:
            return near
        if len(near) >= count:
            return near[-count:]
        return []
    if count == 1:
        metric = subject(reading, begin, move.start)
        known = reading.words_in(begin, move.start)
        bare = metric and len(rest) <= sum(len(word.text) for word in known) + 1
        paragraph = reading.paragraph(move.start)
        if metric and bare:
            for draft in reversed(earlier):
                if draft.start >= paragraph and draft.metric == metric and not draft.baseline:
                    return [draft] if draft.change is None else []
    return []


def from_to(reading: Reading, by_index: dict[int, Draft], move: Move) -> None:
    """Mark 由A升至B: A is the base of B's change."""
    old, new = by_index.get(move.from_), by_index.get(move.to)
    if old and new:
        old.baseline = True
        if not reading.times_within(old.start - 12, old.start):
            old.period = None  # of the time before, which nobody names
        new.change = Change(basis=move.basis, direction=move.direction, from_value=plain(old.quantity.value))
