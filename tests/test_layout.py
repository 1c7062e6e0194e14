import pytest

from crawler.endings import MAX_TAGS
from pipelines.html.email_protection import decode_address
from pipelines.html.layout import clean, read_layout
from pipelines.html.markup import parse
from pipelines.html.script_text import wechat_time, written_text

FILLER = "<p>云岭市公安局提醒广大市民，凡是要求转账的陌生来电，一律不要相信，请及时拨打反诈专线。</p>" * 4


def lines(html):
    return [line.text for line in read_layout(parse(html.encode())).lines]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>一、案情</p><p>二、提示</p>", ["一、案情", "二、提示"]),
        ("<p>　　第一段<br>第二段<br/></p>第三段", ["第一段", "第二段", "第三段"]),
        ("<p>立案<span>12</span><b>起</b></p>", ["立案12起"]),
        ("<p>近日，云岭市\n   公安局破案。</p>", ["近日，云岭市公安局破案。"]),
        ("<div>来源：云岭日报\n<a href=x>举报</a></div>", ["来源：云岭日报 举报"]),
        ("<p>A&nbsp;&nbsp;B\u200b</p>", ["A B"]),
        ("<p>立\u200b案\u200b1\u200b2\u200d起</p>", ["立案12起"]),
        ("<div>甲<style>.TRS_Editor P{margin:0}</style><script>var a=1</script>乙</div>", ["甲乙"]),
        ("<div>甲<!-- 注释 -->乙</div>", ["甲乙"]),
        ("<span id=body><p>甲</p></span>尾", ["甲", "尾"]),
        ("<p>诈<ruby>骗<rt>piàn</rt></ruby></p>", ["诈骗"]),
        ("<p>一<o:p></o:p>二</p>", ["一二"]),
        ("<html><body><p>一</p></body></html><p>二</p>", ["一", "二"]),
    ],
)
def test_lines_as_a_reader_sees_them(html, expected):
    assert lines(html) == expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            "<tr><th>区县</th><th>立案</th></tr><tr><td>青石县</td><td><p>12</p></td></tr>",
            ["区县\t立案", "青石县\t12"],
        ),
        ("<tr><td>联系人</td><td>李警官<br>王警官</td></tr>", ["联系人\t李警官 王警官"]),
        ("<tr><td></td><td>单元</td></tr>", ["单元"]),
        (
            "<tr><td>菜单</td><td><p>一</p><p>二</p><p>三</p><p>四</p><p>五</p></td></tr>",
            ["菜单", "一", "二", "三", "四", "五"],
        ),
        ("<tr><td>外<table><tr><td>甲</td><td>乙</td></tr></table></td><td>里</td></tr>", ["外 甲\t乙\t里"]),
    ],
)
def test_rows_of_data_tables_stay_rows(table, expected):
    assert lines(f"<table>{table}</table>") == expected


def test_hidden_lines_are_marked_unless_they_are_the_page():
    layout = read_layout(parse(f"<div style='DISPLAY : none'><p>打印</p></div>{FILLER}".encode()))
    assert [line.hidden for line in layout.lines] == [True, False, False, False, False]
    layout = read_layout(parse(f"<div style='display:none'>{FILLER}</div>".encode()))
    assert not any(line.hidden for line in layout.lines)


def test_lines_of_comments_and_sharing_are_asides_unless_they_are_the_page():
    layout = read_layout(parse(f"<div class='news-share'>分享到</div>{FILLER}".encode()))
    assert [line.aside for line in layout.lines] == [True, False, False, False, False]
    layout = read_layout(parse(f"<div class='js_share'>{FILLER}</div>".encode()))
    assert not any(line.aside for line in layout.lines)


def test_links_to_documents_and_addresses_are_text():
    html = "<p><a href='/a.html'>新闻</a></p><p><a href='1.doc'>附件</a></p><p><a href='mailto:a@b.cn'>信箱</a></p>"
    assert [line.links for line in read_layout(parse(html.encode())).lines] == [2, 0, 0]


def test_boxes_hold_ranges_of_lines():
    layout = read_layout(parse("<div id=a><p>一</p><p>二</p></div><div id=b>三</div>".encode()))
    ranges = {box.element.get("id"): (box.first, box.last) for box in layout.boxes if box.element.get("id")}
    assert ranges == {"a": (0, 2), "b": (2, 3)}


@pytest.mark.parametrize(
    ("code", "address"),
    [
        ("4223216c3b342238772c", None),  # no @ in it
        ("zz", None),
        ("", None),
        ("2a4c4b44504b6a535f5b44044d455c044944", "fanza@yuqn.gov.cn"),
    ],
)
def test_cloudflare_addresses(code, address):
    assert decode_address(code) == address


def test_protected_addresses_stand_in_the_line():
    code = bytes([0x2A, *(byte ^ 0x2A for byte in b"tip@yunling.gov.cn")]).hex()
    html = f"<p>举报邮箱：<a href='/cdn-cgi/l/email-protection' class=__cf_email__ data-cfemail='{code}'>[email&#160;protected]</a>。</p>"
    assert lines(html) == ["举报邮箱：tip@yunling.gov.cn。"]
    assert lines(f"<p><a href='/cdn-cgi/l/email-protection#{code}'>写信</a></p>") == ["tip@yunling.gov.cn"]


@pytest.mark.parametrize(
    ("script", "text"),
    [
        ("var pubdata='2023年05月24日';\ndocument.write(pubdata);", "2023年05月24日"),
        (
            "var s = \"云岭日报\"; if (s != '') { document.write('<b>来源：' + s + '</b>'); }",
            "来源：云岭日报",
        ),
        ("document.write(new Date().getFullYear())", ""),
        ("document.write('<script src=a.js></scr' + 'ipt>')", ""),
        ("var a = 1;", ""),
        ("document.write('" + "诈" * 7000 + "')", ""),
    ],
)
def test_text_written_by_script(script, text):
    assert written_text(script).strip() == text


def test_wechat_time_is_china_time():
    assert wechat_time('var ct = "1581517074";') == "2020-02-12 22:17"
    assert wechat_time('var act = "1581517074";') is None


def test_clean_keeps_full_width_spaces_inside():
    assert clean("　　第一章　总则 \n") == "第一章　总则"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\0" * 100,
        b"<" * 1000,
        b"\xff\xfe\x00",
        b"<div>" * 20_000 + b"x",
        b"<table><tr><td>" * 5_000,
        b"<p " + b"a='1' " * 20_000,
        b"<p>" + "万".encode() * 300_000,
        b"<?xml version='1.0' encoding='nonsense'?><html><p>x",
        "<p>&#xD800;&#0;\ud7ff".encode(),
    ],
)
def test_hostile_markup_gives_a_layout(body):
    assert read_layout(parse(body)).lines is not None


def test_what_stands_after_too_many_tags_is_not_read():
    assert lines("<br>" * MAX_TAGS + "<p>尾") == []
