"""Which copy speaks for a notice: its statistics and dates are the notice's."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from urllib.parse import urlsplit

WHOLE = 0.8  # of the median length of the copies: a shorter copy was cut
LAST = "9999"  # sorts after every date


@dataclass(frozen=True)
class Copy:
    """One page of a notice, as far as the choice depends on it."""

    page_id: int
    url: str
    length: int  # characters of text
    original_url: str | None = None
    transforms: tuple[str, ...] = ()
    published: str | None = None
    first_seen: str | None = None


COPY_COLUMNS = "id, url, length(folded), original_url, transforms, published, first_seen"


def copy_of(row: tuple) -> Copy:
    """Return the copy in a row of COPY_COLUMNS."""
    page_id, url, length, original_url, transforms, published, first_seen = row
    return Copy(
        page_id, url, length or 0, original_url, tuple(json.loads(transforms or "[]")), published, first_seen
    )


def address(url: str | None) -> str | None:
    """Return a URL without scheme, `www.` and closing slash: how one page is named by others."""
    if not url:
        return None
    parts = urlsplit(url)
    query = f"?{parts.query}" if parts.query else ""
    return parts.netloc.lower().removeprefix("www.") + parts.path.rstrip("/") + query


def is_named(copy: Copy, copies: list[Copy]) -> bool:
    """Tell whether another copy names this page as its original."""
    return any(other is not copy and address(other.original_url) == address(copy.url) for other in copies)


def is_official(copy: Copy, _: list[Copy]) -> bool:
    """Tell whether an organ of the state publishes at this host: no one else gets a name under gov.cn."""
    host = urlsplit(copy.url).hostname or ""
    return host == "gov.cn" or host.endswith(".gov.cn")


def is_whole(copy: Copy, copies: list[Copy]) -> bool:
    """Tell whether the copy is about as long as the others."""
    return copy.length >= WHOLE * median(other.length for other in copies)


# The first reason on which two copies differ decides; the smaller value wins.
REASONS: dict[str, Callable[[Copy, list[Copy]], int | str]] = {
    "named as the original by another copy": lambda copy, copies: not is_named(copy, copies),
    "on an official host": lambda copy, copies: not is_official(copy, copies),
    "whole": lambda copy, copies: not is_whole(copy, copies),
    "least altered": lambda copy, _: len(copy.transforms),
    "published first": lambda copy, _: copy.published or LAST,
    "seen first": lambda copy, _: copy.first_seen or LAST,
    "first by URL": lambda copy, _: copy.url,
}


def representative(copies: list[Copy]) -> tuple[Copy, str]:
    """Return the copy that speaks for the notice, and the reason that set it before the next best."""
    ranked = sorted(
        (tuple(rank(copy, copies) for rank in REASONS.values()), copy.page_id, copy) for copy in copies
    )
    best = ranked[0]
    if len(ranked) == 1:
        return best[2], "the only copy"
    names = zip(REASONS, best[0], ranked[1][0], strict=True)
    return best[2], next((name for name, mine, next_best in names if mine != next_best), "first by URL")
