"""One writer of a corpus at a time, by cron or by hand."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from crawler.db import CorpusError


@contextmanager
def only_writer(corpus: str | Path) -> Iterator[None]:
    """Hold the lock of a corpus; raises CorpusError where another run holds it. A killed run frees it."""
    path = Path(f"{corpus}.lock")
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CorpusError(f"{corpus}: another run is writing it; try again when it has ended") from None
        yield
