"""The largest changes from year to year, as their sources tell them."""

from functools import partial

from sqlite_utils import Database

from crawler.report.exhibit import Column, Exhibit, Row, Section
from crawler.report.said import SAID, Said
from crawler.report.words import HEDGES

SHOWN = 10
SQL = f"""select {SAID}, change_direction, change_percent, change_factor, change_factor_kind, change_qualifier
    from figures where change_basis = 'yoy' and change_direction in ('up', 'down')
    and (change_percent is not null or change_factor is not null) and rank <= 1 and excerpt_of is null and per is null
    and not is_case and not is_baseline and not in_title and metric not in ('other', 'share')
    and (:year is null or substr(period_end, 1, 4) = :year)
    order by rank, published, id"""  # noqa: S608  columns of ours
COLUMNS = (
    Column("what", "指标", "metric"),
    Column("where", "地区", "place"),
    Column("period", "时期", "period"),
    Column("change", "同比", "year on year"),
    Column("said", "原文与出处", "quote and source", "said"),
    Column("others", "另有通告同述", "also told by", "number"),
)


def percent(direction: str, told: float | None, factor: float | None, kind: str | None) -> float:
    """Return a change in percent, down below zero; 增加 2 倍 is 200, 是 4 倍 is 300."""
    if told is not None:
        return told if direction == "up" else -told
    return 100 * (factor - 1 if kind == "ratio_to" else factor) * (1 if direction == "up" else -1)


def shown(
    change: float, told: float | None, factor: float | None, kind: str | None, hedge: str | None
) -> str:
    """Return the change as it was told, with its hedge."""
    before, behind = HEDGES.get(hedge or "", ("", ""))
    sign = "+" if change > 0 else "−"
    if told is not None:
        return f"{sign}{before}{told:g}{behind}%"
    return f"{'是原来的' if kind == 'ratio_to' else sign}{before}{factor:g}{behind}倍"


def largest(_: Database, rows: list[tuple], direction: str) -> list[Row]:
    """Return the SHOWN largest changes of a direction; one that several notices tell stands once."""
    found: dict[tuple, Row] = {}
    for *fields, way, told, factor, kind, hedge in rows:
        if way != direction:
            continue
        source = Said(*fields)
        change = percent(way, told, factor, kind)
        same = (source.metric_zh, source.place_region or source.place or source.source, source.period, change)
        row = found.setdefault(
            same,
            {
                "what": source.metric_zh,
                "where": source.where,
                "period": source.period,
                "change": shown(change, told, factor, kind, hedge),
                "said": source,
                "notices": set(),
                "size": abs(change),
            },
        )
        row["notices"].add(source.notice_id)
    for row in found.values():
        row["others"] = len(row["notices"]) - 1 or None
    return sorted(found.values(), key=lambda row: (-row["size"], row["said"].id))[:SHOWN]


def exhibit(direction: str, zh: str, en: str) -> Exhibit:
    """Return the exhibit of one direction."""
    return Exhibit(
        f"changes_{direction}",
        zh,
        en,
        "",
        "",
        COLUMNS,
        SQL,
        partial(largest, direction=direction),
    )


CHANGES = Section(
    "changes",
    "变化最大的数字",
    "The largest changes",
    (exhibit("up", "上升最多", "Up most"), exhibit("down", "下降最多", "Down most")),
    "同比变化，照原文；只取机关网站，或注明来自机关或通讯社的页面；不取个案、基期数和平均数。基数小时变化大，请看原文的数值。",
    "Year on year, as written, by authorities' sites or pages that name an authority or news agency; no single cases, "
    "old values or means. Small numbers change much: read the quote.",
)
