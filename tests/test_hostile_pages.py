"""Mutated pages and lists: no exception escapes, what comes out is bounded by what went in."""

import string

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crawler.items import Page
from pipelines.extract import ExtractPipeline
from pipelines.html.body_kind import SHORT_BODY
from pipelines.normalise import NormalisePipeline
from pipelines.provenance import ProvenancePipeline
from pipelines.trim import TrimPipeline
from spiders.home import read_home
from spiders.lists import read_list
from spiders.parts import next_part
from tests.test_extract import BODY, FOOTER, LIST, MENU, STRIP, TITLE

URL = "http://gaj.yunling.example/fz/t20310402_7.html"
WHOLE = (
    f"<html><head><meta charset=gb2312><title>{TITLE}_云岭市公安局</title></head><body>{MENU}<h1>{TITLE}</h1>{STRIP}"
    f"<div class=TRS_Editor>{BODY}<table><tr><td>甲</td><td>乙</td></tr></table></div>{LIST}"
    f"<script>createPageHTML(3,0,'index','html');document.write('2031-04-02')</script>{FOOTER}</body></html>"
)
STEPS = (ExtractPipeline(), NormalisePipeline(), TrimPipeline(), ProvenancePipeline())
KINDS = ("text", "image", "video", "attachment", "empty")
TAGS = (
    "p div span a table tr td ul li h1 script style br img iframe ucapcontent select svg b form o:p".split()
)
# What breaks parsers: half tags, entities, NULs, surrogates in references, comments and CDATA without an end.
SHARDS = st.sampled_from([
    "<", ">", "</", "<!--", "-->", "<![CDATA[", "]]>", "&#xD800;", "&#0;", "&nbsp", "\0", "\x0b", "\ufeff", "\u2028",
    "<?xml version='1.0' encoding='x'?>", "<a href='http://[bad'>", "<base href='//[:'>", "<meta charset=unicode>",
    "<div style='display:none'>", "</html>", "<title>", "2031-04-02", "来源：", "【1】【2】", "<a href=t20310402_7_2.html>下一页</a>",
])  # fmt: skip
ELEMENTS = st.builds(
    "<{0} {2}>{1}</{0}>".format,
    st.sampled_from(TAGS),
    st.text(alphabet=string.ascii_letters + "诈骗警情。，：2031\n\t ", max_size=40),
    st.sampled_from(
        ["", "class=title", "id=zoom", "class='a footer'", "href=a.pdf", "style='DISPLAY:NONE'", "rowspan=9"]
    ),
)
MARKUP = st.lists(st.one_of(SHARDS, ELEMENTS), max_size=30).map("".join)
ENCODINGS = st.sampled_from(["utf-8", "gb18030", "utf-16", "big5hkscs", "utf-16-le", "latin-1"])
cheap = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def read(body: bytes) -> Page:
    """Return the page as the first steps leave it."""
    page = Page(url=URL, body=body)
    for step in STEPS:
        page = step.process_item(page)
    return page


def check(body: bytes) -> None:
    """Read bytes as an article, a list and a home page; a ValueError is no answer either."""
    page = read(body)
    assert page.body_kind in KINDS
    assert len(page.text) == len(page.folded)
    assert len(page.text) <= 2 * len(body) + SHORT_BODY
    assert "\0" not in page.text
    page.text.encode("utf-8")  # no lone surrogate: the database would refuse it
    found = read_list(body, URL)
    assert len(found.articles) <= len(body)
    "".join(article.title for article in found.articles).encode("utf-8")
    assert next_part(body, URL, URL) in (
        None,
        URL.replace(".html", "_2.html"),
        URL.replace(".html", "_1.html"),
    )
    assert all(column.url.startswith("http://gaj.yunling.example") for column in read_home(body, URL).columns)


@cheap
@given(st.integers(0, len(WHOLE)), st.integers(0, len(WHOLE)), MARKUP)
def test_cut_and_mended_pages(start, end, shard):
    check((WHOLE[:start] + shard + WHOLE[end:]).encode("utf-8", "replace"))


@cheap
@given(MARKUP, ENCODINGS)
def test_any_markup_in_any_encoding(markup, encoding):
    check(markup.encode(encoding, "replace"))


@cheap
@given(st.binary(max_size=400))
def test_any_bytes(body):
    check(body)
    check(b"<html><body>" + body)


@cheap
@given(st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), max_size=60), ENCODINGS)
def test_flipped_bytes(flips, encoding):
    body = bytearray(WHOLE.encode(encoding, "replace"))
    for at, byte in flips:
        body[at % len(body)] = byte
    check(bytes(body))


@pytest.mark.parametrize(
    "body",
    [
        b"<div>" * 200_000 + "云岭警方提醒".encode(),
        ("<p>" + "诈" * 1_000_000).encode(),
        ("<p>" + "警惕，" * 300_000 + "</p>").encode("gb18030"),
        b"<a href=1.html>" + b"1" * 2_000_000,
        b"<table>" * 20_000 + b"<tr><td>1<td>2" * 20_000,
        b"\0" * 1_000_000,
        b"<title>" + b"a_" * 200_000,
    ],
    ids=["deep", "one line", "one line of GB 18030", "one link", "tables", "NULs", "title of separators"],
)
def test_large_pages(body):
    page = read(body)
    assert len(page.text) <= len(body)
    assert len(page.title or "") <= 1000
    read_list(body, URL)
