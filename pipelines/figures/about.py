"""Tell what a figure is about beyond its metric: the kind of scam, the people, whether it is part of another."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from pipelines.figures.findings import Draft, Reading
from pipelines.kinds.alternatives import by_first_character
from pipelines.kinds.scam_types import scam_types

LONGEST = 60  # characters of a clause that are read
DIGIT = "0123456789一二三四五六七八九十"
AGE = f"[{DIGIT}][{DIGIT}]{{0,2}}(?:(?:周?岁)?[至到~～—-][{DIGIT}]{{1,3}})?周?岁(?:及?以[上下])?"
GROUPS = (
    "老年人 老年群体 老人 中老年人 长者 退休人员 退休人士 女性 男性 妇女 大学生 在校大学生 高校学生 学生 在校学生 学生群体 未成年人 "
    "青少年 青年 年轻人 儿童 企业财务人员 财务人员 财会人员 务工人员 无业人员 个体经营者 企业职工 公职人员 教师 "
    "全职妈妈 宝妈 外籍人士 留学生 从业人员 农民"
)
LONGEST_FIRST = tuple(sorted(GROUPS.split(), key=len, reverse=True))
POPULATION = by_first_character(
    (f"{AGE}(?:的?(?:{'|'.join(LONGEST_FIRST)}|人群|人士|群众|受害人|事主))?", *LONGEST_FIRST)
)
SAYS_NO_MORE = re.compile("[^\u4e00-\u9fff]*(?:占比?|佔|达|损失|被骗|财损|[^\u4e00-\u9fff])*")
STOP = re.compile("[,，。;；\n]")
WITH_PEOPLE = frozenset(("person", "percent"))  # kinds of unit whose figures tell whom they count


@dataclass(slots=True)
class About:
    """What a figure is about; `population` is a span of the text."""

    scam_type: str | None = None
    population: tuple[int, int] | None = None
    subset: bool = False


NOTHING = About()


def said_of(reading: Reading, draft: Draft) -> tuple[int, int]:
    """Return the stretch that speaks of a figure: its clause up to the next pause or figure."""
    limit = min(len(reading.text), draft.end + LONGEST // 2)
    stop = STOP.search(reading.text, draft.end, limit)
    end = stop.start() if stop else limit
    following = bisect_left(reading.found_starts, draft.end)
    if following < len(reading.found):
        end = min(end, reading.found_starts[following])
    return max(draft.begin, draft.start - LONGEST), end


def about(reading: Reading, draft: Draft, before: tuple[Draft, About] | None) -> About:
    """Return what a figure is about; a clause that says nothing of its own is about what the last one was."""
    begin, end = said_of(reading, draft)
    clause = reading.text[begin : draft.start]
    types, people = scam_types(f"{clause}\n{reading.text[draft.end : end]}"), None
    if "other" in types:
        types.remove("other")
    if draft.metric and draft.metric.kinds & WITH_PEOPLE:
        people = people_of(reading.text, begin, draft, end)
    part = "其中" in clause or "当中" in clause
    last, told = before or (None, NOTHING)
    if (told.scam_type or told.subset) and reading.sentence(last.start) == reading.sentence(draft.start):
        goes_on = SAYS_NO_MORE.fullmatch(clause.lstrip(",，、(（ ")) is not None
        if told.scam_type and not types and goes_on:
            types = [told.scam_type]
        part = part or (told.subset and (goes_on or last.metric is draft.metric))
    return About(types[0] if len(types) == 1 else None, people, part)


def people_of(text: str, begin: int, draft: Draft, end: int) -> tuple[int, int] | None:
    """Return the span of the people a clause is about, if it names just one kind; its last part comes first."""
    comma = max(text.rfind(",", begin, draft.start), text.rfind("，", begin, draft.start))
    for start in (comma, begin) if comma > begin else (begin,):
        spans = [match.span() for match in POPULATION.finditer(text, start, draft.start)]
        spans += [match.span() for match in POPULATION.finditer(text, draft.end, end)]
        if spans:
            return spans[0] if len(spans) == 1 else None
    return None
