"""What scripts open, hold and load: functions of the page, arrays, numbers that post, buttons for more."""

import pytest

from spiders.lists import NextPage, read_list

URL = "http://fz.yunling.example/news/list.jsp?t=2"
BASE = "http://fz.yunling.example/news/"
ROWS = "".join(
    f"<li><a href=a{n}.html>云岭市反诈提示第{n}期发布</a><i>2031-04-0{n}</i></li>" for n in range(1, 4)
)


def read(inner):
    return read_list(f"<html><body><ul>{inner}</ul></body></html>".encode(), URL)


@pytest.mark.parametrize(
    ("link", "script"),
    [
        ('href="javascript:show({n})"', "function show(id){ window.open('show.jsp?id=' + id, '_blank'); }"),
        ("href='#' onclick='return show({n})'", "var base = 'show.jsp'; function show(id){ location.href = base + '?id=' + id; }"),
        ('href="javascript:void(0)" onclick="show(\'{n}\')"', "show = function(i){ var u = 'show.jsp?id='+i; window.open(u); }"),
        ("href=\"javascript:window.open('show.jsp?id={n}')\"", ""),
        ("data-href='show.jsp?id={n}'", ""),
        ("href='javascript:;' data-url='show.jsp?id={n}'", ""),
        ("href='javascript:show({n})'", "function show(id){ if (!id) location.href = 'login.jsp'; else location.href = 'show.jsp?id=' + id; }"),
        ("href='javascript:show({n})'", None),
        ("href='javascript:show({n})'", "function show(id){ $.post('/read', {id: id}); }"),
        ("href='javascript:show({n})'", "function show(id){ window.open(prefix + id); }"),
    ],
)  # fmt: skip
def test_links_that_a_function_opens(link, script):
    rows = "".join(
        f"<li><a {link.format(n=n)}>云岭市反诈提示第{n}期发布</a><i>2031-04-0{n}</i></li>"
        for n in range(1, 4)
    )
    found = read(f"{rows}<script>{script or ''}</script>").articles
    known = script is not None and "prefix" not in script and "post" not in script
    assert [article.url for article in found] == (
        [f"{BASE}show.jsp?id={n}" for n in range(1, 4)] if known else []
    )


@pytest.mark.parametrize(
    ("script", "count"),
    [
        ("var list = [{title: '云岭市反诈提示发布', url: '/a/1.html', date: '2031-04-02',}, {title: '白鹿县反诈周报', url: '/a/2.html', hot: true},];", 2),
        ("show([{'title':'云岭市反诈提示发布','docUrl':'/a/1.html'},/*two*/{'title':'白鹿县反诈周报','docUrl':'/a/2.html'}])", 2),
        ("var list = [{title: titleOf(1), url: '/a/1.html'}, {title: '白鹿县反诈周报', url: '/a/2.html'}];", 0),
        ("var list = [{title: '云岭市反诈提示发布', url: '/a/1.html'}, {title: '白鹿", 0),
        ("var list = [{title: '云岭市反诈提示发布', imgUrl: '/a/1.jpg'}, {title: '白鹿县反诈周报', imgUrl: '/a/2.jpg'}];", 0),
    ],
)  # fmt: skip
def test_arrays_as_scripts_write_them(script, count):
    found = read(f"<script>{script}</script>").articles
    assert [article.url[-9:] for article in found] == ["/a/1.html", "/a/2.html"][:count]


def test_rows_without_links_that_a_click_opens():
    rows = "".join(
        f"<div class=i data-href='/a/{n}.html'><p>云岭市反诈提示第{n}期发布</p><p>2031-04-0{n}</p><i onclick='like()'>赞</i></div>"
        for n in range(1, 4)
    )
    for page in (rows, f"<div onclick=\"location='/x'\">{rows}</div>"):
        assert [(a.url[-9:], a.date) for a in read(page).articles] == [
            (f"/a/{n}.html", f"2031-04-0{n}") for n in range(1, 4)
        ]


FORM = "<form method=post action='list.jsp?t=2'><input type=hidden name=__VIEWSTATE value=v>{}</form>"
NUMBERS = "<table><tr><td><span>1</span></td><td><a href=\"javascript:__doPostBack('g','Page$2')\">2</a></td></tr></table>"


@pytest.mark.parametrize(
    ("pager", "page"),
    [
        (FORM.format(NUMBERS), NextPage(URL, "POST", "__VIEWSTATE=v&__EVENTTARGET=g&__EVENTARGUMENT=Page%242", (("content-type", "application/x-www-form-urlencoded"),))),
        ("<b>1</b><a onclick=\"turn('list_2.jsp')\" href='javascript:;'>2</a>", NextPage(BASE + "list_2.jsp")),
        ("<a class=on onclick='turn(1)'>1</a><a href='javascript:void(0)'>2</a>", None),
        ("<a onclick=\"query(this,'/news/list_2.jsp')\">下一页</a>", NextPage(BASE + "list_2.jsp")),
        ("<a href='javascript:go(2)'>下一页</a><script>function go(n){ if(n==1){location.href='list.jsp';} else {location.href='list_'+n+'.jsp';} }</script>", NextPage(BASE + "list_2.jsp")),
        ("<a href='javascript:go(2)'>下一页</a><script>function go(n){ var u = n == 1 ? 'list.jsp' : 'list_' + n + '.jsp'; location = u; }</script>", NextPage(BASE + "list_2.jsp")),
        ("<script>laypage({pages:8,curr:1,jump:function(e){var u = e.curr==1?'list.jsp':'list_'+e.curr+'.jsp'; location.href=u;}})</script>", NextPage(BASE + "list_2.jsp")),
        ("<li><a href='/news/page/2/'>较旧文章 →</a></li>", NextPage(BASE + "page/2/")),
        ("<button data-url='?t=2&amp;page=2'>加载更多</button>", NextPage(BASE + "list.jsp?t=2&page=2")),
        ("<a href='?t=2&amp;page=2'><span>点击加载更多</span></a>", NextPage(BASE + "list.jsp?t=2&page=2")),
        ("<button data-url='2'>加载更多</button>", None),
        ("<a href='/news/'>查看更多</a>", None),
    ],
)  # fmt: skip
def test_pagers_that_scripts_turn(pager, page):
    found = read(ROWS + pager)
    assert found.next == ([page] if page else [])
    assert [article.url for article in found.articles] == [f"{BASE}a{n}.html" for n in range(1, 4)]
