"""Bodies that swell, stall or carry what no terminal and no database should see."""

import gzip
import zlib
from collections.abc import Callable, Iterator
from functools import cache

import brotli
from backports import zstd

from tests.hostile.wire import HTML, Answer, Case, Part, bad, head, http, sound

MEGABYTE = 1_000_000
ZEROS = bytes(MEGABYTE)
ENTITIES = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "诈骗">' + "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
OUTSIDE = '<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y SYSTEM "http://127.0.0.1:9/">]>'
CONTROLS = "反诈\x1b[31m\x1b]0;owned\x07\x00预警\u202e\u2066通报\x9b2J\u200b\x7f<script>alert(1)</script><b>第2期</b>"


@cache
def bomb(encoding: str) -> bytes:
    """Return 500 MB of zeros as gzip or zstd, whose members may follow each other; else 50 MB."""
    if encoding == "gzip":
        return gzip.compress(ZEROS * 10) * 50
    if encoding == "zstd":
        return zstd.compress(ZEROS * 10) * 50
    press = {"br": brotli.Compressor(quality=1), "deflate": zlib.compressobj(1)}[encoding]
    feed: Callable[[bytes], bytes] = press.process if encoding == "br" else press.compress
    end = press.finish if encoding == "br" else press.flush
    return b"".join(feed(ZEROS * 10) for _ in range(5)) + end()


def explode(encoding: str) -> dict[str, Answer]:
    """Return the answers of a site whose second article is a bomb."""
    return {"/bad.html": lambda _: iter((http(bomb(encoding), f"Content-Encoding: {encoding}"),))}


def nested(path: str) -> Iterator[Part]:
    """Compress a bomb once more."""
    yield http(gzip.compress(bomb("gzip")), "Content-Encoding: gzip, gzip")


def forty_megabytes(path: str) -> Iterator[Part]:
    """Tell no length and go on."""
    yield head("HTTP/1.1 200 OK", HTML)
    for _ in range(40):
        yield b"a" * MEGABYTE


def drip(path: str) -> Iterator[Part]:
    """Send a byte five times a second."""
    yield head("HTTP/1.1 200 OK", HTML, "Content-Length: 100000")
    while True:
        yield 0.2
        yield b"a"


def filled(unit: str, count: int) -> dict[str, Answer]:
    """Return the answers of a site whose second article holds `unit` so many times."""
    return {"/bad.html": lambda _: iter((http(sound().replace("<p>请", unit * count + "<p>请")),))}


CASES = (
    Case("40-mb-without-length", {"/bad.html": forty_megabytes}, "new 1, too_large 1"),
    *(Case(f"bomb-{encoding}", explode(encoding), "new 1, too_large 1") for encoding in ("gzip", "deflate", "br", "zstd")),
    Case("bomb-gzip-in-gzip", {"/bad.html": nested}, "new 1, too_large 1"),
    *(
        Case(f"not-{encoding}", bad(http(b"plainly not compressed", f"Content-Encoding: {encoding}")), "new 1, broken_response 1")
        for encoding in ("gzip", "deflate", "br", "zstd")
    ),
    Case("unknown-encoding", bad(http(sound(), "Content-Encoding: rot13"))),
    Case("100-encodings", bad(http(b"x", "Content-Encoding: " + "gzip, " * 99 + "gzip")), "new 1, broken_response 1"),
    Case("40-mb-with-length", bad(head("HTTP/1.1 200 OK", HTML, "Content-Length: 40000000"), b"a" * MEGABYTE), "new 1, too_large 1"),
    Case("length-of-a-petabyte", bad(head("HTTP/1.1 200 OK", HTML, f"Content-Length: {10**15}")), "new 1, too_large 1"),
    Case("body-drip", {"/bad.html": drip}, "new 1, timeout 1"),
    Case("one-line-of-2-mb", filled("诈骗案件12起，", 100_000)),
    Case("200000-nested", filled("<div>", 200_000)),
    Case("150000-tags", filled("<br>", 150_000)),
    Case("title-of-1-mb", bad(http(sound().replace("第2期", "第" + "九" * 350_000 + "期")))),
    Case("controls-in-title", bad(http(sound().replace("云岭市公安局反诈预警第2期", CONTROLS)))),
    Case("entities-in-html", bad(http(ENTITIES + OUTSIDE + sound().replace("本周", "&i;&x;&y;本周")))),
    Case("page-of-nuls", bad(http(bytes(MEGABYTE))), "new 1, no_body 1"),
    Case("wrong-charset-utf8", bad(http(sound().encode("gb18030")))),
    Case("wrong-charset-gbk", bad(http(sound(), kind="Content-Type: text/html; charset=gbk"))),
    Case("wrong-charset-none", bad(http(sound(), kind="Content-Type: text/html; charset=no-such\x07"))),
    Case("page-of-utf7", bad(http(sound(), kind="Content-Type: text/html; charset=utf-7"))),
)  # fmt: skip
