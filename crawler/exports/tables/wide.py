"""The table statistics_wide: a row a year and region, a column a metric; the cells of statistics_cells side by side."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from crawler.exports.places import COUNTRY
from crawler.exports.table import PROVINCE, Column, Row, Table
from crawler.exports.tables.cells import CELLS, REGION, REGION_CODE, YEAR, cells
from crawler.metrics import METRICS
from crawler.regions import LEVELS, full_name, level

SHOWN = {m.code: "CNY" if m.unit == "money" else m.unit for m in METRICS if m.code not in ("other", "share")}

WIDE = Table(
    "statistics_wide",
    "年度地区指标（宽表，可直接作图）",
    "One row a year and region, one column a metric in its unit: whole-year totals only; statistics_cells says where "
    "each comes from.",
    (
        YEAR,
        REGION_CODE,
        REGION,
        Column("region_level", "string", "地区级别", "country 全国，province 省，city 市，county 县", "country, province, city or county"),
        PROVINCE,
        *(Column(m.code, "number", m.zh, "", m.en, SHOWN[m.code]) for m in METRICS if m.code in SHOWN),
        Column(
            "differing", "list", "说法不一的指标", "各处数字不一的指标；该格为空者，最可靠的来源也不一致",
            "metrics whose figures differ; the cell is empty where the best sources do",
        ),
    ),
    CELLS.sql,
    key=("year", "region_code"),
    of_notice=False,
    reshape=lambda rows: wide(cells(rows)),
)  # fmt: skip


def wide(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield a row a year and region from rows of statistics_cells in their order; units other than SHOWN stay there."""
    at = {name: number for number, name in enumerate(CELLS.names)}
    for (year, code, region), several in groupby(rows, key=lambda row: row[:3]):
        shown = [row for row in several if row[at["unit"]] == SHOWN[row[at["metric"]]]]
        values = {row[at["metric"]]: row[at["value"]] for row in shown}
        differing = [row[at["metric"]] for row in shown if row[at["agreement"]] not in ("one", "agree")]
        if shown:
            of = ("country", None) if code == COUNTRY else (LEVELS[level(code)], full_name(code[:2] + "0000"))
            yield year, code, region, *of, *(values.get(metric) for metric in SHOWN), differing
