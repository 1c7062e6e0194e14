"""The sample sites are what expected.py says, and imitate what they should."""

import re
from itertools import combinations
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml

from crawler.demo import expected, mirrors
from crawler.demo.catalogue import HOSTS, SAMPLES, answer, pages
from crawler.demo.notices import load
from crawler.demo.reply import Reply, Request
from crawler.sites import load_registry
from pipelines.lines.pinyin import without_readings

REGISTRY = "crawler/demo/sites.yml"
CORRECTED = expected.CHANGED_ON_VISIT_2[0]
QUOTED = re.compile(r"^>(.+)$", re.MULTILINE)


def local(url, visit=1):
    parts = urlsplit(url)
    return answer(Request("GET", parts.netloc, parts.path), visit)


def test_the_second_visit_brings_two_notices_and_one_correction():
    old, new = (pages("gaj.yunling.example", visit) for visit in (1, 2))
    articles = {path for path, reply in new.items() if reply.article}
    assert {f"http://gaj.yunling.example{path}" for path in articles - old.keys()} == set(
        expected.NEW_ON_VISIT_2
    )
    assert {path for path in articles & old.keys() if old[path] != new[path]} == {urlsplit(CORRECTED).path}
    for host in HOSTS.keys() - {"gaj.yunling.example"}:
        before, after = (
            {path: reply for path, reply in pages(host, visit).items() if isinstance(reply, Reply)}
            for visit in (1, 2)
        )
        assert before == after


def test_the_huge_page_is_as_long_as_announced():
    reply = local(f"{expected.HAIWAN}/post_4021110.html")
    assert sum(map(len, reply.stream())) == reply.length


def test_registry_and_catalogue_agree():
    registry = load_registry([REGISTRY])
    assert {site.host for site in registry.values()} == HOSTS.keys()
    for site in registry.values():
        sample = HOSTS[site.host]
        assert site.name == sample.name
        assert [column.label for column in site.columns] == [column.label for column in sample.columns]
        for column in site.columns:
            assert local(column.url).status == (521 if site.host == "gat.tiaozhan.example" else 200)
        for url in expected.stored(2).get(site.host, ()):
            assert site.article.search(url)
            assert site.holds(url)


def test_expected_counts():
    stored = expected.stored(1)
    assert {key: len(stored[key.partition("/")[0]]) for key in expected.STORED} == expected.STORED
    assert sum(expected.STORED.values()) == sum(map(len, stored.values())) >= 80
    assert expected.notices(1) == 85
    assert expected.notices(2) == 87


def test_expected_pages_exist():
    known = set().union(*expected.stored(1).values())
    for group in (*expected.COPIES, *expected.APART, *expected.EXCERPTS, expected.FACTS):
        assert known >= set(group)
    assert expected.IMAGES_ONLY in known
    assert not known & (expected.DROPPED.keys() | expected.REFUSED.keys())
    assert all(local(url).status == 200 for url in expected.DROPPED)


def test_figures_and_contacts_expected_stand_on_the_page():
    text = local(expected.COPIES[0][0]).body.decode()
    assert all(figure in text for figure in ("383起", "416人", "2900余万元", "87%", "109%", "271%"))
    notice = local(expected.COPIES[1][0]).body.decode()
    assert all(f"{name}：" in notice and phone in notice for name, phone in expected.XLGL_CONTACTS)


def test_pages_are_the_same_bytes_on_every_run():
    for sample in SAMPLES:
        again = sample.render(sample, 1)
        for path, reply in pages(sample.host, 1).items():
            assert not isinstance(reply, Reply) or again[path] == reply


def test_pinned_notice_stands_on_top_of_the_first_list_page():
    first = local("http://gaj.yunling.example/jfts/index.html").body.decode()
    rows = re.findall(r"<li>.*<span>(.+)</span></li>", first)
    assert '<li><i class="top">' in first
    assert rows[0] == "2023-11-10" < rows[-1]
    assert rows[1:] == sorted(rows[1:], reverse=True)
    assert 'createPageHTML(3, 0, "index", "html")' in first


def test_numbers_of_the_site_builder_count_down():
    listing = local("http://www.qingquan.example/gaj/ffzp.htm").body.decode()
    assert 'href="ffzp/2.htm">下页' in listing
    assert 'href="ffzp/1.htm">尾页' in listing
    assert 'href="1.htm">下页' in local("http://www.qingquan.example/gaj/ffzp/2.htm").body.decode()
    assert "下页" not in local("http://www.qingquan.example/gaj/ffzp/1.htm").body.decode()


def test_the_newspaper_sends_gb18030():
    body = local(expected.COPIES[6][1]).body
    with pytest.raises(UnicodeDecodeError):
        body.decode("utf-8")
    assert "charset=gb2312" in body.decode("gb18030")
    assert local(expected.COPIES[6][1]).content_type == "text/html"


def test_pinyin_stands_behind_the_same_characters_each_time():
    plain = mirrors.half_width(mirrors.traditional("现将扫黑除恶专项斗争有关事项通告如下（试行），将"))
    garbled = mirrors.annotated(plain)
    assert plain == "現將掃黑除惡專項鬥爭有關事項通告如下(試行),將"
    assert garbled == "現將(jiāng)掃黑除惡專項(xiàng)鬥爭有關事項(xiàng)通告如下(試行),將(jiāng)"
    assert without_readings(garbled) == (plain, 4)


def test_addresses_are_hidden_as_cloudflare_does():
    markup = mirrors.protected("邮箱：a.b@xlgl.example　电话<1>")
    code = bytes.fromhex(re.search(r'data-cfemail="(\w+)"', markup)[1])
    assert bytes(byte ^ code[0] for byte in code[1:]) == b"a.b@xlgl.example"
    assert "xlgl.example" not in markup
    assert "电话&lt;1&gt;" in markup


def test_the_blog_quotes_a_third_of_the_report():
    report = next(notice.text for notice in load("xizang-reports", 1) if notice.id == 228861)
    post = next(notice.text for notice in load("blog-posts", 1) if notice.id == 20220402)
    quoted = QUOTED.findall(post)
    assert all(line in report for line in quoted)
    assert 0.25 < sum(map(len, quoted)) / len(report) < 0.4


def test_a_correction_must_find_its_place(tmp_path, monkeypatch):
    monkeypatch.setattr("crawler.demo.notices.TEXTS", tmp_path)
    entry = {"id": 1, "title": "t", "published": "2024-01-01 00:00", "source": "s", "text": "甲乙"}
    fix = {"visit": 2, "at": "2024-01-02 00:00", "old": "丙", "new": "丁"}
    Path(tmp_path, "broken.yml").write_text(yaml.safe_dump([entry | {"correction": fix}]))
    assert load("broken", 1)[0].text == "甲乙"
    with pytest.raises(ValueError, match="does not stand exactly once"):
        load("broken", 2)


def shingles(text):
    return {text[start : start + 8] for start in range(len(text) - 7)}


def test_different_notices_are_different_texts():
    names = {path.stem for path in Path("crawler/demo/texts").glob("*.yml")}
    names -= {"spam", "questions", "pinyin-copies", "reprint-copies"}
    texts = {
        (name, notice.id): shingles(notice.text)
        for name in sorted(names)
        for notice in load(name, 2)
        if len(notice.text) > 80 and not (name == "paper-articles" and notice.id in (38011, 38064))
    }
    alike = {
        (left, right)
        for left, right in combinations(texts, 2)
        if len(texts[left] & texts[right]) > 0.3 * min(len(texts[left]), len(texts[right]))
    }
    assert alike == {
        (("lanting-reports", 70163), ("lanting-reports", 70152)),
        (("qingquan-notices", 11402), ("xlgl-notices", 8101)),
        (("blog-posts", 20220402), ("xizang-reports", 228861)),
    }
