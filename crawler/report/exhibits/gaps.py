"""What is missing, as far as the corpus can know."""

from sqlite_utils import Database

from crawler.report.codes import named
from crawler.report.exhibit import Column, Exhibit, Row, Section
from crawler.report.exhibits.holdings import months
from crawler.report.specs import bars

# What a notice should tell: SQL of the view told, 中文, English.
FIELDS = (
    ("title is not null", "标题", "title"),
    ("body_kind = 'text'", "正文（文字）", "text, not an image or attachment"),
    ("published is not null", "发布日期", "publish date"),
    ("source is not null", "来源", "source"),
    ("issuer is not null", "发布机关", "issuer"),
    ("region_code is not null", "发布机关所在地", "region of the issuer"),
    ("exists (select 1 from page_scam_types where page_id = told.id)", "诈骗类型", "kind of fraud"),
    ("exists (select 1 from statistics where page_id = told.id)", "统计数字", "any figure"),
    ("exists (select 1 from contacts where page_id = told.id)", "举报联系方式", "any contact"),
)  # fmt: skip
OUTCOMES = {"dropped": "不收", "refused": "未取到", "moved": "已搬走"}
IN_SCOPE = "(:provinces = '[]' or substr(region_code, 1, 2) in (select value from json_each(:provinces)))"


def filled(_: Database, rows: list[tuple]) -> list[Row]:
    """Return the shares of notices that tell each field."""
    counts, notices = rows[0][:-1], rows[0][-1]
    return [
        {"field": zh, "en": en, "notices": n, "percent": round(100 * n / notices), "text": f"{round(100 * n / notices)}%"}
        for (_, zh, en), n in zip(FIELDS, counts, strict=True)
        if notices
    ]  # fmt: skip


def empty_months(_: Database, rows: list[tuple]) -> list[Row]:
    """Return a row a year: the months without a notice between the first and the last."""
    known = {month for (month,) in rows}
    missing = [m for m in months(min(known), max(known)) if m not in known] if known else []
    by_year: dict[str, list[str]] = {}
    for month in missing:
        by_year.setdefault(month[:4], []).append(str(int(month[5:])))
    return [{"year": year, "months": "、".join(several) + " 月"} for year, several in by_year.items()]


def places(_: Database, rows: list[tuple]) -> list[Row]:
    """Return the regions without a notice in two rows: those with sites to crawl, with their number, and the others."""
    known = [f"{name}（{sites}）" for name, sites in rows if sites]
    unknown = [name for name, sites in rows if not sites]
    told = (("有登记站点（个数）", known), ("没有登记站点", unknown))
    return [
        {"sites": what, "count": len(names), "regions": "、".join(names)} for what, names in told if names
    ]


def trouble(_: Database, rows: list[tuple]) -> list[Row]:
    """Return the columns with their state in words."""
    names = ("name", "label", "state", "detail", "visited", "url")
    return [dict(zip(names, row, strict=True)) | {"state": named(row[2])} for row in rows]


def reasons(_: Database, rows: list[tuple]) -> list[Row]:
    """Return the pages not taken, by reason."""
    return [
        {"outcome": OUTCOMES[outcome], "reason": named(reason), "pages": pages}
        for outcome, reason, pages in rows
    ]


GAPS = Section(
    "gaps",
    "覆盖与缺漏",
    "Coverage and gaps",
    (
        Exhibit(
            "fields",
            "通告写明了什么",
            "What notices tell",
            "各项写明并读出的通告占比。缺的是页面没有写明，或无法可靠读出；不是每则通告都该有数字和联系方式。",
            "Share of notices for which a field is stated and was read. Not every notice has figures or contacts to give.",
            (
                Column("field", "项目", "field"),
                Column("en", "英文", "in English"),
                Column("notices", "通告", "notices", "number"),
                Column("percent", "占比（%）", "percent", "number"),
            ),
            "select {}, count(*) from told".format(  # noqa: S608
                ", ".join(f"count(*) filter (where {sql})" for sql, _, _ in FIELDS)
            ),
            filled,
            lambda rows: bars(rows, "field", "percent", text="text", top=112),
        ),
        Exhibit(
            "places_without",
            "没有通告的地区",
            "Regions without a notice",
            "没有收录到该地机关的通告。登记站点以语料库所知为准；没有站点的地区无从抓取。",
            "No notice of an issuer there. Where the corpus knows no site there is nothing to crawl.",
            (
                Column("sites", "站点", "sites"),
                Column("count", "地区数", "regions", "number"),
                Column("regions", "地区", "which"),
            ),
            f"""select name,
                (select count(*) from sites where substr(sites.region_code, 1, :width) = substr(regions.code, 1, :width))
            from regions where level = iif(:width = 2, 'province', 'city') and {IN_SCOPE.replace("region_code", "code")}
            and substr(code, 1, :width) not in
                (select substr(region_code, 1, :width) from told where region_code is not null)
            order by code""",  # noqa: S608
            places,
        ),
        Exhibit(
            "months_without",
            "没有通告的月份",
            "Months without a notice",
            "在最早与最新的通告之间。",
            "Between the oldest and the newest notice.",
            (Column("year", "年份", "year"), Column("months", "月份", "months")),
            "select distinct substr(published, 1, 7) from told where length(published) >= 7",
            empty_months,
        ),
        Exhibit(
            "columns_in_trouble",
            "有问题的栏目",
            "Columns in trouble",
            "上次访问未得到文章的栏目，及当时所遇。",
            "Columns that yielded no article at the last visit, with what was met there.",
            (
                Column("name", "站点", "site"),
                Column("label", "栏目", "column"),
                Column("state", "状态", "state"),
                Column("detail", "所见", "what was seen"),
                Column("visited", "上次访问", "last visit"),
                Column("url", "网址", "URL", "link"),
            ),
            f"""select sites.name, label, columns.state, detail, columns.last_crawled, url
            from columns join sites on sites.key = columns.site
            where columns.last_crawled is not null and columns.state not in ('candidate', 'confirmed') and {IN_SCOPE}
            order by sites.key, label, url""",  # noqa: S608
            trouble,
        ),
        Exhibit(
            "not_taken",
            "没有收录的网页",
            "Pages not taken",
            "整个语料库，不分年份和地区：不收的与反诈无关，或属招聘、采购之类；未取到的因网络、robots.txt 或拦截。",
            "Of the whole corpus: dropped as off-topic, or refused by network, robots.txt or a wall.",
            (
                Column("outcome", "结果", "outcome"),
                Column("reason", "原因", "reason"),
                Column("pages", "网页", "pages", "number"),
            ),
            "select outcome, reason, count(*) from rejections group by 1, 2 order by 3 desc, 1, 2",
            reasons,
        ),
        Exhibit(
            "shortfalls",
            "最近一次运行的未完成之处",
            "What the newest runs did not get",
            "照运行记录原样。",
            "As the runs recorded it.",
            (Column("command", "命令", "command"), Column("problem", "未完成之处", "shortfall")),
            """select command, value from crawls, json_each(coalesce(problems, '[]'))
            where crawls.id in (select max(id) from crawls group by command) order by crawls.id desc, key""",
        ),
    ),
)
