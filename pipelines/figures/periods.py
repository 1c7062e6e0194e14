"""Find the times that a text names, and what each does: govern the figures that follow, or be their base."""

import re
from collections.abc import Iterator

from crawler.items import Period
from pipelines.figures.campaigns import with_campaigns
from pipelines.figures.clock import RAW_WORDS, Clock
from pipelines.figures.dates import (
    DAY,
    HAN,
    MONTH,
    NEAR,
    POINT,
    YEAR,
)
from pipelines.figures.last_year import of_its_own, told_year
from pipelines.figures.mention import Mention

DASH = "(?:至|到|-|—|~|～|–|－)"
# Where a mention can begin, by its first two characters, a number by what follows it: the rest is tried only there.
FIRST = "今去前本上下全第首次头年初底当昨近过日连迄目该春元国中端清五两寒暑假节一二三四五六七八九十"
SECOND = f"0-9{FIRST}截同至止从半个季月天周期旦庆秋午明案〇零○现末到—~～–－-"
AFTER_DIGIT = (
    "(?<![0-9][0-9])(?=[0-9]?[月日季至到—~～–－-]|[0-9]{0,3}年|[0-9]{3}[:：诈骗电、及和与至到—~-]|"
    r"[0-9]?\.[0-9]{1,2}[-—至])|(?=[0-9]?年来|季)"
)
BEGINS = re.compile(
    f"[0-9{FIRST}截自从到至由针较比与和对同](?:(?<=[0-9])(?:{AFTER_DIGIT})|(?<![0-9])(?=[{SECOND}])|(?<=[对针])(?=[比对])|(?<=[初底]))"
)
MENTION = re.compile(
    rf"(?P<before>截至|截止到?|自从|自|从|(?<![不得找达])到|至|由|针对|较|(?<![同环])比|与|和|对比|同)?"
    rf"(?:(?:(?P<y1>{YEAR}) ?)?(?P<m1>{MONTH})(?={DASH}(?:1[0-2]|[1-9]|{HAN}{{1,2}})月)|"
    rf"(?P<first>{POINT})|(?P<day>(?<![0-9.月连续期时历]){DAY}日(?![内间]))|"
    rf"(?P<dots>(?<![0-9.])[0-9]{{1,2}}\.[0-9]{{1,2}}[-—至][0-9]{{1,2}}\.[0-9]{{1,2}}(?![0-9.%]))|"
    rf"(?P<near>(?:上个?月|本月|当月){DAY}[日号](?:{DASH}(?:本月|当月)?{DAY}[日号])?)|"
    r"(?P<word>上上周|[上前]一周(?!期)|上周|本周|上个?月|本月|当月|前月|上季度?|昨[日天]|今[日天]|当[日天]|"
    r"去年同[期月]|上年同期|前年同期|[前上]一年(?:同期)?|同期|"
    r"(?:春节|元旦|国庆|中秋|端午|清明|五一|两节|寒假|暑假|暑期|假日|节日)(?:假日|假期)?期间|"
    r"近(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,2})年来?|过去(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,2})(?:年|个?月|周|个?星期)|"
    r"近[日期]|日前|前期|连日来|近年来|[0-9一二三四五六七八九十]{1,2}年来|截至目前|"
    r"截止目前|到现在|迄今|目前|至今|(?<![前上])一周|该案))"
    rf"(?:(?P<dash>{DASH})(?P<last>{POINT}|{DAY}日|今日|目前|"
    rf"现在))?(?P<same>同[期月])?(?P<since>以来|至今|起(?!诉|获|底|案)|启动|开始|到现在|"
    rf"至目前)?"
)
COMPARES = re.compile("的?相比|的[0-9一二三四五六七八九.十]{1,7}倍|比")
# 同期破获案件412起 speaks of the time just told; (同期900起) and 同期仅900起 give the old value of a comparison.
SAME_TIME = re.compile(
    "(?<![较比与和同于史])同期[,，]?(?=[^0-9一二三四五六七八九十百千数近约超,，。;；为是仅只有的相])"
)
BESIDE = re.compile("[较比与和于占][^,，。;；:：!！?？\n]*$|[年月日季周]$")
CLAUSE = 16  # characters
# 创今年新高: no time of what follows.
RECORD = re.compile("(?:以来)?的?(?:新[高低]|最[高低多少]|首[次度])")
REPORTS = re.compile("通报|数据|统计|情况|成效|成绩|报告|总结|白皮书|战果|警情|发案|案件|罪案|骗案|起诉|破获")
SO_FAR = frozenset("截至目前 截止目前 目前 至今 迄今 到现在".split())
LISTED = re.compile("(?:[年月]|20[0-9]{2})$")  # 2022年和2023年: no comparison
SENTENCE = re.compile("[。\n]")
# 针对2024年10月后出现的手法: what follows is of no time that is told.
OUTBREAK = re.compile("[以之]?后|(?:[以之]?后)?(?:出现|冒出)")
# 今年5月,缅方将我方前期通报的4名…: within a clause such a word is of the clause alone.
VAGUE = re.compile("近|过去|日前|前期|连日来")
OPENS = re.compile("(?:^|[,，。;；:：!！?？\n“（(]|[于在])$")
LEAD = 150  # characters in which a dateline stands
REPORTED = re.compile(
    "[^,，。;；\n]{0,14}?(?:电(?![诈信话])|讯|消息|介绍|通报|公布|发布|举行|召开|称|表示|"
    "获悉|开会|披露|宣布|了解到)|[,，][^,，。;；\n]{0,14}?(?:通报|公布|获悉|消息|讯|介绍|召开[^,，。]{0,10}会)(?!的)"
)
BASES = frozenset(("较", "比", "与", "和", "对比", "同", "针对"))
COMPARED = frozenset(
    (
        "去年同期",
        "去年同月",
        "上年同期",
        "前年同期",
        "上周",
        "上一周",
        "前一周",
        "上上周",
        "前月",
        "同期",
        "上年",
    )
)


def role_of(match: re.Match[str], text: str) -> str:
    """Tell what a mention does: `main` governs the figures that follow it."""
    start, end = match.span()
    joint, word, near, first, last = match.group("before", "word", "near", "first", "last")
    two = text[start - 2 : start] if start > 1 else text[:start]
    listed = joint in ("与", "和") and LISTED.search(text, max(0, start - 4), start)
    if not listed and (
        joint in BASES
        or two[-1:] in ("较", "比", "与")
        or (two[-1:] == "是" and two not in ("这是", "那是"))
        or two in ("高于", "低于", "多于", "少于")
        or COMPARES.match(text, end)
    ):
        return "base"
    daily = (
        match["day"]
        or (near and not NEAR.fullmatch(near)["last"])
        or (word and word[-1] in "日天" and word not in RAW_WORDS)
        or (first and first[-1] in "日号")
    )
    if daily and not last and REPORTED.match(text, end):
        return "told"
    return "compared" if word in COMPARED or match["same"] else "main"


def named(text: str) -> Iterator[re.Match[str]]:
    """Yield the matches of MENTION, left to right, none overlapping."""
    at = 0
    while begins := BEGINS.search(text, at):
        match = MENTION.match(text, begins.start())
        at = match.end() if match else begins.end()
        if match:
            yield match


def mentions(text: str, published: str | None, year: int | None = None) -> list[Mention]:
    """Return the times that a folded text names, in order; without a day a month is of `year`."""
    clock = Clock(published)
    clock.year = None if published else year
    told = None if published else told_year(text)
    found: list[Mention] = []
    for match in named(text):
        start, end = match.span()
        before, word, first, month, last = match.group("before", "word", "first", "m1", "last")
        if (month and not last) or (first in ("初", "底", "全年") and not before):
            if first == "全年" and (ended := clock.ended()) and OPENS.search(text, max(0, start - 1), start):
                found.append(Mention(start, end, ended, "main", match[0]))
            continue
        if word == "同期" and SAME_TIME.match(text, start) and not beside(text, start):
            found.append(Mention(start, end, clock.last, "main", match[0]))
            continue
        if before == "针对" and OUTBREAK.match(text, end):
            found.append(Mention(start, end, Period(), "main", ""))
            continue
        if (text[start - 1 : start] in ("创", "为") or match[0].endswith("年来")) and RECORD.match(text, end):
            continue
        if word and VAGUE.match(word) and passing(text, start, found):
            continue
        if word == "同期" and text.endswith("占", 0, start):
            continue  # 占同期全部案件的9.7%
        if word in SO_FAR and found and goes_on(text, found[-1], start):
            continue  # 今年截至目前
        role = role_of(match, text)
        year = clock.year
        own = told and role == "main" and of_its_own(text, told, start, end)
        period = clock.period(match, told if own else None)
        if role == "main":
            if found and until(found[-1], period) and not SENTENCE.search(text, found[-1].end, start):
                period = Period(period.start, found[-1].period.end)
            clock.last = period
        elif role == "told":
            clock.year = year
            if period.start and (clock.today is None or start < LEAD):
                clock.tell(period.start)
        else:
            clock.year = year
        found.append(Mention(start, end, period, role, match[0]))
    return with_campaigns(text, found)


def goes_on(text: str, before: Mention, at: int) -> bool:
    """Tell whether a time follows right behind an open one: 今年以来，截至目前."""
    open_time = before.role == "main" and before.period.start and before.period.end is None
    return bool(open_time) and at - before.end <= 1 and text[before.end : at] in ("", ",", "，")


def beside(text: str, at: int) -> bool:
    """Tell whether the clause in front of an offset compares: 比全省同期."""
    return BESIDE.search(text, max(0, at - CLAUSE), at) is not None


def until(before: Mention, period: Period) -> bool:
    """Tell whether the end told just before is that of an open period: 截至11月20日,今年已破案."""
    end = before.period.end
    if before.role != "main" or before.period.start or not end:
        return False
    return period.end is None and period.start is not None and period.start <= end


def passing(text: str, at: int, found: list[Mention]) -> bool:
    """Tell whether a vague time stands within a clause of a sentence that has named a day or month before."""
    if OPENS.search(text, max(0, at - 1), at) or not found or not found[-1].period.start:
        return False
    return at - found[-1].end < LEAD and SENTENCE.search(text, found[-1].end, at) is None


def headline_time(title: str, published: str | None) -> Mention | None:
    """Return the one time that the headline of a report names, None of other headlines."""
    if not REPORTS.search(title):
        return None
    times = [mention for mention in mentions(title, published) if mention.role == "main"]
    return times[0] if len(times) == 1 and times[0].period.start else None
