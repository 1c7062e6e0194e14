"""Figures by year: the whole-year totals of one region each, never added up."""

from functools import partial

from sqlite_utils import Database

from crawler.exports.places import COUNTRY
from crawler.exports.tables.cells import CELLS, RANKS, cells
from crawler.metrics import METRICS
from crawler.regions import LEVELS, level
from crawler.report.exhibit import Column, Exhibit, Row, Section, Spec
from crawler.report.specs import LONGEST, bars
from crawler.report.words import RANKS as RANKS_ZH
from crawler.report.words import figure, short

# What people look for first; the others have no chart, all share a table.
DRAWN = (
    "cases_filed cases_solved suspects_arrested losses losses_prevented funds_intercepted funds_returned persons_dissuaded"
).split()
SPAN = (
    "country",
    "province",
    "city",
    "county",
)  # one chart a level: a province beside the country shows nothing
RULE_ZH = (
    "只取整个自然年、整个地区的总数，每年每地一个数，取自最可靠的来源；不同地区、不同时期的数不相加。"
    "说法不一的不画，同级别只有一个数的也不画，数多时只画最近几年，全部见表。实心：机关网站，或页面注明来自机关或通讯社；空心：其他网站。"
)
RULE_EN = (
    "Totals of whole calendar years and whole regions, one a year and region, from the best source; never added up. "
    "Where the best sources differ nothing is drawn, nor is a number that is alone on its level; of many the newest years "
    "are. Filled: an authority's site, or a page that names an authority or "
    "news agency as its source; hollow: any other page."
)
METRIC_AT = 2  # of the rows of the query
ORDER = [metric.code for metric in METRICS]
COLUMNS = (
    Column("year", "年份", "year"),
    Column("region", "地区", "region"),
    Column("told", "数值", "figure"),
    Column("source", "来源等级", "rank of source"),
    Column("label", "所数之事（原文）", "as written"),
    Column("quote", "原文", "quote"),
    Column("url", "出处", "source", "link"),
)
QUOTES = "select id, quote from statistics where id in (select value from json_each(?))"


def told(cell: Row) -> str:
    """Return the figure of a cell with hedge and unit, or every figure where the best sources differ."""
    if cell["value"] is not None:
        return figure(cell["value"], cell["unit"], cell["qualifier"])
    several = (said.split(" ") for said in cell["figures"])
    why = "一则通告有几个数，各有所指：" if cell["agreement"] == "several" else "说法不一："
    return why + "；".join(figure(float(value), cell["unit"], qualifier) for qualifier, value in several)


def span(code: str) -> str:
    """Return the level of a region, the country included."""
    return "country" if code == COUNTRY else LEVELS[level(code)]


def yearly(db: Database, rows: list[tuple], metric: str | None = None) -> list[Row]:
    """Return the cells of a metric, or of all, with their quotes: the country first, then provinces, cities, counties."""
    of_metric = (row for row in rows if metric in (None, row[METRIC_AT]))
    found = [dict(zip(CELLS.names, cell, strict=True)) for cell in cells(of_metric)]
    ids = [cell["statistic_id"] for cell in found]
    quotes = dict(db.execute(QUOTES, [f"[{','.join(str(i) for i in ids if i)}]"]).fetchall())
    found.sort(
        key=lambda cell: (
            ORDER.index(cell["metric"]),
            SPAN.index(span(cell["region_code"])),
            cell["region_code"],
            cell["year"],
        )
    )
    return [
        {
            "year": str(cell["year"]),
            "region": cell["region"],
            "told": told(cell),
            "source": RANKS_ZH[RANKS.index(cell["rank"])],
            "label": cell["label"],
            "quote": quotes.get(cell["statistic_id"]),
            "url": cell["url"],
            "metric": cell["metric_zh"],
            "value": cell["value"],
            "unit": cell["unit"],
            "text": None if cell["value"] is None else figure(cell["value"], cell["unit"], cell["qualifier"], short(cell["value"])),
            "name": f"{cell['region']} {cell['year']}",
            "official": cell["rank"] != "other",
            "span": span(cell["region_code"]),
        }
        for cell in found
    ]  # fmt: skip


def newest(rows: list[Row]) -> list[Row]:
    """Return the rows of as many of the newest years as a chart has room for, but one year at least."""
    years = sorted({row["year"] for row in rows}, reverse=True)
    for count in range(len(years), 1, -1):
        kept = [row for row in rows if row["year"] in years[:count]]
        if len(kept) <= LONGEST:
            return kept
    return [row for row in rows if row["year"] in years[:1]]


def draw(rows: list[Row]) -> Spec | None:
    """Return one chart a level and unit, each with a scale of its own, below each other."""
    rows = [row for row in rows if row["value"] is not None]
    kinds = list(dict.fromkeys((row["span"], row["unit"]) for row in rows))
    charts = [
        bars(newest([r for r in rows if (r["span"], r["unit"]) == kind]), "name", "value", text="text", solid="official")
        for kind in kinds
    ]  # fmt: skip
    drawn = [chart for chart in charts if chart]
    return {"vconcat": drawn, "spacing": 26} if drawn else None


def exhibit(code: str, zh: str, en: str) -> Exhibit:
    """Return the exhibit of one metric."""
    return Exhibit(
        f"year_{code}",
        f"{zh}：各年各地",
        f"{en[0].upper()}{en[1:]}, by year and region",
        "",
        "",
        COLUMNS,
        CELLS.sql,
        partial(yearly, metric=code),
        draw,
        only_drawn=True,
    )


YEARS = Section(
    "years",
    "各年的数字",
    "Figures by year",
    (
        *(exhibit(m.code, m.zh, m.en) for code in DRAWN for m in METRICS if m.code == code),
        Exhibit(
            "year_all",
            "各指标整年数字一览",
            "All whole-year figures",
            "",
            "",
            (Column("metric", "指标", "metric"), *COLUMNS),
            CELLS.sql,
            yearly,
        ),
    ),
    RULE_ZH,
    RULE_EN,
)
