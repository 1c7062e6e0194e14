"""Say which lines are no text: rows of patterns, and what the tables above and below the text share.

Patterns run on folded lines (simplified, half-width letters and digits); punctuation may be of either
width. A row counts for lines up to its length only: no paragraph is a label, and long lines cost nothing.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from pipelines.kinds.alternatives import alternatives, beginnings

COLON = r"\s*[:：丨|｜/]"
DATE = r"(?:(?:19|20)\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}日?|\d{1,2}[./]\d{1,2}[./]20\d\d)"
NUMERIC = r"(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}"
NUMERAL = r"[一二三四五六七八九十廿〇○零oO]"
WRITTEN = rf"(?:{NUMERAL}{{4}}年{NUMERAL}{{1,3}}月{NUMERAL}{{1,3}}日|(?:中华)?民国\s?\d{{2,3}}年\d{{1,2}}月\d{{1,2}}日)"
CLOCK = r"\d{1,2}\s*[:：∶时]\s*\d{2}(?:[:：]\d\d)?"
NAME = r"[^。，,；;？?！!：:]{0,20}$"  # what may follow the label of a person
ORIGIN = (
    r"来\s*源 稿\s*源 来源于 (?:信息|稿件|文章|本文|新闻|内容|图片|图文|资料|消息)来源 (?:本文)?转自 来稿"
)
PUBLISHED = r"发布(?:者|人|单位|机构|部门|时间|日期|于)? 发表(?:时间|日期|于) 更新(?:时间|日期)? 发稿时间 (?:刊登|刊载|张贴|公布|公告|上版|上网)(?:时间|日期) (?:发稿|发文|提供)(?:单位|机关)"
EDITORS = (
    r"责任编辑 责\s*编 (?:值班|本期|执行|网络)编辑 编\s*辑 审\s*核 校\s*对 编\s*审 监\s*制"
    r" 初\s*审 复\s*审 终\s*审 撰\s*稿 (?:文章|信息)录入"
)
# What stands ahead of an expression in (?=[…]) lets re pass quickly over the characters with which none can begin.
SENTENCE = re.compile(
    r"(?=[。.；;：:，,、])(?:。|(?<=[\u3400-\u9fff])\.(?:\s|$)|[；;：:，,、]$|[，,；;].*[，,；;].*[，,；;])"
)
STARS = re.compile(r"^[*＊]{5,}$")  # a rule drawn across a page
LETTER = re.compile(r"[^\W_]")
HEADLINE = 60  # letters; a longer line is running text


class Line(NamedTuple):
    """A line as published, and folded for the patterns; both of one length."""

    text: str
    folded: str


@dataclass(frozen=True)
class Junk:
    """A kind of line outside the text; `longest` is the length above which a line is not of this kind.

    `find` searches a line, or matches at its start where nothing else can be: that is many times as fast.
    `letters` are those with one of which every such line begins, marks aside; None where that is open.
    """

    name: str
    find: Callable[[str], re.Match[str] | None]
    longest: int
    letters: frozenset[str] | None = None


class Table(NamedTuple):
    """Kinds of line: those that a line with a certain first letter can be, and those that any line can be."""

    by_letter: dict[str, tuple[Junk, ...]]
    any_line: tuple[Junk, ...]


def table(*kinds: Junk) -> Table:
    """Return the kinds sorted, so that few are tried on a line."""
    letters = frozenset().union(*(kind.letters or () for kind in kinds))
    return Table(
        {
            letter: tuple(kind for kind in kinds if kind.letters is None or letter in kind.letters)
            for letter in letters
        },
        tuple(kind for kind in kinds if kind.letters is None),
    )


def first_letters(ways: Iterable[str]) -> frozenset[str] | None:
    """Return the letters, in lower case, with one of which each of the expressions begins; None where that is open."""
    try:
        found = frozenset(first.lower() for way in ways for first, _ in beginnings(way))
    except ValueError:
        return None
    return found if all(map(str.isalnum, found)) else None


def pattern(name: str, regex: str, longest: int = 60) -> Junk:
    """Return a kind that is known by a pattern anywhere in the line, or at its start where it says so (^)."""
    compiled = re.compile(regex, re.IGNORECASE)
    ways = list(alternatives(regex))
    if not all(way.startswith("^") for way in ways):
        return Junk(name, compiled.search, longest)
    return Junk(name, compiled.match, longest, first_letters(way[1:] for way in ways))


def starts(name: str, words: str, then: str = "", longest: int = 60) -> Junk:
    """Return a kind of line that begins, after marks, with one of `words` (patterns between blanks)."""
    regex = re.compile(rf"[\W_]*(?:{'|'.join(words.split())}){then}", re.IGNORECASE)
    return Junk(name, regex.match, longest, first_letters(words.split()))


def any_of(kinds: Table, folded: str) -> bool:
    """Tell whether a folded line is of one of the kinds."""
    length, letter = len(folded), LETTER.search(folded)
    rows = kinds.by_letter.get(letter[0].lower(), kinds.any_line) if letter else kinds.any_line
    for kind in rows:  # noqa: SIM110 (any() of a generator takes twice as long)
        if length <= kind.longest and kind.find(folded):
            return True
    return False


def is_paragraph(folded: str) -> bool:
    """Tell running text from a headline or a label: a full stop, a list, or sheer length."""
    return len(folded) > HEADLINE or bool(SENTENCE.search(folded))
