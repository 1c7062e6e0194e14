import pytest

from crawler.items import Page
from pipelines.extract import ExtractPipeline
from pipelines.html.site_names import cut_site, key, only_names

TEXT = (
    "<p>10月8日，云岭市公安局青石分局接到群众报警，称其在网上刷单被骗。民警随即开展工作，抓获犯罪嫌疑人3名。</p>"
    * 3
)
TITLE = "青石分局破获一起刷单诈骗案"
STRIP = "<div>发布时间：2023-10-09　来源：青石分局</div>"


def title_of(head, body):
    page = Page(url="", body=f"<html><head>{head}</head><body>{body}</body></html>".encode())
    page = ExtractPipeline().process_item(page)
    return page.title, page.title_from


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        # The tag of the standard, whatever its case; not where it names the site or the column.
        (
            f"<meta name=articletitle content='{TITLE}'><title>云岭公安</title>",
            f"<h1>其他</h1>{TEXT}",
            (TITLE, "meta"),
        ),
        (
            "<meta name=SiteName content=云岭公安网><meta name=ArticleTitle content=云岭公安网><title>云岭公安网</title>",
            f"<h2>{TITLE}</h2>{STRIP}{TEXT}",
            (TITLE, "heading"),
        ),
        # Cut at a quotation mark by the template.
        (
            '<meta name="ArticleTitle" content="关于警惕"百万保障"骗局的提示">',
            f'<h1>关于警惕"百万保障"骗局的提示</h1>{STRIP}{TEXT}',
            ('关于警惕"百万保障"骗局的提示', "meta"),
        ),
        ("<title>云岭教育</title>", f"<ucaptitle>{TITLE}</ucaptitle>{STRIP}{TEXT}", (TITLE, "ucaptitle")),
        # The heading that agrees with <title>.
        (
            f"<title>{TITLE}_警情通报_云岭市公安局</title>",
            f"<h3>通知公告</h3><p>{TITLE}</p>{STRIP}{TEXT}",
            (TITLE, "heading"),
        ),
        (
            f"<title>云岭市公安局 - {TITLE}</title>",
            f"<h1>云岭市公安局</h1><h2>{TITLE}</h2>{STRIP}{TEXT}",
            (TITLE, "heading"),
        ),
        # A title over two lines, a heading that goes on with its date.
        (
            f"<title>反诈在行动：{TITLE}</title>",
            f"<h1>反诈在行动：<br>{TITLE}</h1>{STRIP}{TEXT}",
            (f"反诈在行动：{TITLE}", "heading"),
        ),
        (f"<title>{TITLE}</title>", f"<h1>{TITLE} (2023-10-09)</h1>{TEXT}", (TITLE, "heading")),
        # <title> says nothing: the heading nearest the text, or the line above the strip.
        (
            "<title>云岭市公安局</title>",
            f"<h1>云岭市公安局</h1><h2>{TITLE}</h2>{STRIP}{TEXT}",
            (TITLE, "heading"),
        ),
        ("<title>信息详情</title>", f"<div class=news_bt>{TITLE}</div>{STRIP}{TEXT}", (TITLE, "heading")),
        ("<title></title>", f"<div>当前位置：首页</div><div>{TITLE}</div>{STRIP}{TEXT}", (TITLE, "heading")),
        # Cut short by the template, with dots or without.
        (
            f"<title>{TITLE[:10]}...-云岭公安网</title>",
            f"<p class=x1>{TITLE}</p>{STRIP}{TEXT}",
            (TITLE, "heading"),
        ),
        (
            "<title>青石分局在全市率先建成预警劝阻工作专班并-云岭公安网</title>",
            f"<div>青石分局在全市率先建成预警劝阻工作专班并投入运行</div>{STRIP}{TEXT}",
            ("青石分局在全市率先建成预警劝阻工作专班并投入运行", "heading"),
        ),
        # A headline of a forum that links to itself.
        (
            f"<title>{TITLE[:9]} - 云岭论坛 - Powered by Discuz!</title>",
            f"<h1><a href=/t1>{TITLE[:9]}</a></h1>{STRIP}{TEXT}",
            (TITLE[:9], "heading"),
        ),
        # A label glued to the headline.
        (f"<title>{TITLE}</title>", f"<h1>{TITLE} 来源：青石分局</h1>{TEXT}", (TITLE, "heading")),
        # No heading at all.
        (
            f"<title>{TITLE}-警情通报-云岭公安网</title>",
            f"<div>位置：<a href=/>首页</a> &gt; <a href=/j/>警情通报</a></div>{TEXT}",
            (TITLE, "title"),
        ),
        ("<title><h1 style='color:red'>" + TITLE + "</h1></title>", TEXT, (TITLE, "title")),
        ("", TEXT, (None, None)),
    ],
)
def test_title(head, body, expected):
    assert title_of(head, body) == expected


@pytest.mark.parametrize(
    ("title", "names", "expected"),
    [
        ("甲案告破_警情_云岭市公安局", (), "甲案告破_警情"),
        ("甲案告破_警情_云岭市公安局", ("警情",), "甲案告破"),
        ("甲案告破--要闻--云岭网", (), "甲案告破"),
        ("云岭市公安局 破获甲乙丙案", (), "云岭市公安局 破获甲乙丙案"),  # a blank is no end of a name
        ("云岭长安网|关于防范诈骗的通告", (), "关于防范诈骗的通告"),
        ("“双十一”防骗提示-第3期", (), "“双十一”防骗提示-第3期"),
        ("云岭市公安局", (), "云岭市公安局"),
        ("民警拆穿假冒银行客服的骗局_平安云岭", (), "民警拆穿假冒银行客服的骗局_平安云岭"),
        ("流窜三省的诈骗嫌疑人落网_云岭网", (), "流窜三省的诈骗嫌疑人落网"),
    ],
)
def test_names_of_site_and_column_are_cut(title, names, expected):
    assert cut_site(title, frozenset(map(key, names)))[0] == expected


@pytest.mark.parametrize(
    ("title", "nothing"),
    [
        ("云岭市公安局", True),
        ("云岭网-要闻", True),
        ("www.yunling.gov.cn", True),
        ("资讯正文", True),
        ("揭秘冒充客服的退款骗局", False),
        ("诈骗嫌疑人昨日落网", False),
        ("云岭市公安局破获一起案件", False),
    ],
)
def test_a_title_of_names_says_nothing(title, nothing):
    assert only_names(title, frozenset()) is nothing
