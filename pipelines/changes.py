"""Read how figures changed: 同比上升87%, 较去年同期多80宗, 是2016年的5.6倍, 由13起增至302起, 持平."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from crawler.items import Change
from pipelines.clauses import borders
from pipelines.quantities import Quantity

UP = (
    "上升 增长 增加 上涨 提升 提高 飙升 激增 攀升 上扬 回升 增多 升幅 增幅 涨幅 增升 猛增 剧增 大增 微增 急增 升高 急升 微升 净增 暴增 暴涨 "
    "增至 升至 增到 升到 飙至 上升至 增加至 上升到 升 增 涨 多 高 飙 飚"
).split()
DOWN = (
    "下降 减少 降低 下跌 跌幅 降幅 减幅 回落 下滑 缩减 锐减 骤降 大降 微跌 急跌 微降 大跌 大减 降至 减至 跌至 降到 减到 下降至 减少至 下降到 "
    "降 跌 减 少 低"
).split()
FLAT = "持平 相若 不变 相当".split()
DIRECTION_OF = {**dict.fromkeys(UP, "up"), **dict.fromkeys(DOWN, "down"), **dict.fromkeys(FLAT, "flat")}
DIRECTION = re.compile(
    "(?<![许至最不多更大新追添])(?:"
    + "|".join(sorted(set(DIRECTION_OF) - set("多少高低"), key=len, reverse=True))
    + ")|(?<![许至最不多更大新追添])[多少高低](?![达于年次名个人起种家元额速]|发[^0-9])|翻(?:了)?(?P<fold>[一两二三四])?番"
)
FILL = re.compile("(?:了|分别|发|破|抓|立|幅度?|更|达到?|又|均|再|为|逾|近|约|则|高|大|跌|升|降|:|：| )*")
TO = re.compile("(?:了|到|至|为|约|近| )*(?:到|至|为)(?:了|约|近| |(?:19|20)[0-9]{2}年|二[〇零○][一二三四五六七八九〇零○]{2}年|今年|去年|的)*")
FROM = re.compile("[由从][^,，。;；\n]{0,12}$")
LATER = re.compile("的?(?:升幅|增幅|降幅|跌幅|涨幅|减幅)|的(?:增长|上升|下降|减少)")
LIST = re.compile("(?:、|和|及|与|以及|,|，|;|；)(?:分别)?(?:上升|下降|增长|增加|减少|增|升|降|跌|减)?")
RATIO = re.compile("(?:是|为|达|相当于)(?P<base>[^,，。;；\n0-9]{0,12}|[^,，。;；\n]{0,4}(?:19|20)[0-9]{2}年[^,，。;；\n]{0,4})的$")
YEAR_ON_YEAR = "同比|按年|年增|年减|[较比与和同](?:大?前年)|[较比与和同于]?(?:去年|上年|前一年|上一年)(?:同期|同月|同日)?|年升|年跌"
MONTH_ON_MONTH = "环比|按月|按季|按周|[较比与和](?:上月|上周|上个月|上一?季度?|前月|上上周|上一周|前一周|上个?周期)"
NAMED = "[较比与和](?P<year>(?:19|20)[0-9]{2})年?(?P<rest>[^,，。;；\n%]{0,6}?同期|全年)?"
OTHER = "[较比与和](?P<other>[^,，。;；\n0-9%较比]{1,14}?(?:前|期间|时期|同期|之前))"
BASIS = re.compile(f"(?P<yoy>{YEAR_ON_YEAR})|(?P<mom>{MONTH_ON_MONTH})|{NAMED}|{OTHER}")
NO_CHANGE = re.compile("的?(?:损失|发案|被骗|资金|负担|警力|群众)")  # 减少300万元损失 is no change of a figure
WINDOW = 80  # characters before a change in which its subject and base stand
FACTORS = {None: 1, "一": 1, "两": 3, "二": 3, "三": 7, "四": 15}


@dataclass(frozen=True)
class Move:
    """One change as told: `text[start:end]`; `amounts` are the indices of its quantities, `to` of the new value."""

    start: int  # where its direction, or the list it stands for, starts
    end: int
    subject_end: int  # before basis and filler: what the change is about ends here
    direction: str
    basis: str | None
    amounts: tuple[int, ...] = ()
    to: int | None = None
    from_: int | None = None
    factor: Decimal | None = None
    ratio: bool = False
    also: int | None = None  # a percentage in brackets after a difference: 少1,759宗(6.2%)
    share_all: bool = False  # 均, 都: all figures of the sentence


def basis_of(match: re.Match[str], year: int | None) -> str:
    """Return the kind of base a match of BASIS names; `year` is the one the figures are of."""
    if match["yoy"]:
        return "yoy"
    if match["mom"]:
        return "mom"
    if match["year"]:
        return "yoy" if year is None or int(match["year"]) == year - 1 else "vs_period"
    return "vs_period"


def last_basis(text: str, start: int, end: int, year: int | None) -> tuple[str | None, int | None]:
    """Return the last base named in a stretch of text, and where its words start."""
    found = None
    for found in BASIS.finditer(text, start, end):  # noqa: B007 - the last one counts
        pass
    return (basis_of(found, year), found.start()) if found else (None, None)


def moves(text: str, found: Sequence[Quantity], year_at: dict[int, int | None]) -> list[Move]:
    """Return the changes of a folded text; `year_at` maps offsets of quantities to the year governing there."""
    result: list[Move] = []
    taken: set[int] = set()
    index = 0
    sentence = 0
    marks = borders(text)
    mark = 0
    for match in DIRECTION.finditer(text):
        while mark < len(marks) and marks[mark] <= match.start():
            sentence = marks[mark]
            mark += 1
        while index < len(found) and found[index].start < match.start():
            index += 1
        if result and match.start() < result[-1].end:
            continue
        begin = max(sentence, found[index - 1].end if index else 0, match.start() - WINDOW)
        move = read_move(text, match, found, index, begin, sentence, year_at.get(index), taken)
        if move:
            result.append(move)
            taken.update(move.amounts)
            if move.also is not None:
                taken.add(move.also)
    for number, quantity in enumerate(found):
        if number in taken or not quantity.is_factor:
            continue
        ratio = RATIO.search(text, max(0, quantity.start - 24), quantity.start)
        if ratio:
            basis, _ = last_basis(text, ratio.start(), quantity.start, year_at.get(number))
            if basis is None and ratio["base"]:
                years = re.search("(?:19|20)[0-9]{2}", ratio["base"])
                basis = "yoy" if years and year_at.get(number) == int(years[0]) + 1 else "vs_period"
            result.append(Move(ratio.start(), quantity.end, ratio.start(), "up", basis, (number,), ratio=True))
    return sorted(result, key=lambda move: move.start)


def read_move(
    text: str, match: re.Match[str], found: Sequence[Quantity], index: int, begin: int, sentence: int, year: int | None,
    taken: set[int],
) -> Move | None:
    """Return the change whose word of direction is `match`, None where that word tells no change."""
    word = match[0]
    basis, at = last_basis(text, begin, match.start(), year)
    subject_end = match.start()
    if re.search("占[^,，]*$", text[begin:subject_end]):
        return None
    bracketed = index and text[begin : begin + 1] in ")）"
    if basis is None and (bracketed or index):
        opened = text.rfind("(", sentence, begin) if bracketed else -1
        opened = max(opened, text.rfind("（", sentence, begin)) if bracketed else opened
        if opened > 0:
            basis, at = last_basis(text, max(sentence, opened - 14), opened, year)
    share_all = bool(re.search("均|都|双双|全部", text[max(begin, match.start() - 4) : match.start()]))
    if word.startswith("翻"):
        return Move(match.start(), match.end(), subject_end, "up", basis, factor=Decimal(FACTORS[match["fold"]]), share_all=share_all)
    direction = DIRECTION_OF[word]
    if direction == "flat":
        return Move(match.start(), match.end(), subject_end, "flat", basis) if basis or re.search("基本$", text[:match.start()][-2:]) else None
    if index >= len(found):
        return None
    quantity = found[index]
    gap = text[match.end() : quantity.start] if quantity.start - match.end() < 12 else "\n"
    if index and index - 1 not in taken and LATER.match(text, found[index - 1].end) and found[index - 1].kind == "percent" and (
        match.start() <= found[index - 1].end + 2
    ):
        before = found[index - 1]
        basis, _ = last_basis(text, max(sentence, found[index - 2].end if index > 1 else sentence), before.start, year)
        return Move(before.start, match.end(), before.start, direction, basis, (index - 1,))
    if TO.fullmatch("至" * (word[-1] in "至到") + gap):
        if index and index - 1 not in taken and quantity.kind == found[index - 1].kind and begin > sentence and (
            FROM.search(text, max(sentence, found[index - 1].start - 13), found[index - 1].start)
        ):
            return Move(match.start(), quantity.start, subject_end, direction, basis, (), to=index, from_=index - 1)
        return None
    if not FILL.fullmatch(gap) or quantity.kind in ("tonne",) or (len(word) == 1 and gap.startswith(":")):
        return None
    if quantity.kind != "percent" and NO_CHANGE.match(text, quantity.end):
        return None
    amounts = [index]
    while amounts[-1] + 1 < len(found):
        following = found[amounts[-1] + 1]
        between = text[found[amounts[-1]].end : following.start]
        if len(between) > 6 or not LIST.fullmatch(between) or not same_size(quantity, following, apart="分别" in text[begin : match.start()]):
            break
        if between[0] in ",，;；" and "分别" not in text[begin : match.start()]:
            break
        amounts.append(amounts[-1] + 1)
    end = found[amounts[-1]].end
    to = None
    if text[end : end + 1] in ("至", "到") and (amounts[-1] + 1 >= len(found) or not TO.fullmatch(text[end : found[amounts[-1] + 1].start])):
        return None
    if amounts[-1] + 1 < len(found) and TO.fullmatch(text[end : found[amounts[-1] + 1].start] or "-"):
        to = amounts[-1] + 1
    also, old = None, None
    if to is not None and index and index - 1 not in taken and FROM.search(
        text, max(sentence, found[index - 1].start - 13), found[index - 1].start
    ):
        old = index - 1
    if to is None and amounts[-1] + 1 < len(found) and text[end : end + 1] in ("(", "（"):
        following = found[amounts[-1] + 1]
        if following.start == end + 1 and following.kind == "percent" and text[following.end : following.end + 1] in (")", "）"):
            also, end = amounts[-1] + 1, following.end + 1
    return Move(match.start(), end, subject_end, direction, basis, tuple(amounts), to=to, from_=old, also=also, share_all=share_all)


def same_size(first: Quantity, second: Quantity, *, apart: bool) -> bool:
    """Tell whether two quantities may be given out by one verb: 上升25%、30%, with 分别 also 上升25%、2.3倍."""
    if first.kind != second.kind:
        return not {first.kind, second.kind} - {"case", "person", "money"}  # 增加1,200件、12亿元
    return first.word == second.word or (apart and first.kind == "percent")


def amount(change: Change, quantity: Quantity, *, rate: bool) -> Change:
    """Write the size of a change into `change`; of a rate (破案率) percents are percentage points."""
    number = plain(quantity.value)
    if quantity.is_factor:
        change.factor = number
        change.factor_kind = "increase_by"
    elif quantity.is_points or (rate and quantity.kind == "percent" and quantity.word == "%"):
        change.percentage_points = number
    elif quantity.kind == "percent":
        change.percent = number
    else:
        change.abs = number
    if quantity.qualifier != "exact":
        change.qualifier = quantity.qualifier
    return change


def plain(value: Decimal) -> int | float:
    """Return an exact integer where the value is whole, else the nearest float."""
    return int(value) if value == value.to_integral_value() else float(value)
