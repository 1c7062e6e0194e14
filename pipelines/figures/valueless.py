"""Read changes that are told without a value: 立案数、损失数同比分别下降28.5%和23.4%."""

import re
from dataclasses import dataclass

from crawler.metrics import BY_CODE, Metric
from pipelines.figures.amounts import add
from pipelines.figures.changes import BASIS, WINDOW, Move, last_base
from pipelines.figures.events import named
from pipelines.figures.findings import MOST_DRAFTS, Draft, Reading

FILLER = re.compile(
    "[^\u4e00-\u9fff0-9a-zA-Z“”]|同比|环比|分别|均|都|更|亦|也|又|并|且|则|总体|实现|呈|"
    "基本|幅度|数量|数字|有所|比例|显著|大幅|明显|略|微|再|仍|相比|以上|左右|"
    "首次|录得|[升降跌增]幅|同期|整体|总额|总数|总量|年均|年平均|数|上年|去年|略有|轻微|小幅|进一步|持续|继续|稳步|逐步|急剧|约|各|其|的|"
    "已|全部|双双|再?创[^,，。;；]{0,4}新[高低]|春节|元旦|国庆|中秋|端午|清明|五一|假日|假期|长假|期间|较|比|为|是|元|由|和|及|与|了|地|对|一"
)
PLANNED = re.compile("力争|争取|目标|计划|确保|要实现")  # 力争发案下降10%
COMMA = re.compile("[,，。;；\n]")
TAIL = re.compile("(?:[,，、 ]|同比|环比|分别|均|都|也|亦|则|更|总体|按年)+$")
# How the subject of a change ends, without 数, and the kind of unit in which that is told.
HEADS = (
    ("person", ("人",)),
    ("case", ("件", "起", "案", "警情")),
    ("money", ("额", "资金", "损失")),
    ("percent", ("率",)),
)


@dataclass(slots=True)
class Subject:
    """What stands in front of a change, from `begin` on: what it says beyond filler, and the metric that it names.

    It names none where the change tells several amounts: then each may have a subject of its own.
    """

    begin: int
    rest: str
    metric: Metric | None


def subject(reading: Reading, move: Move, begin: int) -> Subject:
    """Return what stands in front of a change."""
    rest = residue(reading, begin, move.start)
    metric = None
    if rest and len(move.amounts) < 2:
        metric = named_without_number(reading, begin, move.start)
    return Subject(begin, rest, metric)


def residue(reading: Reading, start: int, end: int) -> str:
    """Return what a stretch says beyond filler, bases and times."""
    kept, at = [], start
    for mention in reading.times_within(start, end):
        kept.append(reading.text[at : max(at, mention.start)])
        at = max(at, mention.end)
    kept.append(reading.text[at:end])
    return FILLER.sub("", BASIS.sub("", "".join(kept)))


def named_without_number(reading: Reading, start: int, end: int) -> Metric | None:
    """Return the metric that a stretch without a number names: 立案数, 被骗损失."""
    known = reading.words_in(start, end)[-6:]
    if not known:
        return None
    said = TAIL.sub("", reading.text[start:end].rstrip(" ,，、:：")).rstrip("数总量")
    kind = next((kind for kind, heads in HEADS if said.endswith(heads)), "any")
    metric = named(known, kind)
    if metric is None and kind == "case":
        return BY_CODE["cases_filed"]  # 老年人被骗案件下降: cases, not the people
    return metric or named(known, "any")


def span(reading: Reading, move: Move, begin: int, position: int) -> tuple[int, int]:
    """Return where an amount of a change stands; the first with the words of direction and base before it."""
    if position:
        amount = reading.found[move.amounts[position]]
        return amount.start, amount.end
    base = last_base(reading.text, begin, move.start)
    touching = base and not FILLER.sub("", reading.text[base.end() : move.start])
    end = reading.found[move.amounts[0]].end if move.amounts else move.end
    return (base.start() if touching else move.start), end


def clause_around(reading: Reading, move: Move) -> str:
    """Return what stands between the commas around a change."""
    first = max(0, move.start - WINDOW)
    before = [mark.end() for mark in COMMA.finditer(reading.text, first, move.start)]
    after = COMMA.search(reading.text, move.end, move.end + WINDOW)
    return reading.text[before[-1] if before else first : after.start() if after else move.end + WINDOW]


def change_only(
    reading: Reading, move: Move, about: Subject, basis: str | None, told: list[Metric], extra: list[Draft]
) -> list[Metric]:
    """Add a draft for each amount of a change told without values; return their metrics."""
    if PLANNED.search(clause_around(reading, move)):
        return told
    count = max(1, len(move.amounts))
    metrics: list[Metric | None]
    begin, text = about.begin, reading.text[about.begin : move.start]
    if not about.rest:
        metrics = list(told) if len(told) == count else []
    elif count == 1:
        metrics = [about.metric]
    else:
        text = TAIL.sub("", text)
        parts = [part.span() for part in re.finditer("[^、和与及,，]+", text)]
        metrics = [named_without_number(reading, begin + start, begin + end) for start, end in parts]
        known = [metric for metric in metrics if metric]
        metrics = known if len(known) == count else known * count if len(known) == 1 else metrics[-count:]
        if None in metrics and any(metrics):
            last = next(metric for metric in reversed(metrics) if metric)
            metrics = [metric or last for metric in metrics]
        metrics = [metrics[-1]] * (count - len(metrics)) + metrics if metrics else []
    if (not metrics or None in metrics) and re.search(
        "[案罪](?:数|件数)?[,，]?$", text.rstrip(" 同比分别均也亦")
    ):
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
        metrics = [BY_CODE["other"] if ends_in_name else last] * count
    for position, metric in enumerate(metrics[:count]):
        start, end = span(reading, move, begin, position)
        draft = Draft(start, end, metric, None, (max(begin, move.start - 30), move.start), begin=begin)
        add(draft, move, position, basis, reading)
        draft.qualifier = draft.change.qualifier or "exact"
        extra.append(draft)
    return [metric for metric in metrics if metric]
