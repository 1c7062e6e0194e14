"""One writer of a corpus at a time, by cron or by hand."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from crawler.clock import now
from crawler.db import CorpusError


class CorpusBusyError(CorpusError):
    """Raised when another process writes the corpus; the message says which, and since when."""


@contextmanager
def only_writer(corpus: str | Path) -> Iterator[None]:
    """Hold the lock of a corpus; raises CorpusBusyError where another process holds it. A killed run frees it."""
    path = Path(f"{corpus}.lock")
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            holder = file.read().strip() or "just started"
            raise CorpusBusyError(
                f"{corpus}: another run is writing it ({holder}); try again when it has ended"
            ) from None
        file.truncate(0)
        file.write(f"process {os.getpid()}, since {now()}\n")
        file.flush()
        yield
