"""Crawl every hostile site, and two healthy ones, in one `scrapy run` on the real stack."""

import json
import os
import resource
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from crawler.db import connect
from tests.hostile import addresses, bodies, heads, lists, robots, statuses
from tests.hostile.server import HostileServer, Visit
from tests.hostile.wire import Case, http, sound
from tests.loopback import listing

ROOT = Path(__file__).parents[2]
THREE = {f"/{n}.html": http(sound(n)) for n in (1, 2, 3)}
HEALTHY = tuple(
    Case(name, {"/index.html": http(listing(*THREE)), **THREE}, "new 3") for name in ("healthy", "sound")
)
# Those that stall and those that weigh begin, so that all others go on beside them.
CASES = (HEALTHY[0], *bodies.CASES, *robots.CASES, *heads.CASES, *lists.CASES, *statuses.CASES, *addresses.CASES, HEALTHY[1])  # fmt: skip
SITE = "{host}:{port}:\n  {{name: 云岭市公安局, level: city, kind: police, columns: [{{label: 警方提示, url: 'http://{host}:{port}/index.html'}}]}}\n"
# The project's own but for these: less than half of the time, a third of the size, no pauses, sixteen hosts at a time.
SETTINGS = {
    "DOWNLOAD_DELAY": 0,
    "DOWNLOAD_TIMEOUT": 12,
    "DOWNLOAD_MAXSIZE": 5 * 1024 * 1024,
    "RETRY_ENABLED": 0,
    "CONCURRENT_REQUESTS": 16,
    "LIST_PAGES_MAX": 5,
    "ROBOTS_DELAY_MAX": 0.2,
    "LIST_ARTICLES_MAX": 100,
    "TWISTED_DNS_RESOLVER": "tests.hostile.resolver.HostileNames",
}
NOT_TOLD = ("lists", "found", "missing")


@dataclass(frozen=True)
class HostileRun:
    """What the run left: by case its outcome, the characters of its longest stored text, and what its server saw."""

    outcomes: dict[str, str]
    longest: dict[str, int]
    visits: dict[str, Visit]
    status: int
    said: bytes  # stdout and stderr
    seconds: float
    peak_mb: int


def crawl_hostile(folder: Path, cases: tuple[Case, ...] = CASES) -> HostileRun:
    """Crawl the cases into folder/corpus.db with a process of its own, as cron would."""
    for encoding in ("gzip", "deflate", "br", "zstd"):
        bodies.bomb(encoding)  # beforehand: while it is made, the server serves nobody
    started = time.monotonic()
    with HostileServer(cases) as server:
        (folder / "sites.yml").write_text(
            "".join(SITE.format(host=case.host, port=server.port) for case in cases), "utf-8"
        )
        settings = SETTINGS | {
            "SITES": folder / "sites.yml",
            "CORPUS_DB": folder / "corpus.db",
            "ALLOWED_PRIVATE_HOSTS": ",".join(
                f"{case.host}:{server.port}" for case in cases if not case.resolves_to
            ),
        }
        chosen = [word for name, value in settings.items() for word in ("-s", f"{name}={value}")]
        done = subprocess.run(
            [sys.executable, "-m", "scrapy", "run", *chosen],
            cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, check=False, timeout=120,
        )  # fmt: skip
        with closing(connect(folder / "corpus.db")) as db:
            counts = json.loads(next(db["crawls"].rows)["counts"] or "{}")
            longest = dict(db.execute("select site, max(length(text)) from pages group by site").fetchall())
        keys = {case.name: f"{case.host}:{server.port}" for case in cases}
    return HostileRun(
        {name: outcome(counts, key) for name, key in keys.items()},
        {name: longest.get(key, 0) for name, key in keys.items()},
        {case.name: server.visits[case.host] for case in cases},
        done.returncode,
        done.stdout + done.stderr,
        time.monotonic() - started,
        resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024,
    )


def outcome(counts: dict[str, int], key: str) -> str:
    """Return what the run counted for one site, as cases tell it: "new 1, too_large 1"."""
    prefix = f"site/{key}/"
    told = {name.removeprefix(prefix): count for name, count in counts.items() if name.startswith(prefix)}
    named = [(name.rpartition("/")[2], count) for name, count in told.items()]
    listed = sorted((name != "new", name, count) for name, count in named if name not in NOT_TOLD)
    return ", ".join(f"{name} {count}" for _, name, count in listed)
