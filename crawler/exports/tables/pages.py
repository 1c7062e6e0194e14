"""The tables mirrors and sources: which pages are copies of which, and which sites they were found on."""

from crawler.exports.table import NOTICE_ID, PROVINCE, Column, Table

MIRRORS = Table(
    "mirrors",
    "副本",
    "One row a page that is a copy: another page speaks for its notice.",
    (
        Column("page_id", "integer", "页面编号", "本语料库内的编号", "number within this corpus"),
        NOTICE_ID,
        Column("url", "string", "副本网址", "", "the copy"),
        Column("host", "string", "副本主机", "", "host of the copy"),
        Column("site", "string", "副本站点", "见 sources 表", "site of the registry; see the table sources"),
        Column("title", "string", "副本标题", "", "headline of the copy"),
        Column("published", "string", "副本发布时间", "副本自己所写", "as the copy states it"),
        Column("transforms", "list", "改动", "traditional 转繁体，pinyin 加注音，spam 插入垃圾文字 …", "what the mirror did: traditional, pinyin, spam …"),
        Column("names_original", "string", "自称原文", "副本自己给出的原文网址", "what the copy itself names as its original"),
        Column("original", "string", "代表页网址", "该通告的代表页", "page that speaks for the notice"),
        Column("original_host", "string", "代表页主机", "", "its host"),
        Column("original_published", "string", "代表页发布时间", "", "publish date of that page"),
        Column("first_seen", "string", "首次抓取", "UTC", "first crawled, UTC"),
    ),
    """select copy.id, copy.notice_id, copy.url, copy.host, copy.site, copy.title, copy.published, copy.transforms,
        copy.original_url, speaking.url, speaking.host, speaking.published, copy.first_seen
    from pages as copy join speaking on speaking.notice_id = copy.notice_id where copy.id <> speaking.id
    order by copy.notice_id, copy.id""",
    key=("page_id",),
)  # fmt: skip

SOURCES = Table(
    "sources",
    "来源站点",
    "One row a site of the registry, or a host that files were loaded from; with a filter, those of the chosen notices.",
    (
        Column("site", "string", "站点", "主机名[/路径]", "host[/path]"),
        Column("name", "string", "名称", "", "name of the publisher"),
        Column("kind", "string", "类别", "police 公安，procuratorate 检察，court 法院，politics_law 政法委，media 媒体，mirror 转载 …", "police, procuratorate, court, politics_law, media, mirror …"),
        Column("level", "string", "级别", "national 全国，province 省，city 市，county 县，media 媒体，mirror 转载", "national, province, city, county, media or mirror"),
        PROVINCE,
        Column("region_code", "string", "区划代码", "GB/T 2260 六位代码", "GB/T 2260"),
        Column("state", "string", "状态", "candidate 待确认，confirmed 已确认；其余为未能抓取的原因；空：不在站点表", "candidate, confirmed, or why it could not be crawled; empty: not in the registry"),
        Column("columns", "integer", "栏目数", "站点表中的栏目", "lists of the site in the registry"),
        Column("pages", "integer", "页面数", "收录的页面", "pages in the corpus", "page"),
        Column("notices", "integer", "通告数", "这些页面所属的通告", "notices that these pages carry", "notice"),
        Column("last_crawled", "string", "最近抓取", "UTC；空：从未抓取", "last crawled, UTC; empty: never"),
    ),
    """with found as (
        select coalesce(pages.site, pages.host) as key, count(*) as pages, count(distinct notice_id) as notices
        from pages where notice_id in (select notice_id from chosen) group by 1),
    known as (select key from found union select key from sites
        where (select count(*) from chosen) = (select count(*) from notices where page_id is not null))
    select known.key, sites.name, sites.kind, sites.level, coalesce(sites.province, regions.name), region_code, state,
        (select count(*) from columns where columns.site = known.key), coalesce(found.pages, 0),
        coalesce(found.notices, 0), last_crawled
    from known left join sites on sites.key = known.key left join found on found.key = known.key
    left join regions on regions.code = substr(region_code, 1, 2) || '0000'
    order by known.key""",
    key=("site",),
    of_notice=False,
)  # fmt: skip
