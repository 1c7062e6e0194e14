"""Read how figures changed: 同比上升87%, 较去年同期多80宗, 是2016年的5.6倍, 由13起增至302起, 持平."""

import re
from dataclasses import dataclass
from decimal import Decimal

from pipelines.kinds.alternatives import by_first_character

UP = (
    "上升 多出 成长 增长 增加 上涨 提升 提高 飙升 激增 攀升 上扬 回升 增多 升幅 增幅 涨幅 增升 "
    "猛增 剧增 大增 微增 急增 升高 急升 微升 净增 暴增 暴涨 "
    "增至 升至 增到 升到 飙至 上升至 增加至 上升到 升 增 涨 多 高 飙 飚"
)
DOWN = (
    "下降 减少 降低 下跌 跌幅 降幅 减幅 回落 下滑 缩减 锐减 骤降 大降 微跌 急跌 微降 "
    "大跌 大减 降至 减至 跌至 降到 减到 下降至 减少至 下降到 "
    "降 跌 减 少 低"
)
FLAT = "持平 相若 不变 相当"
DIRECTION_OF = {
    word: name for name, words in (("up", UP), ("down", DOWN), ("flat", FLAT)) for word in words.split()
}
DIRECTION_OF |= {"+": "up", "-": "down", "↑": "up", "▲": "up", "↓": "down", "▼": "down"}
NO_VERB = "(?<![许至最不多更大新追添])"
LONGER = sorted(set(DIRECTION_OF) - set("多少高低+-↑▲↓▼"), key=len, reverse=True)
DIRECTION = by_first_character(
    (
        f"{NO_VERB}(?:{'|'.join(LONGER)})",
        f"{NO_VERB}[多少高低](?![达于年次名个人起种家元额速]|发[^0-9])",
        "翻(?:了)?(?P<fold>[一两二三四])?番",
        r"[:为 ](?<=[同环]比[:为 ])[+-](?=[0-9])|[+\-](?<=[同环]比[+-])(?=[0-9])",
        r"[+\-](?<=[案失数获额率情][+-])(?=[0-9.]+%)",
        "[↑↓▲▼](?= ?[0-9])|[↑↓▲▼](?<=[%点0-9][↑↓▲▼])",
    )
)
FILL = re.compile(
    "(?:了|分别|拦截|破获|侦破|抓获|劝阻|发生|接报|接警|立案|发案|止付|返还|起诉|"
    "发|破|抓|立|幅度?|更|达到?|又|均|再|为|逾|近|约|则|高|大|跌|升|降|:|：| )*"
)
TO = re.compile(
    "(?:了|到|至|为|约|近| )*(?:到|至|为)(?:了|约|近| |(?:19|20)[0-9]{2}年|"
    "二[〇零○][一二三四五六七八九〇零○]{2}年|今年|去年|目前|现在|[日月年]均|的)*"
)
FROM = re.compile("[由从][^,，。;；\n]{0,12}$")
LATER = re.compile("[↑↓▲▼]|的?(?:升幅|增幅|降幅|跌幅|涨幅|减幅)|的(?:增长|上升|下降|减少)")
LIST = re.compile("(?:、|和|及|与|以及|,|，|;|；)(?:分别)?(?:上升|下降|增长|增加|减少|增|升|降|跌|减)?")
RATIO = re.compile(
    "(?:是|为|达|相当于)(?P<base>[^,，。;；\n0-9]{0,12}|[^,，。;；\n]{0,4}(?:19|"
    "20)[0-9]{2}年[^,，。;；\n]{0,4})的$"
)
YEAR_ON_YEAR = (
    "同比|按年|年增|年减|[较比与和同](?:大?前年)|[较比与和同于]?(?:去年|上年|前一年|"
    "上一年)(?:同期|同月|同日|(?!上半年|下半年|全年|第?[一二三四]季|[0-9一二三四五六七八九十]{1,2}月))|年升|年跌"
)
MONTH_ON_MONTH = (
    "环比|按月|按季|按周|[较比与和](?:上[个一]?周期|上月|上周|上个月|上一?季度?|前月|上上周|上一周|前一周)"
)
NAMED = "[较比与和](?P<year>(?:19|20)[0-9]{2}|1[01][0-9](?=年))年?(?P<rest>[^,，。;；\n%]{0,6}?同期|全年)?"
OTHER = "[较比与和](?P<other>[^,，。;；\n0-9%较比]{1,14}?(?:前|期间|时期|同期|之前))"
BASIS = re.compile(f"(?P<yoy>{YEAR_ON_YEAR})|(?P<mom>{MONTH_ON_MONTH})|{NAMED}|{OTHER}")
# 减少300万元损失 is no change of a figure.
NO_CHANGE = re.compile("的?(?:损失|发案|被骗|资金|负担|警力|群众)")
WINDOW = 80  # characters before a change in which its subject and base stand
PEAK = re.compile("的?(?:峰值|高峰|最高)")  # 较2020年峰值下降
FACTORS = {None: 1, "一": 1, "两": 3, "二": 3, "三": 7, "四": 15}


@dataclass(slots=True)  # not frozen: made for every change of a text
class Move:
    """One change as told; `amounts` are the indices of its quantities, `to` that of the new value."""

    start: int  # what the change is about ends here
    end: int
    direction: str
    basis: str | None = None
    amounts: tuple[int, ...] = ()
    to: int | None = None
    from_: int | None = None
    factor: Decimal | None = None
    ratio: bool = False
    also: int | None = None  # a percentage in brackets after a difference: 少1,759宗(6.2%)
    share_all: bool = False  # 均, 都: all figures of the sentence
    turns: tuple[str, ...] = ()  # the direction of each amount, where they differ: 分别上升3%、下降4%

    def direction_of(self, position: int) -> str:
        """Return the direction of one of the amounts."""
        return self.turns[position] if self.turns else self.direction


def basis_of(match: re.Match[str], year: int | None) -> str:
    """Return the kind of base a match of BASIS names; `year` is the one the figures are of."""
    if match["yoy"]:
        return "yoy"
    if match["mom"]:
        return "mom"
    if match["year"] and not PEAK.match(match.string, match.end()):
        named = int(match["year"]) + (1911 if len(match["year"]) == len("113") else 0)
        return "yoy" if year is not None and named == year - 1 else "vs_period"
    return "vs_period"


def last_base(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the last base named in a stretch of text."""
    return max(BASIS.finditer(text, start, end), key=lambda match: match.start(), default=None)
