"""Give the changes of a text to the figures they are about, or make them figures of their own."""

import re

from crawler.items import Change, Period
from crawler.metrics import Metric
from pipelines.figures.amounts import add
from pipelines.figures.changes import FROM, Move
from pipelines.figures.findings import WINDOW, Draft, Reading
from pipelines.figures.mention import Mention
from pipelines.figures.numerals import plain
from pipelines.figures.valueless import Subject, change_only, subject

COMMA = re.compile("[,，;；]")
BRACKET = re.compile("[()（）]")


def attach_all(reading: Reading) -> None:
    """Fill change, change2 and baseline of the drafts, and add drafts for changes told without a value."""
    if not reading.moves:
        return
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
        if earlier and begin <= earlier[-1].end <= move.start:
            begin = after_object(reading, earlier[-1].end, move.start)
        last_end = move.end
        against = None if move.basis else compared(reading, begin, move.start)
        if move.to is not None:
            if move.to in by_index:
                new_value(reading, by_index[move.to], move, named if move.amounts else move.basis, extra)
            continue
        about = subject(reading, move, begin)
        targets = wanted(reading, move, earlier, about)
        if targets and extra and extra[-1].start > targets[-1].end and not about.rest:
            targets = []  # 警情同比降41%、环比降12%
        if targets:
            olds = baselines(reading, targets, move)
            for position, draft in enumerate(targets):
                old = olds.get(position)
                base = move.basis or (base_of(old.base, draft.period) if old else None) or against or named
                add(draft, move, position if len(move.amounts) > 1 else 0, base, reading)
                basis = base or basis
                if old and draft.change and draft.change.from_value is None:
                    draft.change.from_value = plain(old.quantity.value)
            continue
        if goes_on(reading, move, extra, named):
            add(extra[-1], move, 0, extra[-1].change.basis, reading)
            continue
        told = change_only(reading, move, about, against or named, told, extra)
    if extra:
        reading.drafts = sorted(reading.drafts + extra, key=lambda draft: draft.start)


def baselines(reading: Reading, targets: list[Draft], move: Move) -> dict[int, Draft]:
    """Return by position in `targets` the old figures of the same metric that the sentence sets beside."""
    sentence = reading.full_stop(move.start)
    old = [
        draft
        for draft in reading.told_before(move.end)
        if draft.baseline and draft.base and sentence <= draft.start
    ]
    found: dict[int, Draft] = {}
    if not old:
        return found
    for position, draft in enumerate(targets):
        match = next(
            (other for other in old if other.metric is draft.metric and other.start > draft.start), None
        )
        if match:
            found[position] = match
            old.remove(match)
    return found


def after_object(reading: Reading, at: int, end: int) -> int:
    """Return where the clause after a figure starts, its object read through: 拦截4.3亿元骗款，较去年上升."""
    pause = COMMA.search(reading.text, at, end)
    return pause.start() if pause else at


def compared(reading: Reading, start: int, end: int) -> str | None:
    """Return the kind of a base that is a time by name: 比一季度下降."""
    bases = [mention for mention in reading.times_within(start, end) if mention.role == "base"]
    if not bases:
        return None
    main = [
        mention for mention in reading.times_within(max(0, start - WINDOW), start) if mention.role == "main"
    ]
    return base_of(bases[-1], main[-1].period if main else None)


def base_of(base: Mention | None, new: Period | None) -> str | None:
    """Return the kind of base that the time of an old figure is, seen from the new one."""
    if base is None:
        return None
    if re.search("去年同|上年同|同比|按年", base.text):
        return "yoy"
    if re.search("环比|按月|[上前]一?周|上月|上个月|前月|上季|上上周", base.text):
        return "mom"
    old = base.period
    if (
        old.start
        and new
        and new.start
        and old.start[4:] == new.start[4:]
        and (not old.end or not new.end or old.end[4:8] == new.end[4:8])
        and int(new.start[:4]) - int(old.start[:4]) == 1
    ):
        return "yoy"
    return "vs_period"


def wanted(reading: Reading, move: Move, earlier: list[Draft], about: Subject) -> list[Draft]:
    """Return the figures a change is about, in order; none where it has a subject of its own."""
    sentence = reading.full_stop(move.start)
    near = [draft for draft in earlier if draft.start >= sentence and not draft.baseline]
    near = outside_brackets(reading, near, move.start) or near
    count = max(1, len(move.amounts))
    near = totals(reading, near, move)
    if all(reading.found[index].word in ("%", "成") for index in move.amounts):
        # 占48.3%,下跌2.4%: the cases fell.
        near = [draft for draft in near if draft.metric.code != "share"] or near
    if not about.rest:
        if move.share_all:
            return near
        if move.direction == "flat" and beside(reading, near):
            return near[-2:]
        if len(near) >= count:
            return near[-count:]
        return []
    if about.metric:
        known = reading.words_in(about.begin, move.start)
        paragraph = reading.paragraph(move.start)
        if len(about.rest) <= sum(len(word.text) for word in known) + 1:
            for draft in reversed(earlier):
                if draft.start >= paragraph and draft.metric is about.metric and not draft.baseline:
                    return [draft] if draft.change is None else []
    return []


def totals(reading: Reading, near: list[Draft], move: Move) -> list[Draft]:
    """Return the figures without daily means beside their totals, and of a change in cases those in cases."""
    whole = {draft.metric.code for draft in near if not draft.per}
    near = [draft for draft in near if not draft.per or draft.metric.code not in whole]
    kinds = {reading.found[index].kind for index in move.amounts} & {"case", "person", "money"}
    return [draft for draft in near if draft.quantity.kind in kinds] or near if len(kinds) == 1 else near


def beside(reading: Reading, near: list[Draft]) -> bool:
    """Tell whether the last two figures are told as one: 立案2.03万起、财损14.6亿元,与上年持平."""
    return len(near) > 1 and reading.text.startswith("、", near[-2].end)


def outside_brackets(reading: Reading, drafts: list[Draft], at: int) -> list[Draft]:
    """Return the figures that no bracket closed before `at` holds: 抓获50人（其中逃犯3人），同比上升."""
    if not drafts:
        return []
    spans, opened = [], None
    for match in BRACKET.finditer(reading.text, max(drafts[0].begin, at - 4 * WINDOW), at):
        if match[0] in "(（":
            opened = match.start()
        elif opened is not None:
            spans.append((opened, match.end()))
            opened = None
    if not spans:
        return drafts
    return [draft for draft in drafts if not any(start < draft.start < end for start, end in spans)]


def goes_on(reading: Reading, move: Move, extra: list[Draft], basis: str | None) -> bool:
    """Tell whether a change goes on with the one just told: 少立36起，降幅19.4%."""
    if not extra or len(move.amounts) != 1 or not extra[-1].change:
        return False
    last = extra[-1].change
    kinds = {reading.found[index].kind == "percent" for index in move.amounts}
    return (
        last.direction == move.direction
        and last.basis == basis
        and (last.percent is None) == (True in kinds)
        and 0 <= move.start - extra[-1].end <= 1
    )


def new_value(reading: Reading, draft: Draft, move: Move, basis: str | None, extra: list[Draft]) -> None:
    """Give a new value its change; one told just before without a value is of it: 下降两成，降至86万元."""
    if not move.amounts and extra and extra[-1].metric is draft.metric:
        between = reading.text[extra[-1].end : move.start]
        if extra[-1].change.direction == move.direction and len(between) <= 1:
            draft.changed_by += extra[-1].changed_by
            draft.amounts += extra[-1].amounts
            draft.change = extra.pop().change
            return
    add(draft, move, 0, basis, reading)


def from_to(reading: Reading, by_index: dict[int, Draft], move: Move) -> None:
    """Mark 由A升至B: A is the base of B's change."""
    old, new = by_index.get(move.from_), by_index.get(move.to)
    if old and new:
        old.baseline = True
        told = FROM.search(reading.text, max(0, old.start - 13), old.start)
        named = reading.times_within(told.start(), old.start) if told else []
        if not named and old.period == new.period and (years := first_and_last(new.period)):
            old.period, new.period = years
        elif not named:
            old.period = None  # of the time before, which nobody names
        new.changed_by.append(f"from {reading.text[old.start : old.end]} before it")
        basis = move.basis or (base_of(named[-1], new.period) if named else None)
        new.change = Change(basis=basis, direction=move.direction, from_value=plain(old.quantity.value))


def first_and_last(period: Period | None) -> tuple[Period, Period] | None:
    """Return the first and the last year of several whole ones: 2019年到2023年，由A增至B; None of other times."""
    start, end = (period.start or "", period.end or "") if period else ("", "")
    if start[4:] != "-01-01" or end[4:] != "-12-31" or start[:4] == end[:4]:
        return None
    return Period(start, f"{start[:4]}-12-31"), Period(f"{end[:4]}-01-01", end)
