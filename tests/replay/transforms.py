"""What mirrors do to a page, one function each: seeded, and only on the words, never on the files."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

import opencc

from crawler.demo.mirrors import annotated, traditional

LIGHT = {
    "民警": "警员",
    "提醒": "提示",
    "群众": "民众",
    "通报": "传递",
    "共": "总计",
    "造成": "导致",
    "相关": "有关",
}
SPUN = LIGHT | {
    "电话": "德律风", "犯罪": "立功", "网络": "收集", "记者": "采访人员", "人民币": "东说念主民币", "新增": "新添",
    "其中": "当中", "截至": "限制", "全市": "全城", "全省": "全副", "案件": "案子", "公布": "发布", "情况": "状况",
    "工作": "任务", "学生": "弟子", "家长": "家人", "银行": "钱庄", "骗子": "诈骗犯", "重点": "要点", "开展": "睁开",
}  # fmt: skip
SPAM = "亚博体育官网入口 足球比分直播在线 投注平台app"
MENU = "首页 要闻 政务 服务 互动 专题 数据 English"
OTHER_ARTICLE = (
    "市图书馆本周起延长开放时间，新到图书三千余册，少儿阅览区增设了听书角，读者凭身份证即可入馆，周末还有讲座。\n"
    "市政部门提示，近期部分路段夜间施工，请过往车辆注意减速，公交线路临时改道的，以站牌公示为准，带来不便敬请谅解。\n"
    "气象台预计，未来几天以多云天气为主，早晚温差较大，外出请适时增减衣物，农户可抓紧晾晒，注意森林防火。"
)
READ = {
    "安": "an",
    "公": "gong",
    "案": "an",
    "骗": "pian",
    "报": "bao",
    "人": "ren",
    "市": "shi",
    "网": "wang",
}


@dataclass(frozen=True)
class Doc:
    """A page as copied: title, the line below it, paragraphs."""

    title: str | None
    header: str
    lines: tuple[str, ...]

    def text(self) -> str:
        """Return the page as a text file, one paragraph a line."""
        return "\n".join(line for line in (self.title, self.header, *self.lines) if line)


def words(doc: Doc, change: Callable[[str], str]) -> Doc:
    """Return the page with title and paragraphs changed."""
    return replace(doc, title=doc.title and change(doc.title), lines=tuple(map(change, doc.lines)))


def joined(doc: Doc) -> str:
    """Return the paragraphs as one string."""
    return "\n".join(doc.lines)


def lines(doc: Doc, text: str) -> Doc:
    """Return the page with other paragraphs."""
    return replace(doc, lines=tuple(text.split("\n")))


def swapped(doc: Doc, table: dict[str, str]) -> Doc:
    """Return the page with words replaced."""
    pattern = re.compile("|".join(sorted(table, key=len, reverse=True)))
    return words(doc, lambda text: pattern.sub(lambda word: table[word[0]], text))


def mojibake(draw: random.Random, doc: Doc) -> Doc:
    """A shifted byte behind some full stops eats up to seven characters, digits among them."""

    def shift(match: re.Match[str]) -> str:
        return f"?{draw.choice('FGHJ')}{match[2][draw.randint(1, 6) :]}" if draw.random() < 0.4 else match[0]

    return lines(doc, re.sub(r"([。，])(.{7})", shift, joined(doc)))


def eaten(draw: random.Random, doc: Doc) -> Doc:
    """Some numbers lose their first digit, some all of them."""

    def eat(match: re.Match[str]) -> str:
        return match[0] if draw.random() < 0.6 else match[0][1:]

    return lines(doc, re.sub(r"\d+", eat, joined(doc)))


def cut(draw: random.Random, doc: Doc) -> Doc:
    """The text ends after 60 to 90 %."""
    text = joined(doc)
    return lines(doc, text[: int(len(text) * draw.uniform(0.6, 0.9))])


def excerpt(draw: random.Random, doc: Doc) -> Doc:
    """A paragraph or two from within."""
    if len(doc.lines) < 3:
        return cut(draw, doc)
    return replace(doc, title=None, lines=doc.lines[1:3])


def plain_pinyin(draw: random.Random, doc: Doc) -> Doc:
    """Readings without tones, once or doubled."""
    times = draw.choice((1, 2))
    return words(doc, lambda text: "".join(c + f"({READ[c]})" * times if c in READ else c for c in text))


def moved(draw: random.Random, doc: Doc) -> Doc:
    """The last paragraph comes first."""
    return replace(doc, lines=(*doc.lines[-1:], *doc.lines[:-1]))


def spaced(draw: random.Random, doc: Doc) -> Doc:
    """Blanks and line breaks in the middle of words."""
    text = joined(doc)
    return lines(doc, "".join(c + draw.choice((" ", "\n")) if draw.random() < 0.06 else c for c in text))


TRANSFORMS: dict[str, Callable[[random.Random, Doc], Doc]] = {
    "none": lambda _, doc: doc,
    "traditional": lambda _, doc: words(doc, traditional),
    "hong kong": lambda _, doc: words(doc, opencc.OpenCC("s2hk").convert),
    "pinyin": lambda _, doc: words(doc, lambda text: annotated(traditional(text))),
    "plain pinyin": plain_pinyin,
    "spam": lambda draw, doc: replace(doc, lines=(SPAM, *doc.lines) if draw.random() < 0.5 else (*doc.lines, SPAM)),
    "frame": lambda _, doc: replace(
        doc, lines=(*doc.lines, "上一篇：春季招聘会开幕", "版权所有 云上资讯 ICP备05001234号"), header=f"{MENU}\n{doc.header}"
    ),
    "caption": lambda _, doc: replace(doc, lines=(*doc.lines[:1], "（资料图片仅供参考）", *doc.lines[1:])),
    "cut": cut,
    "excerpt": excerpt,
    "mojibake": mojibake,
    "eaten digits": eaten,
    "light synonyms": lambda _, doc: swapped(doc, LIGHT),
    "spun": lambda _, doc: swapped(doc, SPUN),
    "characters deleted": lambda _, doc: words(doc, lambda text: re.sub("[获杀工人]", "", text)),
    "words masked": lambda _, doc: words(doc, lambda text: re.sub("诈骗|公安|嫌疑", "***", text)),
    "merged": lambda _, doc: replace(doc, lines=(*OTHER_ARTICLE.split("\n"), *doc.lines)),
    "stuffed": lambda _, doc: words(doc, lambda text: text.replace("。", "。留学。")),
    "title lost": lambda _, doc: replace(doc, title=None),
    "title changed": lambda _, doc: replace(doc, title="这件事请大家务必留意"),
    "date changed": lambda _, doc: replace(doc, header="2024-12-29 08:11 来源：网络"),
    "moved": moved,
    "spaced": spaced,
    "twice": lambda _, doc: replace(doc, lines=doc.lines * 2),
    "half-width": lambda _, doc: words(doc, lambda text: text.translate(str.maketrans("，。：；", ",.:;"))),
    "hard wrapped": lambda _, doc: lines(doc, re.sub(r"(.{28})(?=.)", r"\1\n", joined(doc))),
}  # fmt: skip
RELATED = frozenset({"excerpt", "merged"})  # neither a miss where apart nor a fault where together
