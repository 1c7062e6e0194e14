"""Lists and pagers off the beaten track: short titles, one item, records in scripts, select and laypage."""

import pytest

from spiders.lists import read_list

URL = "http://gaj.yunling.gov.cn/tzgg/index.html"
NAMES = (
    ("sy", "首页"),
    ("jgzn", "机构职能"),
    ("jwdt", "警务动态"),
    ("bsfw", "办事服务"),
    ("hdjl", "互动交流"),
)
MENU = "<div class=nav><ul>" + "".join(f"<li><a href=/{n}/>{t}</a></li>" for n, t in NAMES) + "</ul></div>"
FOOTER = (
    "<div class=foot><a href=/wzdt/>网站地图</a> <a href=/lxwm/>联系我们</a></div><div class=yqlj>"
    "<a href=http://www.a.gov.cn/>云岭市政府</a><a href=http://www.b.gov.cn/>青石县政府</a></div>"
)
LONG = (
    "关于开展打击治理电信网络诈骗犯罪专项行动的通告",
    "云岭市公安局提醒您警惕刷单陷阱",
    "青石分局公布本月典型案例",
    "冒充客服退款骗局揭秘",
    "云岭警方通报一起投资理财诈骗案",
)
SHORT = ("通告", "反诈提示", "案例一", "提醒", "公告")


def rows(pattern, titles=LONG):
    """Return `pattern` once a title: {n} counts from 0, {d} is the day of a month."""
    return "".join(pattern.format(n=n, t=title, d=f"{n + 1:02}") for n, title in enumerate(titles))


def read(inner, url=URL):
    return read_list(f"<html><body>{MENU}{inner}{FOOTER}</body></html>".encode(), url)


@pytest.mark.parametrize(
    ("inner", "count", "dated"),
    [
        (
            "<ul>" + rows("<li><a href=t{n}.html>{t}</a><span>2031-04-{d}</span></li>", SHORT) + "</ul>",
            5,
            True,
        ),
        (
            "<div class=list><ul>" + rows("<li><a href=t{n}.html>{t}</a></li>", SHORT) + "</ul></div>",
            5,
            False,
        ),
        (
            rows("<ul class=l><li><a href=t{n}.html>{t}</a><span>2031-04-{d}</span></li></ul>", LONG[:1]),
            1,
            True,
        ),
        (rows("<div class=l><a href=t{n}.html>{t}</a></div>", LONG[:1]), 1, False),
        ("<div>" + rows("<p><a href=t{n}.html>{t}</a></p>", LONG[:2]) + "</div>", 2, False),
        # Rows that a click opens, records that a script shows.
        (
            "<ul>"
            + rows("<li onclick=\"window.open('t{n}.html')\"><b>{t}</b><i>2031-04-{d}</i></li>")
            + "</ul>",
            5,
            True,
        ),
        (
            "<script>var dataList=["
            + rows('{{"title":"{t}","url":"/tzgg/t{n}.html","daytime":"2031-04-{d}"}},').rstrip(",")
            + "];</script>",
            5,
            True,
        ),
        ("<div class=list><p>暂无数据</p></div>", 0, True),
        ("<div class=sidebar>" + rows("<p><a href=t{n}.html>{t}</a></p>", LONG[:2]) + "</div>", 0, False),
        ("<p><a href=http://b.example/t1.html>云岭市公安局提醒您警惕刷单陷阱</a></p>", 0, False),
    ],
)
def test_unusual_lists(inner, count, dated):
    found = read(inner).articles
    assert [article.url.rpartition("/")[2] for article in found] == [f"t{n}.html" for n in range(count)]
    assert [article.date for article in found] == [
        f"2031-04-{n + 1:02}" if dated else None for n in range(count)
    ]


LIST = "<ul>" + rows("<li><a href=t{n}.html>{t}</a><span>2031-04-{d}</span></li>") + "</ul>"
OPTIONS = "<option value=index.html>1</option><option value=index_2.html>2</option><option value=index_3.html>3</option>"
SELECT = f'<select onchange="location.href=this.value">{OPTIONS}</select>'


@pytest.mark.parametrize(
    ("pager", "here", "following"),
    [
        (SELECT, "index.html", "index_2.html"),
        (SELECT, "index_2.html", "index_3.html"),
        (SELECT, "index_3.html", None),
        (SELECT.replace("index_2.html>", "index_2.html selected>"), "", "index_3.html"),
        (
            "<select onchange='location=this.value'><option value=/a/>青石县</option><option value=/b/>海湾市</option></select>",
            "",
            None,
        ),
        (
            "<script>laypage({pages:12,curr:1,jump:function(e){location.href='?page='+e.curr}})</script>",
            "index.html",
            "index.html?page=2",
        ),
        (
            (
                "<script>laypage.render({elem:'p',count:30,limit:10,curr:2,jump:function(obj,first){if(!first)"
                "{window.location.href='index_'+obj.curr+'.html';}}})</script>"
            ),
            "index_2.html",
            "index_3.html",
        ),
        (
            "<script>laypage({pages:2,curr:2,jump:function(e){location.href='?page='+e.curr}})</script>",
            "?page=2",
            None,
        ),
        (
            "<script>laypage({pages:9,jump:function(e){location.href='?page='+e.curr}})</script>",
            "?page=4",
            "?page=5",
        ),
        ("<script>laypage({pages:9,curr:1,jump:function(e){load(e.curr)}})</script>", "", None),
        ("<script>Ls.pagination('#p', {pageCount: 3})</script>", "", "?pageIndex=2"),
        (
            "<script>Ls.pagination('#p', {pageCount: 3})</script>",
            "?catIds=7&pageIndex=2",
            "?catIds=7&pageIndex=3",
        ),
        ("<script>Ls.pagination('#p', {pageCount: 3})</script>", "?pageIndex=3", None),
    ],
)
def test_unusual_pagers(pager, here, following):
    base = URL.rpartition("/")[0] + "/"
    assert [page.url for page in read(LIST + pager, base + here).next] == (
        [base + following] if following else []
    )
