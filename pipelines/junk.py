"""What a page prints around its text: one row a pattern, each with the place where it counts.

Patterns run on folded lines (simplified, half-width letters and digits); punctuation may be of either width.
"""

import re
from dataclasses import dataclass

SENTENCE = re.compile(r"。|[；;：:，,、]$|[，,；;].*[，,；;].*[，,；;]")
DATE = r"(?:(?:19|20)\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}日?|\d{1,2}\.\d{1,2}\.20\d\d)"
CLOCK = r"\d{1,2}\s*[:：∶时]\s*\d{2}"
COLON = r"\s*[:：丨|]"
OPEN = r"[\[【(（<《]?\s*"
PROVINCES = re.compile(
    r"北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|"
    r"海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆"
)
LABELS = (
    r"来\s*源(?:于)?|(?:信息|稿件|文章|本文|新闻|内容|图文|资料|消息)来源|(?:本文)?转自|来稿|作\s*者|发布(?:者|人|单位|机构|部门|时间|日期|于)?|"
    r"发表(?:时间|日期|于)?|时\s*间|日\s*期|更新(?:时间|日期)?|编辑|责任编辑|责编|记者|通讯员|审核|校对|初审|复审|终审|撰稿|供稿(?:单位)?|"
    r"(?:阅读|浏览|点击|访问)(?:次数|量|数)?|人气|点击率|字号|字体|字体大小|打印|分享(?:到)?|标签|关键[词字]|栏目|分类|索引号|信息索引|文号|"
    r"发文机关|成文日期|生成日期|主题词?|下载地址|网站标识|导读|摘要"
)


@dataclass(frozen=True)
class Junk:
    """A kind of line outside the text; `longest` is the length above which a line is no longer of this kind."""

    name: str
    pattern: re.Pattern[str]
    longest: int = 60


def row(name: str, pattern: str, longest: int = 60) -> Junk:
    """Return a row of a table below."""
    return Junk(name, re.compile(pattern, re.IGNORECASE), longest)


# Above the text: moved to the head until the first line of another kind.
HEAD = (
    row("label", rf"^{OPEN}(?:{LABELS}){COLON}", 160),
    row("empty label", rf"^{OPEN}(?:来\s*源|发布(?:时间|日期|于)|发表于|原标题|更新时间)\W*$", 12),
    row(
        "date",
        rf"^[\W_]*{DATE}[\W_日]*(?:(?:星期|周)[一二三四五六日天]\W*)?(?:{CLOCK}(?:[:：]\d\d)?)?\W*$",
        48,
    ),
    row("date and time", rf"{DATE}\W{{0,4}}{CLOCK}", 100),
    row("name and date", rf"^.{{2,20}}\s[-—|]?\s?{DATE}(?:\s.{{0,20}})?$", 60),
    row("date and count", rf"^{DATE}\s+.{{0,30}}(?:阅读|浏览|点击|评论|查看|版)", 80),
    row("weekday", r"^(?:星期|周)[一二三四五六日天]$", 5),
    row("place", r"(?:当前|现在|所在|当前的|现在的|所处的?)(?:的)?位置|^您的位置", 160),
    row("path", r"^\W*(?:网站)?首页\s*[>›»→/|\-]", 120),
    row("path", r"^[^>›»。，]{1,16}(?:\s*[>›»]\s*[^>›»。，]{0,16}){2,}$", 120),
    row("path", r"^[^>›»。，]{2,10}\s*[>›»]+\s*[^>›»。，]{2,10}\s*[>›»]*$", 30),
    row(
        "menu",
        r"^(?:登录|注册|推广|导航|搜索|菜单|收藏|打印|首页|返回(?:首页|列表|顶部)?|广告|正文|站内搜索|设为首页|加入收藏)$",
        8,
    ),
    row(
        "menu",
        r"(?:无障碍|关怀版|长者|简体版?|繁[体體]版?|English|登录|注册|网站首页|客户端下载|寄给朋友|数字报刊)(?:\s|$|\|)",
        120,
    ),
    row(
        "newspaper",
        r"上一[版期篇]|下一[版期篇]|^第?\s*[A-Z]?\d{1,3}\s*版\W|^展开通版|(?:报章|报纸|总)\W?.{0,3}第?\s*\d+\s*[号期]",
        60,
    ),
    row(
        "count",
        r"^(?:\d+\s*(?:阅读|浏览|评论|点赞|次)|发布一下|(?:阅读|评论|点赞|浏览|人气)\s*\(?\d+\)?)",
        30,
    ),
    row(
        "tools",
        r"^\W*(?:字号|字体|字型大小|大\s*中\s*小|人工智能朗读|语音播报|听新闻|收听|打印本页|分享至?到?)\W*",
        40,
    ),
    row("original title", r"^[(（\[【]?原(?:标题|题)", 160),
    row("abstract", r"^[\[【(（]?(?:摘\s*要|内容摘要|核心提示|导\s*读)[\]】)）:：]", 400),
    row(
        "caption",
        r"^[(（\[【]?(?:资料图|图[为:：片]|(?:网络|资料|示意|视频|新闻)?(?:配图|图片|截图)\W*$)|(?:供图|截图)[)）]?$",
        120,
    ),
    row(
        "follow",
        r"点击(?:上方|关注|蓝字|右上|下方)|上方(?:的)?蓝字|长按.{0,6}(?:识别|二维码)|关注.{0,12}(?:公众号|微信)",
        80,
    ),
    row("site", r"^(?:www\.|https?://|site logo)|^.{2,12}(?:论坛|网站|客户端)$", 80),
    row("account", r"^[@#＃][^\s。，]{2,24}$", 26),
)

# Below the text: from such a line on, everything is foot.
CLOSING = (
    row(
        "related",
        rf"^\W*(?:相关|延伸|推荐|精彩|热门|更多|最新|热点|新闻|随机|往期|点击)(?:的)?(?:阅读|新闻|文章|链接|推荐|资讯|报道|内容|专题|"
        rf"信息|导读|评论|回顾|排行)(?:{COLON}|\W*$)",
        160,
    ),
    row(
        "related",
        r"^\W*(?:猜你喜欢|为您推荐|您可能(?:还)?(?:喜欢|感兴趣)|大家都在看|看了还看|继续阅读|更\s*多|查看更多|热门文章|往期回顾|下篇文章|赞助商)",
        200,
    ),
    row(
        "neighbours",
        r"^\W*(?:上一?(?:篇|条|页|图集)|下一?(?:篇|条|页|图集)|前一篇|后一篇|返回(?:列表|首页|顶部))(?:[\s:：<>|»]|$)",
        200,
    ),
    row(
        "share",
        r"^\W*(?:分享(?:到|至)|扫一扫|扫码|微信扫|手机扫|转发到|打印本页|打印(?:此页|本文)?\W*关闭|关闭(?:窗口|本页))",
        120,
    ),
    row(
        "comments",
        r"^\W*(?:发表评论|网友评论|我要评|评论(?:\W*\d*\W*$|区|列表)|留言(?:须知|板)|用户评论|最新评论|已有\d+条评论|文明上网)",
        120,
    ),
    row(
        "disclaimer",
        rf"^\W*(?:免责(?:声明|申明)|版权(?:声明|申明|所有|说明)|郑重声明|特别声明|法律声明|侵权声明|敬告读者|温馨提醒本站)(?:\W|$)",
        2000,
    ),
    row(
        "disclaimer",
        r"^\W*(?:\d[.、．]\s*)?(?:声\s*明\s*[:：]|本(?:站|网|文|平台|网站)|凡(?:本网|注明|本站)|转载|文章).{0,60}"
        r"(?:版权|侵权|转载|著作权|不代表|文责自负|网络收集|联系删除|注明出处)",
        2000,
    ),
    row(
        "disclaimer",
        r"(?:转载|如有侵权|侵权)[^。]{0,20}(?:注明出处|联系(?:我们|本站)?(?:删除|处理))|版权事宜|不代表本(?:网|站)",
        300,
    ),
    row(
        "original",
        r"^\W*(?:原文(?:链接|地址|网址|出处|标题)|本文(?:地址|链接|网址|标签)|文章(?:地址|链接)|链接地址|阅读原文|查看原文|查看完整版本|转载请)",
        400,
    ),
    row(
        "licence",
        r"ICP\s*(?:备|证|许可)|公网安备|网站标识码|^\W*(?:主办(?:单位)?|承办(?:单位)?|网站管理|技术支持|版权所有|copyright|©)\s*[:：©]|"
        r"版权所有\s*[:：©]?|copyright\s*(?:©|\(c\)|\d)|^powered by",
        300,
    ),
    row(
        "editor",
        rf"^[\W_]*(?:责任编辑|责\s*编|值班编辑|本期编辑|执行编辑|网络编辑|编辑|审核|审\s*核|校对|编审|监制)(?:{COLON}|/)",
        120,
    ),
    row("contact", r"^\W*(?:合作|商务|客服|进群|加群|投稿|爆料|广告).{0,8}(?:QQ|微信|邮箱|热线|电话)", 80),
    row("clock", r"^\W*GMT\s*[-+]\d", 60),
)

# Below the text too, but text may go on after them: alone in the foot if a paragraph follows.
LABELLED = (
    row(
        "label",
        rf"^[\W_]*(?:来\s*源|(?:信息|稿件|文章|本文|新闻|内容|图片|资料)来源|(?:本文)?转自|作\s*者|记者|"
        rf"关键[词字]|标签|tags?|发布(?:时间|日期)|更新时间){COLON}",
        100,
    ),
    row("original title", r"^\W*原标题", 120),
    row("clock", rf"^(?:\S{{0,12}}\s)?{DATE}\s{CLOCK}", 80),
    row("app", r"^.{2,12}客户端$", 16),
    row("account", r"^(?:微信公众号|官方微信|官方微博|公众号)\W*$", 20),
)

# Wherever they stand.
PROMPTS = (
    row(
        "image prompt",
        r"^(?:打开.{2,8}(?:新闻|客户端|APP)|点击(?:查看|加载|展开|播放)|展开全文|查看更多(?:图片|内容)|视频加载|人工智能朗读)",
        40,
    ),
    row("archive image", r"^[(（【\[]?资料图(?:片)?(?:仅供参考|来源.{0,12})?[)）】\]]?$", 30),
    row("template", r"^(?:begin|end)\s*-->$|^附件\s*[:：]?$", 12),
)
SPAM = re.compile(
    r"国产(?:精品|一区|在线|无码|视频)|[一二三]区[一二三]区|无码|久久.{0,4}(?:精品|大香|综合)|成人(?:视频|电影|网)|av(?:在线|电影|网)|"
    r"(?:比分|足球|体育)(?:直播|在线|投注|官网)|投注(?:官网|平台|网)|娱乐(?:城|官网|平台|app)|百家乐|(?:彩票|棋牌|博彩)(?:官网|app|注册)|"
    r"(?:凯发|亚博|开云|乐鱼|爱游戏|华体会|威尼斯人|葡京|必威|万博).{0,6}(?:app|官网|体育|娱乐|国际)",
    re.IGNORECASE,
)
CRIME = re.compile(r"警|诈|骗|公安|案|犯罪|打击|举报|赌|检察|法院|淫秽|查处|非法|反诈")
WORD = re.compile(r"[^\W_]")
STARS = re.compile(r"^[*＊]{5,}$")
# Discuz scatters strings of printable ASCII through a post against copying.
NOISE_TOKENS = re.compile(r"(?:(?<![!-~])[!-~]{1,2} ){3,}[!-~]{1,3}\s*")
NOISE_LINE = re.compile(r"^[!-~]{14,24}$")
PUNCTUATION = re.compile(r"[^\w\s.\-/:@]")


def any_of(table: tuple[Junk, ...], folded: str) -> bool:
    """Tell whether a folded line is of one of the kinds."""
    return any(len(folded) <= kind.longest and kind.pattern.search(folded) for kind in table)


def is_spam(folded: str) -> bool:
    """Tell a betting or adult line from a notice that speaks of betting."""
    return len(folded) <= 120 and bool(SPAM.search(folded)) and not CRIME.search(folded)


def is_noise(folded: str) -> bool:
    """Tell a line without a letter or digit, or of random ASCII, from text."""
    if not WORD.search(folded):
        return True
    return bool(NOISE_LINE.match(folded)) and len(PUNCTUATION.findall(folded)) >= 3


def without_noise(line: str) -> str:
    """Return a line without the random tokens that a forum glued to it."""

    def keep_plain(match: re.Match[str]) -> str:
        return "" if len(PUNCTUATION.findall(match[0])) >= 2 and re.search("[A-Za-z]", match[0]) else match[0]

    return NOISE_TOKENS.sub(keep_plain, line)


def is_head(folded: str) -> bool:
    """Tell whether a line above the text is not text: header, menu, path, caption."""
    if (
        len(folded) <= 200
        and len(set(PROVINCES.findall(folded))) >= 8
        and not re.search(r"[，,。；;\d]", folded)
    ):
        return True
    return any_of(HEAD, folded)


def is_paragraph(folded: str) -> bool:
    """Tell running text from a headline or a label: a full stop, a list, or sheer length."""
    return len(folded) > 60 or bool(SENTENCE.search(folded))
