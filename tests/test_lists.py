"""Lists of many shapes: their articles, days and next pages; invented places and titles throughout."""

import random
import time

import pytest

from spiders.lists import FAMILIES, Article, NextPage, read_list

URL = "http://gaj.yunling.example/jwdt/tzgg/index.html"
BASE = "http://gaj.yunling.example/jwdt/tzgg/"
TITLES = ("云岭市公安局关于防范冒充客服的提示", "白鹿县破获一起虚假投资案", "青石镇开展反诈宣传进集市活动")
DAYS = ("2023-04-15", "2023-04-12", "2023-03-30")
PAGE = """<html><head><title>通知公告</title></head><body>
<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/jgsz/">机构设置</a></li><li><a href="/jwdt/">警务动态</a></li></ul></div>
<div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/jwdt/">警务动态</a> &gt; <a href="./">通知公告</a></div>
<div class="main">%s</div>
<div class="foot"><ul><li><a href="http://www.yunling.example/">云岭市人民政府门户网站</a></li>
<li><a href="http://www.bailu.example/">白鹿县人民政府门户网站</a></li></ul><p>更新日期：2024-01-01</p></div></body></html>"""


def page(inner):
    return (PAGE % inner).encode()


def rows(template, opening="", closing=""):
    """Fill a row's template with number, title, day, and the day's year, month, day."""
    filled = (
        template.format(
            n=n, title=title, day=day, cut=title[:8] + "...", y=day[:4], m=day[5:7], d=day[8:], short=day[2:]
        )
        for n, (title, day) in enumerate(zip(TITLES, DAYS, strict=True), start=1)
    )
    return opening + "\n".join(filled) + closing


WANT = [
    Article(f"{BASE}a{n}.html", title, day)
    for n, (title, day) in enumerate(zip(TITLES, DAYS, strict=True), start=1)
]
UNDATED = [Article(article.url, article.title, None) for article in WANT]

LAYOUTS = {
    "date behind": ("<li><a href='a{n}.html'>{title}</a><span>{day}</span></li>", "<ul>", "</ul>"),
    "date before, in brackets, with time": (
        "<li><span>[{day} 09:30]</span><a href='a{n}.html'>{title}</a></li>",
        "<ul>",
        "</ul>",
    ),
    "date as text of the item": ("<li><a href='a{n}.html'>{title}</a>({day})</li>", "<ul>", "</ul>"),
    "年月日": ("<li><a href='a{n}.html'>{title}</a><em>{y}年{m}月{d}日</em></li>", "<ul>", "</ul>"),
    "two-digit years": (
        "<tr><td>{n}</td><td><a href='a{n}.html'>{title}</a></td><td>{short}</td></tr>",
        "<table>",
        "</table>",
    ),
    "a labelled date": (
        "<li><a href='a{n}.html'>{title}</a><p>来源：云岭警方 发布时间：{day} 点击：3{n}</p></li>",
        "<ul>",
        "</ul>",
    ),
    "dotted dates": ("<li><a href='a{n}.html'>{title}</a><i>{y}.{m}.{d}</i></li>", "<ul>", "</ul>"),
    "no element a row": ("<a href='a{n}.html'>{title}</a> {day}<br>", "<div>", "</div>"),
    "date first, no element a row": ("{day} <a href='a{n}.html'>{title}</a><br>", "<div>", "</div>"),
    "dt and dd": ("<dt><a href='a{n}.html'>{title}</a></dt><dd>{day}</dd>", "<dl>", "</dl>"),
    "paragraph pairs": ("<p><a href='a{n}.html'>{title}</a></p><p class='t'>{day}</p>", "<div>", "</div>"),
    "month and day over the year": (
        (
            "<li><a href='a{n}.html' title='{title}'><div><p>{m}/{d}</p><span>{y}</span></div><h3>{title}</h3><p>今年2月1日以来，"
            "各地群众……</p></a></li>"
        ),
        "<ul>",
        "</ul>",
    ),
    "day over year and month": (
        "<li><div><b>{d}</b><span>{y}-{m}</span></div><a href='a{n}.html'>{title}</a></li>",
        "<ul>",
        "</ul>",
    ),
    "date in the link's text": ("<li><a href='a{n}.html'>{title}({day})</a></li>", "<ul>", "</ul>"),
    "date in an element of the link": (
        "<li><a href='a{n}.html'>{title}<span>{day}</span></a></li>",
        "<ul>",
        "</ul>",
    ),
    "date before the title in the link": (
        "<li><a href='a{n}.html'><span>{day}</span>{title}</a></li>",
        "<ul>",
        "</ul>",
    ),
    "cut titles": (
        "<li><a href='a{n}.html' title='{title}'>{cut}</a><span>{day}</span></li>",
        "<ul>",
        "</ul>",
    ),
    "a nested dead anchor": (
        "<li><a href='a{n}.html'><a href='javascript:;'>{title}</a></a><span>{day}</span></li>",
        "<ul>",
        "</ul>",
    ),
    "image and text": (
        (
            "<li><a href='a{n}.html'><img src='{n}.jpg'></a><a href='a{n}.html'>{title}</a><a href='a{n}.html'>[详情]</a>"
            "<span>{day}</span></li>"
        ),
        "<ul>",
        "</ul>",
    ),
    "a category link": (
        "<li>[<a href='/jwdt/ff/'>防范提示</a>] <a href='a{n}.html'>{title}</a><span>{day}</span></li>",
        "<ul>",
        "</ul>",
    ),
    "cards of divisions": (
        (
            "<div class='item'><div class='d'>{day}</div><div class='c'><a href='/jwdt/ff/'>防范提示</a></div>"
            "<div class='t'><a href='a{n}.html'>{title}</a></div></div>"
        ),
        "<div>",
        "</div>",
    ),
    "the link only says more": (
        "<li><h4>{title}</h4><p>摘要文字若干。</p><a href='a{n}.html'>查看详情</a><span>{day}</span></li>",
        "<ul>",
        "</ul>",
    ),
    "opened by onclick": (
        "<li><a href='#' onclick=\"window.open('a{n}.html')\">{title}</a><span>{day}</span></li>",
        "<ul>",
        "</ul>",
    ),
    "written by script": (
        (
            '<script>var str_1 = "a{n}.html"; var str_2=\'{title}\';\nvar str_4 = "{day}";\n'
            'document.write("<li><a href=\'" + str_1 + "\'>" + str_2 + \'</a><span>\' + str_4.substring(0,10) + "</span><\\/li>");</script>'
        ),
        "<ul>",
        "</ul>",
    ),
    "written by script, with comments": (
        (
            "<script>document.write(\"<!--row--><a href='a{n}.html'>{title}</a><span>{day}</span><!--end-->\");</script>"
        ),
        "<div>",
        "</div>",
    ),
    "a list of its own for each row": (
        "<ul><li><a href='a{n}.html'>{title}</a><span>{day}</span></li></ul>",
        "<div>",
        "</div>",
    ),
    "a table inside a table": (
        "<tr><td><img src='i.gif'></td><td><a href='a{n}.html'>{title}</a></td><td>[{day}]</td></tr><tr><td colspan=3></td></tr>",
        "<table><tr><td><table>",
        "</table></td></tr></table>",
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layouts(layout):
    assert read_list(page(rows(*LAYOUTS[layout])), URL).articles == WANT


def test_no_date_is_invented():
    plain = rows("<li><a href='a{n}.html'>{title}</a></li>", "<ul>", "</ul>")
    assert read_list(page(plain), URL).articles == UNDATED
    dated_title = "<ul><li><a href='a1.html'>2021年3月5日云岭市公安局警情通报</a></li></ul>" * 3
    assert [article.date for article in read_list(page(dated_title), URL).articles] == [None]
    impossible = rows("<li><a href='a{n}.html'>{title}</a><span>2023-13-45</span></li>", "<ul>", "</ul>")
    assert {article.date for article in read_list(page(impossible), URL).articles} == {None}
    address = rows("<li><a href='2023/0415/a{n}.html'>{title}</a></li>", "<ul>", "</ul>")
    assert {article.date for article in read_list(page(address), URL).articles} == {None}


def test_month_and_day_take_the_year_of_an_address_that_repeats_them():
    item = "<li><a href='202304/t202304{}_9.html'>{}</a><span>04-15</span></li>"
    inner = "<ul>" + item.format("15", TITLES[0]) + item.format("16", TITLES[1]) + "</ul>"
    assert [article.date for article in read_list(page(inner), URL).articles] == ["2023-04-15", None]


def test_a_serial_number_and_a_month_are_no_date():
    item = "<tr><td>{n}</td><td><a href='a{n}.html'>{title}</a></td><td>{y}-{m}</td></tr>"
    assert read_list(page(rows(item, "<table>", "</table>")), URL).articles == UNDATED


def test_dates_that_are_links_themselves():
    item = "<tr><td><a href='a{n}.html'>{day}</a></td><td><a href='a{n}.html'>{title}</a></td></tr>"
    assert read_list(page(rows(item, "<table>", "</table>")), URL).articles == WANT


def test_two_articles_in_one_table_row():
    cell = "<td><a href='a{n}.html'>{title}</a></td><td>{day}</td>"
    two = (
        "<table><tr>"
        + rows(cell)
        + "</tr><tr>"
        + rows(cell).replace("a1", "b1").replace("a2", "b2").replace("a3", "b3")
        + "</tr></table>"
    )
    same_day = two.replace(DAYS[1], DAYS[0])
    assert [article.url[-7:] for article in read_list(page(same_day), URL).articles] == [
        "a1.html", "a2.html", "a3.html", "b1.html", "b2.html", "b3.html",
    ]  # fmt: skip
    assert [article.date for article in read_list(page(same_day), URL).articles] == [
        DAYS[0],
        DAYS[0],
        DAYS[2],
    ] * 2


def test_the_day_of_publication_among_several():
    item = "<li><a href='a{n}.html'>{title}</a><span>成文日期：2020-01-0{n}</span><span>发布日期：{day}</span></li>"
    assert read_list(page(rows(item, "<ul>", "</ul>")), URL).articles == WANT
    item = "<li><a href='a{n}.html'>{title}</a><span>2020-01-0{n}</span><span>{day}</span></li>"
    assert {article.date for article in read_list(page(rows(item, "<ul>", "</ul>")), URL).articles} == {None}


SIDEBAR = (
    "<div class='hot'><h3>热点</h3><ul>"
    + "".join(
        f"<li><a href='/xw/b{n}.html'>旁栏里的一条较长的新闻标题{n}</a><span>2022-01-0{n}</span></li>"
        for n in range(1, 9)
    )
    + "</ul></div>"
)


def test_what_stands_beside_the_list_is_no_article():
    listed = rows(*LAYOUTS["date behind"])
    assert read_list(page(f"<div class=l>{listed}</div>{SIDEBAR}"), URL).articles == WANT
    pager = "<div><a href='index_2.html'>下一页</a></div>"
    unnamed = SIDEBAR.replace("hot", "box")
    assert read_list(page(f"{unnamed}<div class=l>{listed}{pager}</div>"), URL).articles == WANT


def test_pinned_row_above_the_list():
    pinned = "<div class='top'><p><a href='a9.html'>云岭市反诈中心致全市居民的一封公开信</a><span>2022-09-01</span></p></div>"
    found = read_list(page(pinned + rows(*LAYOUTS["date behind"])), URL).articles
    assert found == [Article(f"{BASE}a9.html", "云岭市反诈中心致全市居民的一封公开信", "2022-09-01"), *WANT]


def test_dead_items_are_no_articles():
    dead = rows("<li><a href='javascript:;'>{title}</a><span>{day}</span></li>", "<ul>", "</ul>")
    assert read_list(page(dead), URL).articles == []


def test_an_empty_list_has_no_articles():
    assert read_list(page("<ul><li>暂无数据</li></ul>"), URL).articles == []
    assert read_list(b"", URL).articles == []
    assert read_list("暂无数据".encode("gb18030"), URL).articles == []


def test_today_beside_the_menu_is_no_list():
    today = "<table><tr><td><a href='/'>首页</a> 2023年4月15日 星期六</td></tr></table>"
    assert read_list(page(today + "<ul><li>暂无数据</li></ul>"), URL).articles == []


def test_a_date_of_its_own_stays_in_the_title():
    item = "<li><a href='a{n}.html'>{title}(2020-01-0{n})</a><span>{day}</span></li>"
    found = read_list(page(rows(item, "<ul>", "</ul>")), URL).articles
    assert [(article.title[-12:], article.date) for article in found] == [
        (f"(2020-01-0{n})", day) for n, day in enumerate(DAYS, start=1)
    ]


def test_one_row():
    one = f"<ul><li><a href='a1.html'>{TITLES[0]}</a><span>{DAYS[0]}</span></li></ul>"
    assert read_list(page(one), URL).articles == WANT[:1]


def test_base_address_and_charset():
    listed = rows("<li><a href='a{n}.html'>{title}</a><span>{day}</span></li>", "<ul>", "</ul>")
    body = (PAGE % listed).replace("<head>", "<head><base href='/jwdt/tzgg/'>").encode("gb18030")
    assert read_list(body, "http://gaj.yunling.example/other/x.html").articles == WANT


LISTED = rows(*LAYOUTS["date behind"])
PAGERS = [
    ("<a href='index_2.html'>下一页</a><a href='index_9.html'>尾页</a>", "index_2.html"),
    ("<span><a href='index/8.htm'>下页</a></span><a href='index/1.htm'>尾页</a>", "index/8.htm"),
    ("<a href='#' onclick=\"location.href=encodeURI('index_2.jhtml')\">下一页</a>", "index_2.jhtml"),
    ("<a href=\"javascript:location.href='index_2.html'\">下一页&gt;</a>", "index_2.html"),
    ("<a href='?page=2'><img src=n.gif alt='下一页'></a>", "index.html?page=2"),
    ("<a class='next' href='index_2.html'>&gt;</a>", "index_2.html"),
    ("<b>1</b> <a href='index_2.html'>2</a> <a href='index_3.html'>3</a>", "index_2.html"),
    ("1 <a href='index_2.html'>2</a> <a href='index_3.html'>3</a>", "index_2.html"),
    (
        "<ul><li><a class=active href='index.html'>1</a></li><li><a href='index_2.html'>2</a></li></ul>",
        "index_2.html",
    ),
    ('<script>createPageHTML(4, 0, "index", "html")</script>', "index_1.html"),
    ("<script>createPageHTML(4, 2, 'index', 'shtml', 'black2', 60);</script>", "index_3.shtml"),
    ("<script>createPageHTML('page_div',50, 1,'list','shtml',1000);</script>", "list_2.shtml"),
    (
        "<script>function createPageHTML(total, cur, name, ext){}</script><script>createPageHTML(3,0,'index','html')</script>",
        "index_1.html",
    ),
    ("<script>Pager({size:16, current:0, prefix:'index', suffix:'html'});</script>", "index_1.html"),
    (
        (
            "<script>var currentPage = 0;//所在页\nvar nextPage = currentPage+1\nvar countPage = 67\n"
            'document.write("<a href=\\"default"+"_" + nextPage + "."+"shtml\\">下一页</a>");</script>'
        ),
        "default_1.shtml",
    ),
    ("<script>$('#p').pagination(\"setPage\", 1, 8)</script>", "index_2.html"),
    (
        "<script>var maxPageNum = 20; var pageName = 'index';</script><div id='pag_76543'></div>",
        "index_76543_19.html",
    ),
    (
        "<a href='javascript:go(2)'>下一页</a><script>function go(n){ window.location = 'index_' + n + '.html'; }</script>",
        "index_2.html",
    ),
    ("<a href='javascript:void(0)' onclick=\"turn('/jwdt/tzgg/index_2.html')\">下一页</a>", "index_2.html"),
    ("<span>1</span><a href='index_2.html'>2</a><a href='index_3.html'>3</a><b>47</b>条", "index_2.html"),
    ("<a href='index_11.html'>后10页</a><a href='index_2.html'>下一页</a>", "index_2.html"),
    ("<input type=button value='下一页' onclick=\"location.href='index_2.html'\">", "index_2.html"),
    ("<script>createPageHTML('paging', 3, 0, 'index', 'html')</script>", "index_1.html"),
    # the last page, a dead pager, the page itself, an article's neighbour
    ("<a href='index_8.html'>上一页</a><span>下一页</span>", None),
    ("<a href='javascript:;'>下一页</a><a href='javascript:;'>尾页</a>", None),
    ("<a href='index.html'>下一页</a>", None),
    ("<a href='index.html#'>下一页</a>", None),
    ("<a href='a7.html'>下一篇</a>", None),
    ("<a href='index_2.html'>1</a> <a href='index_3.html'>2</a> <b>3</b>", None),
    ('<script>createPageHTML(4, 3, "index", "html")</script>', None),
    ('<script>createPageHTML(1, 0, "index", "html")</script>', None),
    ("<script>createPageHTML('page_div',0, 1,'list','shtml',0);</script>", None),
    ("<script>createPageHTML('paging', 1, 0, 'index', 'html')</script>", None),
    ("<script>Pager({size:1, current:0, prefix:'index', suffix:'html'});</script>", None),
    ("<script>$('#p').pagination(\"setPage\", 8, 8)</script>", None),
    ("共1页 <b>1</b>", None),
]


@pytest.mark.parametrize(("pager", "expected"), PAGERS)
def test_next_page(pager, expected):
    found = read_list(page(f"{LISTED}<div class='page'>{pager}</div>"), URL)
    assert found.next == ([NextPage(BASE + expected)] if expected else [])
    assert found.articles == WANT


def test_falling_fragments_end_at_one():
    body = "<dl><dd><a href='/n1/c1/content.html'>云岭市公安局发布预警提示信息</a><span>2023-01-02</span></dd></dl>".encode()
    assert read_list(body, BASE + "index_76543_2.html").next == [NextPage(BASE + "index_76543_1.html")]
    assert read_list(body, BASE + "index_76543_1.html").next == []


def test_unknown_family_is_refused_and_every_known_one_reads_any_page():
    with pytest.raises(ValueError, match="no family 'x'"):
        read_list(b"", URL, "x")
    for family in FAMILIES:
        assert read_list(page(LISTED), URL, family).articles == WANT


HOSTILE = {
    "dots": b"<ul><li><a href=a.html title=b>" + b"." * 50_000 + b"x</a></li></ul>",
    "brackets": b"<ul><li><a href=a.html title=b>" + b"((<<" * 50_000 + b"x</a></li></ul>",
    "words": b"<script>var countPage=3;var currentPage=1;" + b"a" * 1_000_000 + b"</script>",
    "counts": b"<script>var " + b"countPage" * 50_000 + b"</script>",
    "classes": b"<div class='" + b"x" * 1_000_000 + b"'>" + b"<div><a href=a.html>x</a>" * 250,
    "nesting": b"<div>" * 200_000 + b"<a href='a.html'>x</a>",
    "nested links": b"<ul><li><a href='a.html'>" * 50_000,
    "many links": b"<ul>"
    + b"".join(b"<li><a href='a%d.html'>title number %d</a></li>" % (n, n) for n in range(30_000)),
    "links in one row": b"<p>" + b"".join(b"<a href='a%d.html'>title</a>" % n for n in range(30_000)),
    "dates": b"<ul><li>" + b"2020-01-01 " * 50_000 + b"<a href='a.html'>x</a></li></ul>",
    "blanks in a script": b"<script>document.write("
    + b"\n" * 500_000
    + b"x = '"
    + b"\\" * 50_000
    + b"</script>",
    "writes": b"<script>document.write(" + b"'document.write('+" * 12_000 + b"</script><a href=x>",
    "sums": b"<script>a='"
    + b"x" * 90_000
    + b"';document.write('<a ' + a"
    + b"+a" * 50_000
    + b");</script>" * 3,
    "assignments": b"<script>" + b"a='x';" * 30_000 + b"</script>",
    "calls": b"<script>" + b"createPageHTML(" * 50_000 + b"</script>",
    "functions": b"<script>"
    + b"function f(a){var u='x'+a;location=u;}" * 5_000
    + b"</script>"
    + b"<li><a href='javascript:f(1)'>title</a>" * 2_000,
    "variables": b"<script>"
    + b"".join(b"var v%d='x';" % n for n in range(30_000))
    + b"function f(a){location=a+v1}</script>"
    + b"".join(b"<li><a href='javascript:f(%d)'>title</a>" % n for n in range(2_000)),
    "arrays": b"<script>" + b"x=[{a:1," * 50_000 + b"</script>",
    "one long array": b"<script>x=[" + b"{a:'b'}," * 40_000 + b"f()]</script>",
    "rows under a heavy head": b"<table><tr><td><table>"
    + b"<tr><td>x" * 10_000
    + b"</table></td></tr>"
    + b"<tr><td><a href=a.html>title</a>" * 5_000,
    "clicks": b"<div data-url='/x'>" * 200 + b"<p data-url='/y'>z</p>" * 10_000,
    "numbers": b"<div>" + b"<b>1</b>" * 50_000,
    "records": b"<record>" * 200_000,
    "braces": b"[" * 500_000,
    "nul": b"\0<a href='\0'>\0</a>" * 10_000,
    "addresses": b"<a href='http://[::1'>2023</a><a href='http://x:port/'>2023</a>" * 1000,
    "spaces": b"<a href='a.html'>" + b" " * 2_000_000 + b"2020-01-01</a>",
}


def test_damaged_pages_raise_nothing():
    whole = page(
        "".join(rows(*layout) for layout in LAYOUTS.values()) + "".join(pager for pager, _ in PAGERS)
    )
    pieces = [
        b"<",
        b'"',
        b"\0",
        b"\xff",
        b"<script>",
        b"<base href='http://['>",
        b"<record><![CDATA[",
        b"&#xD800;",
        b"<a:b>",
    ]
    chance = random.Random(7)  # the same pages in every run
    for _ in range(60):
        body = bytearray(whole)
        for _ in range(chance.choice((1, 10, 100))):
            at = chance.randrange(len(body))
            body[at : at + chance.choice((0, 1, 50))] = chance.choice(pieces)
        read_list(
            bytes(body[: chance.randrange(len(body))]),
            chance.choice((URL, "", "x?page=1", BASE + "dataproxy.jsp?startrecord=1")),
        )


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_end_in_time(name):
    started = time.process_time()
    read_list(HOSTILE[name], URL)
    assert time.process_time() - started < 10


def test_menu_and_list_of_a_table_layout_without_names():
    menu = (
        "<td><ul>"
        + "".join(f"<li><a href='/c{n}/'>政务公开栏目之{n}</a></li>" for n in range(12))
        + "</ul></td>"
    )
    inner = f"<table><tr>{menu}<td><ul>{rows(LAYOUTS['date behind'][0])}</ul></td></tr></table>"
    assert read_list(page(inner), URL).articles == WANT


def test_short_dated_list_beside_many_undated_links():
    links = (
        "<ul class=x>"
        + "".join(f"<li><a href='/xw/b{n}.html'>没有日期的一条较长的新闻标题{n}</a></li>" for n in range(15))
        + "</ul>"
    )
    assert read_list(page(f"<div>{links}</div><div>{LISTED}</div>"), URL).articles == WANT
    assert len(read_list(page(f"<div>{links}</div>"), URL).articles) == 15


def test_next_page_stays_on_the_host():
    assert read_list(page(f"{LISTED}<a href='http://bbs.other.example/'>下一页</a>"), URL).next == []
