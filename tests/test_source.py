import pytest

from crawler.fold import fold
from crawler.items import Page
from pipelines.attribution.source_kind import source_kind
from pipelines.attribution.source_name import clean_source
from pipelines.source import SourcePipeline

BODY = "近日，冒充客服诈骗多发，警方提醒市民不轻信、不转账。"


def page(text=BODY, head=(), foot=(), content_type="text/plain", **fields):
    item = Page(
        url="",
        content_type=content_type,
        head=list(head),
        foot=list(foot),
        text=text,
        folded=fold(text),
        **fields,
    )
    return SourcePipeline().process_item(item)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("来源: 云岭警方融媒体中心  |   发布日期: 2031-04-02 18:30", "云岭警方融媒体中心"),
        ("發布時間：2031-04-02 來源：雲嶺日報", "雲嶺日報"),
        ("来 源：云岭发布 作者：周一", "云岭发布"),
        ("信息来源：云岭市教育局【字体：大 中 小】", "云岭市教育局"),
        ("来源：云岭日报 打印 字号：大 中 小", "云岭日报"),
        ("来源于：东区办事处", "东区办事处"),
        ("稿件來源：《雲嶺日報》", "《雲嶺日報》"),
        ("来源：云岭市文化局（原市文广新局） 浏览次数：9", "云岭市文化局（原市文广新局）"),
        ("来源：云岭日报(云岭)", "云岭日报"),
        ("来源：云岭日报 2031-04-02 08:10", "云岭日报"),
        ("（文章来源：云岭网）", "云岭网"),
        ("发布:云岭县公安局 时间:2031/4/2 17:27:10", "云岭县公安局"),
        ("来源：云岭网 转自：云岭晚报", "云岭晚报"),
        ("来源： 发布时间：2031-04-02 作者：团区委", None),
        ("日期：[2031-04-02] 来源：[云岭公安] 阅读：[35]次", "云岭公安"),
        ("来源：【打印】【关闭】", None),
        ("来源： 下载 收藏", None),
        ("来源：云岭公安 阅读人次：12", "云岭公安"),
        ("来源：云岭公安 关注度：12", "云岭公安"),
        ("2031-04-02 来源：云岭晚报(云岭)举报", "云岭晚报"),
        ("来源：云岭特区报 云岭市文化局", "云岭特区报"),
        ("来源：（云岭公安供稿）", "云岭公安"),
        ("2031-04-02 信息提供：云岭公安", "云岭公安"),
        ("来源：云岭日报 供稿单位：云岭公安", "云岭日报"),
        ("文章出处：云岭法院网 文章作者：张三", "云岭法院网"),
        ("2031-04-02 来自：云岭公安", "云岭公安"),
        ("2031-04-02 08:10 城关派出所", "城关派出所"),
        ("2031-04-02 【来源】云岭公安", "云岭公安"),
        ("[2031-04-02] [来源：云岭公安（记者 周一）] [浏览：9次]", "云岭公安"),
        ("来源：云岭公安 听新闻", "云岭公安"),
        ("来源：云岭公安 扫一扫在手机打开当前页", "云岭公安"),
        ("2031-04-02 来源： 听新闻", None),
        ("来源：网络", None),
        ("来源：sp20310402", None),
        ("来源：https://a.example/1.html", None),
        ("来源：本报讯", None),
        ("2031-04-02 16:12:14 云岭网", "云岭网"),
        ("云岭日报 2031-04-02 03:46 大字", "云岭日报"),
        ("发布时间:2031-04-02 阅读量:11415 云岭警事网", "云岭警事网"),
        ("时事   2031-04-02 16:52   云岭  ", None),
        ("TUhjnb - 2031/4/2 23:33:00", None),
    ],
)
def test_strip(line, name):
    assert page(head=[line]).source == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("新华社云岭5月30日电（记者 周一）警方破获一起案件。", "新华社"),
        ("云岭晚报网2月12日讯（通讯员 周一）警方破获一起案件。", "云岭晚报网"),
        ("云岭快报讯(记者 周一)警方破获一起案件。", "云岭快报"),
        ("央视网消息（记者 周一）警方破获一起案件。", "央视网"),
        ("【雲嶺報專訊】警方破獲一宗案件。", "雲嶺報"),
        ("据云岭日报微博消息，警方破获一起案件。", "云岭日报微博"),
        ("每日云岭网9月22日讯 据云岭日报报道（记者周一）警方破获一起案件。", "云岭日报"),
        ("“云岭公安”微信公众号21日发布：警方破获一起案件。", "云岭公安"),
        ("【大云岭1月2日報導】(中央社記者周一台北2日電)警方宣導。", "中央社"),
        ("西北·云岭网记者 周一", "西北·云岭网"),
        ("云岭网记者 周一 摄", None),
        ("据新华社云岭5月30日电，警方破获一起案件。", "新华社"),
        ("警方破获一起案件。\n来源 | 云岭公安\n编辑/周一", "云岭公安"),
        ("【Now新聞台】警方破獲一宗案件。", "Now新聞台"),
        ("本报讯（记者 周一）警方破获一起案件。", None),
        ("据意媒报道，一名男子被抓。", None),
        ("警方破获一起案件。来源:云岭日报 责任编辑:周一", "云岭日报"),
        ("据警方消息，一名男子被抓。", None),
        ("据介绍，该消息属实。", None),
        ("记者从云岭市公安局获悉，一名男子被抓。", None),
        ("(云岭23日讯)警方破获一起案件。", None),
    ],
)
def test_text(text, name):
    assert page(text).source == name


def test_order_of_places():
    dated = ["云岭网 2031-04-02 16:12"]
    told = "据云岭日报报道，警方破获一起案件。"
    assert page(told, head=[*dated, "来源：云岭发布"]).source_from == "header"
    assert page(told, foot=["来源丨云岭发布"]).source == "云岭发布"
    assert page(told, head=dated).source == "云岭日报"
    assert page(told, head=dated, content_type="text/html").source == "云岭网"
    assert page(meta={"contentsource": "云岭发布"}).source_from == "meta"
    assert page(head=["来源：云岭发布选 大"], meta={"contentsource": "云岭发布"}).source == "云岭发布"
    assert page(head=["云岭事 >探索 >", "云岭事 2031-04-02 08:10"]).source == "云岭事"


def test_mirror_with_readings_gives_the_name_in_simplified_characters():
    assert page(head=["來源:雲嶺網"], transforms=["pinyin"]).source == "云岭网"


def test_clean_source_of_nothing():
    assert clean_source("  ") is None
    assert clean_source("|") is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("新华社", "agency"),
        ("平安云岭", "police_account"),
        ("云岭公安", "police_account"),
        ("云岭市公安局", "official"),
        ("雲嶺日報", "newspaper"),
        ("云岭市人民政府", "official"),
        ("云岭新闻网", "portal"),
        ("云岭", "unknown"),
    ],
)
def test_source_kind(name, kind):
    assert source_kind(name) == kind
