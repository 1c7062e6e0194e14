import pytest

from crawler.fold import fold
from crawler.items import Page
from pipelines.attribution.signoff import find_signoff
from pipelines.original import OriginalPipeline, stated_original
from pipelines.published import PublishedPipeline

BODY = "近日，云岭市公安局接到多起报警，提醒市民谨防冒充客服诈骗。"


def page(text=BODY, head=(), foot=(), url="", **fields):
    item = Page(
        url=url,
        content_type="text/plain",
        head=list(head),
        foot=list(foot),
        text=text,
        folded=fold(text),
        **fields,
    )
    return PublishedPipeline().process_item(OriginalPipeline().process_item(item))


HEADERS = {
    "来源: 云岭警方  |   发布日期: 2031-04-02 18:30": "2031-04-02T18:30",
    "发布时间：2031年04月02日": "2031-04-02",
    "发布:云岭县公安局 时间:2031/4/2 17:27:10": "2031-04-02T17:27",
    "法治云岭发布时间: 2031-04-02 15:40责任编辑:": "2031-04-02T15:40",
    "云岭网 2031-04-02 16:12:14": "2031-04-02T16:12",
    "发表于 2031-04-02 10∶08": "2031-04-02T10:08",
    "更新时间：2031-05-09 发布时间：2031-04-02": "2031-04-02",
    "成文日期：2031-03-01 发布日期：2031-04-02": "2031-04-02",
    "02.04.2031 18:15": "2031-04-02T18:15",
    "31-04-02": "2031-04-02",
    "(二○三一年四月二日)": "2031-04-02",
    "时间：2031-04-02 00:00:00": "2031-04-02",
    "发布 / 2031年4月2日 5:00 AM": "2031-04-02T05:00",
    "云岭政法网 www.yunling.example 2031-04-02": "2031-04-02",
}
NO_HEADERS = (
    "发布日期：", "04-02 08:10", "成文日期：2031-03-01", "GMT+8, 2031-4-2 08:10", "注册时间 2031-04-02", "云公通〔2031〕38号",
    "案发时间：2031-04-02 08:10", "摘要：2031年4月2日，王先生报警。", "https://a.example/2031/04/02/1.html", "今天是2031年4月2日 星期三", "2031.03.27—2031.04.02", "2031年3月27日至2031年4月2日", "2031年4月日",
)  # fmt: skip


@pytest.mark.parametrize(("line", "value"), HEADERS.items())
def test_header(line, value):
    item = page(head=[line])
    assert (item.published, item.published_from) == (value, "header")


@pytest.mark.parametrize("line", NO_HEADERS)
def test_no_header(line):
    assert page(head=[line]).published is None


SIGNOFFS = {
    f"{BODY}\n云岭市公安局\n2031年4月2日": ("云岭市公安局", "2031-04-02"),
    f"{BODY}\n雲嶺市公安局\n二〇三一年四月二日": ("云岭市公安局", "2031-04-02"),
    f"{BODY}\n云岭市公安局扫黑除恶斗争\n领导小组办公室\n2031年4月2日": (
        "云岭市公安局扫黑除恶斗争领导小组办公室",
        "2031-04-02",
    ),
    f"{BODY}\n云岭市公安局\n云岭市人民检察院\n2031年4月2日": ("云岭市公安局、云岭市人民检察院", "2031-04-02"),
    f"{BODY}\n2031年4月2日\n云岭市公安局\n云岭市司法局": ("云岭市公安局、云岭市司法局", "2031-04-02"),
    f"{BODY}\n云岭市公安局 2031年4月2日": ("云岭市公安局", "2031-04-02"),
    f"{BODY}(云岭市公安局东城分局 2031年4月2日)": ("云岭市公安局东城分局", "2031-04-02"),
    f"{BODY}云岭市公安局2031年4月2日": ("云岭市公安局", "2031-04-02"),
    f"{BODY}民警于2031年4月2日抓获王某": (None, None),
    f"{BODY}(云岭市公安局)": ("云岭市公安局", None),
    f"{BODY}\n公安东城分局\n2031年4月2日": ("公安东城分局", "2031-04-02"),
    f"{BODY}\n云岭市公安局\n2031年4月2日\n附件：举报方式": ("云岭市公安局", "2031-04-02"),
    f"{BODY}\n举报电话：0999-1234567\n2031年4月2日": (None, "2031-04-02"),
    f"{BODY}\n云岭市公安局\n2031年4月日": (None, None),
}


@pytest.mark.parametrize(("text", "expected"), SIGNOFFS.items())
def test_signoff(text, expected):
    signoff = find_signoff(fold(text))
    found = (signoff.issuer, signoff.day and signoff.day.iso) if signoff else (None, None)
    assert found == expected


def test_signoff_above_the_annex_of_a_decree():
    text = f"云岭市人民政府\n{BODY}\n二○○六年二月二十日\n" + "第一条 为了维护秩序，制定本规定。\n" * 20
    signoff = find_signoff(fold(text))
    assert (signoff.issuer, signoff.day.iso, signoff.at_end) == ("云岭市人民政府", "2006-02-20", False)


SIGNED = f"{BODY}\n云岭市公安局\n2031年4月2日"


def test_header_before_signoff_before_address():
    item = page(
        SIGNED, head=["发布时间：2031-04-03"], url="http://a.example/20310405/1.html", list_date="2031-04-06"
    )
    assert (item.published, item.published_from) == ("2031-04-03", "header")
    assert [(w.origin, w.value) for w in item.published_witnesses] == [
        ("header", "2031-04-03"),
        ("signoff", "2031-04-02"),
        ("url", "2031-04-05"),
        ("list", "2031-04-06"),
    ]
    assert page(SIGNED, url="http://a.example/20310405/1.html").published_from == "signoff"


def test_complete_signoff_beats_the_header_of_a_late_copy():
    late = ["时间：2031-07-05 22:45:45"]
    assert page(SIGNED, head=late).published_from == "signoff"
    assert page(SIGNED, head=late, url="http://www.yunling.gov.cn/1.html").published_from == "header"
    assert page(SIGNED, head=["时间：2032-04-02"]).published_from == "header"  # the signer's slip of the year
    assert page(f"{BODY}\n2031年4月2日", head=late).published_from == "header"  # nobody signs


def test_strip_that_was_taken_for_text():
    assert page(f"云岭事 2031-04-02 14:50:41 原文链接:网络\n{BODY}").published == "2031-04-02T14:50"
    assert page(f"时间:2031-04-02 来源:云岭网\n{BODY}").published == "2031-04-02"
    assert page(f"时间：2031-04-02 08:30\n地点：云岭广场\n{BODY}").published is None
    assert page(head=["时间：2031-04-02 08:30", "地点：云岭广场"]).published is None
    assert page(f"演练时间：2031-04-02 08:30 联系人：周一\n{BODY}").published is None
    assert (
        page(
            f"云岭市公安局\n一、演练时间\n2031年4月28日\n{BODY * 9}\n二、注意事项\n{BODY}\n{BODY}\n" * 2
        ).published
        is None
    )


def test_other_witnesses():
    assert page(head=["date 2031-04-02"]).published_from == "meta"
    assert page(title="2031年1月25日9:00-17:00，云岭市防诈宣传").published is None
    assert page(title="云岭市防诈提示2031-04-02 08:10浏览:12").published == "2031-04-02T08:10"
    assert page(meta={"pubdate": "2031-04-02 08:10"}).published_from == "meta"
    assert page(meta={"maketime": "2031-04-02 08:10", "htmlgeneratetime": "2031-04-02"}).published is None
    assert page(list_date="2031-04-02").published_from == "list"
    assert page(list_date="04-02").published is None
    item = page(foot=["原文链接:http://b.example/203104/t20310402_1.html"], url="http://a.example/8.html")
    assert (item.published, item.published_from) == ("2031-04-02", "original_url")
    assert page(foot=["发布日期：2031-04-02 责任编辑：周一"]).published_from == "header"


def test_announcement_takes_month_and_year_from_the_event():
    text = "“云岭公安”微信公众号21日发布：2031年4月20日22时许，民警抓获嫌疑人。"
    assert (page(text).published, page(text).published_from) == ("2031-04-21", "body")
    assert page("云岭网11月5日讯 2031年3月2日，民警抓获嫌疑人。").published is None


@pytest.mark.parametrize(
    "text",
    [
        "自通告发布之日起至2031年12月31日，主动投案的从宽处理。",
        "2031年4月2日，王先生接到电话后报警。",
        "9月8日，云岭警方发布消息。",
        "警方昨日通报一起案件。",
        "公安部发言人在27日的发布会上介绍，2031年7月以来案件下降。",
    ],
)
def test_a_text_that_names_no_publish_date_gets_none(text):
    assert page(text).published is None


@pytest.mark.parametrize(
    ("line", "url"),
    [
        ("原文链接:http://b.example/1.html", "http://b.example/1.html"),
        ("本文来源：https://b.example/a?b=1。", "https://b.example/a?b=1"),
        ("转载自云岭网 http://b.example/1.html)", "http://b.example/1.html"),
        ("原文链接:网络", None),
        ("本文地址:http://a.example/8.html", None),
        ("转载请注明出处：http://c.example/1.html", None),
        ("原文链接:http://a.example/8.html", None),
        ("详见http://b.example/1.html", None),
    ],
)
def test_only_a_stated_original(line, url):
    assert stated_original([line], "http://a.example/8.html") == url


@pytest.mark.parametrize(
    ("fields", "flags"),
    [
        ({"head": ["发布时间：2031-04-02"], "url": "http://a.example/20310403/1.html"}, []),
        ({"head": ["发布时间：2031-04-02"], "url": "http://a.example/20310901/1.html"}, ["dates_disagree"]),
        ({"head": ["发布时间：2031-04-02"], "meta": {"pubdate": "2035-01-01 09:00"}}, ["dates_disagree"]),
        ({"head": ["发布时间：2031-04-12"], "text": BODY + "\n云岭市公安局\n2031年4月2日"}, []),
        (
            {"head": ["发布时间：2031-09-12"], "text": BODY + "\n云岭市公安局\n2031年4月2日"},
            ["dates_disagree"],
        ),
        (
            {"head": ["发布时间：2031-03-12"], "text": BODY + "\n云岭市公安局\n2031年4月2日"},
            ["dates_disagree"],
        ),
        ({"text": BODY + "\n云岭市公安局\n2031年4月2日"}, []),
        ({"list_date": "2031-04-02", "url": "http://a.example/2031/0402/1.html"}, []),
        ({}, []),
    ],
)
def test_contradicting_witnesses_are_flagged(fields, flags):
    assert page(**fields).flags == flags


def test_iso_dates_of_meta_tags_are_told_in_chinese_time():
    assert page(meta={"article:published_time": "2031-04-01T16:10:00Z"}).published == "2031-04-02T00:10"
    assert page(meta={"article:published_time": "2031-04-02T08:10:00+08:00"}).published == "2031-04-02T08:10"
    assert page(meta={"article:published_time": "2031-04-02T00:00:00Z"}).published == "2031-04-02"
