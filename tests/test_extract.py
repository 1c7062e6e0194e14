import random

import pytest

from crawler.items import Attachment, Page
from pipelines.extract import LONGEST_TITLE, MOST_CHARACTERS, ExtractPipeline
from pipelines.trim import TrimPipeline

URL = "http://gaj.yunling.gov.cn/tzgg/202310/t20231009_1.html"
TITLE = "云岭市公安局关于防范冒充客服诈骗的提示"
PARAGRAPHS = [
    "近期，我市发生多起冒充客服诈骗案件，骗子谎称可以退款，诱导群众下载会议软件并共享屏幕。",
    "10月8日，青石县居民刘某接到自称客服的电话，对方称其购买的商品有质量问题，刘某被骗走3万元。",
    "警方提醒：客服退款无需提供银行卡密码，凡是要求共享屏幕的，都是诈骗。",
]
BODY = "".join(f"<p>　　{text}</p>" for text in PARAGRAPHS)
STRIP = "<div class=info>发布时间：2023-10-09 09:30　来源：云岭市公安局　【字体：大 中 小】</div>"
MENU = (
    "<ul>"
    + "".join(f"<li><a href='/{name}/'>{name}</a></li>" for name in ("首页", "警务资讯", "政务公开", "互动"))
    + "</ul>"
)
LIST = (
    "<ul>"
    + "".join(f"<li><a href='/{i}.html'>云岭警方开展反诈宣传活动第{i}场</a></li>" for i in range(9))
    + "</ul>"
)
FOOTER = (
    "<div class=bottom><p>主办单位：云岭市公安局</p><p>网站标识码：9900000001　某ICP备00000001号</p></div>"
)


def extract(body, head=f"<title>{TITLE}</title>"):
    html = f"<html><head>{head}</head><body>{body}</body></html>"
    return ExtractPipeline().process_item(Page(url=URL, body=html.encode()))


CONTAINERS = [
    "<div class='TRS_Editor'>{}</div>",
    "<div class='view TRS_UEDITOR trs_paper_default'>{}</div>",
    "<div id='zoom'>{}</div>",
    "<div id='vsb_content_2'><div class='v_news_content'>{}</div></div>",
    "<div class='wp_articlecontent'>{}</div>",
    "<span id='detailContent'>{}</span>",
    "<ucapcontent>{}</ucapcontent>",
    "<div class='own-name'>{}</div>",
    "<table><tr><td>{}</td></tr></table>",
    "{}",
]


@pytest.mark.parametrize("container", CONTAINERS)
def test_an_article_falls_into_its_parts(container):
    page = extract(f"{MENU}<h1>{TITLE}</h1>{STRIP}{container.format(BODY)}{LIST}{FOOTER}")
    assert page.title == TITLE
    assert page.head == ["发布时间：2023-10-09 09:30　来源：云岭市公安局　【字体：大 中 小】"]
    assert page.lines == PARAGRAPHS
    assert page.foot[-1] == "网站标识码：9900000001　某ICP备00000001号"
    assert page.body_kind == "text"


@pytest.mark.parametrize("container", CONTAINERS)
def test_a_container_that_holds_title_and_strip_is_parted(container):
    page = extract(MENU + container.format(f"<h1>{TITLE}</h1>{STRIP}{BODY}") + LIST + FOOTER)
    assert page.lines == PARAGRAPHS
    assert page.head == ["发布时间：2023-10-09 09:30　来源：云岭市公安局　【字体：大 中 小】"]


@pytest.mark.parametrize(
    ("above", "below", "where", "line"),
    [
        ("<div>来源：云岭日报</div><h1>{}</h1>", "", "head", "来源：云岭日报"),
        (
            "<h1>{}</h1><script>var pubdata='2023年05月24日';document.write(pubdata)</script>",
            "",
            "head",
            "2023年05月24日",
        ),
        (
            "<h1>{}</h1><div>2023/10/09</div><div>来源：<a href='/'>云岭网</a></div>",
            "",
            "head",
            "来源：云岭网",
        ),
        (
            "<h1>{}</h1>",
            "<p>发布日期：2023-10-09 责任编辑：李工</p>",
            "foot",
            "发布日期：2023-10-09 责任编辑：李工",
        ),
        ("<script>var ct='1581517074';</script><h1>{}</h1>", "", "head", "发布时间：2020-02-12 22:17"),
    ],
)
def test_the_strip_is_never_lost(above, below, where, line):
    page = extract(f"{MENU}{above.format(TITLE)}<div id=js_content>{BODY}{below}</div>{FOOTER}")
    assert line in getattr(page, where)
    assert page.lines == PARAGRAPHS


def test_the_first_line_of_a_text_may_hold_a_date():
    body = f"<p>2023年10月8日</p>{BODY}"
    assert extract(f"<h1>{TITLE}</h1>{STRIP}<div class=TRS_Editor>{body}</div>").lines == [
        "2023年10月8日",
        *PARAGRAPHS,
    ]


def test_rows_of_contacts_stay_in_the_text():
    table = "<table><tr><td>青石县局</td><td>0999-1234567</td><td>qs@yunling.gov.cn</td></tr></table>"
    page = extract(f"<h1>{TITLE}</h1>{STRIP}<div class=nr>{BODY}{table}</div>{LIST}{FOOTER}")
    assert page.lines == [*PARAGRAPHS, "青石县局\t0999-1234567\tqs@yunling.gov.cn"]


def test_a_text_of_one_sentence_is_a_text():
    sentence = "云岭警方提醒：请勿扫描陌生人发来的二维码，请勿下载来历不明的客户端。"
    page = extract(
        f"{MENU}<div><h1>{TITLE}</h1>{STRIP}<div class=nr><p>{sentence}</p></div></div>{LIST}{FOOTER}"
    )
    assert page.lines == [sentence]


MEDIA = [
    ("<p><img src='1.jpg'></p>", "image"),
    ("<p><img src='1.jpg'></p><p>云岭警方供图</p>", "image"),
    ("<video src='1.mp4'></video>", "video"),
    ("<iframe src='/player.html?f=1.mp4'></iframe>", "video"),
    ("<p>附件：<a href='1.pdf'>通告全文.pdf</a></p>", "attachment"),
    ("<iframe src='/pdf/web/viewer.html?file=/files/1.pdf'></iframe>", "attachment"),
    ("", "empty"),
]


@pytest.mark.parametrize("container", ["<div class='TRS_Editor'>{}</div>", "<div class='own-name'>{}</div>"])
@pytest.mark.parametrize(("media", "kind"), MEDIA)
def test_a_page_without_words_invents_none(container, media, kind):
    page = extract(
        f"{MENU}<div class=main><h1>{TITLE}</h1>{STRIP}{container.format(media)}</div>{LIST}{FOOTER}"
    )
    assert (page.lines, page.body_kind) == ([], kind)
    assert page.title == TITLE
    assert any("2023-10-09" in line for line in page.head + page.foot)


def test_attachments():
    links = (
        "<p>附件：<a href='./W02023.docx'>1.登记表</a></p><a href='/files/b.XLSX?v=1' title='名单'><img src=x></a>"
        "<a href='W02023.docx'>再次下载</a><a href='/a.html'>网页</a><a href='javascript:open(\"a.pdf\")'>x</a>"
        "<a href='http://[bad/a.pdf'>y</a>"
    )
    assert extract(f"<h1>{TITLE}</h1>{STRIP}<div class=TRS_Editor>{BODY}{links}</div>").attachments == [
        Attachment("1.登记表", "http://gaj.yunling.gov.cn/tzgg/202310/W02023.docx"),
        Attachment("名单", "http://gaj.yunling.gov.cn/files/b.XLSX?v=1"),
    ]


def test_meta_by_lower_case_name():
    head = "<meta name='PubDate' content=' 2023-10-09  09:30 '><meta name=pubdate content=2020-01-01><meta property='og:title' content=甲>"
    assert extract(BODY, head).meta == {"pubdate": "2023-10-09 09:30", "og:title": "甲"}


def test_plain_text_is_taken_line_by_line():
    page = Page(url="", body=f"{TITLE}\r\n　　{PARAGRAPHS[0]}\n\n".encode("gbk"), content_type="text/plain")
    assert ExtractPipeline().process_item(page).lines == [TITLE, PARAGRAPHS[0], ""]


def test_mutated_pages_never_raise():
    rng = random.Random(3)
    whole = f"<html><title>{TITLE}</title>{MENU}<h1>{TITLE}</h1>{STRIP}<div class=TRS_Editor>{BODY}</div>{LIST}{FOOTER}".encode()
    for _ in range(200):
        body = bytearray(whole[: rng.randrange(len(whole))])
        for _ in range(rng.randrange(40)):
            if body:
                body[rng.randrange(len(body))] = rng.randrange(256)
        page = ExtractPipeline().process_item(Page(url="http://[bad", body=bytes(body)))
        assert page.body_kind in ("text", "image", "video", "attachment", "empty")


def test_the_number_of_a_document_opens_its_text_on_a_page_of_html():
    number, to = "云公函〔2031〕4号", "李明代表："
    page = extract(
        f"<h1>{TITLE}</h1>{STRIP}<div class=TRS_Editor><p>{number}</p><p>{to}</p>{BODY}</div>{FOOTER}"
    )
    assert TrimPipeline().process_item(page).text.split("\n")[:2] == [number, to]
    copied = "\n".join([TITLE, "2031-04-02 09:30", number, to, *PARAGRAPHS]).encode()
    plain = ExtractPipeline().process_item(Page(url="", body=copied, content_type="text/plain"))
    assert TrimPipeline().process_item(plain).text.split("\n")[0] == to


@pytest.mark.parametrize("kind", ["text/html", "text/plain"])
def test_an_endless_text_keeps_its_beginning(kind):
    page = Page(url="http://a.example/", body=("<p>警惕诈骗。</p>\n" * 30_000).encode(), content_type=kind)
    page = ExtractPipeline().process_item(page)
    assert MOST_CHARACTERS - 20 < len("\n".join(page.lines)) <= MOST_CHARACTERS
    assert page.flags == ["text_cut"]


def test_an_endless_title_is_cut():
    title = "云岭市公安局反诈预警第" + "九" * 5_000 + "期"
    page = Page(url="http://a.example/", body=f"<title>{title}</title><h1>{title}</h1>{BODY}".encode())
    assert ExtractPipeline().process_item(page).title == title[:LONGEST_TITLE]
