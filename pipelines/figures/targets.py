"""Find the figures that a change is about."""

import re

from pipelines.figures.changes import Move
from pipelines.figures.findings import WINDOW, Draft, Reading
from pipelines.figures.valueless import Subject

BRACKET = re.compile("[()（）]")


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
