"""Lines below the text: related pages, editors, disclaimers, the licence of the site."""

import re

from pipelines.lines.junk import (
    CLOCK,
    COLON,
    DATE,
    EDITORS,
    NAME,
    ORIGIN,
    STARS,
    any_of,
    is_paragraph,
    pattern,
    starts,
    table,
)
from pipelines.lines.opening import could_be_title

OWN = r"本(?:站|网站|网(?!讯)|平台|号|公众号|文(?:为|来源|系|仅|章|内容|转))"
RIGHTS = r"(?:版权|侵权|转载|著作权|不代表|仅代表|文责自负|联系删除|注明出处|原创)"
BLOCK_END = rf"(?:{COLON}|\W*$)"

# From such a line on, nothing is text.
CLOSING = table(
    starts(
        "related",
        "(?:相关|延伸|推荐|精彩|热门|更多|最新|热点|新闻|随机|往期)的?(?:阅读|新闻|文章|链接|推荐|资讯|报[道导]|排行|话题)",
        BLOCK_END,
        160,
    ),
    starts(
        "related",
        r"猜你喜欢 为您推荐 [您你]可能[还也]?(?:喜欢|感兴趣|有兴趣) 其他人也在看 喜欢此内容的人 大家都在看 看了还看",
        longest=200,
    ),
    starts(
        "related",
        r"继续阅读 更\s*多\W*$ 查?看更多 加入line 追踪我们 热门文章 往期回顾 下篇文章 赞助商",
        longest=200,
    ),
    starts(
        "neighbours",
        "[上下]一?(?:篇|条|页|则|图集) [前后]一篇 返回(?:列表|首页|顶部)",
        r"(?:[\s:：<>|»]|$)",
        200,
    ),
    starts(
        "share",
        r"分享(?:到|至|\W*$) 扫一扫\W*(?:在?手机|分享|微信|用手机|关注) 微信扫(?:一扫|码)分享",
        longest=120,
    ),
    starts(
        "tools",
        r"打印(?:本页|此页|本文|\W*关闭|\W*$) 关闭(?:窗口|本页|\W*$) 收藏\W*$ 预览时标签不可点 轻触阅读原文 [继向].{2,4}看下一个",
        longest=120,
    ),
    starts(
        "comments",
        r"发表评论 网友评论 我要评 评论(?:区|列表)?\W*\d*\W*$ (?:用户|最新|全部|热门|暂无)评论 网友跟[帖贴] 已有\d+条评论",
        longest=120,
    ),
    starts(
        "comments",
        r"共?有?\d+\s?条评论 写评论 说点什么 文明上网 (?:读者)?留言\W*$ 留言须知 留言板\W*$ 发表回复 本版积分规则 使用道具",
        longest=120,
    ),
    pattern("count", r"^(?:阅读|浏览|播放|点击)(?:量|次数)?\s?[:：]?\s?[\d.,]+\s?[万wk]?\+?$", 24),
    pattern("comments", r"^(?:(?:转发|评论|点?赞|收藏|在看|阅读|分享)\s?\d+\s*){2,}$", 60),
    starts(
        "tools",
        r"举报\s?/\s?反馈 (?:我要)?纠错(?:\W*责任编辑\W.{0,20})? 订阅(?:电子报|本报|我们)",
        r"\W*$",
        40,
    ),
    starts("disclaimer", "(?:免责|版权)(?:声明|申明|说明)", r"(?:\W|$)", 2000),
    starts("disclaimer", "敬告读者", longest=2000),
    starts("disclaimer", "以上(?:内容|信息|文章|图文)", r".{0,40}(?:不代表|供参考|网络|转载|版权|侵权)", 300),
    starts("disclaimer", r"(?:郑重|特别|法律|侵权|平台)?声\s*明", rf"\W.{{0,40}}(?:{OWN}|{RIGHTS})", 2000),
    starts("disclaimer", r"声\s*明\s*[:：]\s*取材", longest=60),
    starts("disclaimer", rf"(?:\d[.、．]\s*)?(?:{OWN}|凡(?:本网|注明|本站))", rf".{{0,60}}{RIGHTS}", 2000),
    pattern(
        "disclaimer", r"转载[^。]{0,12}注明(?:出处|来源)|侵权[^。]{0,16}联系(?:我们|本站)?(?:删除|处理)", 120
    ),
    pattern("disclaimer", r"版权事宜|不代表本(?:网|站)", 120),
    starts(
        "original",
        "原文(?:链接|地址|网址|出处|标题) 本文(?:地址|链接|网址|标签) 文章(?:地址|链接)",
        longest=400,
    ),
    starts("original", "阅读原文 查看原文 查看完整版本", longest=400),
    pattern("licence", r"^(?!.*。).*(?:ICP\s*(?:备|证|许可)|公网安备|网站标识码)|^powered by", 300),
    pattern("licence", r"^[^。]*版权所有(?:\s*[:：©]|\s|$)|copyright\s*(?:©|\(c\)|\d)", 300),
    starts("editor", EDITORS, COLON, 120),
    starts(
        "editor",
        r"作\s*者 记\s*者 通讯员 供\s*稿",
        rf"{COLON}[^。:：]{{1,20}}(?:{'|'.join(EDITORS.split())}){COLON}",
        120,
    ),
    pattern(
        "editor",
        r"^(?:责任编辑|责编|编辑|校对|审核|监制|[一二三初复终]审)(?:\s[\u4e00-\u9fff]{2,4}){1,3}$",
        24,
    ),
    pattern(
        "tools",
        r"^\W*(?:(?:我要|内容|信息)?(?:打印|关闭|收藏|纠错|分享|返回)(?:[本此]?[页文]|文章|窗口)?\W+){2,}$",
        60,
    ),
    pattern("page", r"^第\s?\d+\s?页\W*共\s?\d+\s?页\W*$", 30),
    starts("editor", "本版(?:责编|编辑|主编|美编)", r"\s", 60),
    starts("contact", "合作 商务 进群 加群 爆料 广告", r".{0,8}(?:QQ|微信|邮箱|热线|电话)", 80),
    starts("clock", r"GMT\s*[-+]\d"),
)
# Lines that belong to a licence line close below them.
OWNER = table(
    starts("owner", "(?:主办|承办|管理|建设)(?:单位)? 网站管理 技术支持 建设维护 运行维护", COLON, 160),
    starts("owner", "网站地图 关于我们 联系我们", r"(?:\W|$)", 160),
)
OWNER_WITHIN = 6

# Lines that may stand inside the text without being text.
LABELLED = table(
    starts(
        "label",
        rf"{ORIGIN} 关键[词字] 标\s*签 tags? 发布(?:时间|日期) 更新时间 最后(?:修订|修改|更新)(?:日期|时间)?",
        COLON,
        100,
    ),
    pattern(
        "person",
        rf"^(?:作\s*者|记\s*者|报道(?=\s?[:：]\s?[\u4e00-\u9fff]{{2,8}}$)|通讯员|供\s*稿(?:单位)?|图文|文图|[图文][/、][图文]){COLON}{NAME}",
        40,
    ),
    pattern("person", rf"^(?:摄\s*影|排\s*版|美\s*编|策\s*划|制\s*作|出\s*品){COLON}{NAME}", 40),
    starts("original title", "原标题", longest=120),
    pattern("clock", rf"^(?:[^\s。，,]{{0,12}} )?{DATE}\s{CLOCK}(?:\s|$)", 80),  # a tab: the row of a table
    pattern("app", r"^.{2,12}客户端$", 16),
    starts("account", "微信公众号 官方微信 官方微博 公众号", r"\W*$", 20),
    starts("scan", "长按 扫码 扫描 识别", r".{0,12}(?:二维码|关注)", 40),
)
GOES_ON = 5  # lines below a labelled line in which a paragraph says that the text goes on
TEXT_ENOUGH = 20  # letters of text that must stand above a closing line
NEXT_TITLE = 8  # letters of a headline below a line of stars
INLINE_LINK = re.compile(r"\W*(?:延伸|相关|推荐)(?:阅读|报道|新闻|链接)\W{1,3}\w.{3,60}$")
LINES_BELOW_LINK = 2  # in one of which the text goes on
LAST_WORDS = re.compile(r"^\d{1,3}$|(?:报道|视频|网页|网络|监控)截图[)）]?$")
LIST_LINE = re.compile(r"^.{2,40}\s(?:20)?\d\d-\d\d-\d\d$|^[-·]\s*(?:20)?\d\d[-年]\d\d[-月]\d\d")


def closing_start(folded: list[str], at: int) -> int:
    """Return where the foot of a closing line at `at` begins: the site's owner may stand above it."""
    above = range(max(at - OWNER_WITHIN, 0), at)
    return next((i for i in above if any_of(OWNER, folded[i])), at)


def opens_article(folded: list[str], at: int) -> bool:
    """Tell whether a line of stars stands above the headline of a second article."""
    below = folded[at + 1] if at + 1 < len(folded) else ""
    return bool(STARS.match(folded[at])) and len(below) >= NEXT_TITLE and could_be_title(below)


def text_end(folded: list[str], *, in_html: bool = False) -> tuple[int, list[int]]:
    """Return where the text ends, and the labelled lines inside it that are not text.

    In the container of an HTML page a link to a related page may stand between two paragraphs.
    """
    written, labelled = 0, []
    for at, line in enumerate(folded):
        if written >= TEXT_ENOUGH:
            below = folded[at + 1 : at + 1 + LINES_BELOW_LINK]
            if in_html and INLINE_LINK.match(line) and any(map(is_paragraph, below)):
                labelled.append(at)
            elif any_of(CLOSING, line) or opens_article(folded, at):
                return closing_start(folded, at), labelled
            elif STARS.match(line) or any_of(LABELLED, line):
                if not any(is_paragraph(later) for later in folded[at + 1 : at + 1 + GOES_ON]):
                    return at, labelled
                labelled.append(at)
        written += len(line)
    return len(folded), labelled


def without_last_words(folded: list[str], end: int) -> int:
    """Return `end` moved up over screenshot captions, bare numbers and lists of other pages."""
    while end > 1 and len(folded[end - 1]) < 30 and LAST_WORDS.search(folded[end - 1]):
        end -= 1
    first = end
    while first > 1 and len(folded[first - 1]) < 60 and LIST_LINE.match(folded[first - 1]):
        first -= 1
    return first if end - first >= 2 else end
