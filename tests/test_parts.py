"""Articles over several pages: what is a next part, and how the parts become one page."""

import pytest

from crawler.items import Page
from pipelines.extract import ExtractPipeline
from spiders.parts import next_part, part_number

FIRST = "http://a.example/fz/t20310402_77.shtml"


def pager(*links):
    return f"<html><body><p>云岭警方提醒。</p>{''.join(links)}</body></html>".encode()


@pytest.mark.parametrize(
    ("url", "number"),
    [
        ("http://a.example/fz/t20310402_77_2.shtml", 2),
        ("http://a.example/fz/t20310402_77-3.shtml", 3),
        (FIRST, None),
        ("http://a.example/fz/t20310402_78.shtml", None),
        ("http://a.example/fz/t20310402_77_2.html", None),
        ("http://b.example/fz/t20310402_77_2.shtml", None),
        ("http://a.example/fz/t20310402_77_2.shtml?from=x", None),
        ("http://a.example/fz/t20310402_77_200.shtml", None),
    ],
)
def test_a_part_is_named_like_its_article(url, number):
    assert part_number(url, FIRST) == number


@pytest.mark.parametrize(
    ("url", "links", "expected"),
    [
        # 【1】【2】, the page's own number is no link.
        (FIRST, ["【1】", "<a href='t20310402_77_2.shtml'>【2】</a>"], "_2"),
        (FIRST, ["<div><b>1</b><a href='t20310402_77_2.shtml'>2</a><a href='t20310402_77_3.shtml'>3</a></div>"], "_2"),
        (FIRST, ["<a href='t20310402_77_2.shtml'>下一页</a>"], "_2"),
        (FIRST, ["<a href='t20310402_77_1.shtml'>下一页</a>"], "_1"),
        ("http://a.example/fz/t20310402_77_2.shtml", ["<a href='t20310402_77_3.shtml'>下一页</a>"], "_3"),
        ("http://a.example/fz/t20310402_77_2.shtml", ["<a href='t20310402_77_1.shtml'>下一页</a>"], None),
        (FIRST, ["<script>createPageHTML(3,0,'t20310402_77','shtml')</script>"], "_1"),
        # The next article, the next page of the list.
        (FIRST, ["<a href='t20310402_78.shtml'>下一页</a>", "t20310402_77_9"], None),
        (FIRST, ["<a href='index_2.shtml'>下一页</a>"], None),
        ("http://a.example/fz/", ["<a href='index_2.html'>下一页</a>"], None),
    ],
)  # fmt: skip
def test_next_part(url, links, expected):
    first = FIRST if "t2031" in url else url
    found = next_part(pager(*links), url, first)
    assert found == (FIRST.replace(".shtml", f"{expected}.shtml") if expected else None)


def test_parts_are_read_as_one_text():
    def part(*texts):
        body = "".join(f"<p>{text}</p>" for text in texts)
        return f"<html><title>反诈报道</title><h1>反诈报道</h1><div>2031-04-02 来源：云岭网</div>{body}</html>".encode()

    one = "云岭警方近日破获一起冒充客服诈骗案件，抓获犯罪嫌疑人三名，涉案金额十余万元。"
    two = "警方介绍，嫌疑人马某等人通过非法渠道购买公民个人信息，再冒充客服实施诈骗活动。"
    page = ExtractPipeline().process_item(Page(url=FIRST, body=part(one), parts=[part(two)]))
    assert page.lines == [one, two]
    assert page.head == ["2031-04-02 来源：云岭网"]
