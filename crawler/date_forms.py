"""How Chinese pages write a date: one pattern a form, for `crawler.dates` to read."""

import re
from dataclasses import dataclass

# What a typesetter may put for a character, one for one so that offsets hold.
VARIANTS = str.maketrans(
    "０１２３４５６７８９：∶︰﹕／－–—．○◯ＯОΟ國時點號週\u3000\xa0\u200b",
    "0123456789::::/---.〇〇OOO国时点号周   ",
)
# Few texts hold one of them, and to look is cheaper than to translate.
VARIANT = re.compile(f"[{''.join(map(chr, VARIANTS))}]")

HAN = "一二三四五六七八九"
ZERO = "〇零Oo0"
YEAR = rf"(?P<year>(?:19|20)\d\d|[一二] ?[九{ZERO}] ?[{ZERO}{HAN}] ?[{ZERO}{HAN}])"
REIGN = rf"民国 ?(?P<roc>元|\d{{1,3}}|[{HAN}十百{ZERO}]{{1,5}})"
MONTH = rf"(?P<month>\d{{1,2}}|元|[{HAN}十]{{1,2}})"
DAY = rf"(?P<day>\d{{1,2}}|[{HAN}十廿卅]{{1,3}})"
WEEKDAY = r"(?:\s{0,2}[(（]?(?:星期|周|礼拜)[一二三四五六日天][)）]?)?"
TIME = (
    rf"{WEEKDAY}(?:[\sT,，|]{{0,3}}(?P<half>上午|下午|早上|中午|晚上|晚|凌晨)?\s?(?P<hour>[01]?\d|2[0-3])\s?[:时点]\s?"
    r"(?P<minute>[0-5]\d)(?!\d)(?::[0-5]\d|分)?"
    # 08:10-09:30 is a span: an offset needs the seconds before it
    r"(?:(?<=:\d\d:\d\d)(?:\.\d{1,9})?(?P<zone>Z|[+-](?:0\d|1[0-4]):?[0-5]\d)(?!\d)|(?P<utc>Z)(?![A-Za-z]))?"
    r"(?P<pm>\s?[Pp][Mm])?)?"
)
NOT_DIGIT_BEFORE = rf"(?<![\d{HAN}{ZERO}])"
ENGLISH_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)

FULL_YEAR = rf"(?=[民12一二])(?<!\d)(?:{REIGN}|{NOT_DIGIT_BEFORE}{YEAR}) ?年"
CE = r"(?P<year>(?:19|20)\d\d)"


@dataclass(frozen=True)
class Form:
    """A way to write a date; `marks` finds what stands in every such date and in few texts, and is quick."""

    marks: re.Pattern[str]
    pattern: re.Pattern[str]


def form(marks: str, pattern: str, flags: int = 0) -> Form:
    """Return a row of FORMS."""
    return Form(re.compile(marks), re.compile(pattern, flags))


# In order of trust: a span is read by the first form that takes it, and lost if that form cannot read it.
# A day has to stand whole: `2031年3月日` is damage, no month.
FORMS = (
    form(r"年", rf"{FULL_YEAR} ?{MONTH} ?月 ?{DAY} ?[日号]{TIME}"),
    form(
        r"19\d\d ?[-/.]|20\d\d ?[-/.]",
        rf"(?<![\d.]){CE} ?(?P<sep>[-/.]) ?(?P<month>\d\d?) ?(?P=sep) ?"
        rf"(?P<day>\d\d(?=\d\d:\d\d)|\d\d?(?!\d|[-/.]\d)){TIME}",
    ),
    form(r"/", rf"(?<![\d./]){CE}\s+(?P<month>\d\d)/(?P<day>\d\d)(?![\d/]){TIME}"),
    form(r"/", rf"(?<![\d./])(?P<month>\d\d?)/(?P<day>\d\d?)\s+{CE}(?![\d./-]){TIME}"),
    form(r"\.19|\.20", rf"(?<![\d.])(?P<day>\d\d?)\.(?P<month>\d\d?)\.{CE}(?!\.?\d){TIME}"),
    form(
        r"[-/](?:19|20)",
        rf"(?<![\d/-])(?P<first>\d\d?)(?P<sep>[/-])(?P<second>\d\d?)(?P=sep){CE}(?![\d/-]){TIME}",
    ),
    form(
        r"[A-Za-z]{3}",
        rf"(?<![A-Za-z\d])(?P<english>(?:\d\d? ?{ENGLISH_MONTH},? ?|{ENGLISH_MONTH} ?\d\d?,? )(?:19|20)\d\d)"
        rf"(?!\d){TIME}",
        re.IGNORECASE,
    ),
    form(r"年", rf"{FULL_YEAR} ?{MONTH} ?月(?! ?[\d日号])"),
    form(r"[今去前]年", rf"(?P<ago>[今去前]年) ?{MONTH} ?月(?: ?{DAY} ?[日号]{TIME}|(?! ?[\d日号]))"),
    form(r"月", rf"(?<![\d年{HAN}十])(?<!年 ){MONTH} ?月 ?{DAY} ?[日号]{TIME}"),
    form(r"年", rf"{FULL_YEAR}(?! ?[\d{HAN}十元]{{0,3}} ?月)"),
    form(
        r"[今昨前噚寻琴]",
        r"(?P<relative>[今昨][日天晚晨早]|前[日天]|[噚寻琴]日)(?:\s?[(（](?P<told>\d\d?)日?[)）])?"
        r"|(?P<inner>[今昨])[(（](?P<inside>\d\d?)[)）]日",
    ),
    form(r"[天日]前", r"(?<!\d)(?P<days_ago>\d{1,3}) ?[天日]前"),
    form(
        r"上",
        r"上(?:个)?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])(?:\s?[(（](?P<told>\d\d?)日?[)）])?",
    ),
    form(r"[本上]个?月", r"(?P<month_ago>[本上])个?月 ?(?P<inside>\d\d?) ?[日号]"),
)
# What stands in any of these: 上 and 前 only with what must follow.
ANY_MARK = re.compile(r"年|月|19|20|今|昨|前[日天]|噚|寻|琴|天前|日前|上个?(?:周|星|礼)")
# Forms too weak to be looked for inside a text: the whole string has to be one.
WHOLE = (
    re.compile(rf"(?P<month>\d\d?)[-/](?P<day>\d\d?){TIME}"),
    re.compile(r"(?P<lone>\d\d?) ?日"),
    re.compile(rf"(?P<day>\d\d?)[\s/]+{CE}[-/.年](?P<month>\d\d?)月?"),
    re.compile(rf"{CE}[-/.年](?P<month>\d\d?)月?[\s/]+(?P<day>\d\d?)日?"),
    re.compile(rf"{CE}[-/.](?P<month>\d\d?)"),
    re.compile(rf"{CE}(?P<month>\d\d)(?P<day>\d\d)"),
)
SHORT_YEARS = {  # how a year of two or three digits counts
    "ce": form(
        r"\d[-/.]",
        rf"(?<![\d./-])(?P<short>\d\d)(?P<sep>[-/.])(?P<month>\d\d?)(?P=sep)(?P<day>\d\d?)(?![\d./-]){TIME}",
    ),
    "roc": form(
        r"[-/.年]",
        rf"(?<![\d./-])(?P<roc>\d{{2,3}})(?:(?P<sep>[-/.])(?P<month>\d\d?)(?P=sep)(?P<day>\d\d?)(?![\d./-])"
        rf"| ?年 ?(?P<month2>\d\d?) ?月 ?(?P<day2>\d\d?) ?日){TIME}",
    ),
}
