"""Gzip, unpacked as it is read: bounded in memory, and in time even where it is made to grow."""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING

from sayso.intake.source import Readable

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

__all__ = ["MAGIC", "Bomb", "unpacked"]

MAGIC = b"\x1f\x8b\x08"
PIECE = 65_536
GROWTH = 200
"""Times that gzip may grow, over the whole; the text of pages grows five to twenty times."""
FREE = 100_000_000
"""Bytes that may come out before that is looked at."""


class Bomb(OSError):
    """The data grow more than any text does."""

    def __init__(self) -> None:
        super().__init__(None, f"unpacks to more than {GROWTH} times its size; stopped here")


def unpacked(stream: Readable) -> io.BufferedReader:
    """What is in a gzip file of any number of members.

    Reading raises zlib.error where a member is damaged, EOFError where the last one is cut off, and
    ``Bomb``. After a damaged member reading can go on with the next.
    """
    return io.BufferedReader(_Members(stream), PIECE)


class _Members(io.RawIOBase):
    """The members' bytes one after another, a piece at a time."""

    def __init__(self, stream: Readable) -> None:
        self._stream = stream
        self._member: zlib._Decompress | None = None
        self._packed = b""
        self._read = self._made = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        room = memoryview(buffer)
        while True:
            if not self._packed and not self._more():
                if self._member is not None:
                    self._member = None
                    raise EOFError("the compressed data are cut off")
                return 0
            made = self._piece(len(room))
            if made:
                self._made += len(made)
                if self._made > FREE and self._made > GROWTH * self._read:
                    raise Bomb
                room[: len(made)] = made
                return len(made)

    def _more(self) -> bool:
        more = self._stream.read(PIECE)
        self._read += len(more)
        self._packed += more
        return bool(more)

    def _piece(self, size: int) -> bytes:
        """The next bytes of the member; none where it ends, or more has to be read first."""
        if self._member is None:
            self._packed = self._packed.lstrip(b"\0")  # some pad the file with them
            if not self._packed:
                return b""
            self._member = zlib.decompressobj(zlib.MAX_WBITS | 16)
        member = self._member
        try:
            made = member.decompress(self._packed, size)
        except zlib.error:
            self._skip()
            raise
        self._packed = member.unconsumed_tail
        if member.eof:
            self._packed, self._member = member.unused_data, None
        return made

    def _skip(self) -> None:
        """Pass over what is damaged, up to what looks like the next member."""
        self._member = None
        self._packed = self._packed[1:]
        while (start := self._packed.find(MAGIC)) < 0:
            self._packed = self._packed[-len(MAGIC) + 1 :]
            if not self._more():
                self._packed = b""
                return
        self._packed = self._packed[start:]
