"""The table statistics: one row a figure a notice reports, with its words."""

from crawler.exports.table import (
    CITY,
    COUNTY,
    NOTICE_ID,
    PROVINCE,
    PUBLISHED,
    QUOTE,
    REGION_CODE,
    SOURCE,
    TITLE,
    URL,
    Column,
    Table,
)

METRIC = Column("metric", "string", "指标代码", "见指标", "what is counted, as a code")
METRIC_ZH = Column("metric_zh", "string", "指标", "指标的中文名", "its Chinese name")
METRIC_EN = Column("metric_en", "string", "指标英文名", "指标的英文名", "its English name")
UNIT = Column(
    "unit", "string", "单位",
    "case 起，person 人，person_time 人次，count 个，CNY 元，percent %，per_10000 ‱，tonne 吨；HKD TWD MOP SGD USD 币种",
    "case, person, person_time, count, CNY, percent, per_10000, per_100k, tonne or a currency",
)  # fmt: skip
QUALIFIER = Column(
    "qualifier", "string", "限定",
    "exact 确数，over 余/超，nearly 近，about 约，at_least 至少，up_to 最多", "exact, over, nearly, about, at_least or up_to",
)  # fmt: skip

STATISTICS = Table(
    "statistics",
    "统计数字（长表）",
    "One row a figure, once a notice, in base units and with the words that state it.",
    (
        Column("statistic_id", "integer", "数字编号", "本语料库内的编号", "number within this corpus"),
        NOTICE_ID,
        METRIC,
        METRIC_ZH,
        METRIC_EN,
        Column("other_code", "string", "其他指标", "指标为 other 时所指的事物", "what is counted where the metric is other"),
        Column("label", "string", "所数之事", "原文的动词和宾语", "verb and object as written"),
        Column("value", "number", "数值", "基本单位的数值：元、起、人；百分比为 0–100；空：只说了变化", "in base units; percent 0-100; empty where only a change is told"),
        Column("value_max", "number", "数值上限", "原文为区间时的上限", "upper end, where a range is told"),
        UNIT,
        QUALIFIER,
        Column("change_basis", "string", "比较基准", "yoy 同比，mom 环比，vs_period 与所述时期比", "yoy, mom or vs_period"),
        Column("change_direction", "string", "变化方向", "up 升，down 降，flat 平", "up, down or flat"),
        Column("change_percent", "number", "变化百分比", "原文所写，方向见变化方向", "as written; the direction has its own column", "percent"),
        Column("change_factor", "number", "倍数", "", "multiple"),
        Column("change_factor_kind", "string", "倍数含义", "increase_by 增加几倍，ratio_to 是几倍", "increase_by or ratio_to"),
        Column("change_abs", "number", "变化量", "单位与数值相同", "in the unit of the value"),
        Column("change_percentage_points", "number", "变化百分点", "", "percentage points"),
        Column("change_from_value", "number", "原数值", "由此数变为本数", "value before, in the unit of the value"),
        Column("change_qualifier", "string", "变化限定", "代码同限定", "codes as in qualifier"),
        Column("change2", "string", "另一比较", "JSON，字段同上", "a second comparison, as JSON"),
        Column("period_start", "date", "时期起", "含当日；空：未写明", "first day, inclusive; empty: not stated"),
        Column("period_end", "date", "时期止", "含当日；空：至今或未写明", "last day, inclusive; empty: open or not stated"),
        Column("period_raw", "string", "时期原文", "无法换算为日期的说法", "words that no date can be worked out from"),
        Column("place", "string", "地点", "原文所写，如全市", "as written, such as 全市"),
        Column("place_code", "string", "地点区划代码", "由地点和发布机关所在地确定，000000 为全国；空：无法确定", "region of the place, seen from the issuer's; 000000 is the country; empty: not certain"),
        Column("scam_type", "string", "诈骗类型代码", "只统计该类型时", "where it counts one kind of fraud only"),
        Column("population", "string", "人群", "只统计该人群时，原文", "where it counts one group of people, as written"),
        Column("is_subset", "boolean", "其中数", "已述数字的一部分，不可相加", "part of a figure told before: leave out of sums"),
        Column("is_case", "boolean", "个案数", "某一案件或某一人的数字，不是汇总", "of one case or person, no total"),
        Column("is_baseline", "boolean", "基期数", "比较所用的旧数字", "old value of a comparison"),
        Column("in_title", "boolean", "仅见标题", "只见于标题，常为约数", "told by the title only, often rounded: leave out of sums"),
        Column("per", "string", "平均", "day 日均，month 月均，case 案均", "a mean by day, month or case"),
        QUOTE,
        Column("context", "string", "上下文", "原文前后约三十字", "some thirty characters around the words"),
        Column("excerpt_of", "integer", "摘自通告", "该数字所在通告摘引的通告编号，求和时应去掉", "notice that this one quotes: leave out of sums"),
        TITLE,
        PUBLISHED,
        SOURCE,
        REGION_CODE,
        PROVINCE,
        CITY,
        COUNTY,
        URL,
    ),
    """select s.id, s.notice_id, s.metric, metrics.zh, metrics.en, s.other_code, s.label, s.value, s.value_max, s.unit,
        s.qualifier, s.change_basis, s.change_direction, s.change_percent, s.change_factor, s.change_factor_kind,
        s.change_abs, s.change_percentage_points, s.change_from_value, s.change_qualifier, s.change2,
        s.period_start, s.period_end, s.period_raw, s.place, place_code(s.place, speaking.region_code), s.scam_type,
        s.population, s.is_subset, s.is_case, s.is_baseline, s.in_title, s.per, s.quote, s.context, s.excerpt_of,
        speaking.title, speaking.published, speaking.source, speaking.region_code, province, city, county, speaking.url
    from notice_statistics as s join speaking on speaking.id = s.page_id
    join chosen_metrics on chosen_metrics.code = s.metric join metrics on metrics.code = s.metric
    order by s.id""",
    key=("statistic_id",),
)  # fmt: skip
