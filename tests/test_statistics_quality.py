"""The quality gate: precision and recall on the gold table stay at their floors, and the floors follow them up."""

from pipelines.statistics import read_statistics
from tests.gold_statistics import FLOORS, GOLD, page

SLACK = 0.005  # a floor that lies further below what is measured is to be raised


def key(metric, value, value_max, unit, percent):
    """What has to agree for a figure to count: of a change told without a value, its size."""
    return metric, value, value_max, unit, percent if value is None else None


def wanted(entry):
    """The figures of a gold entry."""
    rows = entry.get("figures", [])
    names = ("metric", "value", "value_max", "unit", "percent")
    return [key(*(row.get(name) for name in names)) for row in rows]


def found(entry):
    """The figures read from its text."""
    return [
        key(
            f"other/{row.other_code}" if row.other_code else row.metric,
            row.value,
            row.value_max,
            row.unit,
            row.change and row.change.percent,
        )
        for row in read_statistics(page(entry["text"], entry.get("published")))
    ]


def measured():
    """Precision and recall over the whole table."""
    hits = read = there = 0
    for entry in GOLD:
        gold, seen = wanted(entry), found(entry)
        there, read = there + len(gold), read + len(seen)
        for figure in seen:
            if figure in gold:
                gold.remove(figure)
                hits += 1
    return {"precision": hits / read, "recall": hits / there}


def test_precision_and_recall_stay_at_their_floors():
    values = measured()
    below = {name: round(value, 4) for name, value in values.items() if value < FLOORS[name]}
    assert not below, f"below the floors of statistics_floors.yml: {below}"
    above = {name: round(value - 0.0005, 3) for name, value in values.items() if value > FLOORS[name] + SLACK}
    assert not above, f"well done; now raise the floors of statistics_floors.yml to {above}"
