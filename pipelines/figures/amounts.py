"""Write the size of a change into the figure that it is about."""

from crawler.items import Change
from pipelines.figures.changes import Move
from pipelines.figures.findings import Draft, Reading
from pipelines.figures.measures import Quantity
from pipelines.figures.numerals import plain


def amount(change: Change, quantity: Quantity, *, rate: bool) -> Change:
    """Write the size of a change into `change`; of a rate (破案率) percents are percentage points."""
    number = plain(quantity.value)
    if quantity.is_factor:
        change.factor = number
        change.factor_kind = "increase_by"
    elif quantity.is_points or (rate and quantity.kind == "percent" and quantity.word == "%"):
        change.percentage_points = number
    elif quantity.kind == "percent":
        change.percent = number
    else:
        change.abs = number
    if quantity.qualifier != "exact":
        change.qualifier = quantity.qualifier
    return change


def add(draft: Draft, move: Move, position: int, basis: str | None, reading: Reading) -> None:
    """Write a change into a draft: its first if that has the same base and lacks this part, else a second."""
    change = Change(basis=basis, direction=move.direction_of(position))
    draft.changed_by.append(reading.text[move.start : move.end])
    if move.factor is not None:
        change.factor, change.factor_kind = plain(move.factor), "increase_by"
    elif move.amounts:
        draft.amounts += [move.amounts[position], *([] if move.also is None else [move.also])]
        rate = draft.metric is not None and draft.metric.unit == "percent" and draft.quantity is not None
        amount(change, reading.found[move.amounts[position]], rate=rate)
        if move.also is not None and change.percent is None:
            change.percent = plain(reading.found[move.also].value)
        if move.ratio:
            change.factor_kind = "ratio_to"
    sizeless = draft.change is not None and not set_fields(draft.change)
    if sizeless and move.basis is None:
        change.basis = draft.change.basis  # 由12升至30,增幅达1.5倍
    if draft.change is None:
        draft.change = change
    elif change.basis in (None, draft.change.basis) and not (set_fields(draft.change) & set_fields(change)):
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
    return {
        name
        for name in ("percent", "factor", "abs", "percentage_points")
        if getattr(change, name) is not None
    }
