"""What a hostile server puts on the wire, and how one case of it is told."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from tests.loopback import article

RESET = "reset"  # hang up without a word, as a firewall does
# One answer: raw bytes, or a function of the request's path whose parts are sent one after the other; a float is
# a pause in seconds. The connection is closed behind each answer.
Part = bytes | float | str
Answer = bytes | Callable[[str], Iterator[Part]]

HTML = "Content-Type: text/html; charset=utf-8"


@dataclass(frozen=True)
class Case:
    """One site of the run, its answers by path ("*": any other), and what is to become of it.

    `outcome` counts what the run did for the site: "new 1, too_large 1". Unless `answers` say otherwise a site
    has no robots.txt and lists two articles, a sound /1.html and /bad.html. `resolves_to` is the address that its
    name leads to where that is not the hostile server itself.
    """

    name: str
    answers: dict[str, Answer] = field(default_factory=dict)
    outcome: str = "new 2"
    resolves_to: str | None = None

    @property
    def host(self) -> str:
        """Return the name of the site's host."""
        if self.resolves_to:
            return f"{self.name}.ip-{self.resolves_to.replace('.', '-')}.example"
        return f"{self.name}.hostile.example"


def http(
    body: bytes | str = b"", *headers: str | bytes, status: str = "200 OK", kind: str | None = HTML
) -> bytes:
    """Return an honest answer: `headers` are whole lines, `kind` is the line of the content type."""
    body = body.encode() if isinstance(body, str) else body
    lines = [f"HTTP/1.1 {status}", *([kind] if kind else []), *headers, f"Content-Length: {len(body)}"]
    return head(*lines) + body


def head(*lines: str | bytes) -> bytes:
    """Return the given lines as a head, nothing added but its end."""
    return b"".join((x.encode() if isinstance(x, str) else x) + b"\r\n" for x in lines) + b"\r\n"


def bad(*parts: bytes) -> dict[str, Answer]:
    """Return the answers of a site whose second article is made of `parts`."""
    return {"/bad.html": b"".join(parts)}


def sound(day: int = 2) -> str:
    """Return a page with which nothing is wrong."""
    return article(day, f"本周共接到刷单诈骗警情{day}起。")
