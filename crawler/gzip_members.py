"""Read a file of gzip members one by one, know where each begins, and find on after a damaged one."""

import zlib
from typing import BinaryIO

MAGIC = b"\x1f\x8b\x08"  # RFC 1952: a member that is deflated
CHUNK = 1 << 16


class Member:
    """The unpacked bytes of the member at `offset`, to be read like a file.

    Reading ends early where the member is damaged: `problem` then says how, in words, and `whole` stays False.
    """

    def __init__(self, stream: BinaryIO, offset: int) -> None:
        self.stream = stream
        self.stream.seek(offset)
        self.unpacker = zlib.decompressobj(wbits=31)
        self.packed = b""
        self.position = 0
        self.problem: str | None = None

    @property
    def whole(self) -> bool:
        """Tell whether the member was read to its end and its checksum is right."""
        return self.unpacker.eof and self.problem is None

    @property
    def end(self) -> int:
        """Return where the next member begins, once this one is whole."""
        return self.stream.tell() - len(self.unpacker.unused_data)

    def tell(self) -> int:
        """Return how many bytes were read."""
        return self.position

    def read(self, size: int = CHUNK) -> bytes:
        """Return at most `size` bytes, none at the end or where the damage begins."""
        data = b""
        while not (data or self.unpacker.eof or self.problem):
            try:
                data = self.unpacker.decompress(self.packed, size)
            except zlib.error as error:
                self.problem = str(error)
                break
            self.packed = self.unpacker.unconsumed_tail
            if not (data or self.packed or self.unpacker.eof):
                self.packed = self.stream.read(CHUNK)
                if not self.packed:
                    self.problem = "it breaks off"
        self.position += len(data)
        return data

    def drain(self) -> None:
        """Read what is left."""
        while self.read():
            pass


def find_member(stream: BinaryIO, offset: int, start: bytes) -> int | None:
    """Return the offset, from `offset` on, of the next member whose unpacked bytes begin with `start`, or None."""
    stream.seek(offset)
    kept, at = b"", offset
    while chunk := stream.read(CHUNK):
        text = kept + chunk
        found = text.find(MAGIC)
        while found >= 0:
            if Member(stream, at + found).read(len(start)) == start:
                return at + found
            found = text.find(MAGIC, found + 1)
        kept = text[1 - len(MAGIC) :]
        at += len(text) - len(kept)
        stream.seek(at + len(kept))
    return None
