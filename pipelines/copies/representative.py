"""Which copy speaks for a notice: its statistics and dates are the notice's."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median, median_high
from typing import Self
from urllib.parse import urlsplit

CUT, PADDED = (
    0.8,
    1.25,
)  # of the median length of the copies: a shorter one was cut, a longer one carries more
LAST = "9999"  # sorts after every date


OFFICIAL = {"police", "politics_law", "procuratorate", "court", "regulator", "government"}  # kinds of site

COPIES = """
    select pages.id, pages.url, length(pages.folded), pages.issuer, sites.name, sites.kind, pages.original_url,
           pages.transforms, pages.published, pages.first_seen
    from pages left join sites on sites.key = pages.site
    where pages.id in (select value from json_each(?))
"""


@dataclass(frozen=True)
class Copy:
    """One page of a notice, as far as the choice depends on it: a row of COPIES."""

    page_id: int
    url: str
    length: int = 0  # characters of text
    issuer: str | None = None
    site_name: str | None = None
    site_kind: str | None = None
    original_url: str | None = None
    transforms: str = "[]"  # JSON list
    published: str | None = None
    first_seen: str | None = None


def address(url: str | None) -> str | None:
    """Return a URL without scheme, `www.` and closing slash: how one page is named by others."""
    if not url:
        return None
    parts = urlsplit(url)
    query = f"?{parts.query}" if parts.query else ""
    return parts.netloc.lower().removeprefix("www.") + parts.path.rstrip("/") + query


@dataclass(frozen=True)
class Group:
    """What the copies of one notice say about each other."""

    named: frozenset[str | None]  # addresses that a copy at another address gives as its original
    least: float  # characters: a shorter copy was cut
    most: float  # characters: a longer copy carries a second article

    @classmethod
    def of(cls, copies: list[Copy]) -> Self:
        """Read it from the copies."""
        pairs = ((address(copy.original_url), address(copy.url)) for copy in copies)
        named = frozenset(original for original, own in pairs if original != own) - {None}
        lengths = [copy.length for copy in copies]
        return cls(named, CUT * median(lengths), PADDED * median_high(lengths))  # of two, the longer is whole


def on_own_site(copy: Copy) -> bool:
    """Tell whether the page stands on the site of its issuer."""
    if not (copy.issuer and copy.site_name):
        return False
    return copy.issuer in copy.site_name or copy.site_name in copy.issuer


def on_official_site(copy: Copy) -> bool:
    """Tell whether an organ of the state publishes here: by the registry, or by a name under gov.cn."""
    host = urlsplit(copy.url).hostname or ""
    return copy.site_kind in OFFICIAL or host == "gov.cn" or host.endswith(".gov.cn")


# The first reason on which two copies differ decides; the smaller value wins.
REASONS: dict[str, Callable[[Copy, Group], int | str]] = {
    "named as the original by another copy": lambda copy, group: address(copy.url) not in group.named,
    "on the site of its issuer": lambda copy, _: not on_own_site(copy),
    "on an official site": lambda copy, _: not on_official_site(copy),
    "whole": lambda copy, group: not group.least <= copy.length <= group.most,
    "least altered": lambda copy, _: len(json.loads(copy.transforms)),
    "published first": lambda copy, _: copy.published or LAST,
    "seen first": lambda copy, _: copy.first_seen or LAST,
    "first by URL": lambda copy, _: copy.url,
}


def representative(copies: list[Copy]) -> tuple[Copy, str]:
    """Return the copy that speaks for the notice, and the reason that set it before the next best."""
    group = Group.of(copies)
    ranked = sorted(
        (tuple(rank(copy, group) for rank in REASONS.values()), copy.page_id, copy) for copy in copies
    )
    (ranks, _, best), *others = ranked
    if not others:
        return best, "the only copy"
    return best, next(
        name for name, mine, theirs in zip(REASONS, ranks, others[0][0], strict=True) if mine != theirs
    )
