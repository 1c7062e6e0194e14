"""What a site of the registry is expected to yield: the floors of the health checks."""

from dataclasses import dataclass

FIELDS = ("title", "published", "source", "text")  # whose fill rates are judged
# What may stand under `expect:`, with its range.
RANGES = {"news_days": (0, 3650), "refused": (0, 1)} | dict.fromkeys(FIELDS, (0, 1))


@dataclass(frozen=True)
class Expect:
    """Floors of one site; the defaults lie under what 123 saved pages of 28 hosts yield: 100, 100, 84, 99 percent."""

    news_days: int | None = None  # longest silence; None: judged by the site's own pauses, 0: never judged
    title: float = 0.9  # share of pages that must have one
    published: float = 0.7
    source: float = 0.3  # many a county site names none
    text: float = 0.8
    refused: float = 0.5  # share of pages that may be refused


def build_expect(entry: object) -> Expect:
    """Return the expectations of a registry entry; raises ValueError saying which key is wrong."""
    if entry is None:
        return Expect()
    if not isinstance(entry, dict):
        raise ValueError("expect: not a mapping such as {news_days: 90, source: 0}")  # noqa: TRY004 (the file's fault)
    if unknown := entry.keys() - RANGES.keys():
        raise ValueError(f"expect: unknown key {', '.join(sorted(map(str, unknown)))}")
    for key, value in entry.items():
        low, high = RANGES[key]
        whole = key == "news_days"
        if not isinstance(value, int if whole else int | float) or isinstance(value, bool):
            kind = "whole number" if whole else "number"
            raise ValueError(f"expect: {key} {value} is not a {kind}")  # noqa: TRY004 (as above)
        if not low <= value <= high:
            raise ValueError(f"expect: {key} {value} is not within {low} and {high}")
    return Expect(**entry)
