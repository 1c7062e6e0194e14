"""Read pages from WARC files (ISO 28500): the archive's own, Common Crawl's, Browsertrix's, wget's."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeadersParserException

from crawler.gzip_members import CHUNK, MAGIC, Member, find_member
from crawler.items import INCOMPLETE_PARTS
from crawler.warc_page import Capture, Part, Unusable, read_record

# What warcio raises for odd bytes; AttributeError: a response without a target.
UNREADABLE = (
    ArchiveLoadFailed, StatusAndHeadersParserException, OSError, EOFError, ValueError, AttributeError,
)  # fmt: skip


@dataclass(frozen=True)
class Damage:
    """A record, or a whole file, that cannot be read; `message` names file and offset."""

    message: str


Found = Capture | Part | Unusable | Damage | None  # None: a record that accompanies others


def read_warc(path: Path, name: str) -> Iterator[Capture | Unusable | Damage]:
    """Yield what became of each record that could have been a page, in the order of the file.

    `name` is what pages remember as their file. After a damaged gzip member reading goes on with the next one;
    an uncompressed file is not read past its first damage.
    """
    parts: dict[str, list[bytes]] = defaultdict(list)  # by the article they belong to
    read = 0
    for offset, found in records(path):
        read += 1
        if isinstance(found, Part):
            parts[found.of].append(found.body)
        elif isinstance(found, Capture):
            found.page.parts = parts.pop(found.page.url, [])
            if found.page.parts or INCOMPLETE_PARTS in found.page.flags:  # asked whole when due, as crawled
                found.page.etag = found.page.last_modified = None
            found.page.warc_file, found.page.warc_offset = name, offset
            yield found
        elif found:
            yield found
    if not read:
        yield Damage(f"{path}: no WARC record in it")


def records(path: Path) -> Iterator[tuple[int, Found]]:
    """Yield the offset of each record and what it holds."""
    try:
        with path.open("rb") as stream:
            packed = stream.read(len(MAGIC)) == MAGIC
            stream.seek(0)
            yield from packed_records(stream, path) if packed else plain_records(stream, path)
    except OSError as error:
        yield 0, Damage(f"{path}: {error.strerror or error}")


def packed_records(stream: BinaryIO, path: Path) -> Iterator[tuple[int, Found]]:
    """Yield the records of a gzip file; one counts only once the checksum of its member was found right."""
    size = path.stat().st_size
    offset: int | None = 0
    while offset is not None and offset < size:
        member, held, problem = Member(stream, offset), [], None
        try:
            for found in found_in(ArchiveIterator(member)):
                yield from held
                held = [(offset, found)]
            if not held:
                raise EOFError("it holds no record")
        except UNREADABLE as error:
            problem = first_line(error)
        member.drain()
        if member.whole and not problem:
            yield from held
            offset = member.end
        else:
            yield offset, damage(path, offset, member.problem or problem)
            offset = member.end if member.whole else find_member(stream, offset + 1, b"WARC/")


def plain_records(stream: BinaryIO, path: Path) -> Iterator[tuple[int, Found]]:
    """Yield the records of an uncompressed file up to its first damage."""
    iterator = ArchiveIterator(stream)
    try:
        for found in found_in(iterator):
            yield iterator.offset, found
        if iterator.offset < path.stat().st_size:  # warcio ends quietly within a header
            raise EOFError("it breaks off")
    except UNREADABLE as error:
        yield iterator.offset, damage(path, iterator.offset, first_line(error))


def found_in(iterator: ArchiveIterator) -> Iterator[Found]:
    """Yield what each record holds; raises one of UNREADABLE, also for a record that is shorter than it says."""
    while True:
        with redirect_stderr(StringIO()):  # warcio prints what it finds odd; those who read decide
            record = next(iterator, None)
        if record is None:
            return
        if not (record.rec_headers.get_header("Content-Length") or "").strip().isdigit():
            raise EOFError("it does not say how long it is")
        found = read_record(record)
        while record.raw_stream.read(CHUNK):
            pass
        if getattr(record.raw_stream, "limit", 0):
            raise EOFError("it breaks off")
        yield found


def damage(path: Path, offset: int, problem: str) -> Damage:
    """Return the sentence on a record that cannot be read."""
    return Damage(f"{path}: the record at offset {offset} cannot be read: {problem}")


def first_line(error: Exception) -> str:
    """Return the first words of a library's message, which may run over many lines."""
    return next((line.strip() for line in str(error).splitlines() if line.strip()), type(error).__name__)[
        :200
    ]
