"""A time named in a text."""

from dataclasses import dataclass

from crawler.items import Period


@dataclass(slots=True)  # not frozen: made for every time of a text
class Mention:
    """A time named at `start`..`end`: its period, and what it does: govern, be a base, date the telling."""

    start: int
    end: int
    period: Period
    role: str  # main | base | told | compared
    text: str
