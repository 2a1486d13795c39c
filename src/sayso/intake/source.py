"""What is being read: bytes under a name, and what became of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from sayso.intake.decode import NotText, decode
from sayso.intake.report import Report

__all__ = ["LIMIT", "Received", "Source", "Unreadable"]

LIMIT = 50_000_000
"""Bytes that one report may take: a file of text, a page, or a row of JSONL."""

HEAD = 4096
"""Bytes that are looked at to tell what a source is."""


class Unreadable(Exception):
    """Something could not be read: ``name`` says what, ``reason`` why."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Received:
    """A report as it came in.

    ``name`` is where it was read from: a path or URL as given, ``path:line`` for a row, ``-`` for
    standard input. ``size`` is the number of bytes that it took there.
    """

    name: str
    report: Report
    size: int


class Source:
    """Bytes to read reports from, once: either all of them, or line by line."""

    def __init__(
        self, name: str, stream: BinaryIO, *, url: str | None = None, charset: str | None = None
    ) -> None:
        """``url`` is where the bytes came from, ``charset`` what the sender declared, if any."""
        self.name = name
        self.url = url
        self.charset = charset
        self._stream = stream
        self._ahead = b""

    def head(self) -> bytes:
        """The first bytes, 4096 where there are as many; they are read again by what follows."""
        while len(self._ahead) < HEAD and (more := self._stream.read(HEAD - len(self._ahead))):
            self._ahead += more
        return self._ahead[:HEAD]

    def whole(self) -> bytes:
        """All of it.

        Raises:
            Unreadable: there are more than ``LIMIT`` bytes.
        """
        data = self._ahead + self._stream.read(LIMIT + 1 - len(self._ahead))
        self._ahead = b""
        if len(data) > LIMIT:
            raise Unreadable(self.name, f"larger than {LIMIT // 1_000_000} MB, which no report is")
        return data

    def lines(self) -> Iterator[bytes]:
        """Its lines, ended by a line feed or the end, without it.

        Raises:
            Unreadable: a line has more than ``LIMIT`` bytes.
        """
        start = self._ahead + self._stream.readline(LIMIT + 1)
        self._ahead = b""
        for number, line in enumerate(_lines(start, self._stream), 1):
            if len(line) > LIMIT:
                limit = f"{LIMIT // 1_000_000} MB"
                raise Unreadable(f"{self.name}:{number}", f"line longer than {limit}; stopped here")
            yield line

    def text(self, data: bytes, declared: str | None = None) -> str:
        """``data`` of this source as text, by its ``charset``, or else the ``declared`` one.

        Raises:
            Unreadable: it is no text.
        """
        try:
            return decode(data, self.charset or declared)
        except NotText as error:
            raise Unreadable(self.name, str(error)) from None


def _lines(start: bytes, stream: BinaryIO) -> Iterator[bytes]:
    yield from start.removesuffix(b"\n").split(b"\n") if start else ()
    while line := stream.readline(LIMIT + 1):
        yield line.removesuffix(b"\n")
