"""Find the times that a text names, and what each does: govern the figures that follow, or be their base."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta

from crawler.items import Period
from pipelines.figures.dates import (
    DAY,
    HAN,
    MONTH,
    NAMED_YEAR,
    POINT,
    YEAR,
    iso,
    number,
    part_of,
    relative,
    resolve,
    year_of,
)

DASH = "(?:至|到|-|—|~|～|–|－)"
MENTION = re.compile(
    rf"(?P<before>截至|截止到?|自从|自|从|(?<![不得找达])到|至|由|针对|较|比|与|和|对比|同)?"
    rf"(?:(?:(?P<y1>{YEAR}) ?)?(?P<m1>{MONTH})(?={DASH}(?:1[0-2]|[1-9]|{HAN}{{1,2}})月)|"
    rf"(?P<first>{POINT})|(?P<day>(?<![0-9.月]){DAY}日)|"
    rf"(?P<dots>(?<![0-9.])[0-9]{{1,2}}\.[0-9]{{1,2}}[-—至][0-9]{{1,2}}\.[0-9]{{1,2}}(?![0-9.%]))|"
    r"(?P<word>上上周|上周|本周|上个?月|本月|当月|前月|上季度?|昨[日天]|今[日天]|当[日天]|"
    r"去年同[期月]|上年同期|前年同期|[前上]一年(?:同期)?|同期|"
    r"近[日期]|日前|前期|连日来|近年来|[0-9一二三四五六七八九十]{1,2}年来|截至目前|"
    r"截止目前|到现在|迄今|目前|至今|(?<![前上])一周|该案))"
    rf"(?:(?P<dash>{DASH})(?P<last>{POINT}|{DAY}日|今日|目前|"
    rf"现在))?(?P<same>同[期月])?(?P<since>以来|至今|起(?!诉|获|底|案)|启动|开始|到现在|"
    rf"至目前)?"
)
SENTENCE = re.compile("[。\n]")
LONGEST_CLAUSE = 40
SINCE = re.compile("以来")
CLAUSE_START = re.compile("[,，。;；:：!！?？\n]")
REPORTED = re.compile(
    "[^,，。;；\n]{0,14}?(?:电(?![诈信话])|讯|消息|介绍|通报|公布|发布|举行|召开|称|表示|"
    "获悉|开会|披露|宣布|了解到)"
)
CAMPAIGN = re.compile(
    "(?:^|(?<=[。\n]))(?:(?P<topic>[^,，。;；:：\n0-9]{2,8}方面[,，]?|累计)|[^,，。;；:：\n0-9]{0,12}?"
    "(?P<name>(?:[“「][^”」\n]{1,15}[”」](?:(?:专项)?(?:行动|战役)中?期?间?|中|期间)|"
    "[^,，。;；\n“”0-9]{2,12}专?项?行动中?期?间?))(?=[,，]))"
)
RAW = "近日 近期 日前 前期 连日来 近年来 截至目前 截止目前 目前 迄今 一周 该案 至今 到现在 同期"
RAW_WORDS = frozenset(RAW.split())
COMPARED = frozenset(
    ("去年同期", "去年同月", "上年同期", "前年同期", "上周", "上上周", "前月", "同期", "上年")
)


@dataclass(frozen=True)
class Mention:
    """A time named at `start`..`end`: its period, and what it does: govern, be a base, date the telling."""

    start: int
    end: int
    period: Period
    role: str  # main | base | told | compared
    text: str


class Clock:
    """What is known of time as a text is read: the day of publication, the year and the period last named."""

    def __init__(self, published: str | None) -> None:
        self.today = date.fromisoformat(published[:10]) if published else None
        self.year: int | None = None
        self.last = Period()

    def period(self, match: re.Match[str]) -> Period:
        """Return the period of a match of MENTION, raw where it cannot be resolved."""
        raw = Period(raw=match[0])
        if match["word"]:
            return self.of_word(match) or raw
        if match["dots"]:
            first, last = re.split("[-—至]", match["dots"])
            ends = [
                resolve("{}月{}日".format(*point.split(".")), self.today, self.year)
                for point in (first, last)
            ]
            return Period(iso(ends[0][0]), iso(ends[1][1])) if all(ends) else raw
        if match["day"]:
            return raw if self.today is None else self.of_day(match, raw)
        point = match["first"] or (match["y1"] or "") + match["m1"] + "月"
        if match["same"] and NAMED_YEAR.fullmatch(point):
            year, known = year_of(point, self.today), self.last.start or self.last.end
            return self.shifted(year - int(known[:4])) if year and known else raw
        found = resolve(point, self.today, self.year if not NAMED_YEAR.match(point) else None)
        if found is None:
            return raw
        start, end = found
        if match["last"]:
            return self.of_range(match, start, point) or raw
        year = year_of(point, self.today)
        open_year = self.today and point in ("今年", "本年") and not match["same"]
        if match["since"]:
            return Period(iso(start or end), None)
        if match["before"] in ("截至", "截止", "截止到") or (
            match["before"] in ("到", "至") and not NAMED_YEAR.fullmatch(point)
        ):
            begun = self.last.start if self.last.end is None or match["before"] in "到至" else None
            return Period(begun if begun and (end is None or begun <= iso(end)) else None, iso(end))
        if year is not None:
            self.year = year
        return Period(iso(start), None if open_year else iso(end))

    def shifted(self, years: int) -> Period:
        """Return the period last named, moved by some years."""
        days = [
            day and f"{int(day[:4]) + years}{day[4:]}".replace("-02-29", "-02-28")
            for day in (self.last.start, self.last.end)
        ]
        return Period(*days)

    def of_word(self, match: re.Match[str]) -> Period | None:
        """Return the period of a relative word."""
        word = match["word"]
        if word.endswith(("同期", "同月", "一年")) and word not in RAW_WORDS - {"同期"}:
            years = -2 if word.startswith("前年") else -1
            return self.shifted(years) if self.last.start or self.last.end else None
        if word in ("本周", "一周") and self.last.start and self.last.end:
            first, last = (date.fromisoformat(day) for day in (self.last.start, self.last.end))
            if first < last <= first + timedelta(days=9):
                return self.last  # the week of a bulletin that gives its dates first
        found = relative(word, self.today)
        return Period(iso(found[0]), iso(found[1])) if found else None

    def of_day(self, match: re.Match[str], raw: Period) -> Period:
        """Return a day of the month of publication, or of the month before."""
        try:
            day = self.today.replace(day=number(match["day"][:-1]))
        except ValueError:
            return raw
        return Period(iso(day), iso(day)) if day <= self.today else raw

    def of_range(self, match: re.Match[str], start: date | None, point: str) -> Period | None:
        """Return the period from a first to a last point."""
        if match["last"] in ("今日", "目前", "现在"):
            return Period(iso(start), None)
        last = match["last"]
        year = start.year if start else self.year
        if re.fullmatch(f"{DAY}日", last):
            months = re.match(rf"({MONTH})月", part_of(point))
            last = f"{months[1]}月{last}" if months else last
        found = resolve(last, self.today, year)
        if found is None or not start or (found[1] and found[1] < start):
            return None
        return Period(iso(start), iso(found[1]))


def role_of(match: re.Match[str], text: str) -> str:
    """Tell what a mention does: `main` governs the figures that follow it."""
    word = match["word"] or ""
    before = text[max(0, match.start() - 1) : match.start()]
    if (
        match["before"] in ("较", "比", "与", "和", "对比", "同", "针对")
        or before in ("较", "比", "与", "是")
        or text[max(0, match.start() - 2) : match.start()] in ("高于", "低于", "多于", "少于")
        or (re.match("的?相比|的[0-9一二三四五六七八九.十]+倍|比", text[match.end() : match.end() + 8]))
    ):
        return "base"
    daily = (
        match["day"]
        or (word and word[-1] in "日天" and word not in RAW_WORDS)
        or (match["first"] or "").endswith(("日", "号"))
    )
    if daily and REPORTED.match(text, match.end()) and not match["last"]:
        return "told"
    if word in COMPARED or match["same"]:
        return "compared"
    return "main"


def mentions(text: str, published: str | None) -> list[Mention]:
    """Return the times that a folded text names, in order."""
    clock = Clock(published)
    found: list[Mention] = []
    for match in MENTION.finditer(text):
        if match["m1"] and not match["last"]:
            continue
        if match["first"] and match["first"] in ("初", "底", "全年") and not match["before"]:
            continue
        role = role_of(match, text)
        year = clock.year
        period = clock.period(match)
        if role == "main":
            clock.last = period
        elif role == "told":
            clock.year = year
            if clock.today is None and period.start:
                clock.today = date.fromisoformat(period.start)
        else:
            clock.year = year
        found.append(Mention(match.start(), match.end(), period, role, match[0]))
    return with_campaigns(text, found)


def with_campaigns(text: str, found: list[Mention]) -> list[Mention]:
    """Add what only its name dates: 专项行动部署以来; a date inside such a clause belongs to the name."""
    ends = {mention.end for mention in found}
    clauses: list[Mention] = []
    for match in SINCE.finditer(text):
        marks = [
            mark.end()
            for mark in CLAUSE_START.finditer(text, max(0, match.start() - LONGEST_CLAUSE), match.start())
        ]
        if match.end() in ends or not (marks or match.start() < LONGEST_CLAUSE):
            continue
        start = marks[-1] if marks else 0
        clauses.append(
            Mention(
                start, match.end(), Period(raw=text[start : match.end()]), "main", text[start : match.end()]
            )
        )
    starts = [clause.start for clause in clauses]
    kept = [mention for mention in found if not inside(mention.start, starts, clauses)] + clauses
    sentences = [0, *(match.end() for match in SENTENCE.finditer(text))]
    dated = {
        sentences[bisect_right(sentences, mention.start) - 1] for mention in kept if mention.role == "main"
    }
    for match in CAMPAIGN.finditer(text):
        if match["topic"]:
            kept.append(Mention(match.start(), match.end(), Period(), "main", ""))
        elif sentences[bisect_right(sentences, match.start()) - 1] not in dated:
            kept.append(
                Mention(match.start("name"), match.end(), Period(raw=match["name"]), "main", match["name"])
            )
    return sorted(kept, key=lambda mention: mention.start)


def inside(at: int, starts: list[int], clauses: list[Mention]) -> bool:
    """Tell whether an offset lies within one of the clauses, which are in order."""
    index = bisect_right(starts, at) - 1
    return index >= 0 and at < clauses[index].end
