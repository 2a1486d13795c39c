"""The records of a WARC file, whole and one at a time, however broken those between them are."""

from __future__ import annotations

import re
import zlib

from sayso.intake.source import LIMIT, Readable

__all__ = ["Broken", "Records"]

START = re.compile(rb"WARC/[01]\.\d\d?\r?\n")
LENGTH = re.compile(rb"^content-length:[ \t]*(\d{1,15})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
WANTED = re.compile(rb"^warc-type:[ \t]*(?:response|resource)[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
HTTP_END = re.compile(rb"\r?\n\r?\n")
HEADER = 1_000_000
"""Bytes that the header of a record, or of the answer in it, may have."""
PIECE = 65_536


class Broken(ValueError):
    """A record cannot be read; the next one may be."""


class Records:
    """The records that may have a page, as bytes with their headers; ``number`` is the last one's.

    warcio, which reads them, believes in lines that end and lengths that are true; so no more than
    one record is handed to it, of a size that is known.
    """

    def __init__(self, stream: Readable) -> None:
        self._stream = stream
        self._ahead = b""
        self._later: Exception | None = None  # what to raise before the next record
        self.number = 0

    def next(self) -> bytes | None:
        """The next record; None at the end. What no stream of bytes can be read as ends it, too.

        Raises:
            Broken: it is none, or is not whole, or too large; go on with the next.
            zlib.error: the compressed data are damaged; go on with the next.
            EOFError: the compressed data are cut off.
        """
        while True:
            self.number += 1
            if not self._find():
                return None
            header = self._header()
            told = LENGTH.search(header)
            if told is None:
                raise Broken("a record without its length")
            length = int(told[1])
            if not WANTED.search(header):
                self._skip(length)
                continue
            if length > LIMIT:
                self._skip(length)
                raise Broken(f"larger than {LIMIT // 1_000_000} MB, which no report is")
            return header + self._block(length)

    def _find(self) -> bool:
        """Go to where a record begins; False where there is no other."""
        if self._later is not None:
            error, self._later = self._later, None
            raise error
        rubbish = False
        while True:
            found = START.search(self._ahead)
            end = found.start() if found else max(0, len(self._ahead) - 16)
            rubbish = rubbish or bool(self._ahead[:end].strip())
            self._ahead = self._ahead[end:]
            if found:
                break
            more = self._stream.read1(PIECE)
            if not more:
                rubbish = rubbish or bool(self._ahead.strip())
                self._ahead = b""
                break
            self._ahead += more
        if rubbish:
            raise Broken("not a WARC record")
        return found is not None

    def _header(self) -> bytes:
        header = b""
        while not HTTP_END.search(header, max(0, len(header) - PIECE - 4)):
            more = self._ahead or self._stream.read1(PIECE)
            self._ahead = b""
            header += more
            if not more:
                raise Broken("a record without its end")
            if len(header) > HEADER:
                raise Broken("a record with too long a header")
        end = HTTP_END.search(header)
        assert end is not None
        self._ahead = header[end.end() :] + self._ahead
        return header[: end.end()]

    def _block(self, length: int) -> bytes:
        block = self._read(length)
        if len(block) < length:
            raise Broken("a record without its end")
        try:
            after = self._read(4)
        except (zlib.error, EOFError) as error:
            self._later, after = error, b""
        after = after.lstrip(b"\r\n")
        self._ahead = after + self._ahead
        if after and not b"WARC/".startswith(after):
            raise Broken("a record with a wrong length")
        if block.startswith(b"HTTP/") and not HTTP_END.search(block, 0, HEADER):
            raise Broken("a record with too long a header")
        return block

    def _skip(self, length: int) -> None:
        while length and (passed := self._read(min(length, PIECE))):
            length -= len(passed)

    def _read(self, size: int) -> bytes:
        ahead, self._ahead = self._ahead[:size], self._ahead[size:]
        return ahead + self._stream.read(size - len(ahead)) if len(ahead) < size else ahead
