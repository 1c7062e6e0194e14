"""`python -m tests.hostile`: the table of cases and what became of them."""

import sys
import tempfile
from pathlib import Path

from crawler.table import render_table
from tests.hostile.run import CASES, crawl_hostile

HEADER = ["case", "outcome", "as told", "requests", "seconds", "bytes sent", "longest text"]


def main() -> int:
    """Print the table, of all cases or of those named; return 1 if any came out other than told."""
    cases = tuple(case for case in CASES if case.name in sys.argv[1:]) or CASES
    with tempfile.TemporaryDirectory() as folder:
        run = crawl_hostile(Path(folder), cases)
    rows = []
    for case in cases:
        visit, outcome = run.visits[case.name], run.outcomes[case.name]
        told = "yes" if outcome == case.outcome else f"NO: {case.outcome}"
        seconds = f"{visit.last - visit.first:.1f}"
        rows.append([case.name, outcome, told, visit.requests, seconds, visit.sent, run.longest[case.name]])
    wrong = sum(row[2] != "yes" for row in rows)
    sys.stdout.write(render_table([HEADER, *rows]) + "\n")
    sys.stdout.write(
        f"\n{len(rows)} sites, {wrong} not as told; exit status {run.status}, {run.seconds:.1f} s, peak {run.peak_mb} MB\n"
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
