"""One WARC file while it is written (ISO 28500): a gzip member a record, `.open` until it is closed.

A killed run leaves an `.open` file whose last record may be incomplete; `close_left_open` cuts that off.
Whoever writes such a file holds a lock on it, so that no living run's file is taken for a dead one's.
"""

import fcntl
import os
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import count
from pathlib import Path

from warcio.recordloader import ArcWarcRecord
from warcio.warcwriter import WARCWriter

OPEN = ".open"
CHUNK = 1 << 16


class WarcFile:
    """Appends whole records; `size` is the offset of the next one."""

    def __init__(self, folder: Path, stamp: str) -> None:
        """Create fanzha-STAMP-NNNNN.warc.gz.open in `folder`, under the first number that is free."""
        folder.mkdir(parents=True, exist_ok=True)
        with alone_in(folder):
            names = (folder / f"fanzha-{stamp}-{number:05d}.warc.gz" for number in count())
            self.path = next(path for path in names if not path.exists() and not left_open(path).exists())
            self.file = left_open(self.path).open("xb", buffering=0)
            fcntl.flock(self.file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        self.size = 0

    def append(self, record: ArcWarcRecord) -> int:
        """Write one record and return its offset; a write that fails leaves the file as it was, and raises OSError."""
        buffer = BytesIO()
        WARCWriter(buffer, gzip=True, warc_version="1.1").write_record(record)
        data, offset = buffer.getbuffer(), self.size
        try:
            while data:
                data = data[self.file.write(data) :]
        except OSError:
            self.file.truncate(offset)
            self.file.seek(offset)
            raise
        self.size = self.file.tell()
        return offset

    def close(self) -> None:
        """Bring the file to the disk and give it its final name."""
        os.fsync(self.file.fileno())
        left_open(self.path).rename(self.path)
        self.file.close()


def left_open(path: Path) -> Path:
    """Return the name that a WARC file has while it is written."""
    return path.with_name(path.name + OPEN)


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Hold the lock under which files of an archive are begun, and those of dead runs closed."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def close_left_open(folder: Path) -> list[Path]:
    """Close the files that killed runs left open in `folder` and return their final paths.

    An incomplete last record is cut off, a file without a whole record is deleted; files of living runs stay.
    """
    if not folder.is_dir():
        return []
    closed = []
    with alone_in(folder):
        for path in sorted(folder.glob(f"*.warc.gz{OPEN}")):
            with path.open("rb+") as file:
                try:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    continue
                whole = whole_length(file)
                file.truncate(whole)
                os.fsync(file.fileno())
                if not whole:
                    path.unlink()
                    continue
                closed.append(path.rename(path.with_name(path.name.removesuffix(OPEN))))
    return closed


def whole_length(file: object) -> int:
    """Return the length of the gzip members that are complete, from the start of a binary file."""
    whole, fed, unpacker = 0, 0, zlib.decompressobj(wbits=31)
    file.seek(0)
    pending = b""
    while pending := pending or file.read(CHUNK):
        try:
            unpacker.decompress(pending)
        except zlib.error:
            return whole
        fed += len(pending) - len(unpacker.unused_data)
        pending = unpacker.unused_data
        if unpacker.eof:
            whole, unpacker = fed, zlib.decompressobj(wbits=31)
    return whole
