"""Text that crawled pages chose, made fit for a terminal: no escape sequence, no turned writing direction."""

import re

# C0 but for tab and line feed, DEL and C1 (ESC and CSI are among them), and the marks that reorder what is shown.
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """Return `text` with each such character as its escape, \\u001b for ESC: also what JSON calls it."""
    return UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
