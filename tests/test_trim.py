import pytest

from crawler.fold import fold
from crawler.items import Page
from pipelines.lines.above_text import is_header, is_menu
from pipelines.lines.below_text import text_end
from pipelines.lines.junk import any_of, pattern, starts, table
from pipelines.lines.noise import is_noise, is_spam, without_tokens
from pipelines.lines.opening import find_title
from pipelines.normalise import NormalisePipeline
from pipelines.trim import TrimPipeline

LEAD = "近日，云岭市公安局破获一起电信网络诈骗案，抓获犯罪嫌疑人12名，涉案资金300余万元。"
MORE = "警方提醒，凡是要求转账到“安全账户”的都是诈骗，遇到可疑情况请及时拨打110。"
SIGNED = ["云岭市公安局", "2031年4月2日"]


def read(lines, title=None, content_type="text/plain"):
    page = Page(url="", content_type=content_type, title=title, lines=list(lines))
    return TrimPipeline().process_item(NormalisePipeline().process_item(page))


TITLES = [
    # the headline runs into the text
    (["云岭警方破获电信诈骗案", LEAD], "云岭警方破获电信诈骗案"),
    (["云岭警方破获电信诈骗案", "", "抓获十二人", "", LEAD], "云岭警方破获电信诈骗案"),
    (["情况通报", LEAD], "情况通报"),
    (["通告", LEAD], "通告"),
    # over several lines
    (
        ["年底诈骗案件高发", "云岭警方群发短信", "提醒市民多加防范", LEAD],
        "年底诈骗案件高发云岭警方群发短信提醒市民多加防范",
    ),
    (["云岭市公安局", "", "关于征集线索的通告", "", LEAD], "云岭市公安局关于征集线索的通告"),
    (["云岭市公安局", "关于征集线索的通告", "2031-04-02", LEAD], "云岭市公安局关于征集线索的通告"),
    (["云岭县公安局:", "三月止付超亿元", "2031-04-02 08:44", LEAD], "云岭县公安局:三月止付超亿元"),
    (["云岭县公安局", "悬 赏 通 告", LEAD], "云岭县公安局悬 赏 通 告"),
    # columns above it
    (["警务动态", "云岭警方破获电信诈骗案", LEAD], "云岭警方破获电信诈骗案"),
    (["警方提示", LEAD], "警方提示"),
    (["平安云岭", "4月2日", "云岭警方破获电信诈骗案", "2031-04-02 08:44", LEAD], "云岭警方破获电信诈骗案"),
    (["狮城日报", "狮城", "云岭警方破获电信诈骗案", "2031-04-02 08:44", LEAD], "云岭警方破获电信诈骗案"),
    (["打击养老诈骗进行时", "云岭警方破获电信诈骗案", "2031-04-02", LEAD], "云岭警方破获电信诈骗案"),
    # a header follows
    (["冬季防诈骗提示。", "发布时间:2031-04-02", LEAD], "冬季防诈骗提示。"),
    (["男子被骗三万元。", "发布时间:2031-04-02"], None),
    (
        ["警惕!这个电话", "2031-04-02 08:44", "来源: 云岭日报", "“不给钱", "就抓人”", "张阿姨说"],
        "警惕!这个电话",
    ),
    (
        ["云岭新闻网", "新闻中心 > 云岭要闻 > 法治", "云岭警方发布通告", "来源:云岭日报", LEAD],
        "云岭警方发布通告",
    ),
    (["时事", "导航", "首页 > 云岭 >", "云岭骗局揭秘", "云岭网 2031-03-20 14:50:41", LEAD], "云岭骗局揭秘"),
    (["Connect with us", "港聞", "【雲嶺】警方拘捕三人", "發佈於", LEAD], "【雲嶺】警方拘捕三人"),
    (["2031/09/30 < 上一版 下一版 >", "第13版:社会", "男子一天两遇骗子", LEAD], "男子一天两遇骗子"),
    # printed in the breadcrumb only
    (
        ["云岭市论坛", "首页 » 问答 » 云岭民警坚持预警劝阻不懈怠", "user1 - 2031/6/22 23:33:00", LEAD],
        "云岭民警坚持预警劝阻不懈怠",
    ),
    # long official titles
    (
        [
            "云岭市公安局关于依法严厉打击利用信息网络实施的电信网络诈骗及其关联违法犯罪活动并敦促在逃人员限期投案自首的通告",
            LEAD,
        ],
        "云岭市公安局关于依法严厉打击利用信息网络实施的电信网络诈骗及其关联违法犯罪活动并敦促在逃人员限期投案自首的通告",
    ),
    # dates and page titles glued to it
    (["云岭警方破获特大电诈案2031-04-04 30阅读", LEAD], "云岭警方破获特大电诈案"),
    (["老人三天被骗走了11万2031-04-04 09:20", LEAD], "老人三天被骗走了11万"),
    (["云岭警方重拳打击电信诈骗_法治_云岭新闻网", LEAD], "云岭警方重拳打击电信诈骗"),
    (
        ["云岭警方重拳打击电信诈骗_法治_云岭新闻网", "首页 > 法治 >", "云岭警方重拳打击", "2031-04-04", LEAD],
        "云岭警方重拳打击",
    ),
    # a byline, a weekday, a written date, a relative date below it
    (["云岭警方破获电信诈骗案", "云岭日报记者 张三", LEAD], "云岭警方破获电信诈骗案"),
    (["云岭警方破获电信诈骗案", "(二○三一年四月二日)", "各位市民:", LEAD], "云岭警方破获电信诈骗案"),
    (["云岭警方破获电信诈骗案", "3天前", "短句", "短句二", LEAD], "云岭警方破获电信诈骗案"),
    (["评论:为反诈宣传点赞", LEAD], "评论:为反诈宣传点赞"),
    # none
    ([LEAD, MORE], None),
    (["来源:云岭网安", "一年一度的购物节", "又来了", "大家都在抢购", "骗子也在忙", "常见套路", LEAD], None),
    (["骗子在网上拿到", "", "公司老板的信息后,", "", "添加财务人员,", "", LEAD], None),
    (["一、征集范围", LEAD], None),
    (["各位市民:", LEAD], None),
    (["云岭社4月2日电", LEAD], None),
    ([], None),
]


@pytest.mark.parametrize(("lines", "title"), TITLES)
def test_title(lines, title):
    assert read(lines).title == title


@pytest.mark.parametrize("line", [
    "来源: 云岭日报 | 发布日期: 2031-03-27 18:30",
    "发布日期：2031-03-27 来 源：云岭警方 作者：",
    "發佈時間:2031-08-13 12:06:18",
    "发布时间 2031-08-13 12:06",
    "2031年08月16日 16:28 來源:雲嶺網",
    "云岭日报 2031-05-10 03:46 大字",
    "(2031年4月2日)",
    "19.03.2031 18:15",
    "发布:云岭市公安局 时间:2031/9/25 17:27:10",
    "浏览次数:30",
    "2031-04-04 30阅读",
    "字号:大 中 小",
    "(资料图片仅供参考)",
    "图为返还现场。云岭公安 供图",
    "原标题:云岭警方通报",
    "点击上方蓝字关注我们",
    "二〇三一年四月二日",
    "中華民國120年4月2日",
    "昨天 10:20",
    "03-27 10:20",
    "2031-04-02 云岭在线",
    "云岭日报发布时间: 2031-11-08 15:40责任编辑:",
    "全文共1234字,阅读约需3分钟",
    "调查问题加载中，请稍候。",
    "若长时间无响应，请刷新",
    "云岭网 +关注",
])  # fmt: skip
def test_header(line):
    assert is_header(fold(line))


@pytest.mark.parametrize("line", [
    "当前位置:首页>政务公开>通知公告",
    "您现在的位置: 首页 > 和谐警民",
    "云岭网 > 新闻 > 法治 > 正文",
    "无障碍阅读 关怀版 登录 注册",
    "省份 城市 北京市 天津市 河北省 山西省",
    "字型大小 English 繁體 简体 首页",
    "第A03版:社会新闻",
    "法治 · 03版",
    "云岭新闻网 > 本地",
    "板块:本地生活 › 反诈分享",
    "云岭在线 - 法律解读",
    "云岭大学 | 保卫处",
    "部门首页 机构设置 安全教育 下载中心",
    "站内检索 热词:",
    "您需要 登录 才可以下载或查看,没有账号?立即注册",
])  # fmt: skip
def test_menu(line):
    assert is_menu(fold(line))


@pytest.mark.parametrize("line", [
    LEAD,
    MORE,
    "2031年3月5日18:30许,我局接到群众报警称被骗3万元。",
    "2031年3月5日,云岭市公安局召开会议",
    "别再随意扫码登录 小心被骗",
    "警惕这类虚假投资网站",
    "分享一起电诈案例",
    "3次被骗 他终于醒悟",
    "图书馆里的诈骗",
    "时间就是生命",
    "北京、上海、天津、重庆、河北、山西等地警方联合行动",
    "一、线索征集范围",
    "4月2日，市民李女士被拉入群，群管理员称关注公众号即可领取红包。",
    "对方让她长按识别二维码，下载软件后被骗。",
    "客服称您的浏览器版本过低，让她另行下载。随后被骗。",
    "P图伪造转账截图 男子被骗",
    "骗子伪造的聊天记录截图",
    "你知道自己现在的位置吗",
    "下一期反诈课堂开讲",
    "2031年4月2日云岭警方通报",
    "3天前的一通电话",
    "网页提示加载中，其实是骗子在转走钱。",
    "A > B 且 C",
    "以案说法 | 刷单骗局",
    "反诈预警 | 警惕冒充孙子",
    "不听 不信 不转账 不汇款",
    "报道 :",
])  # fmt: skip
def test_neither_header_nor_menu(line):
    assert not is_header(fold(line))
    assert not is_menu(fold(line))


@pytest.mark.parametrize("line", [
    "责任编辑:张三",
    "(責任編輯:張三)",
    "编辑:张三 责编:李四 审核:王五",
    "编辑丨小云",
    "相关阅读:云岭今年首场台风",
    "相关新闻",
    "猜你喜欢",
    "上一篇:云岭警方发布通告",
    "< 上一图集 下一图集 >",
    "下一篇",
    "分享到:微信 微博",
    "扫一扫在手机打开当前页",
    "评论",
    "评论(3)",
    "發表評論",
    "原文链接:http://police.yunling.example/t20310402_1.html",
    "[免责声明] 本文来源于网络转载,仅供学习交流使用。",
    "声明:本站所有文章,如无特殊说明或标注,均为本站原创发布。",
    "敬告读者:本文为转载发布",
    "1.本网稿件来源项标注为本网的,其版权均属本网所有",
    "本站文章由网友自行贴上,文责自负。",
    "如有侵权请联系删除",
    "云ICP备00000000号 云公网安备 00000000000000号",
    "网站标识码:5300000000",
    "版权所有:云岭市公安局",
    "查看完整版本: 云岭民警",
    "更 多",
    "编辑/张三",
    "编辑 张三",
    "作者：张三 编辑：李四 审核：王五",
    "第 1 页 共 1 页",
    "文章录入:admin 责任编辑:admin",
    "【我要纠错】【收藏】【打印】",
    "【内容纠错】【打印文章】【关闭窗口】",
    "声明:该文观点仅代表作者本人,平台仅提供信息存储空间服务。",
    "【打印】 【关闭】",
    "看更多新聞",
    "你可能有興趣",
    "上一則:雲嶺警方",
    "共0条评论",
    "以上内容来自网络,不代表本站观点",
])  # fmt: skip
def test_closing(line):
    assert text_end([LEAD, fold(line), MORE, MORE]) == (1, [])


@pytest.mark.parametrize("line", [
    MORE,
    "云岭市公安局",
    "2031年4月2日",
    "(云岭市公安局)",
    "相关部门将依法处理。",
    "最新诈骗手法揭秘",
    "更多诈骗手法请看下文",
    "审核不严的责任由单位承担",
    "郑重声明:公安机关不会通过电话办案,不会要求转账。",
    "本网讯(记者 张三)云岭警方破获一起侵犯著作权、侵权盗版案。",
    "版权保护中心民警提醒:下载正版软件。",
    "转载诈骗广告的,依法处理。",
    "主办单位:云岭市公安局",
    "扫码下载国家反诈中心APP",
    "记者:请问群众应该怎样防范?",
    "举报电话:110;举报邮箱:jubao@police.example",
    "联系地址:云岭市和平路1号",
    "评论区里的陌生链接不要点",
    "下一步,云岭警方将继续保持严打高压态势。",
    "上一条线索经查属实的,奖励500元。",
    "分享屏幕就是分享密码",
    "合作银行应当配合止付。",
    "打印机里的骗局",
    "正规网站底部都有ICP备案号,请注意核实。",
    "读者留言区藏骗局",
    "收藏品投资骗局",
    "以上内容请广大市民相互转告。",
    "关闭免密支付",
    "审核 不严的责任由单位承担",
])  # fmt: skip
def test_not_closing(line):
    assert text_end([LEAD, fold(line), MORE]) == (3, [])


def test_labelled_line_leaves_a_text_that_goes_on():
    page = read([LEAD, "来源:云岭日报", MORE, *SIGNED])
    assert page.text.split("\n") == [LEAD, MORE, *SIGNED]
    assert page.foot == ["来源:云岭日报"]


def test_labelled_line_ends_a_text_that_does_not():
    page = read([LEAD, MORE, "来源:云岭日报", "2031-04-02 18:15", "云岭客户端"])
    assert page.text == f"{LEAD}\n{MORE}"
    assert page.foot == ["来源:云岭日报", "2031-04-02 18:15", "云岭客户端"]


def test_second_article_below_stars():
    other = ["云岭旅游节昨日隆重开幕", "云岭旅游节昨日开幕，吸引了众多游客，主会场人山人海。"]
    assert read([LEAD, MORE, "******", *other]).text == f"{LEAD}\n{MORE}"


def test_stars_inside_a_text():
    assert read([LEAD, "******", MORE]).text == f"{LEAD}\n{MORE}"


def test_whole_page():
    page = read([
        "首页 > 通知公告 > 正文",
        "",
        "云岭市公安局关于征集线索的通告",
        "",
        "来源: 云岭警方 | 发布日期: 2031-04-02 18:30",
        "",
        LEAD,
        "一、举报方式",
        MORE,
        *SIGNED,
        "主办单位:云岭市公安局",
        "地址:云岭市和平路1号",
        "云ICP备00000000号",
    ])  # fmt: skip
    assert page.title == "云岭市公安局关于征集线索的通告"
    assert page.head == ["首页 > 通知公告 > 正文", "来源: 云岭警方 | 发布日期: 2031-04-02 18:30"]
    assert page.text.split("\n") == [LEAD, "一、举报方式", MORE, *SIGNED]
    assert page.foot == ["主办单位:云岭市公安局", "地址:云岭市和平路1号", "云ICP备00000000号"]
    assert page.lines == page.text.split("\n")
    assert page.transforms == []


def test_title_printed_again_and_official_title_are_head():
    page = read(
        [
            "就在明天!请不要惊慌",
            "发布一下 0 0",
            "就在明天!请不要惊慌",
            "云岭市公安局",
            "关于开展演练的通告",
            LEAD,
            MORE,
        ]
    )
    assert page.title == "就在明天!请不要惊慌"
    assert page.text == f"{LEAD}\n{MORE}"


def test_section_heading_that_resembles_the_title_is_text():
    page = read(["关于征集线索举报的公告", "2031-04-02", "一、举报线索", LEAD, MORE])
    assert page.text.startswith("一、举报线索")


def test_first_sentence_in_half_width_marks_is_text():
    first = "各市公安局: 为抓好投案自首通告的贯彻落实, 提出如下意见."
    page = read(["关于贯彻落实投案自首通告的意见", "2031-04-02 08:44", first, LEAD])
    assert page.lines == [first, LEAD]


def test_second_header_is_head_only_where_there_was_none():
    body = [LEAD * 2, MORE * 2, *SIGNED]
    again = ["通知公告", "关于征集线索的公告", "发布日期:2031-03-27 来源:云岭警方"]
    page = read([*body, *again, *body])
    assert page.text.split("\n") == body
    assert page.head == again
    assert page.transforms == ["body_twice"]


def test_glued_to_the_first_and_last_line():
    page = read(["(资料图片仅供参考)原标题 " + LEAD, MORE + "(責任編輯:張三)"])
    assert page.text == f"{LEAD}\n{MORE}"
    assert page.head == ["(资料图片仅供参考)原标题"]
    assert page.foot == ["(責任編輯:張三)"]
    assert read(["(原标题:云岭警方)", LEAD]).text == LEAD
    assert read([" date 2031-12-04 " + LEAD]).head == ["date 2031-12-04"]


def test_list_of_other_pages_is_foot_and_a_sign_off_is_not():
    page = read([LEAD, *SIGNED, "头条 31-12-22", "头条 31-12-20", "头条 31-12-17"])
    assert page.text.split("\n") == [LEAD, *SIGNED]


def test_questions_below_the_original_link_are_foot():
    page = read(
        [
            "云岭警方战果显著",
            LEAD,
            "原文链接:http://a.example/t20310320_1.html",
            *[f"答 {i}{MORE}" for i in range(40)],
        ]
    )
    assert page.text == LEAD
    assert page.foot[0] == "原文链接:http://a.example/t20310320_1.html"
    assert len(page.foot) == 41


@pytest.mark.parametrize(("line", "spam"), [
    ("亚洲一区二区在线,久久精品", True),
    ("体育在线_投注官网", True),
    ("凯发国际娱乐app", True),
    ("警方捣毁一个投注平台", False),
    ("“开云体育”系赌博网站", False),
    ("同比下降36.9%凯发国际娱乐app。全市共劝阻4起", False),
])  # fmt: skip
def test_spam(line, spam):
    assert is_spam(line) is spam


def test_spam_line_goes_and_is_told():
    page = read(["体育在线_投注官网", "雲嶺警方破獲詐騙案", LEAD])
    assert page.title == "雲嶺警方破獲詐騙案"
    assert "spam" in page.transforms


@pytest.mark.parametrize(("line", "noise"), [
    ("❓🤮", True),
    ("———", True),
    ("WB*[=qDr\"bmI9N<x", True),
    ("jubao@police.example.cn", False),
    ("0871-65432100", False),
    ("https://a.cn/?p=1&q=2", False),
    ("བོད་ལྗོངས།", False),
])  # fmt: skip
def test_noise(line, noise):
    assert is_noise(line) is noise


def test_tokens_of_a_forum():
    assert without_tokens("小心不法分子! B7 G1 |0 e0 Y/ M8 U: j6") == "小心不法分子!"
    assert without_tokens("收到货后退款。7 I! a O: z6 M") == "收到货后退款。"
    for line in ("A B C D E 五个选项", "A: 1 B: 2 C: 3 D: 4", "1. A 2. B 3. C"):
        assert without_tokens(line) == line
    assert without_tokens("电话 1 2 3 4 5") == "电话 1 2 3 4 5"


def test_html_keeps_its_title_and_short_first_line():
    page = read(
        ["云岭快讯", "发布时间:2031-04-02", "抓获12人", LEAD], title="云岭快讯", content_type="text/html"
    )
    assert page.title == "云岭快讯"
    assert page.text == f"抓获12人\n{LEAD}"


def test_labels_only_stay_text():
    page = read(["来源:云岭日报", "2031-04-02"])
    assert page.text == "来源:云岭日报\n2031-04-02"


def test_folded_has_the_length_of_text():
    page = read(["警方呼籲市民：損失達１２萬元，請致電１８２２２。", "責任編輯:張三"])
    assert page.folded == "警方呼吁市民：损失达12万元，请致电18222。"
    assert len(page.folded) == len(page.text)


def test_title_of_verse_is_not_looked_for():
    assert find_title(["短短一行文字"] * 100) is None


@pytest.mark.parametrize("lines", [
    ["万" * 1_000_000],
    ["> " * 300_000],
    ["来源:" * 200_000],
    ["安(an)" * 100_000],
    ["短短的一行"] * 20_000,
    [f"{LEAD}{i}" for i in range(10_000)],
])  # fmt: skip
def test_large_pages(lines):
    page = read(lines)
    assert len(page.text) == len(page.folded)


KINDS = (
    starts("editor", r"责\s*编 (?:值班)?编辑 tags?", ":"),
    starts("count", r"\d+次阅读", longest=12),
    pattern("licence", r"^[【(]ICP|^备案号"),
    pattern("copyright", r"版权所有"),
)


@pytest.mark.parametrize(
    "line",
    [
        "责编:李明", "【责 编:李明", "值班编辑:李明", "编辑:李明", "Tag:反诈", "——TAGS:反诈", "306次阅读", "306次阅读,云岭晚报客户端",
        "(icp备0号", "备案号0", "云岭网版权所有", "云岭", "", "——", "编者:李明",
    ],
)  # fmt: skip
def test_a_line_is_of_the_kinds_that_its_first_letter_allows(line):
    fits = any(len(line) <= kind.longest and kind.find(line) for kind in KINDS)
    assert any_of(table(*KINDS), line) == fits


def test_few_kinds_are_tried_on_a_line():
    kinds = table(*KINDS)
    assert [kind.name for kind in kinds.any_line] == ["count", "licence", "copyright"]
    assert sorted(kinds.by_letter) == ["t", "值", "编", "责"]
