"""Hanweb lists: records in the page, then as XML, until the total is reached."""

from urllib.parse import parse_qs, parse_qsl, urlsplit

from spiders.lists import Article, read_list

URL = "http://gat.yunling.example/col/col6372/index.html"
RECORD = (
    '<record><![CDATA[<li><a href="/art/2023/3/{n}/art_6372_{n}.html" title="云岭省公安厅反诈预警通报第{n}期">'
    "云岭省公安厅反诈预警...</a><span>2023-03-{n:02}</span></li>]]></record>"
)
CONFIG = """<script>$('#9').jpage({openCookies:false, ajaxParam:{ajaxType:'post', data:{col:1,appid:1,webid:3096,path:'/',
columnid:6372,sourceContentType:1,unitid:'9',webname:'云岭省公安厅',permissiontype:0}}, totalRecord:%d, perPage:2, groupSize:3,
proxyUrl:'/module/web/jpage/dataproxy.jsp'});</script>"""


def html_page(numbers, total):
    records = "".join(RECORD.format(n=n) for n in numbers)
    return (
        '<html><body><div id="9"></div><script type="text/xml"><datastore><nextgroup><![CDATA['
        '<a href="/module/web/jpage/dataproxy.jsp?page=1&columnid=6372"></a>]]></nextgroup><recordset>'
        f"{records}</recordset></datastore></script>{' ' * 9000}{CONFIG % total}</body></html>"
    ).encode()


def xml_page(numbers, total):
    records = "".join(RECORD.format(n=n) for n in numbers)
    return (
        f"<?xml version='1.0' encoding='utf-8'?><datastore><totalrecord>{total}</totalrecord><totalpage>5</totalpage>"
        f"<recordset>{records}</recordset></datastore>"
    ).encode()


def want(numbers):
    host = "http://gat.yunling.example"
    return [
        Article(
            f"{host}/art/2023/3/{n}/art_6372_{n}.html", f"云岭省公安厅反诈预警通报第{n}期", f"2023-03-{n:02}"
        )
        for n in numbers
    ]


def test_records_in_the_page_then_from_the_proxy():
    first = read_list(html_page(range(1, 7), 10), URL)
    assert first.articles == want(range(1, 7))
    (request,) = first.next
    assert (request.method, urlsplit(request.url).path) == ("POST", "/module/web/jpage/dataproxy.jsp")
    asked = dict(parse_qsl(urlsplit(request.url).query))
    assert (asked["startrecord"], asked["endrecord"], asked["perpage"]) == ("7", "10", "2")
    form = {
        "col": "1",
        "appid": "1",
        "webid": "3096",
        "path": "/",
        "columnid": "6372",
        "sourceContentType": "1",
        "unitid": "9",
        "webname": "云岭省公安厅",
        "permissiontype": "0",
    }
    assert dict(parse_qsl(request.body)) == form
    assert form.items() <= asked.items()

    second = read_list(xml_page(range(7, 11), 10), request.url)
    assert second.articles == want(range(7, 11))
    assert second.next == []


def test_a_further_range_repeats_the_form():
    asked = URL.replace(
        "/col/col6372/index.html",
        "/module/web/jpage/dataproxy.jsp?startrecord=1&endrecord=6&perpage=2&columnid=6372",
    )
    (request,) = read_list(xml_page(range(1, 7), 30), asked).next
    query = parse_qs(urlsplit(request.url).query)
    assert (query["startrecord"], query["endrecord"], query["columnid"], request.body) == (
        ["7"],
        ["12"],
        ["6372"],
        "columnid=6372",
    )


def test_all_records_in_the_page():
    assert read_list(html_page(range(1, 4), 3), URL).next == []


def test_table_rows_as_records():
    record = (
        RECORD.replace("<li>", "<tr><td>")
        .replace("</a><span>", "</a></td><td>")
        .replace("</span></li>", "</td></tr>")
    )
    body = f"<datastore><totalrecord>2</totalrecord>{record.format(n=1)}{record.format(n=2)}</datastore>".encode()
    assert read_list(body, URL).articles == want((1, 2))


def test_entities_are_never_expanded():
    bomb = "<!DOCTYPE d [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY f SYSTEM 'file:///etc/passwd'>]>"
    body = f"<?xml version='1.0'?>{bomb}<datastore><x>&f;&b;</x>{RECORD.format(n=1)}</datastore>".encode()
    assert read_list(body, URL).articles == want((1,))
