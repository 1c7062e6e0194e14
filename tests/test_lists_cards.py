"""Rows with more links than the article's: authors, kinds, departments, comments; and the days of unusual columns."""

import pytest

from spiders.lists import read_list

URL = "http://fz.yunling.example/tips/index.html"
TITLES = ("云岭警方提醒：退税短信是假的", "通告", "白鹿县破获一起冒充客服案件", "青石镇反诈宣传进集市")
NAV = "<ul class=menu><li><a href=/>首页</a></li><li><a href=/jwdt/>警务动态</a></li><li><a href=/zwgk/>政务公开</a></li></ul>"


def read(row, opening="<div>", closing="</div>", url=URL):
    """Read a list of rows: {n} counts from 1, {t} is the title, {d} the day of a month."""
    inner = "".join(row.format(n=n, t=title, d=f"{28 - n:02}") for n, title in enumerate(TITLES, start=1))
    return read_list(f"<html><body>{NAV}{opening}{inner}{closing}</body></html>".encode(), url).articles


CARD = (
    "<article><h2><a href=a{n}.html>{t}</a></h2><p>{day}<a href=/by/7>云岭网警</a><a href=/kind/3>防骗提示</a>"
    "<a href='a{n}.html#comments'>发表评论</a></p></article>"
)
ROWS = {
    "a card with author, kind and comments": CARD.replace("{day}", "<a href=a{n}.html>2031年4月{d}日</a>"),
    "the same without a day": CARD.replace("{day}", ""),
    "a department in brackets": "<li><a href=/bm/{n}/>[云岭市公安局白鹿分局]</a><a href=a{n}.html>{t}</a><i>2031-04-{d}</i></li>",
    "a kind that each row links": "<li><a href=/ff/>防范提示专栏</a><a href=a{n}.html>{t}</a><i>2031-04-{d}</i></li>",
    "a kind, no day": "<li><a href=a{n}.html><img src=i.jpg></a><a href=/ff/>防范提示</a><a href=a{n}.html>{t}</a></li>",
    "a short heading beside an office": "<a href=a{n}.html><div><h3>{t}</h3><p>云岭公安</p></div></a>",
    "pinned": "<li><a href=a{n}.html><b>[置顶]</b>{t}</a><i>2031-04-{d}</i></li>",
}


@pytest.mark.parametrize("kind", ROWS)
def test_rows_with_other_links(kind):
    found = read(ROWS[kind])
    assert [article.title for article in found] == list(TITLES)
    assert [article.url.rpartition("/")[2] for article in found] == [f"a{n}.html" for n in range(1, 5)]


TABLE = "<table><tr><th>标题</th><th>{}</th><th>{}</th></tr>"
BOXES = "<div class=i><b>{{d}}</b><em>{}</em><i>{}</i><h3><a href=a{{n}}.html>{{t}}</a></h3></div>"


@pytest.mark.parametrize(
    ("row", "opening", "dated"),
    [
        ("<tr><td><a href=a{n}.html>{t}</a></td><td>2031-03-01</td><td>2031-04-{d}</td></tr>", TABLE.format("成文日期", "发布日期"), True),
        ("<tr><td><a href=a{n}.html>{t}</a></td><td>2031-04-{d}</td><td>2031-05-01</td></tr>", TABLE.format("发布时间", "实施日期"), True),
        ("<tr><td><a href=a{n}.html>{t}</a></td><td>2031-04-{d}</td><td>2031-05-01</td></tr>", TABLE.format("成文日期", "实施日期"), False),
        (BOXES.format("Apr", "2031"), "<div>", True),
        ("<li><p>04.{d}</p><b>2031</b><a href=a{n}.html>{t}</a></li>", "<ul>", True),
        ("<li><p>04.{d}</p><b>1024</b><a href=a{n}.html>{t}</a></li>", "<ul>", False),
        ("<li><a href=a{n}.html>{t}</a><i>{d}/04/2031</i></li>", "<ul>", True),
        ("<li><a href=a{n}.html>{t}</a><i>04/{d}/2031</i></li>", "<ul>", True),
        ("<li><a href=a{n}.html>{t}</a><i>05/0{n}/2031</i></li>", "<ul>", False),
        ("<li><a href=a{n}.html>{t}</a><i>120-04-{d}</i></li>", "<ul>", True),
        ("<li><a href=a{n}.html>{t}</a><i>2031-04-{d} 00:00:00.0</i></li>", "<ul>", True),
        ("<li><a href=a{n}.html>{t}</a><time datetime='2031-04-{d}T09:00:00+08:00'>3天前</time></li>", "<ul>", True),
        ("<li><a href=a{n}.html>{t}</a><time datetime='2031-04-{d}'>3天前</time><time datetime='2031-05-01'>改</time></li>", "<ul>", False),
        ("<li><a href=a{n}.html>{t}</a><i>發布日期：120/4/{d}</i></li>", "<ul>", True),
    ],
)  # fmt: skip
def test_days_of_columns_boxes_and_other_orders(row, opening, dated):
    days = [f"2031-04-{28 - n:02}" if dated else None for n in range(1, 5)]
    assert [article.date for article in read(row, opening, "</div>")] == days


def test_one_clear_date_tells_the_order_of_the_others():
    days = ("03/04/2031", "02/04/2031", "28/03/2031", "11/03/2031")
    rows = "".join(f"<tr><td>{day}</td><td><a href={n}.html>{title}</a></td></tr>" for n, (day, title) in enumerate(zip(days, TITLES, strict=True)))  # fmt: skip
    found = read_list(f"<table>{rows}</table>".encode(), URL).articles
    assert [article.date for article in found] == ["2031-04-03", "2031-04-02", "2031-03-28", "2031-03-11"]
    both = rows.replace("11/03/2031", "03/28/2031")
    assert {article.date for article in read_list(f"<table>{both}</table>".encode(), URL).articles} == {"2031-03-28", None}  # fmt: skip


SIDE = "".join(
    f"<tr><td><a href=b{n}.html>旁栏里的一条新闻{n}</a></td><td>2031-01-0{n}</td></tr>" for n in range(1, 9)
)
ROW = "<tr><td><a href=a{n}.html>{t}</a></td><td>2031-04-{d}</td></tr>"


def test_columns_without_names_differ_by_their_width():
    opening = f"<table><tr><td width=200><table>{SIDE}</table></td><td><table>"
    found = read(ROW, opening, "</table><a href=index_2.html>下一页</a></td></tr></table>")
    assert [article.title for article in found] == list(TITLES)


def test_a_few_rows_before_the_pager_outweigh_a_longer_list_beside_them():
    opening = "<div class=l><ul><li><a href=a0.html>云岭市公安局悬赏通告</a><i>2031-04-01</i></li></ul>"
    page = f"{opening}<script>createPageHTML(1, 0, 'index', 'html');</script></div><div class=r><table>{SIDE}</table></div>"
    assert [article.title for article in read_list(page.encode(), URL).articles] == ["云岭市公安局悬赏通告"]


def test_a_ranking_does_not_stand_for_a_list_that_says_it_is_empty():
    ranking = f"<div class=hot><table>{SIDE}</table></div>"
    assert read_list(f"<div><p>暂无相关信息！</p></div>{ranking}".encode(), URL).articles == []
    assert len(read_list(ranking.encode(), URL).articles) == 8
