"""WARC files from elsewhere: pages out, everything else passed over by reason, damage named and gone round."""

import gzip
from io import BytesIO
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawler.warc import Damage, read_warc
from crawler.warc_page import Capture, Unusable

HTML = "text/html; charset=utf-8"
PAGE = "<html><body><p>云岭警方提示：谨防刷单诈骗。</p></body></html>".encode()


class Builder:
    """A WARC file put together record by record, as other crawlers write them."""

    def __init__(self, path: Path, *, packed: bool = True) -> None:
        self.path, self.buffer, self.offsets = path, BytesIO(), []
        self.writer = WARCWriter(self.buffer, gzip=packed)

    def add(
        self,
        kind: str,
        url: str,
        body: bytes,
        http: list | None = None,
        status: str = "200 OK",
        **fields: str,
    ):
        headers = {name.replace("_", "-"): value for name, value in fields.items()}
        content_type = headers.pop("Content-Type", "")
        record = self.writer.create_warc_record(
            url, kind, BytesIO(body), len(body), content_type,
            {"WARC-Date": "2024-05-06T10:00:00Z"} | headers,
            http_headers=StatusAndHeaders(status, http, protocol="HTTP/1.1") if http is not None else None,
        )  # fmt: skip
        self.offsets.append(self.buffer.tell())
        self.writer.write_record(record)
        return self

    def page(self, url: str, body: bytes = PAGE, content_type: str = HTML, **more: str):
        return self.add("response", url, body, [("Content-Type", content_type)], **more)

    def write(self) -> Path:
        self.path.write_bytes(self.buffer.getvalue())
        return self.path


def read(path: Path) -> tuple[list, list[str], list[str]]:
    found = list(read_warc(path, path.name))
    return (
        [item.page for item in found if isinstance(item, Capture)],
        [item.reason for item in found if isinstance(item, Unusable)],
        [item.message for item in found if isinstance(item, Damage)],
    )


def test_common_crawl(tmp_path):
    cc = Builder(tmp_path / "CC-MAIN.warc.gz")
    cc.writer.write_record(cc.writer.create_warcinfo_record("CC-MAIN.warc.gz", {"software": "Nutch"}))
    for url in ("http://a.example/1.html", "http://a.example/2.html"):
        cc.add("request", url, b"", [("Host", "a.example")], "GET / HTTP/1.1")
        # The body is stored unpacked, and the header says so under another name.
        cc.add(
            "response",
            url,
            PAGE,
            [("Content-Type", HTML), ("X-Crawl-Content-Encoding", "gzip"), ("ETag", '"7"')],
        )
        cc.add("metadata", url, b"fetchTimeMs: 12\r\n")
    cc.page("http://a.example/3.html", WARC_Truncated="length")
    cc.add("conversion", "http://a.example/1.html", "谨防诈骗".encode(), Content_Type="text/plain")
    pages, passed, damages = read(cc.write())
    assert [page.url for page in pages] == ["http://a.example/1.html", "http://a.example/2.html"]
    assert pages[0].body == PAGE
    assert (pages[0].etag, pages[0].seen) == ('"7"', "2024-05-06T10:00:00Z")
    assert [page.warc_offset for page in pages] == [cc.offsets[1], cc.offsets[4]]
    assert passed == ["truncated_length", "conversion"]
    assert damages == []


def test_browsertrix(tmp_path):
    rec = Builder(tmp_path / "rec.warc.gz")
    rec.add("resource", "urn:pageinfo:http://a.example/", b"{}", Content_Type="application/json")
    rec.add(
        "response",
        "http://a.example/",
        gzip.compress(PAGE),
        [("Content-Type", HTML), ("Content-Encoding", "gzip")],
    )
    rec.add("response", "http://a.example/app.js", b"1", [("Content-Type", "text/javascript")])
    rec.add("response", "http://a.example/moved", b"", [("Location", "/")], "301 Moved Permanently")
    rec.add("resource", "http://a.example/snapshot", PAGE, Content_Type="text/html")
    rec.writer.write_record(
        rec.writer.create_revisit_record("http://a.example/again", "sha1:X", "http://a.example/", "2024-05-06T10:00:00Z")
    )  # fmt: skip
    pages, passed, damages = read(rec.write())
    assert [(page.url, page.body) for page in pages] == [
        ("http://a.example/", PAGE),
        ("http://a.example/snapshot", PAGE),
    ]
    assert passed == ["not_html", "http_301", "revisit"]
    assert damages == []


def test_wget_uncompressed_with_angle_brackets_and_chunks(tmp_path):
    chunked = b"%x\r\n%b\r\n0\r\n\r\n" % (len(PAGE), PAGE)
    wget = Builder(tmp_path / "site.warc", packed=False)
    wget.add("response", "<http://a.example/1.html>", PAGE, [("Content-Type", HTML)])
    wget.add(
        "response",
        "<http://a.example/2.html>",
        chunked,
        [("Content-Type", HTML), ("Transfer-Encoding", "chunked")],
    )
    wget.add(
        "resource", "<metadata://gnu.org/software/wget/warc/wget.log>", b"done", Content_Type="text/plain"
    )
    pages, passed, damages = read(wget.write())
    assert [(page.url, page.body) for page in pages] == [
        ("http://a.example/1.html", PAGE),
        ("http://a.example/2.html", PAGE),
    ]
    assert [page.warc_offset for page in pages] == wget.offsets[:2]
    assert (passed, damages) == ([], [])


@pytest.mark.parametrize("coding", ["gzip", "br", "zstd, x-unheard-of"])
def test_a_body_that_is_not_packed_as_its_header_says_is_taken_as_it_is(tmp_path, coding):
    file = Builder(tmp_path / "a.warc.gz")
    file.add("response", "http://a.example/1", PAGE, [("Content-Type", HTML), ("Content-Encoding", coding)])
    pages, _, _ = read(file.write())
    assert pages[0].body == PAGE


def test_a_packed_body_that_is_rotten_is_no_page(tmp_path):
    file = Builder(tmp_path / "a.warc.gz")
    file.add(
        "response", "http://a.example/1", b"\x00" + PAGE, [("Content-Type", HTML), ("Content-Encoding", "br")]
    )
    assert read(file.write()) == ([], ["undecodable"], [])


def three(path: Path, *, packed: bool = True) -> Builder:
    file = Builder(path, packed=packed)
    for number in (1, 2, 3):
        file.page(f"http://a.example/{number}.html", PAGE + b"<!-- %d -->" % number)
    return file


@pytest.mark.parametrize("packed", [True, False])
def test_a_cut_off_tail_costs_the_last_record(tmp_path, packed):
    file = three(tmp_path / "cut.warc", packed=packed)
    whole = file.buffer.getvalue()
    for length in range(file.offsets[2] + 1, len(whole) - (1 if packed else 5), 7):
        file.path.write_bytes(whole[:length])
        pages, passed, damages = read(file.path)
        assert [page.url[-6] for page in pages] == ["1", "2"]
        assert passed == []
        assert len(damages) == 1
        assert f"cut.warc: the record at offset {file.offsets[2]} cannot be read: " in damages[0]


def test_a_damaged_record_in_the_middle_costs_itself_only(tmp_path):
    file = three(tmp_path / "rot.warc.gz")
    whole = bytearray(file.buffer.getvalue())
    for at in range(file.offsets[1], file.offsets[2]):
        rotten = whole.copy()
        rotten[at] ^= 0x10
        file.path.write_bytes(rotten)
        pages, _, damages = read(file.path)
        # The header of a gzip member has a few bytes that say nothing.
        if len(pages) == 3:
            assert pages[1].body.endswith(b"<!-- 2 -->")
            assert damages == []
            continue
        assert [page.url[-6] for page in pages] == ["1", "3"]
        assert f"the record at offset {file.offsets[1]} cannot be read: " in damages[0]


def test_a_file_that_was_packed_as_a_whole_is_read(tmp_path):
    file = three(tmp_path / "whole.warc.gz", packed=False)
    file.path.write_bytes(gzip.compress(file.buffer.getvalue()))
    pages, _, damages = read(file.path)
    assert [page.url[-6] for page in pages] == ["1", "2", "3"]
    assert damages == []


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"<html>no warc at all</html>\n" * 20, "page.warc: the record at offset 0 cannot be read: "),
        (gzip.compress(b"<html>no warc</html>\n" * 20), "page.warc: the record at offset 0 cannot be read: "),
        (b"", "page.warc: no WARC record in it"),
        (None, "page.warc: No such file or directory"),
    ],
)
def test_a_file_that_is_no_warc_is_named(tmp_path, content, sentence, capsys):
    file = tmp_path / "page.warc"
    if content is not None:
        file.write_bytes(content)
    pages, _, damages = read(file)
    assert pages == []
    assert len(damages) == 1
    assert sentence in damages[0]
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    "known",
    [
        "[1]",
        "{",
        '{"site": 3, "flags": "x", "list_title": 7}',
        '{"site": {"key": "a"}}',
        '{"snapshot": "html"}',
    ],
)
def test_metadata_of_others_does_no_harm(tmp_path, known):
    file = Builder(tmp_path / "a.warc.gz").page("http://a.example/1.html", WARC_JSON_Metadata=known)
    (found,) = read_warc(file.write(), "a.warc.gz")
    assert found.site is None
    assert (found.page.list_title, found.page.flags) == (None, [])


def test_a_date_in_the_future_is_no_date(tmp_path):
    file = Builder(tmp_path / "a.warc.gz").page("http://a.example/1.html", WARC_Date="2999-01-01T00:00:00Z")
    (page,), _, _ = read(file.write())
    assert page.seen is None
