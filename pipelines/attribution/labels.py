"""Split the strip between title and text into its labelled fields: date, source, publisher, and the rest."""

import re
from dataclasses import dataclass
from functools import lru_cache

from crawler.dates import find_dates
from crawler.fold import fold
from crawler.items import Page
from pipelines.kinds.alternatives import beginnings

# Per kind of field, how pages label it; longer labels first, since 时间 ends 发布时间. Patterns on folded text.
LABELS = {
    "no_date": r"(?:成文|生成|生效|失效|实施|施行|截止|截至|有效|废止|印发|发文|签发|注册|登录|访问|制作|当前|开始|结束|起止|活动|演练|案发|"
    r"发案|报警|接警|开庭|报名|公示|会议|培训|考试|转账|抓获|出生|成立|工作|办公|营业|开放|受理|投案|举报|征集|管[控制]|封闭|整治|执行|拍摄)"
    r"\s*(?:日\s*期|时\s*间)",
    "updated": r"更新(?:时间|日期|于)?|修改(?:时间|日期)",
    "date": r"(?:信息|文章|新闻)?(?:发\s*布|发\s*表|[发来投供]稿|录入|添加|上传|刊发|刊登|刊载|登载|张贴|上版|上网|公布|公告|公开|创建)\s*(?:时\s*间|日\s*期)"
    r"|时间发布",
    "time": r"时\s*间|日\s*期",
    "place": r"地\s*点",
    "original": r"(?:本文)?转载?自|原文出处|摘自|原载",
    "source": r"(?:信息|稿件|文章|消息|新闻|本文|内容|资料|数据)?来\s*源(?:于|地|单位)?|稿\s*源|出\s*处|来自",
    "publisher": r"发布(?:机构|单位|部门)?|(?:发稿|提供)单位",
    "contributor": r"(?:来稿|供稿|报送|撰稿)(?:单位|部门)|(?:信息|稿件|文章)提供",
    "other": r"(?:责任|本期|执行|网络)?编\s*[辑审]|责\s*编|(?:文章|信息|稿件|本文)?作\s*者|撰\s*[稿文]|记\s*者|通讯员|供\s*稿(?:单位)?|审\s*[核签稿]|[初复终]审|"
    r"校\s*对|选\s*稿|原文(?:链接|地址)|摄\s*影|发布[者人]|录入[者人]?|(?:浏览|点击|阅读|访问|播放)(?:次数|人[次数]|[量数率])?|人\s*气|字\s*[号体](?:大小)?|"
    r"分享(?:到|至)?|打印|收藏|标\s*签|关键[词字]|栏\s*目|分\s*类|评论|索引号|文\s*号|主题分类|视力保护色|热度|次数",
}
COLON = r"\s{0,4}[:：丨︰]"
STROKE = r"\s{0,4}[:：丨︰|｜/]"  # 来源 | 云岭公安, 编辑/周一
DATE_STROKE = rf"(?:{COLON}|\s{{0,4}}[|｜/](?=\s{{0,4}}20\d\d))"  # 发布/2031年4月2日
FIRST = "".join(sorted({first for words in LABELS.values() for first, _ in beginnings(words)}))
LABEL = re.compile(
    f"(?=[{FIRST}])(?:"  # few characters begin a label
    + "|".join(
        rf"(?P<{kind}>(?:{words}){STROKE if kind in ('source', 'original', 'other') else DATE_STROKE})"
        for kind, words in LABELS.items()
    )
    + ")"
)
# Words that label what follows them even without a colon.
BARE_LABEL = re.compile(
    r"(?=[\[【发刊信稿文来浏点阅访])(?:(?P<date>发[表布]于|刊于|发布(?:时间|日期)(?=\s*20\d\d[-/.年]))"
    r"|(?P<source>[\[【](?:信息|稿件|文章)?来源[\]】](?=\s*[\u4e00-\u9fff《])|(?:^|(?<=[\s\d]))(?:信息|稿件|文章)?来源(?!\s*[于地单链丨])(?=\s*[\u4e00-\u9fff《]))"
    r"|(?P<other>(?:浏览|点击|阅读|访问)(?:次数|量)?(?=\s*\d+\W*(?:次\W*)?$)))"
)
MARK = re.compile(r"[:：丨︰|｜/于源]")  # what stands behind every label
FIRST_LINES = 12
LONGEST_STRAY = 100
SENTENCE = re.compile(r"[。；！？]")
URL = re.compile(r"https?[:：]//[\x21-\x7e]+")


@dataclass(frozen=True)
class Field:
    """A labelled value of one line, or with kind "none" what stands before its first label; cut as published."""

    kind: str
    value: str
    line: str


@lru_cache(maxsize=512)  # date, source and issuer read the same lines
def read_fields(line: str) -> tuple[Field, ...]:
    """Return the fields of a line from left to right; an empty label has an empty value."""
    folded = fold(line)
    if not MARK.search(folded):
        return (Field("none", line, line),)
    blank = URL.sub(lambda found: "\0" * len(found[0]), folded)
    marks = sorted((*LABEL.finditer(blank), *BARE_LABEL.finditer(blank)), key=lambda found: found.start())
    fields = [Field("none", line[: marks[0].start()] if marks else line, line)]
    for number, mark in enumerate(marks):
        end = marks[number + 1].start() if number + 1 < len(marks) else len(line)
        fields.append(Field(mark.lastgroup or "other", line[mark.end() : end], line))
    return tuple(fields)


def strip_lines(page: Page) -> list[str]:
    """Return the head of a page, and of the first lines of its text those that were not recognised as strip."""
    first = page.text.split("\n", FIRST_LINES)[:FIRST_LINES]
    return [*page.head, *(line for line in first if is_stray(line))]


def is_stray(line: str) -> bool:
    """Tell a strip inside the text from a sentence and from `时间：… 地点：…`: two labels, or one and a clock time."""
    if len(line) > LONGEST_STRAY or SENTENCE.search(line):
        return False
    fields = read_fields(line)
    kinds = {field.kind for field in fields[1:]} - {"time"}
    precisions = {hit.day.precision for field in fields for hit in find_dates(field.value)}
    return (
        bool(kinds)
        and kinds.isdisjoint({"place", "no_date"})
        and ("minute" in precisions or ("day" in precisions and len(fields) > 2))
    )
