"""Amounts that a victim handed over, read from one sentence."""

import re
from dataclasses import dataclass
from decimal import Decimal

from crawler.dates import han_number
from pipelines.figures.numerals import Numeral, numerals

CURRENCIES = (  # unit behind the number, ISO 4217 code; plain 元 is that of the place
    (re.compile(r"港元|港币|港纸"), "HKD"),
    (re.compile(r"新台币|台币"), "TWD"),
    (re.compile(r"澳门元|澳门币|葡币"), "MOP"),
    (re.compile(r"美元|美金"), "USD"),
    (re.compile(r"新加坡元|新币|新元|坡币"), "SGD"),
    (re.compile(r"令吉|马币"), "MYR"),
    (re.compile(r"欧元"), "EUR"),
    (re.compile(r"人民币"), "CNY"),
    (re.compile(r"元|块"), ""),
)
SIGNS = (
    ("HK$", "HKD"),
    ("NT$", "TWD"),
    ("US$", "USD"),
    ("S$", "SGD"),
    ("MOP$", "MOP"),
    ("人民币", "CNY"),
    ("港币", "HKD"),
    ("台币", "TWD"),
    ("澳门币", "MOP"),
    ("葡币", "MOP"),
)
# What stands in every sum of money: a number in front of a currency, or 万 or 亿, which need none.
MONEY = re.compile(
    r"[万亿0-9零〇○一二两三四五六七八九十廿卅百千](?:(?<=[万亿])|[余多几]*\s*[元块港新台澳葡美坡令马欧人])"
)
MARK_AFTER = re.compile(r"[余多几]?\s*")
# 22万 without a unit is money only in front of a stop or of a word that goes on with money.
NO_UNIT = re.compile(
    r"[余多]?(?:$|[,，。;；、!！)）”」\s]|左右|全部|转|汇|打|给|后|的?(?:保证金|本金|资金|存款|现金|积蓄))"
)

TAKEN = re.compile(
    r"(?:骗走|骗去|骗取|骗得|骗了|被骗|被诈|被盗刷|被转走|被卷走|卷走|诈取|诈走|损失|亏损|受骗|骗(?!资金|局|子|术|案|徒|团伙|分子|犯罪|集团|网站|手段))"
)
PAID = re.compile(
    r"(?:转账|转帐|转去|转了|转出|转入|转走|转给|转|汇款|汇出|汇入|汇去|汇了|汇|支付|付款|付了|付|充值|充了|缴纳|缴了|交纳|交了|交|打款|打入|打了|投入|打赏|"
    r"投资了?|存入|刷|过数|存)"
)
TAKEN_BEHIND = re.compile(
    r"(?:[^,，。;；、]{0,6})(?:被骗|被[^,，。;；、]{0,5}转走|被盗|打了水漂|不翼而飞|血本无归|被卷走)"
)
PAID_BEHIND = re.compile(
    r"(?:现金|存款|积蓄|巨款|本金|货款)?[,，]?(?:全部|都|又|再|并|先后|陆续|分[一-鿿]次)?(?:转[出入账帐给到至进走]|汇[出入给到往]|打[入给到进]|存[入进到]|"
    r"交给|交予|付给|交付|寄给|寄往|面交)"
)
# The words between cue and amount may name the account, the means or the victim, no other sum.
REACH = 22
CLAUSE = 60

NOT_LOST = re.compile(
    r"险些|险遭|差点|避免|免遭|免受|挽[损回]|追回|追缴|返还|退还|发还|归还|交还|预警|劝阻|最高|最低|止付|冻结|拦截|保住|守住|涉案|未被?骗|阻止|成功劝|欲|准备|打算|正要|正准备|被骗资金|返利|返现|获利|盈利|收益|赚|提现|到账|收到|取现(?!金)|提成"
)
DEMANDED = re.compile(
    r"请(?!假)|(?<!主)要(?!求)|要求|需|须|让|称|提出|承诺|如果|声称|告知|可以|能够?|只要|再|以[^,，]{0,6}为由要"
)
OBEYED = re.compile(
    r"(?:按照?|依照?|根据|听从|遵照)[^,，]{0,10}(?:要求|指示|提示|引导|指引)|在[^,，]{0,10}(?:要求|诱导|引导)下|(?:分|先后|陆续|多次|[两三四五六七八九十\d]+次)"
)
# What a later sentence says of a payment that was only demanded before.
PAID_SINCE = re.compile(
    r"(?:转账|转帐|汇款|付款|支付|打款|充值|转款|操作|[转付交汇打充存]了[^,，。]{0,10})(?:成功|完成)?(?:[后之]|,|，)[^。]{0,24}?(?:被骗|受骗|上当|骗局|拉黑|失联|联系不上)|"
    r"(?:照做|照办)"
)
TOTAL = re.compile(r"(?:共计?|合计|累计|总计|总共|总额|前后|先后|陆续)[^,，。]{0,10}$")
# 分两次各转账5万: what one payment came to, so many times.
EACH = re.compile(
    r"(?P<times>[两二三四五六七八九十]|\d{1,2})[次笔][^。]{0,10}?(?:各|每[次笔]|均)[^,，。]{0,10}$"
)
AGAIN = re.compile(r"(?:又|再次|再度|第二次)[^,，。]{0,14}$")
# A clause that goes on counting what the clause before it named.
CARRIED_ON = re.compile(r"^(?:其中)?(?:共|合计|累计|总计|总共|总额|金额|分别|约|近|达|逾|高达|人民币|\d|$)")
BOUND = re.compile(r"以[上下内]|至|[-—~]")
# Figures of a year or a campaign, not of one victim.
OF_MANY = re.compile(
    r"%|百分之|倍(?<=[\d一二三四五六七八九十]倍)|同比|环比|年同期|按年|下降|上升|案均|平均|全年|以来|立案|以上的?(?:案|诈)|当中[^,，]{0,2}[过逾]半|其中[^,，]{0,2}[过逾]半|由[^,，。]{0,10}元?至|"
    r"受害[人者][^,，。]{0,4}[\d一二三四五六七八九十百]+[名人]|事主[^,，。]{0,4}[\d一二三四五六七八九十百]+[名人]|各类|不等|月(?<=[\d一二三四五六七八九十]月)[至-]"
)
COUNTED = re.compile(
    r"[\d二三四五六七八九十百千万余多数几两]\s*[余多]?(?:起|宗|件|名?(?:群众|受害人|被害人|事主|受害者|老人|学生|市民|顾客|客户))(?![诉初因床到])"
)


@dataclass(frozen=True)
class Loss:
    """An amount handed over, in `currency` (ISO 4217, None for the money of the place); offsets in the text."""

    value: int | float
    currency: str | None
    start: int
    end: int
    taken: bool  # 骗走, 损失: what the swindlers got; else a payment
    total: bool  # 共, 合计
    rough: bool  # 余, 多, 近
    again: bool = False  # 又转: a payment of its own, even if it is as large as the one before
    demanded: bool = False  # asked for; handed over only if a later sentence says so


def money_unit(folded: str, number: Numeral) -> tuple[str | None, int] | None:
    """Return currency (None for plain 元) and end of the amount at `number`, or None if it is no money."""
    at = MARK_AFTER.match(folded, number.end).end()
    units = ((code, match.end()) for pattern, code in CURRENCIES if (match := pattern.match(folded, at)))
    code, end = next(units, ("", number.end))
    if end == number.end and not (number.scaled and NO_UNIT.match(folded, number.end)):
        return None
    before = folded[max(0, number.start - 4) : number.start].rstrip()
    return next((iso for sign, iso in SIGNS if before.endswith(sign)), code) or None, end


def plain_number(value: Decimal) -> int | float:
    """Return an int where the amount is whole, else a float."""
    return int(value) if value == value.to_integral_value() else float(value)


def read_loss(folded: str, start: int, number: Numeral) -> Loss | None:
    """Return the amount at `number` if the words from `start` on, of the same sentence, say it was handed over."""
    unit = money_unit(folded, number)
    if unit is None or BOUND.match(folded, unit[1]) or number.value <= 0:
        return None
    before, behind = folded[max(start, number.start - REACH) : number.start], folded[unit[1] : unit[1] + 14]
    clause = re.split("[,，]", folded[start : number.start])[-1]
    if not CARRIED_ON.search(clause):
        before = before[-len(clause) :] if clause else ""
    cues = [
        (match.end(), pattern is TAKEN) for pattern in (TAKEN, PAID) for match in pattern.finditer(before)
    ]
    if TAKEN_BEHIND.match(behind):
        taken = True
    elif PAID_BEHIND.match(behind):
        taken = False
    elif cues:
        taken = max(cues)[1]
    else:
        return None
    if NOT_LOST.search(clause):
        return None
    demanded = bool(not taken and DEMANDED.search(clause) and not OBEYED.search(clause))
    rough = number.over or bool(re.search(r"[近约逾超]$", before))
    each = EACH.search(folded, start, number.start)
    times = han_number(each["times"].replace("两", "二")) if each else 1
    return Loss(
        plain_number(number.value * times),
        unit[0],
        number.start,
        unit[1],
        taken,
        bool(TOTAL.search(before)),
        rough,
        bool(AGAIN.search(clause)),
        demanded,
    )


def losses(folded: str, start: int, end: int) -> list[Loss]:
    """Return the amounts handed over in the sentence `folded[start:end]`; none in one that counts many cases."""
    sentence = folded[start:end]
    if not MONEY.search(sentence) or OF_MANY.search(sentence) or COUNTED.search(sentence):
        return []
    found = []
    for number in numerals(sentence):
        number.start, number.end = number.start + start, number.end + start
        if not (number.high or number.bare):
            found.append(read_loss(folded, max(start, number.start - CLAUSE), number))
    return [loss for loss in found if loss]
