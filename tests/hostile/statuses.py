"""Answers that are no page, by their status; and redirects that never end."""

from collections.abc import Iterator

from tests.hostile.wire import Case, Part, bad, http, sound
from tests.loopback import listing

# Status, body, what becomes of it.
STATUSES = (
    ("204 No Content", "", "http_204"),
    ("206 Partial Content", sound(), "http_206"),
    ("300 Multiple Choices", sound(), "http_300"),
    ("304 Not Modified", "", "http_304"),
    ("401 Unauthorized", sound(), "http_401"),
    ("403 Forbidden", "no", "http_403"),
    ("404 Not Found", sound(), "http_404"),
    ("410 Gone", sound(), "http_410"),
    ("418 I'm a teapot", "short and stout", "http_418"),
    ("451 Unavailable For Legal Reasons", "", "http_451"),
    ("500 Internal Server Error", "oops", "http_500"),
    ("503 Service Unavailable", "", "http_503"),
    ("999 Made Up", sound(), "http_999"),
)


def onward(path: str) -> Iterator[Part]:
    """Redirect to an address that was never asked before."""
    number = int(path.partition("?")[2] or 0) + 1
    yield http(b"", f"Location: /bad.html?{number}", status="302 Found")


CASES = (
    *(
        Case(f"status-{status[:3]}", bad(http(body, "Retry-After: 99999999", status=status)), f"new 1, {reason} 1")
        for status, body, reason in STATUSES
    ),
    Case("status-429", {"/index.html": http(listing("/bad.html"))} | bad(http("slow down", "Retry-After: 99999999", status="429 Too Many Requests")), "blocked:rate 1"),
    Case("empty-200", bad(http(b"")), "new 1, no_body 1"),
    Case("redirect-loop", bad(http(b"", "Location: /bad.html", status="301 Moved")), "new 1, redirect 1"),
    Case("redirect-chain", {"/bad.html": onward, "*": onward}, "new 1, redirect 1"),
    Case("refresh-loop", bad(http('<meta http-equiv=refresh content="0;url=/bad.html">' + sound())), "new 1, redirect 1"),
)  # fmt: skip
