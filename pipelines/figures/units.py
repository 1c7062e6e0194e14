"""The words of units, currencies and hedges that stand around a number."""

import re
from decimal import Decimal

# Kind of unit, code (None: the publisher's currency), the words.
UNITS = (
    ("case", "case", "起 宗 件 件次 起次 宗次 单"),
    ("person", "person", "人 名 位 人份"),
    ("person_time", "person_time", "人次 名次 人次数"),
    ("money", None, "元 元钱 块 块钱 圆 元整"),
    ("money", "CNY", "元人民币 人民币 元(人民币)"),
    ("money", "HKD", "港元 港币 元港币 元港元 港纸"),
    ("money", "TWD", "新台币 台币 元新台币 元台币"),
    ("money", "MOP", "澳门元 澳门币 元澳门币 葡币"),
    ("money", "SGD", "新元 新加坡元 新币 坡币 元新币"),
    ("money", "USD", "美元 美金"),
    ("money", "?", "欧元 日元 英镑 泰铢 韩元 韩币 林吉特 令吉 澳元 加元 卢比 比索 泰达币 枚泰达币 USDT"),
    ("percent", "percent", "% ﹪ 个百分点 百分点 成 倍 个点"),
    (
        "count",
        "count",
        (
            "个 次 条 张 部 台 套 台套 台件 辆 家 场 场次 处 枚 款 户 笔 条次 个次 张次 通 批次 "
            "户次 家次 次数 架 团 门 则 对"
        ),
    ),
    ("thing", "count", "份 项 种 篇 期 组 支 艘 箱 所 座 间 颗 幅 册 本 班次 株 批 封 类 栋 幢 余份"),
    ("tonne", "tonne", "吨 公斤 千克 克 kg 公吨"),
)
KIND_OF = {word: (kind, code) for kind, code, words in UNITS for word in words.split()}
TONNES = {
    "吨": 1,
    "公吨": 1,
    "公斤": Decimal("0.001"),
    "千克": Decimal("0.001"),
    "kg": Decimal("0.001"),
    "克": Decimal("0.000001"),
}
UNIT = "|".join(sorted(map(re.escape, KIND_OF), key=len, reverse=True))
# 12案45人: cases where people follow.
CASES = "案(?=[0-9一二三四五六七八九十百]+余?[人名])"
# 拘捕9男4女: people where both are counted.
SEXES = "男(?=[0-9一二三四五六七八九十]{1,3}女)|女(?=[0-9一二三四五六七八九十]{1,3}男)|(?<=[0-9一二三四五六七八九十])[男女]"
# People counted without a classifier: 6万余群众.
PEOPLE = re.compile(
    "(?:[诈涉]?[^,，、。;；:：0-9\\n]{0,4})(群众|市民|人员|用户|居民|师生|学生|嫌疑人|"
    "嫌犯|儿童|村民|网民|观众|粉丝|受害人|事主)"
)
# Not counts: dates, times, ages, measures.
NOT_UNIT = "个?(?:多|余)?(?:万分点|千分点|月|小时|钟头|星期|工作日|省|市辖|国家|国|部门|单位|环节|方面|字|市州)|单(?:[大小]额)?(?:任务|返利)|年|岁|[a-zA-Z]{2}"
SIGNS = {
    "HK$": "HKD",
    "NT$": "TWD",
    "S$": "SGD",
    "US$": "USD",
    "MOP$": "MOP",
    "$": None,
    "¥": "CNY",
    "￥": "CNY",
    "新台币": "TWD",
    "人民币": "CNY",
    "港币": "HKD",
    "澳门元": "MOP",
    "美元": "USD",
    "港元": "HKD",
    "台币": "TWD",
}
SIGN = re.compile("(?:" + "|".join(sorted(map(re.escape, SIGNS), key=len, reverse=True)) + ") ?$")

BEFORE = (
    ("nearly", "将近 接近 近 逼近 不到 不足 临近 未及"),
    ("about", "约 大约 约为 约合 大概 约莫 上"),
    ("at_least", "至少 最少 最低 不少于 不低于"),
    ("over", "超过 超 逾 突破 过 超出 高于 愈"),
    ("up_to", "最高 最多 至多 最高达 最多达"),
)
AFTER = (
    ("about", "左右 上下"),
    ("at_least", "以上 及以上"),
    ("below", "以下 以内 及以下 不等"),
    ("over", "有余 余 多"),
)
BEFORE_OF = {word: name for name, words in BEFORE for word in words.split()}
AFTER_OF = {word: name for name, words in AFTER for word in words.split()}
HEDGE_BEFORE = re.compile("(" + "|".join(sorted(BEFORE_OF, key=len, reverse=True)) + ") ?$")
ENDS_BEFORE = frozenset(" " + "".join(word[-1] for word in (*SIGNS, *BEFORE_OF)))  # looked at before the rest
HEDGE_AFTER = re.compile("(" + "|".join(sorted(AFTER_OF, key=len, reverse=True)) + ")(?!出)")
BEGINS_AFTER = frozenset(word[0] for word in AFTER_OF)
FRACTION = re.compile("(百|千|万|十万|[二三四五六七八九十])分之$")
SHORT_FRACTION = re.compile("(?<![0-9一二三四五六七八九十])([三四五])分$")  # 四分一, as Hong Kong writes
FRACTION_UNIT = {
    "百": ("percent", 1),
    "千": ("per_10000", 10),
    "万": ("per_10000", 1),
    "十万": ("per_100k", 1),
}
HALF = re.compile(
    "(?:一半|半数|过半(?!(?<=超过半)数)数?|半(?<=[近逾]半)(?![年月个小天数价公径夜]))(?P<after>以上|左右)?"
)
TENTHS = re.compile("半|([一二两三四五六七八九1-9])(?![0-9万千百十件宗起人名])")
RANGE = re.compile(" ?(?:至|到|-|~|—|~|～|–) ?")
WINDOW = 8  # characters before a numeral in which its hedges and signs stand
