"""Lists that arrive as JSON: their records, the days they name, the address of the next page."""

import json

import pytest

from spiders.families.jsonlist import day
from spiders.lists import Article, NextPage, read_list

HOST = "http://gaj.yunling.example"
TITLE = "云岭市公安局通报三起养老诈骗案"


def ask(value, url):
    return read_list(json.dumps(value, ensure_ascii=False).encode(), HOST + url)


def test_gkmlpt():
    url = "/gkmlpt/api/all/0?page=1&sid=755001"
    record = {
        "id": 7,
        "title": TITLE,
        "url": HOST + "/content/post_7.html",
        "publisher": "云岭市公安局",
        "created_at": "2023-04-15 10:00:00",
        "identifier": "",
    }
    found = ask({"classify": [{"name": "机构"}], "articles": [record], "total": 250}, url)
    assert found.articles == [Article(HOST + "/content/post_7.html", TITLE, "2023-04-15")]
    assert found.next == [NextPage(HOST + "/gkmlpt/api/all/0?page=2&sid=755001")]
    assert ask({"articles": []}, url).next == []
    assert ask({"articles": [record], "total": 1}, url).next == []


def test_ucap():
    url = "/common/search/abc?_isAgg=true&_pageSize=2&page=3"
    results = [
        {
            "title": f"<em>反诈</em>提示第{n}期",
            "url": f"/c1/202304/{n}.shtml",
            "publishedTimeStr": "2023-04-15 08:30",
        }
        for n in (1, 2)
    ]
    found = ask({"data": {"total": 7, "page": 3, "results": results}}, url)
    assert found.articles == [
        Article(f"{HOST}/c1/202304/{n}.shtml", f"反诈提示第{n}期", "2023-04-15") for n in (1, 2)
    ]
    assert found.next == [NextPage(HOST + "/common/search/abc?_isAgg=true&_pageSize=2&page=4")]
    assert ask({"data": {"total": 6, "results": results}}, url).next == []


def test_jpaas():
    rows = f"<ul><li><a href='/art/2023/art_1.html' title='{TITLE}'>云岭市...</a><span>2023-04-15</span></li></ul>"
    url = "/api-gateway/jpaas-publish-server/front/page/build/unit?webId=1&paramJson=%7B%22pageNo%22%3A1%2C%22pageSize%22%3A20%7D"
    found = ask({"success": True, "data": {"html": rows}}, url)
    assert found.articles == [Article(HOST + "/art/2023/art_1.html", TITLE, "2023-04-15")]
    assert found.next[0].url.endswith("webId=1&paramJson=%7B%22pageNo%22%3A2%2C%22pageSize%22%3A20%7D")


def test_cyberspace_administration():
    records = [{"topic": TITLE, "infourl": "/2023-04/15/c_1.htm", "pubtime": "2023-04-15"}]
    found = ask({"list": records, "totalRec": 41}, "/cms/JsonList?channelCode=A1&perPage=20&pageno=2")
    assert found.articles == [Article(HOST + "/2023-04/15/c_1.htm", TITLE, "2023-04-15")]
    assert found.next == [NextPage(HOST + "/cms/JsonList?channelCode=A1&perPage=20&pageno=3")]
    assert ask({"list": records, "totalRec": 40}, "/cms/JsonList?perPage=20&pageno=2").next == []


def test_xinhua_has_one_page():
    records = [{"title": TITLE, "publishUrl": "../20230415/a/c.html", "publishTime": "2023-04-15 09:00:00"}]
    found = ask({"datasource": records}, "/legal/ds_1.json")
    assert found == type(found)([Article(HOST + "/20230415/a/c.html", TITLE, "2023-04-15")], [])


def test_jsonp():
    body = f'news({{"data":{{"total":90,"list":[{{"title":"{TITLE}","url":"{HOST}/ARTI1.shtml","focus_date":"2023-04-15"}}]}}}});'
    found = read_list(body.encode(), HOST + "/jsonp/news_1.jsonp?cb=news")
    assert found.articles == [Article(HOST + "/ARTI1.shtml", TITLE, "2023-04-15")]
    assert found.next == [NextPage(HOST + "/jsonp/news_2.jsonp?cb=news")]


def test_records_without_title_or_address_and_damaged_json():
    assert (
        ask(
            [{"title": TITLE}, {"url": "/a.html"}, {"title": TITLE, "url": "javascript:;"}, 3, None],
            "/x.json",
        ).articles
        == []
    )
    assert read_list(b'{"articles": [', HOST + "/x.json") == read_list(b"", HOST)
    assert ask({"title": 1, "url": ["x"]}, "/x?page=1").next == []


@pytest.mark.parametrize(("value", "expected"), [
    ("2023-04-15 10:00", "2023-04-15"), (1681516800, "2023-04-15"), (1681574399000, "2023-04-15"), (1681574400, "2023-04-16"),
    ("1681516800", "2023-04-15"), ("20230415", "2023-04-15"), ("2023-02-30", None), (0, None), (15, None), (True, None),
    (None, None), ("", None), (10**30, None), (12.5, None), ("9" * 5000, None), ("4月", None),
])  # fmt: skip
def test_days(value, expected):
    assert day(value) == expected


def test_surrogates():
    body = b'[{"title":"\\ud83d\\ude00\\ud800 title one\\udc00","url":"/a\\ud800.html"},{"html":"<a href=\'/b\\udfff.html\'>x</a>"}]'
    (article,) = read_list(body, HOST).articles
    assert article == Article(HOST + "/a.html", "😀 title one")
