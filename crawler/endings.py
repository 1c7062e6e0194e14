"""Where a parser is to stop: not where a page says that it is over, but before an endless one eats the memory."""

import re

MAX_TAGS = 100_000  # the largest real page seen has 12,000; more is an attack or a fault
END = re.compile(rb"</(?:body|html)\s{0,20}>", re.IGNORECASE)


def without_endings(html: bytes) -> bytes:
    """Return a page in UTF-8 without `</body>` and `</html>`: libxml2 2.14 drops what follows them, browsers do not."""
    return END.sub(b"", html)


def first_tags(html: bytes) -> bytes:
    """Return a page in UTF-8 up to its first MAX_TAGS tags."""
    if len(html) <= MAX_TAGS or html.count(b"<") <= MAX_TAGS:
        return html
    return b"<".join(html.split(b"<", MAX_TAGS)[:MAX_TAGS])
