"""Ways into the machine's own network, and out of http."""

import re

from tests.hostile.wire import Case, bad, http
from tests.loopback import listing

PRIVATE = (
    "127.0.0.1", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "127.0.0.1.", "0", "0.0.0.0", "localhost", "LOCALHOST",
    "localhost.", "a.localhost", "[::1]", "[::]", "[::127.0.0.1]", "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]",
    "[fe80::1%25lo]", "[fc00::1]", "10.0.0.8", "172.16.0.1", "192.168.1.1", "100.64.0.1", "169.254.169.254", "224.0.0.1",
    "127。0。0。1", "１２７.0.0.1", "user:secret@127.0.0.1", "healthy.hostile.example:22",
)  # fmt: skip
SCHEMES = ("file:///etc/passwd", "ftp://ftp.example/a", "data:text/html,<p>x", "gopher://127.0.0.1:70/_x")
AWAY = "http://elsewhere.example/{}.html"


def slug(text: str) -> str:
    """Return `text` as a part of a host name, one of its own for each text."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower().encode("punycode").decode()).strip("-")


def redirect(target: str) -> dict[str, bytes]:
    """Return the answers of a site whose second article leads to `target`, in UTF-8 where it is not ASCII."""
    return bad(http(b"", f"Location: {target}".encode(), status="302 Found"))


CASES = (
    *(
        Case(f"to-{number}-{slug(host)}", redirect(f"http://{host}/{number}"), "new 1, private_address 1")
        for number, host in enumerate(PRIVATE)
    ),
    *(Case(f"to-{slug(url[:8])}", redirect(url), "new 1, http_302 1") for url in SCHEMES),
    Case("name-of-private-10", outcome="private_address 1", resolves_to="10.0.0.8"),
    Case("name-of-metadata", outcome="private_address 1", resolves_to="169.254.169.254"),
    Case("robots-to-private", {"/robots.txt": http(b"", "Location: http://10.0.0.8/", status="302 Found")}, "private_address 1"),
    Case("refresh-to-private", bad(http('<meta http-equiv=refresh content="0;url=http://127.1/">')), "new 1, private_address 1"),
    Case("refresh-off-registry", bad(http(f'<meta http-equiv=refresh content="0;url={AWAY.format(1)}">')), "new 1, offsite 1"),
    Case("redirect-off-registry", redirect(AWAY.format(2)), "new 1, offsite 1"),
    Case("to-no-port", redirect("http://healthy.hostile.example:99999/"), "new 1, bad_url 1"),
    Case("to-half-a-bracket", redirect("http://[::1/"), "new 1, bad_url 1"),
    Case(
        "links-inside-and-away",
        {"/index.html": http(listing("/1.html", "http://127.0.0.1/a.html", AWAY, "http://例子.example/1.html", "http://xn--a/1.html"))},
        "new 1, offsite 4",
    ),
    Case(
        "links-of-other-schemes",
        {"/index.html": http(listing("/1.html", *SCHEMES, "javascript:alert(1)", "//", "http://[::1/"))},
        "new 1",
    ),
)  # fmt: skip
