"""Tell the names of a site and its columns from the title of an article."""

import re
import unicodedata
from functools import lru_cache

from crawler.fold import fold

NOT_A_LETTER = re.compile(r"[\W_]+")
SEPARATOR = re.compile(r"\s*(?:[_|｜•·»]|-{1,2}>?|—{1,2}|[–－―]|>{1,2})\s*|\s+")
SITE_WORDS = re.compile(
    # not 骗局, 落网
    r"(?:(?<![落触上净])(?<!难逃法)网|网站|政府|门户|频道|新闻|厅|(?<![骗赌布格结饭])局|委|委员会|办公室|大学|学院|学校|研究院|研究所|协会|学会|中心|公司|集团|医院|法院|检察院"
    r"|公安|日报|晚报|在线|首页|栏目|专栏|资讯|动态|要闻|头条|长安网|论坛|平台|电子[版报]|数字报)$"
)
LONGEST_HEAD = 12  # letters of a name before a shorter title: a title too may end in 中心
LONGEST_NAME = 24  # letters of a site or column name
BOX_HEADINGS = re.compile(
    r"^(?:友情链接|通知公告|公告栏|常见问题|(?:部门|机构|单位|学院|网站)(?:简介|概况|介绍)|(?:关于|联系)我们|网站(?:地图|声明)|(?:我的)?收藏.*|(?:相关|关联)\w{0,6}|热门\w{0,6}|推荐\w{0,6}|最新\w{0,6}|往期\w{0,4}|(?:点击|阅读|新闻|热[点门])?排行\w?|(?:图片|视频)新闻|热点专题|猜你喜欢|为您推荐|更多|首页.*|分享.*|[（(\[【]?原标题.*"
    r"|\w{0,6}(?:详情|详细|正文|内容页?|概要|详细页面?))\W*$"
)
# What editors and templates put where a title should be.
DEFAULT = re.compile(
    r"^(?:无标题(?:文档|页)?|未命名\w{0,2}|新建\w{0,4}|untitled(?: document)?|document|index|首页)\W*$", re.I
)
MADE_BY = re.compile(r"[\W_]*powered by .*$", re.I)
HOST = re.compile(r"^(?:https?://)?[\w-]+(?:\.[\w-]+)+/?$", re.ASCII)
SHORTEST_KEY = 4  # letters that a title has at least
KEYS_KNOWN = (
    512  # the lines of a page, each asked for several times, and the menus that it shares with the next
)


@lru_cache(maxsize=KEYS_KNOWN)
def key(text: str) -> str:
    """Return the letters and digits of `text`, the form in which titles are compared."""
    letters = unicodedata.normalize("NFKC", text)
    return (letters if letters.isalnum() else NOT_A_LETTER.sub("", letters)).casefold()


def is_name(part: str, names: frozenset[str]) -> bool:
    """Tell whether a part of a <title> names the site or a column, not an article."""
    letters = key(part)
    if letters in names or not letters or HOST.match(part) or BOX_HEADINGS.match(part) or DEFAULT.match(part):
        return True
    return len(letters) <= LONGEST_NAME and SITE_WORDS.search(fold(part)) is not None


def cut_site(title: str, names: frozenset[str]) -> tuple[str, list[str]]:
    """Return a <title> without the site and column names round it, and the parts cut off.

    `names` are keys of what the page calls its site and column; a tail that ends like an institution or a
    column goes too, as long as something longer than a name stays.
    """
    cut = []
    title = MADE_BY.sub("", title).strip()
    while separators := [found for found in SEPARATOR.finditer(title) if found.start() > 0]:
        head, tail = title[: separators[0].start()].strip(), title[separators[-1].end() :].strip()
        rest = title[: separators[-1].start()].strip()
        if len(key(rest)) >= SHORTEST_KEY and is_name(tail, names):
            cut.append(tail)
            title = rest
        elif key(head) in names or (
            separators[0][0].strip()  # not at a mere blank
            and len(head) <= max(LONGEST_HEAD, len(title) - separators[0].end())
            and is_name(head, names)
        ):
            cut.append(head)
            title = title[separators[0].end() :].strip()
        else:
            break
    return title, cut


def only_names(title: str, names: frozenset[str]) -> bool:
    """Tell whether a <title> holds nothing but names of the site and its columns."""
    return all(is_name(part, names) or len(key(part)) <= SHORTEST_KEY for part in SEPARATOR.split(title))
