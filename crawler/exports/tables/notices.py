"""The table notices: one row a notice, told by the page that speaks for it."""

from crawler.exports.table import (
    CITY,
    COUNTY,
    NOTICE_ID,
    PROVINCE,
    PUBLISHED,
    REGION_CODE,
    SOURCE,
    TITLE,
    URL,
    Column,
    Table,
)

NOTICES = Table(
    "notices",
    "通告",
    "One row a notice, told by the page that speaks for it: the official original, else the least altered copy.",
    (
        NOTICE_ID,
        TITLE,
        PUBLISHED,
        Column("published_date", "date", "发布日期", "发布时间的日期部分", "day of publication"),
        Column(
            "published_from", "string", "日期出处",
            "header 页首，signoff 落款，meta 元数据，url 网址，original_url 原文网址，body 正文，list 列表页",
            "where the date was read: header, signoff, meta, url, original_url, body or list",
        ),
        SOURCE,
        Column(
            "source_kind", "string", "来源类别",
            "official 机关，police_account 警方账号，agency 通讯社，newspaper 报纸，portal 网站，unknown 不明",
            "official, police_account, agency, newspaper, portal or unknown",
        ),
        Column("issuer", "string", "发布机关", "署名或标题中的机关", "authority that signs or is named in the title"),
        Column("issuer_name", "string", "机关全称", "地区明确时补全，否则照原文", "in full where the region settles it, else as written"),
        REGION_CODE,
        PROVINCE,
        CITY,
        COUNTY,
        Column("doc_type", "string", "文种代码", "见文种", "kind of document, as a code"),
        Column("doc_type_zh", "string", "文种", "文种代码的中文名", "Chinese name of the kind of document"),
        Column("scam_types", "list", "诈骗类型代码", "文中提到的诈骗类型", "kinds of fraud told of, as codes"),
        Column("scam_types_zh", "list", "诈骗类型", "诈骗类型的中文名，次序相同", "their Chinese names, in the same order"),
        Column("campaigns", "list", "专项行动", "文中提到的专项行动", "campaigns named"),
        Column("copies", "integer", "副本数", "收录的页面数，含代表页", "pages that carry the notice, this one included", "page"),
        URL,
        Column("original_url", "string", "自称原文", "页面自己给出的原文网址", "what the page itself names as its original"),
        Column("site", "string", "站点", "见 sources 表", "site of the registry; see the table sources"),
        Column("host", "string", "主机", "网址的主机名", "host of the URL"),
        Column("script", "string", "文字", "hans 简体，hant 繁体，latin 拉丁字母", "hans, hant or latin"),
        Column(
            "body_kind", "string", "正文形式",
            "text 文字，image 图片，video 视频，attachment 附件，empty 无", "text, image, video, attachment or empty",
        ),
        Column(
            "transforms", "list", "改动", "转载者的改动：traditional 转繁体，pinyin 加注音，spam 插入垃圾文字 …",
            "what a mirror did to the text: traditional, pinyin, spam …",
        ),
        Column("flags", "list", "存疑", "页面自相矛盾之处", "what casts doubt on the page, such as dates_disagree"),
        Column("relayed_by_media", "boolean", "媒体转述", "由媒体转述，非机关原文", "told by a medium, not by the authority"),
        Column("first_seen", "string", "首次抓取", "UTC", "first crawled, UTC"),
        Column("last_changed", "string", "最近改动", "抓取到页面内容改动的时间，UTC", "last seen to have changed, UTC"),
        Column("text", "string", "正文", "去除导航与插入内容后的正文，一段一行", "main text as published, one paragraph a line"),
    ),
    """select notice_id, title, published, substr(published, 1, 10), published_from, source, source_kind, issuer,
        issuer_name, region_code, province, city, county, doc_type, doc_types.zh,
        (select json_group_array(scam_type) from
            (select scam_type from page_scam_types where page_id = speaking.id order by scam_type)),
        (select json_group_array(zh) from (select zh from page_scam_types
            join scam_types on code = scam_type where page_id = speaking.id order by scam_type)),
        (select json_group_array(campaign) from
            (select campaign from page_campaigns where page_id = speaking.id order by campaign)),
        copies, url, original_url, site, host, script, body_kind, transforms, flags, relayed_by_media, first_seen,
        last_changed, text
    from speaking left join doc_types on doc_types.code = doc_type order by notice_id""",
    key=("notice_id",),
)  # fmt: skip
