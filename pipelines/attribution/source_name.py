"""Clean the name of a source: cut it from what follows, tell a name from words that name nobody."""

import re

from crawler.dates import find_dates
from crawler.fold import fold

LONGEST = 40
LONGEST_FIELD = 200
# What ends a name though no label follows, and what stands round one.
CUT = re.compile(
    r"\s{2,}|\s[\u4e00-\u9fff]{2,5}\s?[:：]|[|｜丨\t【\[<>]|\s+(?:字体|大|中|小|举报|参与互动|打印|关闭|分享|下载|收藏|放大|缩小|朗读|评论|扫一扫\S*|我要\S{0,4}|微信|次|编辑|作者|听新闻|A\s?[+＋-])(?=\s|$)|[,，;；。]"
    r"|(?<=[\u4e00-\u9fff][\u4e00-\u9fff)）])(?:举报|参与互动)$"  # buttons of NetEase and China News, glued to the name
    r"|(?<=[\u4e00-\u9fff]{2})供稿[)）]?$"  # （云岭公安供稿）
    r"|[(（](?:记者|通讯员|作者|编辑|文)[^()（）]{0,20}(?:[)）]|$)"
    r"|[(（](?![^)）]*[局部厅委版社网台室处科队])[\u4e00-\u9fff]{2,3}[)）]$"  # 云岭日报(云岭): where its desk is
)
AROUND = " \t\u3000:：-—·•/\\|｜丨,，;；。、()（）[]【】“”\"'"
AFTER = AROUND.replace(")", "").replace("）", "")  # a name may end in brackets of its own
# Words, tokens and addresses that name nobody.
NOBODY = re.compile(
    r"(?:网络|互联网|网络(?:综合|转载|整理|媒体)|综合(?:整理|网络|报道)?|未知|不详|佚名|网友|转载|本[报网台站刊]讯?|原创|本[报网台站刊]记者.*|[此本][件文].*|(?:最新|相关|热点|今日|图片|视频|推荐|更多|权威)(?:新闻|发布|报道|资讯|消息|公告)|其[他它]|无|图片?|"
    r"[\u4e00-\u9fff]媒.*|(?:海|国)外媒体)"
    r"|(?:(?:举报|参与互动|下载|收藏|打印|分享|关闭|评论|纠错|订阅|关注|放大|缩小|朗读|扫一扫)\s*)+|听新闻|扫一扫.*"
    r"|[a-z]{0,6}\d+[a-z\d]*|(?:https?|www).*|[\w.-]+\.(?:com|cn|net|org|gov).*|[\W\d_]*",
    re.IGNORECASE,
)
# An unlabelled name beside the date has to look like an outlet: categories and places stand there too.
OUTLET = re.compile(
    r"[\u4e00-\u9fffA-Za-z·《》]{1,16}(?:网|报|社|台|日报|晚报|时报|新闻|客户端|在线|频道|融媒|发布|周刊|公安局?|警方|网警|政府|"
    r"之声|报道|融媒体中心|公众号|[局厅委院处]|派出所|[支大]队|办公室|大学|学院|检察|法院|政法|司法|反诈|交警|特警|警[事务营]|网信|普法|长安)》?"
    r"|平安[\u4e00-\u9fff]{2,6}|法治(?!频道|新闻|要闻|宣传|社会|建设|动态|专栏|时评|教育|在线)[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,8}反诈(?:中心|办)|[\u4e00-\u9fff]{2,8}网警巡查执法"
)
# 来源：[云岭公安]; 来源：【打印】 is a button.
IN_BRACKETS = re.compile(
    r"[\[【](?!字[体号]|打印|关闭|收藏|分享|评论|纠错|大|我要|推荐)([^\[\]【】]{2,24})[\]】]"
)
# A paper's name ends the source: what follows after a blank is a person, a desk or who collected it.
PAPER = re.compile(
    r"[\u4e00-\u9fff·]{2,12}(?:网|报|新闻社|通讯社|电视台|广播电台|客户端|融媒体中心|融媒)(?=\s)"
)


def clean_source(value: str) -> str | None:
    """Return a name cut from what follows it, None if it names nobody (网络, an address, a token)."""
    value = value[:LONGEST_FIELD].strip(" \t\u3000\xa0")
    dates = find_dates(fold(value))
    if dates:
        value = value[: dates[0].start]
    if found := IN_BRACKETS.match(value):
        value = found[1]
    folded = fold(value)
    opened = 0
    for at, char in enumerate(folded):  # a closing bracket that the name did not open ends it
        opened += (char in "(（") - (char in ")）")
        if opened < 0:
            value, folded = value[:at], folded[:at]
            break
    while found := CUT.search(folded):
        value, folded = value[: found.start()], folded[: found.start()]
    value = value.lstrip(AROUND).rstrip(AFTER)
    if found := PAPER.match(fold(value)):
        value = value[: found.end()]
    return value if 1 < len(value) <= LONGEST and not NOBODY.fullmatch(fold(value)) else None
