"""Date strings per second, against dateparser, on every form that notices write: `python -m tests.benchmarks.dates`.

Both read the same strings, one at a time, in one process; the figures to look at are the ratio and how many strings
each reads rightly, the machine's speed cancels out. dateparser comes with the project.
"""

import json
import time
from collections.abc import Callable
from datetime import date, datetime
from datetime import time as clock

import dateparser

from crawler.dates import parse_date
from tests.test_dates import ANCHOR, FULL, NO_YEAR

STRINGS = {text: iso[:10] for text, iso in FULL.items()} | {
    text: anchored[:10] for text, (_, anchored) in NO_YEAR.items() if len(anchored) >= 10
}
ROUNDS = 200  # for us; the peer gets fewer, being slower
PEER_ROUNDS = 4
SETTINGS = {
    "RELATIVE_BASE": datetime.combine(ANCHOR, clock()),
    "PREFER_DATES_FROM": "past",
    "DATE_ORDER": "YMD",
}


def ours(text: str) -> date | None:
    """Return what the project reads."""
    day = parse_date(text, ANCHOR)
    return date.fromisoformat(day.date) if day and day.date else None


def peer(text: str) -> date | None:
    """Return what dateparser reads with its Chinese locale, the anchor as base and past dates preferred."""
    parsed = dateparser.parse(text, languages=["zh"], settings=SETTINGS)
    return parsed.date() if parsed else None


def measure(read: Callable[[str], date | None], rounds: int) -> dict[str, float | int]:
    """Return strings a second, and how many of STRINGS are right, wrong and not read."""
    answers = {text: read(text) for text in STRINGS}
    started = time.perf_counter()
    for _ in range(rounds):
        for text in STRINGS:
            read(text)
    seconds = time.perf_counter() - started
    right = sum(
        answer is not None and answer.isoformat() == STRINGS[text] for text, answer in answers.items()
    )
    silent = sum(answer is None for answer in answers.values())
    return {
        "strings_per_second": round(rounds * len(STRINGS) / seconds),
        "right": right,
        "wrong": len(STRINGS) - right - silent,
        "none": silent,
    }


def main() -> None:
    """Print both measurements and their ratio as one JSON object."""
    results = {
        "strings": len(STRINGS),
        "fanzha": measure(ours, ROUNDS),
        "dateparser": measure(peer, PEER_ROUNDS),
    }
    speeds = [results[name]["strings_per_second"] for name in ("fanzha", "dateparser")]
    print(json.dumps(results | {"ratio": round(speeds[0] / speeds[1], 1)}, indent=1))


if __name__ == "__main__":
    main()
