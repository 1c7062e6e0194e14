"""Official pages that give different figures for the same thing, side by side."""

import re
from itertools import groupby

from sqlite_utils import Database

from crawler.exports.agreement import agree, width
from crawler.exports.places import place_name
from crawler.fold import fold
from crawler.report.exhibit import Column, Exhibit, Row, Section
from crawler.report.said import SAID, Said

FRAUD = re.compile(r"诈|骗|骗局|电信网络")
SAME = "metric, place_region, period_start, period_end, unit, scam_type, population, is_subset"
SQL = f"""select {SAID}, {SAME}
    from figures where rank <= 1 and excerpt_of is null and place_region is not null
    and period_start is not null and period_end is not null and value is not null and value_max is null
    and unit is not null and per is null and not is_case and not is_baseline and not in_title and qualifier <> 'up_to'
    and metric not in ('other', 'share') and (:year is null or substr(period_end, 1, 4) = :year)
    order by {SAME}, rank, published, id"""  # noqa: S608  columns of ours


def scope(label: str) -> bool:
    """Tell whether a figure counts fraud, or crime of any kind: 破获各类案件 is more than 破获诈骗案件."""
    return bool(FRAUD.search(fold(label)))


def differing(figures: list[Said]) -> list[tuple[Said, Said]]:
    """Return pairs of figures of different notices that no one number can stand behind, the best source first.

    A notice that tells several different figures of one thing means several things: only an equal label compares them.
    """
    pairs = []
    alone = {
        notice: agree([(one.value, one.qualifier) for one in several])
        for notice, several in (
            (notice, [one for one in figures if one.notice_id == notice])
            for notice in dict.fromkeys(one.notice_id for one in figures)
        )
    }
    for at, one in enumerate(figures):
        for other in figures[at + 1 :]:
            comparable = (alone[one.notice_id] and alone[other.notice_id]) or fold(one.label) == fold(
                other.label
            )
            if (
                one.notice_id != other.notice_id
                and comparable
                and scope(one.label) == scope(other.label)
                and not agree([(one.value, one.qualifier), (other.value, other.qualifier)])
            ):
                pairs.append((one, other))
    return pairs


def distinct(pairs: list[tuple[Said, Said]]) -> list[tuple[Said, Said]]:
    """Return a pair for every two different numbers: the first, of the best sources."""
    found: dict[frozenset, tuple[Said, Said]] = {}
    for one, other in pairs:
        found.setdefault(frozenset((one.value, other.value)), (one, other))
    return list(found.values())


def contradictions(_: Database, rows: list[tuple]) -> list[Row]:
    """Return a row for every two different numbers of one metric, region and period."""
    size = len(Said.__dataclass_fields__)
    found = []
    for key, several in groupby(rows, key=lambda row: row[size:]):
        for one, other in distinct(differing([Said(*row[:size]) for row in several])):
            first, second = sorted(
                (one, other), key=lambda said: (said.rank, width((said.value, said.qualifier)), said.id)
            )
            found.append(
                {
                    "what": first.metric_zh,
                    "where": place_name(key[1]),
                    "period": first.period,
                    "one": first,
                    "other": second,
                }
            )
    return found


CONTRADICTIONS = Section(
    "contradictions",
    "说法不一",
    "Contradictions",
    (
        Exhibit(
            "two_figures",
            "同一件事，两个数字",
            "One thing, two figures",
            "同一指标、地区、时期和范围，两则不同的通告给出不可能同真的数；两页都是机关网站，或注明来自机关或通讯社。"
            "“380余”与“383”不算矛盾。口径可能不同，请对照两处原文。",
            "The same metric, region, period and scope, in two notices whose figures cannot both be true, each on an "
            "authority's site or naming an authority or news agency. “over 380” and “383” do not differ. The two may count "
            "differently: read both quotes.",
            (
                Column("what", "指标", "metric"),
                Column("where", "地区", "region"),
                Column("period", "时期", "period"),
                Column("one", "一说", "one source", "said"),
                Column("other", "另一说", "another", "said"),
            ),
            SQL,
            contradictions,
        ),
    ),
)
