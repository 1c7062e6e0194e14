"""Feeds as lists: invented entries."""

import pytest

from spiders.lists import Article, read_list

URL = "http://fz.yunling.example/feed/tips.xml"
RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>云岭反诈</title><link>http://fz.yunling.example/</link>
<item><title><![CDATA[ 云岭警方提醒：退税短信是假的 ]]></title><link>
http://fz.yunling.example/a/1.html</link><description>摘要</description><pubDate>Wed, 02 Apr 2031 09:00:00 +0800</pubDate></item>
<item><title>没有地址的一条</title><pubDate>2031-04-01</pubDate></item>
<item><title>白鹿县发布反诈周报</title><link>/a/2.html</link><pubDate>近日</pubDate></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>云岭警方提醒：退税短信是假的</title>
<link href="/a/1.html"/><updated>2031-04-02T09:00:00+08:00</updated></entry></feed>"""
FIRST = Article("http://fz.yunling.example/a/1.html", "云岭警方提醒：退税短信是假的", "2031-04-02")


@pytest.mark.parametrize(
    ("body", "articles"),
    [
        (RSS, [FIRST, Article("http://fz.yunling.example/a/2.html", "白鹿县发布反诈周报")]),
        (ATOM, [FIRST]),
        (RSS.partition("<item><title>没有")[0], [FIRST]),
        ("<rss version='2.0'>", []),
        ("<rss", []),
        (
            '<!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/hostname">]><rss><item><title>&e;</title><link>/a</link></item></rss>',
            [],
        ),
    ],
)
def test_feeds(body, articles):
    found = read_list(body.encode(), URL)
    assert found.articles == articles
    assert found.next == []
