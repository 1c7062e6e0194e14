"""How much there is, and how fresh it is."""

from itertools import pairwise

from sqlite_utils import Database

from crawler.exports.coverage import SHORT
from crawler.report.exhibit import Column, Exhibit, Row, Section, Spec
from crawler.report.specs import columns

MONTHS = 24
STATUSES = {"finished": "完成"} | {code: words.partition(" ")[0] for code, words in SHORT.items()}

# Counts that open a report: SQL, 中文, English.
TILES = (
    ("select count(*) from told", "通告", "notices"),
    ("select count(*) from pages where notice_id in told_notices", "页面", "pages"),
    ("select coalesce(sum(copies - 1), 0) from told", "其中副本", "of them copies"),
    ("select count(distinct coalesce(site, host)) from pages where notice_id in told_notices", "来源站点", "sites"),
    ("select count(distinct substr(region_code, 1, 2)) from told", "省级地区", "provinces"),
    (
        "select count(*) from figures where :year is null or substr(period_end, 1, 4) = :year",
        "统计数字",
        "figures",
    ),
    ("select count(*) from cases join told on told.id = cases.page_id", "案例", "cases told"),
)  # fmt: skip


def following(month: str) -> str:
    """Return the month after YYYY-MM."""
    year, number = int(month[:4]), int(month[5:7])
    return f"{year + number // 12}-{number % 12 + 1:02}"


def months(first: str, last: str) -> list[str]:
    """Return every month from `first` to `last`, both YYYY-MM."""
    found = [first]
    while found[-1] < last:
        found.append(following(found[-1]))
    return found


def latest_months(_: Database, rows: list[tuple]) -> list[Row]:
    """Return the newest MONTHS months, those without a notice too."""
    known = dict(rows)
    every = months(min(known), max(known))[-MONTHS:] if known else []
    return [{"month": month, "notices": known.get(month, 0)} for month in every]


def every_year(_: Database, rows: list[tuple]) -> list[Row]:
    """Return the years from the first to the last, those without a notice too."""
    gaps = [
        {"year": str(year), "notices": 0}
        for (one, _), (other, _) in pairwise(rows)
        for year in range(int(one) + 1, int(other))
    ]
    return sorted([*({"year": year, "notices": n} for year, n in rows), *gaps], key=lambda row: row["year"])


def runs(_: Database, rows: list[tuple]) -> list[Row]:
    """Return the newest runs with their status in words."""
    names = ("command", "started", "finished", "status", "short")
    told = [dict(zip(names, row, strict=True)) for row in rows]
    return [row | {"status": STATUSES[row["status"]]} for row in told]


def draw_months(rows: list[Row]) -> Spec | None:
    """Return columns, each January and July labelled as far as there are many."""
    if not rows:
        return None
    return columns(rows, "month", "notices", every=1 if len(rows) <= 12 else 3)


HOLDINGS = Section(
    "holdings",
    "库中有什么，有多新",
    "What the corpus holds, and how fresh it is",
    (
        Exhibit(
            "notices_by_year",
            "各年发布的通告",
            "Notices by publish year",
            "一则通告只算一次，不论有多少副本；没有发布日期的不在图中。年份多少取决于收录范围，不说明案件多少。",
            "A notice counts once, however many copies it has; undated ones are left out. The height tells what was "
            "collected, not how much fraud there was.",
            (Column("year", "年份", "year"), Column("notices", "通告", "notices", "number")),
            "select substr(published, 1, 4), count(*) from told where published is not null group by 1 order by 1",
            every_year,
            lambda rows: columns(rows, "year", "notices", every=1 + len(rows) // 16),
        ),
        Exhibit(
            "notices_by_month",
            "最近二十四个月发布的通告",
            "Notices of the newest 24 months",
            "从最新一则通告往前数；空缺的月份没有收录到通告。",
            "Counted back from the newest notice; nothing was collected of a month without a column.",
            (Column("month", "月份", "month"), Column("notices", "通告", "notices", "number")),
            "select substr(published, 1, 7), count(*) from told where length(published) >= 7 group by 1",
            latest_months,
            draw_months,
        ),
        Exhibit(
            "runs",
            "最近一次运行",
            "The newest run of each command",
            "时间为 UTC。未完成之处列在最后一章。",
            "Times are UTC. What fell short is listed in the last chapter.",
            (
                Column("command", "命令", "command"),
                Column("started", "开始", "started"),
                Column("finished", "结束", "finished"),
                Column("status", "结果", "result"),
                Column("short", "未完成之处", "shortfalls", "number"),
            ),
            """select command, started, finished, status, coalesce(json_array_length(problems), 0) from crawls
            where id in (select max(id) from crawls group by command) order by id desc""",
            runs,
        ),
    ),
)
