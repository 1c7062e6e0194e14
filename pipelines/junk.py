"""What a page prints around its text: one row a pattern, each table for one place.

Patterns run on folded lines (simplified, half-width letters and digits); punctuation may be of either width.
A row counts for lines up to its length only, so that no paragraph is taken for a label and long lines cost nothing.
"""

import re
from dataclasses import dataclass

COLON = r"\s*[:：丨|]"
DATE = r"(?:(?:19|20)\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}日?|\d{1,2}\.\d{1,2}\.20\d\d)"
CLOCK = r"\d{1,2}\s*[:：∶时]\s*\d{2}"
NAME = r"[^。，,；;？?！!：:]{0,20}$"  # what may follow the label of a person
ORIGIN = r"来\s*源(?:于)?|(?:信息|稿件|文章|本文|新闻|内容|图片|图文|资料|消息)来源|(?:本文)?转自|来稿"
PUBLISHED = r"发布(?:者|人|单位|机构|部门|时间|日期|于)?|发表(?:时间|日期|于)|更新(?:时间|日期)?|发稿时间"
PEOPLE = r"责任编辑|责\s*编|值班编辑|本期编辑|执行编辑|网络编辑|编\s*辑|审\s*核|校\s*对|编\s*审|监\s*制|初\s*审|复\s*审|终\s*审|撰\s*稿"
COUNTS = r"(?:阅读|浏览|点击|访问)(?:次数|量|数)?|人气|点击率|评论|查看|字号|字体(?:大小)?|打印|分享(?:到)?"
INDEX = r"标\s*签|关键[词字]|栏\s*目|分\s*类|索\s*引\s*号|信息索引|文\s*号|发文(?:机关|字号)|发布机构|成文日期|生成日期|主题词?|下载地址|名\s*称|有效性"


@dataclass(frozen=True)
class Junk:
    """A kind of line outside the text; `longest` is the length above which a line is not of this kind."""

    name: str
    pattern: re.Pattern[str]
    longest: int = 60


def row(name: str, pattern: str, longest: int = 60) -> Junk:
    """Return a row of a table below."""
    return Junk(name, re.compile(pattern, re.IGNORECASE), longest)


# Between headline and text: what the page says about itself.
HEADER = (
    row(
        "label",
        rf"^[\W_]*(?:{ORIGIN}|{PUBLISHED}|{PEOPLE}|{COUNTS}|{INDEX}|作\s*者|时\s*间|日\s*期|供稿(?:单位)?){COLON}",
        160,
    ),
    row("person", rf"^[\W_]*(?:记者|通讯员){COLON}{NAME}", 40),
    row("empty label", r"^\W*(?:来\s*源|发布(?:时间|日期|于)|发表于|原标题|更新时间)\W*$", 12),
    row(
        "date",
        rf"^[\W_]*{DATE}[\s|（）()]*(?:(?:星期|周)[一二三四五六日天]\W*)?(?:{CLOCK}(?:[:：]\d\d)?)?\W*$",
        48,
    ),
    row("date and time", rf"^[^。，,；;！？]*{DATE}\W{{0,4}}{CLOCK}[^。，,；;！？]*$", 100),
    row("name and date", rf"^[^。，,；;]{{2,20}}\s[-—|]?\s?{DATE}(?:\s[^。，,；;]{{0,20}})?$", 60),
    row("date and count", rf"^{DATE}\s+[^。，,；;]{{0,30}}(?:阅读|浏览|点击|评论|查看|版)", 80),
    row("weekday", r"^(?:星期|周)[一二三四五六日天]$", 5),
    row("count", r"^(?:\d+\s*(?:阅读|浏览|评论|点赞)|发布一下|(?:阅读|评论|点赞|浏览|人气)\s*\(?\d+\)?)", 30),
    row(
        "tools",
        r"^\W*(?:字号|字体|字型大小|大\s*中\s*小|人工智能朗读|语音播报|听新闻|打印本页)\W*(?:$|\s|大|中|小)|^\W*分享(?:到|至)?\W*$",
        40,
    ),
    row("original title", r"^\W?原(?:标题|题)", 160),
    row("abstract", r"^[\[【(（]?(?:摘\s*要|内容摘要|核心提示|导\s*读)[\]】)）:：]", 400),
    row("caption", r"^[(（\[【]?资料图|^[(（\[【]?图(?:片)?[为:：]|(?:供图|截图)[)）]?$", 120),
    row("caption", r"^[(（\[【]?(?:网络|资料|示意|视频|新闻)?(?:配图|图片|截图)[^\w]*$", 12),
    row(
        "follow",
        r"点击(?:上方|蓝字|右上|下方)|上方(?:的)?蓝字|长按.{0,6}(?:识别|二维码)|关注.{0,12}(?:公众号|微信号)",
        80,
    ),
    row("account", r"^[@#＃][^\s。，]{2,24}$", 26),
)

# Above the headline: where the page stands on its site.
MENU = (
    row("place", r"(?:当前|现在|所在|所处)的?位置|^您的位置", 160),
    row("path", r"^\W*(?:网站)?首页\s*[>›»→/|\-]", 120),
    row(
        "menu",
        r"^(?:登录|注册|推广|导航|搜索|菜单|收藏|打印|首页|返回(?:首页|列表|顶部)?|广告|正文|站内搜索|设为首页|加入收藏)$",
        8,
    ),
    row(
        "newspaper",
        r"[上下]一[版期]|^第?\s*[A-Z]?\d{1,3}\s*版(?:\W|$)|展开通版|(?:报章|报纸|总)\W?.{0,3}第?\s*\d+\s*[号期]",
        60,
    ),
    row("address", r"^(?:www\.|https?://|site logo)", 80),
)
MENU_WORDS = re.compile(
    r"无障碍|关怀版|长者|简体|繁[体體]|english|登录|注册|首页|客户端|寄给朋友|数字报刊|新闻中心|政务公开|办事服务|互动交流|"
    r"网站地图|联系我们|关于我们|英文版|rss|字号|专题专栏|rss订阅|收藏",
    re.IGNORECASE,
)
PROVINCES = re.compile(
    r"北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|"
    r"海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆"
)
PROVINCE_LIST = 4  # province names in a line without a comma are a menu
PATH_SPLIT = re.compile(r"[>›»]")

# Below the text: from such a line on, nothing is text.
OWN = r"本(?:站|网站|网(?!讯)|平台|号|公众号|文(?:为|来源|系|仅|章|内容|转))"
CLOSING = (
    row(
        "related",
        rf"^\W*(?:相关|延伸|推荐|精彩|热门|更多|最新|热点|新闻|随机|往期)(?:的)?(?:阅读|新闻|文章|链接|推荐|资讯|报道|排行)(?:{COLON}|\W*$)",
        160,
    ),
    row(
        "related",
        r"^\W*(?:猜你喜欢|为您推荐|您可能(?:还)?(?:喜欢|感兴趣)|大家都在看|看了还看|继续阅读|更\s*多\W*$|查看更多|热门文章|往期回顾|下篇文章|赞助商)",
        200,
    ),
    row(
        "neighbours",
        r"^\W*(?:[上下]一?(?:篇|条|页|图集)|[前后]一篇|返回(?:列表|首页|顶部))(?:[\s:：<>|»]|$)",
        200,
    ),
    row(
        "share",
        r"^\W*(?:分享(?:到|至)|扫一扫\W*(?:在?手机|分享|微信|用手机|关注)|微信扫(?:一扫|码)分享|打印(?:本页|此页|本文)|关闭(?:窗口|本页))",
        120,
    ),
    row(
        "comments",
        r"^\W*(?:发表评论|网友评论|我要评|评论(?:\W*\d*\W*$|区|列表)|留言须知|留言板\W*$|用户评论|最新评论|已有\d+条评论|文明上网)",
        120,
    ),
    row("disclaimer", r"^\W*(?:免责|版权)(?:声明|申明|说明)(?:\W|$)|^\W*敬告读者", 2000),
    row("disclaimer", rf"^\W*(?:郑重|特别|法律|侵权)?声\s*明\W.{{0,40}}(?:{OWN}|转载|版权|侵权|原创)", 2000),
    row(
        "disclaimer",
        rf"^\W*(?:\d[.、．]\s*)?(?:{OWN}|凡(?:本网|注明|本站)).{{0,60}}(?:版权|侵权|转载|著作权|不代表|文责自负|联系删除|注明出处)",
        2000,
    ),
    row(
        "disclaimer",
        r"转载[^。]{0,12}注明(?:出处|来源)|侵权[^。]{0,16}联系(?:我们|本站)?(?:删除|处理)|版权事宜|不代表本(?:网|站)",
        120,
    ),
    row(
        "original",
        r"^\W*(?:原文(?:链接|地址|网址|出处|标题)|本文(?:地址|链接|网址|标签)|文章(?:地址|链接)|阅读原文|查看原文|查看完整版本)",
        400,
    ),
    row(
        "licence",
        r"ICP\s*(?:备|证|许可)|公网安备|网站标识码|copyright\s*(?:©|\(c\)|\d)|版权所有(?:\s*[:：©]|\s|$)|^powered by",
        300,
    ),
    row("editor", rf"^[\W_]*(?:{PEOPLE})(?:{COLON}|/)", 120),
    row("contact", r"^\W*(?:合作|商务|进群|加群|爆料|广告).{0,8}(?:QQ|微信|邮箱|热线|电话)", 80),
    row("clock", r"^\W*GMT\s*[-+]\d", 60),
)
# Lines that belong to a licence line if they stand close above it.
OWNER = row(
    "owner",
    rf"^\W*(?:主办|承办|网站管理|技术支持|建设(?:单位|维护)|运行维护|管理单位|网站地图|关于我们)(?:单位)?(?:{COLON}|\W|$)",
    160,
)
OWNER_WITHIN = 6

# Below the text too, but the text may go on after them.
LABELLED = (
    row("label", rf"^\W*(?:{ORIGIN}|关键[词字]|标\s*签|tags?|发布(?:时间|日期)|更新时间){COLON}", 100),
    row(
        "person",
        rf"^(?:作\s*者|记\s*者|通讯员|供\s*稿(?:单位)?|图文|文图|[图文][/／、][图文]|摄\s*影|排\s*版|美\s*编|策\s*划|制\s*作|出\s*品)"
        rf"{COLON}{NAME}",
        40,
    ),
    row("original title", r"^\W?原标题", 120),
    row("clock", rf"^(?:[^\s。，,]{{0,12}}\s)?{DATE}\s{CLOCK}(?:[:：]\d\d)?(?:\s|$)", 80),
    row("app", r"^.{2,12}客户端$", 16),
    row("account", r"^(?:微信公众号|官方微信|官方微博|公众号)\W*$", 20),
    row("scan", r"^\W*(?:长按|扫码|扫描|识别).{0,12}(?:二维码|关注)", 40),
)

# Wherever they stand.
PROMPTS = (
    row(
        "image prompt",
        r"^(?:打开.{2,8}(?:新闻|客户端|APP)\s?查看|点击(?:查看|加载)(?:更多|全文|大图)|展开全文|查看更多图片|视频加载|人工智能朗读)",
        40,
    ),
    row("archive image", r"^[(（【\[]?资料图(?:片)?(?:仅供参考)?[)）】\]]?$", 30),
    row("template", r"^(?:begin|end)\s*-->$|^\W*(?:end|全文完)\W*$", 12),
    row("page numbers", r"^(?:[【\[]\d{1,2}[】\]]\s?){2,}$", 80),
    row("newspaper", r"^[(（]?(?:[上下](?:转|接)|紧接).{0,12}版[)）]?$", 20),
    row(
        "code box",
        r"^x?(?:用)?微信扫(?:描|一扫).{0,8}二维码.{0,4}分享至?好友和朋友圈x?$|^分享至好友和朋友圈$",
        40,
    ),
)

SPAM = re.compile(
    r"国产(?:精品|一区|在线|无码|视频)|[一二三]区[一二三]区|无码|久久.{0,4}(?:精品|大香|综合)|成人(?:视频|电影|网)|av(?:在线|电影|网)|"
    r"(?:比分|足球|体育)(?:直播|在线|投注|官网)|投注(?:官网|平台|网)|娱乐(?:城|官网|平台|app)|百家乐|(?:彩票|棋牌|博彩)(?:官网|app|注册)|"
    r"(?:凯发|亚博|开云|乐鱼|爱游戏|华体会|威尼斯人|葡京|必威|万博).{0,6}(?:app|官网|体育|娱乐|国际)",
    re.IGNORECASE,
)
NOTICE = re.compile(r"。|警|诈|骗|公安|案|犯罪|打击|举报|赌|检察|法院|淫秽|查处|非法")
STARS = re.compile(r"^[*＊]{5,}$")
SENTENCE = re.compile(r"。|[；;：:，,、]$|[，,；;].*[，,；;].*[，,；;]")
# Discuz scatters strings of printable ASCII through a post against copying.
NOISE_TOKENS = re.compile(r"(?:(?<![!-~])[!-~]{1,2} ){3,}[!-~]{1,3}\s*")
NOISE_LINE = re.compile(r"^[!-~]{14,24}$")
PUNCTUATION = re.compile(r"[^\w\s.\-/:@]")
ADDRESS = re.compile(r"https?://|www\.|@\w")
LATIN = re.compile(r"[A-Za-z]")


def any_of(table: tuple[Junk, ...], folded: str) -> bool:
    """Tell whether a folded line is of one of the kinds."""
    return any(len(folded) <= kind.longest and kind.pattern.search(folded) for kind in table)


def is_spam(folded: str) -> bool:
    """Tell a betting or adult line from a notice that speaks of betting, and from a sentence with an advert in it."""
    return len(folded) <= 120 and bool(SPAM.search(folded)) and not NOTICE.search(folded)


def is_noise(folded: str) -> bool:
    """Tell a line without a letter or digit, or of random ASCII, from text."""
    if not any(c.isalpha() or c.isdecimal() for c in folded):
        return True
    return (
        bool(NOISE_LINE.match(folded))
        and len(PUNCTUATION.findall(folded)) >= 3
        and not ADDRESS.search(folded)
    )


def without_noise(line: str) -> str:
    """Return a line without the random tokens that a forum glued to it, and without the bar of a table's edge."""
    if " " not in line:
        return line

    def keep_plain(match: re.Match[str]) -> str:
        return "" if len(PUNCTUATION.findall(match[0])) >= 2 and LATIN.search(match[0]) else match[0]

    return NOISE_TOKENS.sub(keep_plain, line).removesuffix(" |").strip()


def is_path(folded: str) -> bool:
    """Tell a breadcrumb: three short steps, or two and an open end."""
    if len(folded) > 120 or "。" in folded:
        return False
    steps = [step.strip() for step in PATH_SPLIT.split(folded)]
    return len(steps) > 2 and all(len(step) <= 16 for step in steps[:-1])


def is_menu(folded: str) -> bool:
    """Tell whether a line says where the page stands on its site: breadcrumb, menu, list of provinces."""
    if any_of(MENU, folded) or is_path(folded):
        return True
    if len(folded) > 200 or any(c in folded for c in "，,。；;"):
        return False
    return len(MENU_WORDS.findall(folded)) >= 2 or len(set(PROVINCES.findall(folded))) >= PROVINCE_LIST


def is_header(folded: str) -> bool:
    """Tell whether a line above the text is about the page: date, source, counter, caption."""
    return any_of(HEADER, folded)


def is_paragraph(folded: str) -> bool:
    """Tell running text from a headline or a label: a full stop, a list, or sheer length."""
    return len(folded) > 60 or bool(SENTENCE.search(folded))
