"""The table statistics_cells: what all notices together say of a year, a region and a metric, and whether they agree.

A statistic stands in a cell only if it is a total of a whole calendar year and of a whole region: no figure of one
case, no old value of a comparison, no part of another figure, no mean, no range, no quotation, and a place that
names its region. Of several figures the best source's counts: an official site before a page that names an
official source, before any other. Where the best sources differ the cell stays empty.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from crawler.exports.agreement import agree, width
from crawler.exports.places import place_name
from crawler.exports.table import Column, Row, Table
from crawler.exports.tables.statistics import METRIC, METRIC_EN, METRIC_ZH, QUALIFIER, UNIT

RANKS = ("official_site", "official_source", "other")
# Of a notice in the view `speaking`, with its site: how near the page is to the authority, as a number of RANKS.
RANK = """case when sites.kind in ('police', 'politics_law', 'procuratorate', 'court', 'regulator', 'government')
            or speaking.host = 'gov.cn' or speaking.host like '%.gov.cn' then 0
            when speaking.source_kind in ('official', 'police_account', 'agency') then 1 else 2 end"""
YEAR = Column("year", "integer", "年份", "整个自然年", "a whole calendar year")
REGION_CODE = Column(
    "region_code",
    "string",
    "区划代码",
    "GB/T 2260 六位代码；000000 为全国",
    "GB/T 2260; 000000 is the country",
)
REGION = Column(
    "region", "string", "地区", "数字所涉地区的全称", "full name of the region the figure is about"
)

CELLS = Table(
    "statistics_cells",
    "年度地区指标（逐格说明）",
    "One row a year, region, metric and unit: the value, what it rests on, and whether notices agree.",
    (
        YEAR,
        REGION_CODE,
        REGION,
        METRIC,
        METRIC_ZH,
        METRIC_EN,
        UNIT,
        Column("value", "number", "数值", "空：最可靠的来源不一致", "empty: the best sources differ"),
        QUALIFIER,
        Column(
            "agreement", "string", "是否一致",
            "one 仅一则通告，agree 各通告一致，outvoted 次要来源另有说法，several 一则通告有几个数，各有所指，"
            "conflict 最可靠的来源互相矛盾",
            "one: a single notice; agree; outvoted: lesser sources differ; several: one notice tells several, of "
            "different things; conflict: the best sources differ",
        ),
        Column(
            "rank", "string", "来源等级", "official_site 机关网站，official_source 注明来自机关或通讯社，other 其他",
            "official_site, official_source (an authority or agency is named) or other",
        ),
        Column("notices", "integer", "通告数", "报告此数的通告", "notices that report it", "notice"),
        Column("figures", "list", "各种说法", "来源好的在前", "every distinct figure, those of the best sources first"),
        Column("notice_ids", "list", "通告编号", "报告此数的各通告", "the notices that report it"),
        Column("statistic_id", "integer", "数字编号", "所取数字在 statistics 表中的编号", "the figure taken, in the table statistics"),
        Column("label", "string", "所数之事", "所取数字的原文", "verb and object of the figure taken"),
        Column("url", "string", "网址", "所取数字所在的页面", "page of the figure taken"),
    ),
    f"""select substr(period_start, 1, 4), place_code(s.place, speaking.region_code) as place_region, s.metric, metrics.zh,
        metrics.en, s.unit,
        {RANK} as rank,
        s.value, s.qualifier, s.notice_id, s.id, s.label, speaking.url
    from notice_statistics as s join speaking on speaking.id = s.page_id
    join chosen_metrics on chosen_metrics.code = s.metric join metrics on metrics.code = s.metric
    left join sites on sites.key = speaking.site
    where substr(period_start, 5) = '-01-01' and period_end = substr(period_start, 1, 4) || '-12-31'
    and s.value is not null and s.value_max is null and s.unit is not null and s.per is null
    and not is_subset and not is_case and not is_baseline and not in_title and s.scam_type is null and s.population is null
    and s.metric not in ('other', 'share') and s.qualifier <> 'up_to' and s.excerpt_of is null and place_region is not null
    order by 1, place_region, s.metric, s.unit, rank, speaking.published desc, s.id""",  # noqa: S608
    key=("year", "region_code", "metric", "unit"),
    of_notice=False,
    reshape=lambda rows: cells(rows),
)  # fmt: skip


@dataclass(frozen=True)
class Figure:
    """One figure that claims a cell."""

    rank: int
    value: float
    qualifier: str
    notice_id: int
    statistic_id: int
    label: str
    url: str

    @property
    def said(self) -> tuple[float, str]:
        """Return what it says."""
        return self.value, self.qualifier


def cells(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows of the table; the figures of one cell must follow each other, the best source first."""
    for (year, code, metric, zh, en, unit), several in groupby(rows, key=lambda row: row[:6]):
        figures = [Figure(*row[6:]) for row in several]
        yield int(year), code, place_name(code), metric, zh, en, unit, *settled(figures)


def settled(figures: list[Figure]) -> Row:
    """Return the columns of a cell from `value` on: the best sources' most exact, then newest, figure."""
    best = [figure for figure in figures if figure.rank == figures[0].rank]
    taken = min(best, key=lambda figure: width(figure.said))
    notices = list(dict.fromkeys(str(figure.notice_id) for figure in figures))
    said = list(dict.fromkeys(f"{figure.qualifier} {figure.value}" for figure in figures))
    evidence = (RANKS[taken.rank], len(notices), said, notices)
    if not agree([figure.said for figure in best]):
        differ = "several" if len({figure.notice_id for figure in best}) == 1 else "conflict"
        return None, None, differ, *evidence, None, None, None
    if not agree([figure.said for figure in figures]):
        agreement = "outvoted"
    else:
        agreement = "one" if len(notices) == 1 else "agree"
    return taken.value, taken.qualifier, agreement, *evidence, taken.statistic_id, taken.label, taken.url
