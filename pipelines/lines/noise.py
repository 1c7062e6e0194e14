"""Lines that are no text wherever they stand: spam, prompts of a portal, random strings of a forum."""

import re

from pipelines.kinds.alternatives import by_first_character
from pipelines.lines.junk import STARS, Line, any_of, pattern, starts, table

PROMPTS = table(
    pattern(
        "image",
        r"^打开.{2,8}(?:新闻|客户端|APP)\s?查看|^点击(?:查看|加载)(?:更多|全文|大图)|^查看更多图片",
        40,
    ),
    starts("player", "展开全文 视频加载 人工智能朗读 进入全屏 退出全屏 倍速播放", longest=40),
    pattern("player", r"^\d{1,2}:\d{2}\s?/\s?\d{1,2}:\d{2}$", 16),
    starts("archive image", "资料图(?:片)?(?:仅供参考)?", r"\W*$", 30),
    pattern("template", r"^(?:begin|end)\s*-->$|^\W*(?:end|全文完|完)\W*$", 12),
    pattern("page numbers", r"^(?:[【\[]\d{1,2}[】\]]\s?){2,}$", 80),
    pattern("newspaper", r"^[(（]?(?:[上下](?:转|接)|紧接).{0,12}版[)）]?$", 20),
    pattern(
        "code",
        r"^x?(?:用)?微信扫(?:描|一扫).{0,8}二维码.{0,4}分享至?好友和朋友圈x?$|^分享至好友和朋友圈$",
        40,
    ),
)
SPAM = by_first_character(
    (
        r"国产(?:精品|一区|在线|无码|视频)|[一二三]区[一二三]区|无码|久久.{0,4}(?:精品|大香|综合)",
        r"成人(?:视频|电影|网)|[Aa][Vv](?:在线|电影|网)|(?:比分|足球|体育)(?:直播|在线|投注|官网)|投注(?:官网|平台|网)",
        r"娱乐(?:城|官网|平台|(?i:app))|百家乐|(?:彩票|棋牌|博彩)(?:官网|(?i:app)|注册)",
        r"(?:凯发|亚博|开云|乐鱼|爱游戏|华体会|威尼斯人|葡京|必威|万博).{0,6}(?:(?i:app)|官网|体育|娱乐|国际)",
    )
)
SPAM_LENGTH = 120
# A sentence, or any word of police work, is kept: notices speak of betting too.
NOTICE = re.compile(r"。|警|诈|骗|公安|案|犯罪|打击|举报|赌|检察|法院|淫秽|查处|非法")
# Discuz scatters strings of printable ASCII through a post against copying; the mark before is the text's.
NOISE_TOKENS = re.compile(r"(?=[!-~])(?![!?.,;:)%] )(?:(?<![!-~])[!-~]{1,2} ){3,}[!-~]{1,3}\s*")
BLANKS_IN_TOKENS = 3
NOISE_LINE = re.compile(r"^[!-~]{14,24}$")
PUNCTUATION = re.compile(r"[^\w\s.\-/:@]")
ADDRESS = re.compile(r"https?://|www\.|@\w")
MARKS = re.compile(r"[^\w\s.\-]")
LATIN = re.compile(r"[A-Za-z]")


def is_spam(folded: str) -> bool:
    """Tell a betting or adult line from a notice that speaks of betting."""
    return len(folded) <= SPAM_LENGTH and bool(SPAM.search(folded)) and not NOTICE.search(folded)


def is_noise(folded: str) -> bool:
    """Tell a line without a letter or digit, or of random ASCII, from text."""
    if not (folded[:1].isalpha() or any(c.isalpha() or c.isdecimal() for c in folded)):
        return True
    return (
        bool(NOISE_LINE.match(folded))
        and len(PUNCTUATION.findall(folded)) >= 3
        and not ADDRESS.search(folded)
    )


def without_tokens(line: str) -> str:
    """Return a line without the random tokens glued to it, and without the bar of a table's edge."""
    if " " not in line:
        return line
    if line.count(" ") < BLANKS_IN_TOKENS:
        return line.removesuffix(" |").strip()

    def keep_plain(match: re.Match[str]) -> str:
        return "" if len(set(MARKS.findall(match[0]))) >= 2 and LATIN.search(match[0]) else match[0]

    return NOISE_TOKENS.sub(keep_plain, line).removesuffix(" |").strip()


def drop_noise(lines: list[Line]) -> tuple[list[Line], bool]:
    """Return the lines without spam, prompts and random strings, and whether there was spam."""
    kept, spam = [], False
    for line in lines:
        if is_spam(line.folded):
            spam = True
        elif (
            not line.text
            or STARS.match(line.text)
            or not (is_noise(line.folded) or any_of(PROMPTS, line.folded))
        ):
            kept.append(line)
    return kept, spam
