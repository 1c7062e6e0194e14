"""By province, or by city where one province is chosen."""

from crawler.report.exhibit import Column, Exhibit, Section
from crawler.report.specs import bars

NAMED = """with counted as (select substr(region_code, 1, :width) as part, count(*) as figures from figures
        where :year is null or substr(period_end, 1, 4) = :year group by 1)
    select regions.name, count(*), sum(copies - 1), count(distinct coalesce(site, host)), coalesce(counted.figures, 0),
        max(substr(published, 1, 10))
    from told left join counted on part = substr(told.region_code, 1, :width) join regions on regions.code = substr(substr(told.region_code, 1, :width) || '0000', 1, 6)
    group by regions.code order by 2 desc, regions.code"""
PLACES = Section(
    "places",
    "各地",
    "By province",
    (
        Exhibit(
            "notices_by_place",
            "各地机关的通告",
            "Notices by the region of their issuer",
            "按发布机关所在地计；所在地不明的不在内。多少取决于收录了哪些站点，不是各地案件的多少。",
            "By where the issuer is; notices of unknown issuers are left out. The count tells which sites were "
            "collected, not where fraud is frequent.",
            (
                Column("region", "地区", "region"),
                Column("notices", "通告", "notices", "number"),
                Column("copies", "副本", "copies", "number"),
                Column("sites", "站点", "sites", "number"),
                Column("figures", "统计数字", "figures", "number"),
                Column("newest", "最新通告", "newest notice"),
            ),
            NAMED,
            draw=lambda rows: bars(rows, "region", "notices"),
        ),
    ),
)
