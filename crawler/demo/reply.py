"""What a sample site answers: a status, a body, and the validators a later request may quote."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime

HTML = "text/html; charset=utf-8"


@dataclass(frozen=True)
class Request:
    """One request as a sample site sees it; `query` and `form` hold the last value of each name."""

    method: str
    host: str
    path: str
    query: dict[str, str] = field(default_factory=dict)
    form: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Reply:
    """One answer; `modified` is an aware datetime, `stream` yields `length` bytes instead of `body`."""

    body: bytes = b""
    status: int = 200
    content_type: str = HTML
    headers: tuple[tuple[str, str], ...] = ()
    etag: str | None = None
    modified: str | None = None  # as HTTP writes it: Tue, 18 Jun 2024 01:30:00 GMT
    stream: Callable[[], Iterator[bytes]] | None = None
    length: int | None = None
    article: bool = False  # a notice, not a list

    def fits(self, none_match: str | None, modified_since: str | None) -> bool:
        """Return whether a copy with these validators is current (RFC 9110 13.2.2: an ETag comes first)."""
        if none_match is not None:
            offered = {tag.strip().removeprefix("W/") for tag in none_match.split(",")}
            return self.etag is not None and (self.etag in offered or "*" in offered)
        if modified_since is None or self.modified is None:
            return False
        try:
            return parsedate_to_datetime(self.modified) <= parsedate_to_datetime(modified_since)
        except (TypeError, ValueError):  # no date, or one without a zone
            return False


Answer = Reply | Callable[[Request], Reply]
Pages = dict[str, Answer]  # by path, without the query


def page(text: str, validators: str = "etag", modified: str | None = None, charset: str = "utf-8") -> Reply:
    """Return an HTML page whose validators are `validators`: etag, modified, both or none."""
    body = text.encode(charset)
    tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"' if validators in {"etag", "both"} else None
    header = "text/html" if charset != "utf-8" else HTML
    since = modified if validators in {"modified", "both"} else None
    return Reply(body, content_type=header, etag=tag, modified=since)
