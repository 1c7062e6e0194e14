"""Lines above the text: what a page says about itself, and where it stands on its site."""

import re

from pipelines.lines.junk import (
    CLOCK,
    COLON,
    DATE,
    EDITORS,
    NAME,
    NUMERIC,
    ORIGIN,
    PUBLISHED,
    WRITTEN,
    any_of,
    pattern,
    starts,
    table,
)

COUNTS = r"(?:阅读|浏览|点击|访问|评论|查看)(?:次数|量|数)? 人气 点击率 热度"
INDEX = (
    r"标\s*签 关键[词字] 栏\s*目 分\s*类 索\s*引\s*号 信息索引 文\s*号 发文(?:机关|字号) 成文日期 生成日期"
    r" 主题词? 下载地址 名\s*称 有效性"
)
NUMERAL_CHARS = "一二三四五六七八九十廿卅〇○零oO"
LABELS = rf"{ORIGIN} {PUBLISHED} {EDITORS} {INDEX} 作\s*者 时\s*间 日\s*期 供稿(?:单位)?"
WEEKDAY = r"(?:星期|周)[一二三四五六日天]"
NOT_SENTENCE = r"[^。，,；;！？]*"

DOCUMENT_NUMBER = pattern(
    "document number",
    r"^\W*[\u4e00-\u9fff]{0,14}\s?[〔\[(（【﹝]?\s?(?:19|20)\d\d\s?[〕\])）】﹞年]\s?第?\s?\d{1,5}\s?号\W*$",
    36,
)
# Between headline and text.
HEADER = table(
    starts("label", LABELS, COLON, 160),
    starts("count", COUNTS, rf"{COLON}\s*(?:\d|\W*$)", 160),
    starts("person", "记者 通讯员", COLON + NAME, 40),
    starts("empty label", r"来\s*源 发布(?:时间|日期|于) 发表于 原标题 更新时间", r"\W*$", 12),
    starts("published", "发布(?:时间|日期)? 更新(?:时间|日期)? 时间 日期", rf"\s?{DATE}{NOT_SENTENCE}$", 80),
    pattern("date", rf"^\W*{WRITTEN}\W*$", 30),
    pattern(
        "date",
        rf"^\W*(?:中?华?民国)?[\d {NUMERAL_CHARS}百元]{{0,10}}年?[\d {NUMERAL_CHARS}]{{1,4}}月(?:[\d {NUMERAL_CHARS}]{{0,4}}[日号])?\W*$",
        30,
    ),
    pattern("date", rf"^\W*\d{{2,4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?:[T\s]*{CLOCK}[Z+:.\d]*)?\W*$", 40),
    pattern("name and day", r"^[^\s。，,；;]{2,20}\s+(?:\d+\s?(?:天|小时|分钟)前|[昨今前]天)\W*$", 36),
    pattern("date", r"^\W*(?:\d+\s?(?:天|小时|分钟|周|个月)前|[昨今前]天|刚刚)(?:\s*\d\d:\d\d)?\W*$", 16),
    pattern("date", rf"^\W*\d{{1,2}}[-/月]\d{{1,2}}日?\s+{CLOCK}\W*$", 24),
    pattern("date and name", rf"^\W*\d\d-\d\d\s+{CLOCK}\s[^。，,；;]{{2,20}}$", 40),
    pattern("date and name", rf"^{NUMERIC}\s(?:{CLOCK}\s)?[|·]?\s?[^。，,；;]{{2,20}}$", 50),
    pattern(
        "date", rf"^[\W_]*{DATE}[\s|（）()]*(?:{WEEKDAY}\W*)?(?:[上下]午|晚上|凌晨)?(?:{CLOCK})?\W*$", 48
    ),
    pattern("date and time", rf"^{NOT_SENTENCE}{DATE}\W{{0,4}}{CLOCK}{NOT_SENTENCE}$", 100),
    pattern(
        "name and date",
        rf"^[^。，,；;]{{2,20}}\s(?:www\.\S{{4,40}}\s)?[-—|]?\s?{DATE}(?:\s[^。，,；;]{{0,20}})?$",
    ),
    pattern("date and count", rf"^{DATE}\s+[^。，,；;]{{0,30}}(?:阅读|浏览|点击|评论|查看|版)", 80),
    pattern("date and name", rf"^[\W_]*{DATE}[\s|｜·◎●■—-]+[^\s。，,；;]{{2,24}}$", 50),
    pattern(
        "date and label",
        rf"^[\W_]*{DATE}[^。]{{0,16}}\W(?:来\s*源|作\s*者|(?:责任)?编\s*辑|责\s*编){COLON}",
        120,
    ),
    pattern(
        "published on", rf"^[^\s。，,；;]{{0,16}}\s*(?:发[布表]|刊)于\s?(?:{DATE}|[昨今前]天)[^。]{{0,16}}$"
    ),
    pattern(
        "account", r"^(?:平安[\u4e00-\u9fff]{2,3}|[\u4e00-\u9fff]{2,6}(?:警方|公安|网警|反诈|发布|融媒))$", 10
    ),
    pattern("account", r"^[^\s。，,]{2,16}\s?\+\s?(?:关注|订阅)$", 24),
    starts("account", "(?:微信)?公众号", COLON + NAME, 40),
    pattern("weekday", rf"^{WEEKDAY}$", 5),
    DOCUMENT_NUMBER,
    pattern("press release", r"^\W*(?:新闻(?:公报|稿|发布)|通稿)\W*$", 12),
    pattern(
        "count", r"^(?:\d+\s*(?:阅读|浏览|评论|点赞)|发布一下|(?:阅读|评论|点赞|浏览|人气)\s*\(?\d+\)?)", 30
    ),
    starts(
        "tools",
        r"[大小]?字号 字体(?:大小)? 字型大小 大\s*中\s*小 听新闻 打印 语音播报",
        r"\W*(?:$|\s|大|中|小)",
        40,
    ),
    starts("share", r"分享(?:到|至)?", r"\W*$", 12),
    starts("original title", r"原标题 原题", longest=160),
    starts("abstract", r"摘\s*要 内容(?:摘要|提要) 核心提示 导\s*读", r"[\]】)）:：]", 400),
    starts("caption", r"资料图 图(?:片)?[为:：]", longest=120),
    pattern(
        "caption", r"^(?:[^。]*\s)?[^\s。]{2,14}供图[)）]?$|(?:报道|视频|网页|网络|监控)截图[)）]?$", 120
    ),
    starts("caption", r"(?:网络|资料|示意|视频|新闻)?(?:配图|图片|截图)", r"\W*$", 12),
    pattern(
        "follow",
        r"^(?!.*。).*(?:[点戳]击?(?:上方|蓝字|右上|下方)|上方(?:的)?蓝字|关注.{0,12}(?:公众号|微信号))|^\W*关注我们\W*$",
        80,
    ),
    pattern("length", r"^(?:本文|全文).{0,4}\d+\s?字|^阅读(?:需|约|时长)", 40),
    starts("scan", r"扫一扫\W*(?:在?手机|分享|微信|用手机)", longest=40),
    pattern("scan", r"^(?!.*。).*长按.{0,6}(?:识别|二维码)", 80),
    pattern(
        "loading",
        r"^[^。，,]{0,10}加载中[，,.…]{0,6}(?:请稍[候等后])?[。.…]{0,6}$|^若?长时间(?:无|未)响应.{0,4}请?刷新",
        40,
    ),
    pattern("account", r"^[@#＃][^\s。，]{2,24}$", 26),
)

# Above the headline.
MENU = table(
    pattern("place", r"^(?!.*。).*(?:当前|现在|所在|所处)的?位置\s*[:：]|^您的位置", 160),
    starts("search", "站内(?:检索|搜索) 热词 热搜词? 请输入关键[词字]", longest=60),
    pattern("path", r"^\W*(?:网站)?首页\s*[>›»→/|\-]", 120),
    starts(
        "button", "登录 注册 推广 导航 搜索 菜单 收藏 打印 首页 广告 正文 站内搜索 设为首页 加入收藏", r"$", 8
    ),
    starts(
        "button",
        "返回(?:首页|列表|顶部)? 放大 缩小 朗读 返回目录 (?:版面|标题)导航 展开通版",
        r"(?:\W|$)",
        40,
    ),
    pattern("newspaper", r"[上下]一版|^\W*[上下]一期\W*(?:$|[上下])|^第?\s*[A-Z]?\d{1,3}\s*版(?:\W|$)"),
    pattern("newspaper", r"^[\u4e00-\u9fff]{2,4}\s?[·:：|]?\s?(?:第\s?)?[A-Z]?\d{1,3}\s?版$", 16),
    pattern("newspaper", r"(?:报章|报纸|总).{0,2}第\s?\d+\s?[号期]"),
    pattern("browser", r"^(?!.*。.).*(?:您(?:使用)?的浏览器|不支持javascript|升级(?:您的)?浏览器)", 120),
    pattern("page title", r"_[^_]{2,20}_|_[^_]{2,12}(?:网|频道|新闻|论坛|资讯|在线|日报)$", 120),
    pattern("address", r"^(?:www\.|https?://|site logo)", 80),
    starts(
        "forum", "马上注册 您需要\\s?登录 没有[帐账]号 电梯直达 只看(?:该作者|大图|楼主) 倒序浏览", longest=80
    ),
    starts(
        "forum",
        "楼主 沙发 主题 帖子 积分 精华 威望 金钱 注册时间 在线时间 最后登录 阅读权限",
        r"\W*\d*\W*$",
        20,
    ),
)
MENU_WORDS = re.compile(
    r"无障碍|关怀版|长者|简体|繁[体體]|english|登录|注册|首页|客户端|寄给朋友|数字报刊|新闻中心|政务公开"
    r"|办事服务|互动交流|网站地图|联系我们|关于我们|英文版|rss|字号|专题专栏|收藏",
    re.IGNORECASE,
)
# Columns that no headline of so many words is made of.
COLUMN = re.compile(
    r"\b(?:要闻|时政|国内|国际|社会|财经|体育|娱乐|图片|视频|专题|评论|首页|(?:机构|组织)\w{2}|下载\w{2}|\w{2}(?:动态|公告|指南|概况|简介|公开))\b"
)
WORDS = 4  # words of a row of columns
# 云岭网 - 法治, 云岭大学 | 保卫处; a series before a stroke (以案说法 | 刷单骗局) belongs to its headline.
SITE_AND_COLUMN = re.compile(
    r"[\u4e00-\u9fffA-Za-z]{1,14}(?:网|网站|网警|在线|大学|学院|公安[局厅]|检察院|法院|政府|[日晚]报|频道|论坛|新闻)\s?[-—|｜·>›»]{1,2}\s?[\u4e00-\u9fff]{2,6}"
)
PROVINCES = re.compile(
    r"北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西"
    r"|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆"
)
PROVINCE_LIST = 4  # province names in a line without a comma are a menu
PATH_SPLIT = re.compile(r"[>›»]")
STEP = 16  # letters of a step of a breadcrumb
SHORT_STEP = re.compile(r"[\u4e00-\u9fff:：]{2,10}")  # both steps where there are only two


def is_path(folded: str) -> bool:
    """Tell a breadcrumb: short steps, the last of three or more as long as a headline."""
    if len(folded) > 120 or "。" in folded:
        return False
    steps = [step.strip() for step in PATH_SPLIT.split(folded)]
    if len(steps) == 2:
        return all(SHORT_STEP.fullmatch(step) for step in steps)
    return len(steps) > 2 and all(len(step) <= STEP for step in steps[:-1])


def is_menu(folded: str) -> bool:
    """Tell whether a line says where the page stands on its site: breadcrumb, menu, list of provinces."""
    if any_of(MENU, folded) or is_path(folded) or SITE_AND_COLUMN.fullmatch(folded):
        return True
    if len(folded) > 200 or any(mark in folded for mark in "，,、。；;"):
        return False
    words = folded.split()
    if "首页" in words and len(words) > 2:
        return True
    if len(words) >= WORDS and all(1 < len(word) <= 6 for word in words) and COLUMN.search(folded):
        return True
    return len(MENU_WORDS.findall(folded)) >= 2 or len(set(PROVINCES.findall(folded))) >= PROVINCE_LIST


def is_header(folded: str) -> bool:
    """Tell whether a line above the text is about the page: date, source, counter, caption."""
    return any_of(HEADER, folded)
