"""Pagers that post: WebForms and page functions that fill a form."""

from urllib.parse import parse_qsl

from spiders.lists import NextPage, read_list

URL = "http://tw.yunling.example/news/Default.aspx"
ROWS = (
    "<ul>"
    + "".join(
        f"<li><a href='d{n}.html'>云岭市共青团反诈宣传活动之{n}</a><span>2023-04-0{n}</span></li>"
        for n in (1, 2, 3)
    )
    + "</ul>"
)


def read(inner):
    return read_list(f"<html><body>{inner}</body></html>".encode(), URL).next


def test_webforms():
    (page,) = read(
        f"<form method='post' action='./Default.aspx?m=1'><input type=hidden name='__VIEWSTATE' value='/wEP+='>"
        f"<input type=hidden name='__EVENTTARGET' value=''><input type=submit name='go' value='GO'>{ROWS}"
        '<a href="javascript:__doPostBack(&#39;ctl00$pager&#39;,&#39;3&#39;)">3</a>'
        '<a href="javascript:__doPostBack(&#39;ctl00$pager&#39;,&#39;2&#39;)">下一页</a></form>'
    )
    assert (page.url, page.method) == ("http://tw.yunling.example/news/Default.aspx?m=1", "POST")
    assert page.headers == (("content-type", "application/x-www-form-urlencoded"),)
    assert parse_qsl(page.body, keep_blank_values=True) == [
        ("__VIEWSTATE", "/wEP+="), ("__EVENTTARGET", "ctl00$pager"), ("__EVENTARGUMENT", "2"),
    ]  # fmt: skip


FORM = "<form name='f' method='{}' action='/list.jsp'><input type=hidden name=currpage id=cp value=1><input type=hidden name=colid value=1></form>"
LINK = "<a href='Javascript:goToPageURL(2)'>下一页</a>"


def test_a_function_fills_and_sends_a_form():
    bodies = (
        "document.f.currpage.value = n; document.f.submit();",
        "document.getElementById('cp').value=n;\ndocument.forms[0].submit();",
        "$('#cp').val(n); $('form').submit();",
    )
    for body in bodies:
        script = f"<script>function goToPageURL(n) {{ {body} }} function other(n) {{ location.href = 'x'; }}</script>"
        (page,) = read(ROWS + FORM.format("post") + LINK + script)
        assert (page.url, page.method, page.body) == (
            "http://tw.yunling.example/list.jsp",
            "POST",
            "currpage=2&colid=1",
        )
    (page,) = read(ROWS + FORM.format("get") + LINK + script)
    assert page == NextPage("http://tw.yunling.example/list.jsp?currpage=2&colid=1")


def test_what_cannot_be_read_is_no_next_page():
    assert read(ROWS + LINK) == []
    assert read(ROWS + FORM.format("post") + LINK) == []
    assert read(ROWS + LINK + "<script>function goToPageURL(n){ load(n); }</script>") == []
    assert read(ROWS + "<a href=\"javascript:__doPostBack('p','2')\">下一页</a>") == []
