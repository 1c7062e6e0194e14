"""Status lines and headers that no server should send."""

from collections.abc import Iterator

from tests.hostile.wire import HTML, RESET, Case, Part, bad, head, http, sound

PAGE = sound().encode()
LENGTH = f"Content-Length: {len(PAGE)}"


def growing_cookies(path: str) -> Iterator[Part]:
    """Set a hundred cookies of 8 kB."""
    yield http(PAGE, *(f"Set-Cookie: c{n}={'x' * 8000}; path=/" for n in range(100)))


def header_drip(path: str) -> Iterator[Part]:
    """Never end the head."""
    yield b"HTTP/1.1 200 OK\r\n"
    while True:
        yield 0.2
        yield b"X-Slow: 1\r\n"


def header_flood(path: str) -> Iterator[Part]:
    """Never end the head, with three thousand lines a second."""
    yield b"HTTP/1.1 200 OK\r\n"
    block = b"".join(b"X-%d: 1\r\n" % n for n in range(300))
    while True:
        yield block
        yield 0.1


def location(raw: bytes) -> dict[str, bytes]:
    """Return the answers of a site that moved its second article to `raw`."""
    return bad(http(b"", b"Location: " + raw, status="302 Found")) | {"*": http(PAGE)}


CASES = (
    Case("line-without-colon", bad(head("HTTP/1.1 200 OK", HTML, "no colon here", LENGTH), PAGE)),
    Case("bare-line-feeds", bad(head("HTTP/1.1 200 OK", HTML, LENGTH).replace(b"\r", b""), PAGE)),
    Case("gbk-in-location", location("/目录/页面.html".encode("gbk")), "new 2, moved 1"),
    Case("utf8-in-location", location("/目录/页面.html".encode()), "new 2, moved 1"),
    Case("growing-cookies", {"/bad.html": growing_cookies}),
    Case("two-equal-lengths", bad(head("HTTP/1.1 200 OK", HTML, LENGTH, LENGTH), PAGE)),
    Case("two-lengths", bad(head("HTTP/1.1 200 OK", HTML, LENGTH, "Content-Length: 7"), PAGE), "new 1, broken_response 1"),
    Case("negative-length", bad(head("HTTP/1.1 200 OK", HTML, "Content-Length: -5"), PAGE), "new 1, broken_response 1"),
    Case("length-no-number", bad(head("HTTP/1.1 200 OK", HTML, "Content-Length: many"), PAGE), "new 1, broken_response 1"),
    Case("short-body", bad(head("HTTP/1.1 200 OK", HTML, f"Content-Length: {len(PAGE) + 99}"), PAGE), "new 1, broken_response 1"),
    Case("long-body", bad(head("HTTP/1.1 200 OK", HTML, LENGTH), PAGE, b"<p>smuggled</p>" * 999)),
    Case("no-length", bad(head("HTTP/1.1 200 OK", HTML), PAGE)),
    Case("bad-chunks", bad(head("HTTP/1.1 200 OK", HTML, "Transfer-Encoding: chunked"), b"zz\r\n"), "new 1, broken_response 1"),
    Case("header-of-10-mb", bad(head("HTTP/1.1 200 OK", HTML, "X: " + "x" * 10_000_000, LENGTH), PAGE), "new 1, broken_response 1"),
    Case("100000-headers", bad(head("HTTP/1.1 200 OK", HTML, *(f"X{n}: 1" for n in range(100_000)), LENGTH), PAGE)),
    Case("header-drip", {"/bad.html": header_drip}, "new 1, timeout 1"),
    Case("header-flood", {"/bad.html": header_flood}, "new 1, timeout 1"),
    Case("http-0-9", bad(PAGE), "new 1, broken_response 1"),
    Case("no-http", bad(b"SSH-2.0-OpenSSH_9.6\r\n"), "new 1, broken_response 1"),
    Case("nothing", bad(b""), "new 1, broken_response 1"),
    Case("reset", {"/bad.html": lambda _: iter((RESET,))}, "new 1, broken_response 1"),
    Case("reset-in-body", {"/bad.html": lambda _: iter((head("HTTP/1.1 200 OK", HTML, LENGTH), PAGE[:50], RESET))}, "new 1, broken_response 1"),
    Case("validators-with-escapes", bad(http(PAGE, "ETag: \"\x1b[2J\x07" + "e" * 9000 + '"', "Last-Modified: \x1b]0;owned\x07"))),
    Case("type-with-escapes", bad(http(PAGE, kind="Content-Type: image/\x1b[31mpng")), "new 1, not_html 1"),
    *(
        Case(f"type-{kind.replace('/', '-')}", bad(http(b"%PDF \0\1\2", kind=f"Content-Type: {kind}")), "new 1, not_html 1")
        for kind in ("application/pdf", "image/png", "application/zip")
    ),
)  # fmt: skip
