"""Give the changes of a text to the figures they are about, or make them figures of their own."""

import re

from crawler.items import Change
from crawler.metrics import BY_CODE, Metric
from pipelines.changes import BASIS, Move, amount, plain
from pipelines.drafts import MOST_DRAFTS, WINDOW, Draft, Reading
from pipelines.events import hear, weigh
from pipelines.periods import Mention

FILLER = re.compile(
    "[^\u4e00-\u9fff0-9a-zA-Z“”]|同比|环比|分别|均|都|更|亦|也|又|并|且|则|总体|实现|呈|幅度|数量|数字|有所|比例|显著|大幅|明显|略|微|再|仍|相比|以上|左右|"
    "同期|整体|数|上年|去年|略有|轻微|小幅|进一步|持续|继续|稳步|逐步|急剧|约|各|其|的|已|全部|双双|较|比|为|是|元|由|和|及|与|了|地|对|一"
)
TAIL = re.compile("(?:[,，、 ]|同比|环比|分别|均|都|也|亦|则|更|总体|按年)+$")
HEADS = (("人数", "person"), ("件数", "case"), ("起数", "case"), ("案件数", "case"), ("案数", "case"), ("金额", "money"), ("额", "money"), ("资金", "money"),
         ("损失", "money"), ("率", "percent"), ("案", "case"), ("案件", "case"), ("警情", "case"))


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
        begin = max(reading.sentence(move.start), last_end if last_end <= move.subject_end else 0, move.start - WINDOW)
        earlier = reading.told_before(move.start)
        if earlier:
            begin = max(begin, min(earlier[-1].end, move.subject_end))
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
    """Return for the positions of `targets` the old figures of the same metric that the sentence sets beside them."""
    sentence = reading.full_stop(move.start)
    old = [draft for draft in reading.told_before(move.end) if draft.baseline and draft.base and sentence <= draft.start]
    found: dict[int, Draft] = {}
    for position, draft in enumerate(targets):
        match = next((other for other in old if other.metric == draft.metric and other.start > draft.start), None)
        if match:
            found[position] = match
            old.remove(match)
    return found


def base_of(base: Mention | None, draft: Draft) -> str | None:
    """Return the kind of base that the time of an old figure is, seen from the new one."""
    if base is None:
        return None
    if re.search("去年同|上年同|按年", base.text):
        return "yoy"
    if re.search("上周|上月|上个月|前月|上季|上上周", base.text):
        return "mom"
    old, new = base.period, draft.period
    if old.start and new and new.start and old.start[4:] == new.start[4:] and int(new.start[:4]) - int(old.start[:4]) == 1:
        return "yoy"
    return "vs_period"


def residue(reading: Reading, start: int, end: int) -> str:
    """Return what a stretch says beyond filler, bases and times."""
    kept, at = [], start
    for mention in reading.times_within(start, end):
        kept.append(reading.text[at : max(at, mention.start)])
        at = max(at, mention.end)
    kept.append(reading.text[at:end])
    return FILLER.sub("", BASIS.sub("", "".join(kept)))


def wanted(reading: Reading, move: Move, earlier: list[Draft], begin: int) -> list[Draft]:
    """Return the figures a change is about, in order; none where it has a subject of its own."""
    sentence = reading.full_stop(move.start)
    near = [draft for draft in earlier if draft.start >= sentence and not draft.baseline]
    count = max(1, len(move.amounts))
    rest = residue(reading, begin, move.subject_end)
    if all(reading.found[index].word in ("%", "成") for index in move.amounts):
        near = [draft for draft in near if draft.metric.code != "share"] or near  # 占48.3%,下跌2.4%: the cases fell
    if not rest:
        if move.share_all:
            return near
        if len(near) >= count:
            return near[-count:]
        return []
    if count == 1:
        metric = subject(reading, begin, move.subject_end)
        known = reading.words_in(begin, move.subject_end)
        bare = metric and len(rest) <= sum(len(word.text) for word in known) + 1
        paragraph = reading.paragraph(move.start)
        if metric and bare:
            for draft in reversed(earlier):
                if draft.start >= paragraph and draft.metric == metric and not draft.baseline:
                    return [draft] if draft.change is None else []
    return []


def subject(reading: Reading, start: int, end: int) -> Metric | None:
    """Return the metric that a stretch without a number names: 立案数, 被骗损失."""
    known = reading.words_in(start, end)[-6:]
    said = reading.text[start:end].rstrip(" ,，、:：")
    said = TAIL.sub("", said).rstrip("数总量")
    kind = next((kind for head, kind in HEADS if said.endswith(head.rstrip("数"))), "any") if said else "any"
    if TAIL.sub("", reading.text[start:end]).endswith("人数"):
        kind = "person"
    for wanted_kind in (kind, "any"):
        scored = weigh(hear(reading.text, known, [], [], bounded=True), wanted_kind)
        if scored:
            return scored[0][1]
    return None


def change_only(reading: Reading, move: Move, begin: int, basis: str | None, told: list[Metric], extra: list[Draft]) -> list[Metric]:
    """Add a draft for each amount of a change told without values; return their metrics."""
    count = max(1, len(move.amounts))
    metrics: list[Metric | None]
    text = reading.text[begin : move.subject_end]
    if not residue(reading, begin, move.subject_end):
        metrics = list(told) if len(told) == count else []
    elif count == 1:
        metrics = [subject(reading, begin, move.subject_end)]
    else:
        text = TAIL.sub("", text)
        parts = [part.span() for part in re.finditer("[^、和与及,，]+", text)]
        metrics = [subject(reading, begin + start, begin + end) for start, end in parts]
        named = [metric for metric in metrics if metric]
        metrics = named if len(named) == count else metrics[-count:]
        if None in metrics and any(metrics):
            last = next(metric for metric in reversed(metrics) if metric)
            metrics = [metric or last for metric in metrics]
        metrics = [metrics[-1]] * (count - len(metrics)) + metrics if metrics else []
    if (not metrics or None in metrics) and re.search("[案罪](?:数|件数)?[,，]?$", text.rstrip(" 同比分别均也亦")):
        metrics = [BY_CODE["cases_filed"]] * count
    if not metrics or None in metrics:
        sizes = {reading.found[index].kind for index in move.amounts} - {"percent"}
        unit = sizes.pop() if sizes else "case"
        before = [*reading.told_before(move.start), *extra[-MOST_DRAFTS:]]
        before = [draft for draft in before if draft.metric.unit == unit]
        last = max(before, key=lambda draft: draft.start).metric if before else None
        ends_in_name = re.search("[数率量额]", text[-6:])
        if last is None or (move.direction == "flat"):
            return told
        if ends_in_name:
            metrics = [BY_CODE["other"]] * count
        else:
            metrics = [last] * count
    for position, metric in enumerate(metrics[:count]):
        spans = [reading.found[index] for index in move.amounts]
        start, end = (move.start, spans[0].end) if spans and not position else (spans[position].start, spans[position].end) if spans else (move.start, move.end)
        base = None
        for base in BASIS.finditer(reading.text, begin, move.start):  # noqa: B007 - the last one counts
            pass
        if base and not position and not FILLER.sub("", reading.text[base.end() : move.start]):
            start = base.start()
        draft = Draft(start, end, metric, None, text.strip(" ,，")[-30:])
        add(draft, move, position, basis, reading)
        draft.qualifier = draft.change.qualifier or "exact"
        extra.append(draft)
    return [metric for metric in metrics if metric]


def from_to(reading: Reading, by_index: dict[int, Draft], move: Move) -> None:
    """Mark 由A升至B: A is the base of B's change."""
    old, new = by_index.get(move.from_), by_index.get(move.to)
    if old and new:
        old.baseline = True
        if not reading.times_within(old.start - 12, old.start):
            old.period = None  # of the time before, which nobody names
        new.change = Change(basis=move.basis, direction=move.direction, from_value=plain(old.quantity.value))


def add(draft: Draft, move: Move, position: int, basis: str | None, reading: Reading) -> None:
    """Write a change into a draft: into its first change where that lacks this part and has the same base, else a second."""
    change = Change(basis=basis, direction=move.direction)
    if move.factor is not None:
        change.factor, change.factor_kind = plain(move.factor), "increase_by"
    elif move.amounts:
        rate = draft.metric is not None and draft.metric.unit == "percent" and draft.quantity is not None
        amount(change, reading.found[move.amounts[position]], rate=rate)
        if move.also is not None and change.percent is None:
            change.percent = plain(reading.found[move.also].value)
        if move.ratio:
            change.factor_kind = "ratio_to"
    if draft.change is None:
        draft.change = change
    elif draft.change.basis == change.basis and not (set_fields(draft.change) & set_fields(change)):
        for name in set_fields(change):
            setattr(draft.change, name, getattr(change, name))
        draft.change.factor_kind = draft.change.factor_kind or change.factor_kind
        draft.change.qualifier = change.qualifier if change.percent is not None else draft.change.qualifier
    elif draft.change2 is None:
        draft.change2 = change
    else:
        for name in set_fields(change) - set_fields(draft.change2):
            setattr(draft.change2, name, getattr(change, name))


def set_fields(change: Change) -> set[str]:
    """Return the names of the sizes that a change tells."""
    return {name for name in ("percent", "factor", "abs", "percentage_points") if getattr(change, name) is not None}
