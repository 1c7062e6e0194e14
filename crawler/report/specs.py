"""Charts as Vega-Lite specifications (plain dictionaries, https://vega.github.io/vega-lite/docs/)."""

from collections.abc import Sequence

from crawler.report.exhibit import Row, Spec
from crawler.report.words import short

WIDTH = 690  # pixels of the plot, without labels
LABELS = 170  # pixels of the names beside it
STEP = 22  # pixels a row
INK, PAPER, GREY = "#1b4f72", "#ffffff", "#5f6b73"
LONGEST = 34  # rows of a chart, as many as there are provinces; its table has them all
NAMES_BESIDE = {"labelLimit": LABELS, "minExtent": LABELS, "ticks": False, "domain": False, "labelPadding": 6}
MYRIADS = (
    "abs(datum.value) >= 1e8 ? format(datum.value / 1e8, ',~g') + '亿' : "
    "abs(datum.value) >= 1e4 ? format(datum.value / 1e4, ',~g') + '万' : format(datum.value, ',~g')"
)


def bars(
    rows: Sequence[Row], label: str, value: str, *, text: str | None = None, solid: str | None = None, top: float | None = None
) -> Spec | None:  # fmt: skip
    """Return horizontal bars in the order of the rows, the value behind each; None where one bar would stand alone.

    `text` is the field that is printed behind a bar, the value where there is none; a bar whose field `solid` is
    false is drawn hollow; `top` is the end of the scale.
    """
    values = [
        {
            "row": number,
            "label": row[label],
            "value": row[value],
            "text": row[text] if text else short(row[value]),
            "solid": bool(row[solid]) if solid else True,
        }
        for number, row in enumerate(rows[:LONGEST])
        if row[value] is not None
    ]
    if len(values) < 2:
        return None
    names = {"field": "label", "type": "nominal", "sort": None, "title": None}
    names["axis"] = NAMES_BESIDE
    length = {"field": "value", "type": "quantitative", "axis": None}
    length["scale"] = {"domainMin": 0, "domainMax": top or max(v["value"] for v in values) * 1.18 or 1}
    fill = {"condition": {"test": "datum.solid", "value": INK}, "value": PAPER}
    return {
        "width": WIDTH,
        "height": {"step": STEP},
        "data": {"values": values},
        "encoding": {"y": names, "x": length},
        "layer": [
            {
                "mark": {"type": "bar", "stroke": INK, "height": {"band": 0.7}},
                "encoding": {"fill": fill},
            },
            {
                "mark": {"type": "text", "align": "left", "dx": 5},
                "encoding": {"text": {"field": "text", "type": "nominal"}},
            },
        ],
    }


def columns(rows: Sequence[Row], label: str, value: str, *, every: int = 1) -> Spec | None:
    """Return upright columns in the order of the rows; every so-manieth is labelled below, each above."""
    if len(rows) < 2:
        return None
    values = [{"label": row[label], "value": row[value]} for row in rows]
    shown = [row[label] for row in rows[::every]]
    axis = {"labelAngle": 0, "values": shown, "ticks": False, "labelPadding": 6, "labelOverlap": False}
    return {
        "width": WIDTH + LABELS,
        "height": 180,
        "data": {"values": values},
        "encoding": {
            "x": {"field": "label", "type": "ordinal", "sort": None, "title": None, "axis": axis},
            "y": {"field": "value", "type": "quantitative", "axis": None, "scale": {"domainMin": 0}},
        },
        "layer": [
            {"mark": {"type": "bar", "fill": INK, "width": {"band": 0.75}}},
            {
                "mark": {"type": "text", "dy": -7},
                "encoding": {"text": {"condition": {"test": "datum.value > 0", "field": "value"}, "value": ""}},
            },
        ],
    }  # fmt: skip


def strip(points: Sequence[Row], rows: Sequence[Row], label: str, value: str, middle: str) -> Spec | None:
    """Return a row of dots a label, one a point, on a logarithmic scale, with a tall tick at the middle of each row."""
    known = [row for row in rows if row[middle]][:LONGEST]
    if len(known) < 2:
        return None
    order = [row[label] for row in known]
    dots = [{"label": p[label], "value": p[value]} for p in points if p[label] in order and p[value] > 0]
    middles = [{"label": row[label], "value": row[middle], "text": short(row[middle])} for row in known]
    names = {"field": "label", "type": "nominal", "sort": order, "title": None}
    names["axis"] = NAMES_BESIDE | {"grid": True}
    ends = [p["value"] for p in dots]
    powers = [10**n for n in range(1, 12) if min(ends) / 10 < 10**n < max(ends) * 10]
    axis = {"labelExpr": MYRIADS, "values": powers, "title": "元（对数刻度）", "titleFontWeight": "normal"}
    across = {"field": "value", "type": "quantitative", "axis": axis}
    across["scale"] = {"type": "log", "domainMin": powers[0], "domainMax": powers[-1]}
    return {
        "width": WIDTH,
        "height": {"step": STEP + 6},
        "encoding": {"y": names, "x": across},
        "layer": [
            {
                "data": {"values": dots},
                "mark": {"type": "point", "size": 45, "filled": True, "color": INK, "opacity": 0.55},
            },
            {
                "data": {"values": middles},
                "mark": {"type": "tick", "color": "black", "thickness": 2.5, "size": 20},
            },
            {
                "data": {"values": middles},
                "mark": {"type": "text", "dy": -10, "dx": 4, "align": "left", "fontSize": 11},
                "encoding": {"text": {"field": "text", "type": "nominal"}},
            },
        ],
    }
