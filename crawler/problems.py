"""How a command ends that says what fell short."""

import sys
from collections.abc import Sequence

from crawler.printable import printable


def report_problems(command: str, problems: Sequence[str]) -> int:
    """Print each problem as a line of `scrapy COMMAND` on stderr; return the exit status, 1 if there is any."""
    for problem in problems:
        sys.stderr.write(f"scrapy {command}: {printable(problem)}\n")
    return 1 if problems else 0
