"""Lists without an end, and lists that are traps."""

from collections.abc import Iterator

from tests.hostile.bodies import CONTROLS, ENTITIES, OUTSIDE
from tests.hostile.wire import Case, Part, http, sound
from tests.loopback import listing

PAGER = '<div class="page"><a href="/index_{n}.html">下一页</a></div>'
XML = "Content-Type: text/xml; charset=utf-8"
HANWEB = (
    "<html><body><script>var c={{'col':1,'appid':1,'webid':1,'columnid':3,'totalRecord':9,'perPage':3}};"
    "proxy('/dataproxy.jsp')</script><script type='text/xml'><datastore>{}</datastore></script></body></html>"
)
RECORD = '<record><![CDATA[<li><a href="{}">云岭市公安局反诈预警通报（{}）</a><span>2024-05-0{}</span></li>]]></record>'


def endless(path: str) -> Iterator[Part]:
    """Show new articles on every page, and a page after it."""
    number = int("0" + "".join(filter(str.isdigit, path)))
    if "/a" in path:
        yield http(sound(number % 9 + 1))
    else:
        links = [f"/a{100 * number + n}.html" for n in range(2)]
        yield http(listing(*links) + PAGER.format(n=number + 1))


def repeating(path: str) -> Iterator[Part]:
    """Show the same articles on every page, and a page after it."""
    number = int("0" + "".join(filter(str.isdigit, path)))
    yield http(listing("/1.html", "/2.html") + PAGER.format(n=number + 1))


def hundred_thousand(path: str) -> Iterator[Part]:
    """List a hundred thousand articles on one page."""
    row = "<li><a href=/{}.html>反诈通报</a>5-1".format
    yield http(f"<ul>{''.join(map(row, range(100_000)))}</ul>")


def hanweb(path: str) -> Iterator[Part]:
    """Follow three records in the page by XML with entities, as dataproxy.jsp would send it."""
    if "dataproxy" in path:
        body = (
            ENTITIES
            + OUTSIDE
            + "<datastore><totalrecord>9</totalrecord>&i;&x;&y;"
            + RECORD.format("/1.html", 4, 4)
        )
        yield http(body, kind=XML)
    else:
        yield http(HANWEB.format("".join(RECORD.format(f"/{n}.html", n, n) for n in (1, 2, 3))))


CASES = (
    Case("pager-without-end", {"/index.html": endless, "*": endless}, "new 10"),
    Case("pager-that-repeats", {"/index.html": repeating, "*": repeating, "/2.html": http(sound())}),
    Case("pager-to-itself", {"/index.html": http(listing("/1.html", "/2.html") + PAGER.replace("_{n}", "")), "/2.html": http(sound())}),
    Case("100000-articles", {"/index.html": hundred_thousand}, "new 1, http_404 99"),
    Case("no-articles", {"/index.html": http("<html><body><p>没有内容</p></body></html>")}, "empty 1"),
    Case("entities-in-xml", {"/index.html": hanweb, "*": hanweb, "/2.html": http(sound()), "/3.html": http(sound(3))}, "new 3"),
    Case("xml-list", {"/index.html": http(ENTITIES + OUTSIDE + "<rss><item>&i;&x;</item></rss>", kind=XML)}, "empty 1"),
    Case("json-nested", {"/index.html": http("[" * 100_000, kind="Content-Type: application/json")}, "empty 1"),
    Case("json-numbers", {"/index.html": http('{"a":' + "9" * 100_000 + "}", kind="Content-Type: application/json")}, "empty 1"),
    Case("controls-in-links", {"/index.html": http(listing("/1.html", "/a b\x1b[2J\x07\u202e.html").replace("预警通报（2）", CONTROLS)), "*": http(sound())}),
    Case("url-of-1000-characters", {"/index.html": http(listing("/1.html", f"/{'a' * 1000}.html")), "*": http(sound())}),
    Case("url-of-3000-characters", {"/index.html": http(listing("/1.html", f"/{'a' * 3000}.html")), "*": http(sound())}, "new 1, url_too_long 1"),
    Case("list-of-pdf", {"/index.html": http(b"%PDF-1.7 \0\1", kind="Content-Type: application/pdf")}, "empty 1"),
    Case("list-403", {"/index.html": http("no", status="403 Forbidden")}, "http_403 1"),
    Case("tls", {"/index.html": http(b"", "Location: https://tls.hostile.example:{port}/", status="302 Found")}, "tls 1"),
)  # fmt: skip
