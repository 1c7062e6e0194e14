"""robots.txt as a weapon, and as a victim."""

from collections.abc import Iterator

from tests.hostile.wire import Answer, Case, Part, http, sound

TEXT = "Content-Type: text/plain"


def silence(path: str) -> Iterator[Part]:
    """Say nothing for longer than anyone waits."""
    yield 60.0


def robots(answer: Answer) -> dict[str, Answer]:
    """Return the answers of a site with this robots.txt."""
    return {"/robots.txt": answer, "/bad.html": http(sound())}


def rules_of_4_mb(path: str) -> Iterator[Part]:
    """Forbid a long list of paths, none of them ours."""
    yield http("User-agent: *\n" + "Disallow: /private/a*b/c*d$\n" * 150_000, kind=TEXT)


CASES = (
    Case("robots-of-4-mb", {**robots(rules_of_4_mb)}),
    Case("robots-of-10-mb", robots(http(b"#" * 10_000_000, kind=TEXT)), "robots_unreadable 1"),
    Case("robots-of-stars", robots(http("User-agent: *\nDisallow: /" + "*a" * 40 + "$\n", kind=TEXT))),
    Case("robots-html", robots(http("<html><body>首页</body></html>"))),
    Case("robots-binary", robots(http(bytes(range(256)) * 100, kind="Content-Type: application/octet-stream"))),
    Case("robots-forbids", robots(http("User-agent: *\nDisallow: /", kind=TEXT)), "robots_forbidden 1"),
    Case("robots-401", robots(http("no", status="401 Unauthorized")), "robots_forbidden 1"),
    Case("robots-403", robots(http("no", status="403 Forbidden")), "robots_forbidden 1"),
    Case("robots-500", robots(http("oops", status="500 Oops")), "robots_unreadable 1"),
    Case("robots-silent", robots(silence), "timeout 1"),
    Case("robots-loop", robots(http(b"", "Location: /robots.txt", status="302 Found")), "robots_unreadable 1"),
    Case("robots-away", robots(http(b"", "Location: http://elsewhere.example/", status="302 Found")), "offsite 1"),
    Case("robots-delay", robots(http("User-agent: *\nCrawl-delay: 99999\n", kind=TEXT))),
)  # fmt: skip
