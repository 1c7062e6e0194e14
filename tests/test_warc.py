"""WARC files from elsewhere: pages out, everything else passed over, damage named."""

import gzip
from pathlib import Path

import pytest

from crawler.warc import WarcError, read_warc


def write_warc(path: Path, records: list[tuple[str, str, str, bytes]]) -> None:
    """Write responses by hand, a gzip member each (ISO 28500): warcio's writer leaves its temporary files open."""
    with path.open("wb") as stream:
        for url, status, content_type, body in records:
            http = f'HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\nETag: "7"\r\n\r\n'.encode() + body
            head = (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-05-06T10:00:00Z\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
            )
            stream.write(gzip.compress(head.encode() + http + b"\r\n\r\n"))


def test_pages_come_out_in_order(tmp_path):
    file = tmp_path / "crawl.warc.gz"
    write_warc(
        file,
        [
            ("http://a.example/1.html", "200 OK", "text/html; charset=utf-8", "<p>反诈</p>".encode()),
            ("http://a.example/2.html", "404 Not Found", "text/html", b"gone"),
            ("http://a.example/3.jpg", "200 OK", "image/jpeg", b"\xff\xd8"),
            ("http://a.example/4.html", "200 OK", "text/html", b"<p>4</p>"),
        ],
    )
    pages = list(read_warc(file))
    assert [page.url for page in pages] == ["http://a.example/1.html", "http://a.example/4.html"]
    assert pages[0].body.decode() == "<p>反诈</p>"
    assert pages[0].etag == '"7"'


def test_a_file_that_is_no_warc_is_named(tmp_path):
    file = tmp_path / "page.warc"
    file.write_bytes(b"<html>no warc at all</html>\n" * 20)
    with pytest.raises(WarcError, match=r"page\.warc: cannot be read as WARC"):
        list(read_warc(file))
