"""The notices of the sample sites, read from texts/*.yml."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime
from functools import cache
from pathlib import Path
from typing import Any

import yaml

TEXTS = Path(__file__).parent / "texts"
CHINA = timezone(timedelta(hours=8))


@dataclass(frozen=True)
class Notice:
    """One notice as its publisher wrote it; `text` has one paragraph a line."""

    id: int | str
    title: str
    published: str  # 2024-06-18 09:30
    source: str
    text: str
    visit: int = 1  # the visit on which it is there for the first time
    pinned: bool = False
    gone: bool = False  # still listed, but taken down
    images: tuple[str, ...] = ()
    changed: str | None = None  # when it was corrected, as `published`
    original: str = ""  # the address a copy names as its original

    @property
    def paragraphs(self) -> list[str]:
        """The paragraphs of the text."""
        return self.text.split("\n") if self.text else []

    @property
    def day(self) -> str:
        """The publish date, 2024-06-18."""
        return self.published[:10]

    @property
    def modified(self) -> str:
        """The last change as an HTTP date."""
        local = datetime.strptime(self.changed or self.published, "%Y-%m-%d %H:%M").replace(tzinfo=CHINA)
        return format_datetime(local.astimezone(UTC), usegmt=True)


def load(name: str, visit: int) -> list[Notice]:
    """Return the notices of texts/`name`.yml that are online at `visit`: pinned ones, then newest first.

    A file is a list of notices, or a `template` (a notice with {fields}) and the `rows` to fill it.
    A notice with `correction: {visit, at, old, new}` reads as corrected from that visit on; one with
    `copy: {texts, id}` has the title and text of the notice it names.
    """
    notices = [_at(entry, visit) for entry in _entries(name)]
    online = [notice for notice in notices if notice.visit <= visit]
    return sorted(online, key=lambda notice: (notice.pinned, notice.published), reverse=True)


def lines(name: str) -> list[str]:
    """Return the list of strings in texts/`name`.yml."""
    return yaml.safe_load((TEXTS / f"{name}.yml").read_text(encoding="utf-8"))


@cache
def _entries(name: str) -> list[dict[str, Any]]:
    data = yaml.safe_load((TEXTS / f"{name}.yml").read_text(encoding="utf-8"))
    return data if isinstance(data, list) else [_fill(data["template"], row) for row in data["rows"]]


def _fill(template: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    filled = {key: value.format_map(row) for key, value in template.items() if isinstance(value, str)}
    return {**template, **filled, **{key: row[key] for key in ("id", "published", "visit") if key in row}}


def _at(entry: dict[str, Any], visit: int) -> Notice:
    if "copy" in entry:
        source = next(one for one in load(entry["copy"]["texts"], visit) if one.id == entry["copy"]["id"])
        entry = {"title": source.title, "text": source.text, **entry}
    fields = {key: value for key, value in entry.items() if key not in {"correction", "copy"}}
    fields |= {"text": entry.get("text", "").strip(), "images": tuple(entry.get("images", ()))}
    notice = Notice(**fields)
    fix = entry.get("correction")
    if fix is None or visit < fix["visit"]:
        return notice
    if notice.text.count(fix["old"]) != 1:
        raise ValueError(f"notice {notice.id}: {fix['old']!r} does not stand exactly once in the text")
    return replace(notice, text=notice.text.replace(fix["old"], fix["new"]), changed=fix["at"])
