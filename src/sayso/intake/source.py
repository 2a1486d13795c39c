"""What is being read: bytes under a name, and what became of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Protocol

from sayso.intake.decode import NotText, decode
from sayso.intake.report import Report

__all__ = ["LIMIT", "LONGEST", "Readable", "Received", "Source", "Unreadable"]

LIMIT = 50_000_000
"""Bytes that one report may take: a file of text, a page, or a row of JSONL."""

LONGEST = 5_000_000
"""Characters that the text of a report may have."""

HEAD = 4096
"""Bytes that are looked at to tell what a source is."""


class Unreadable(Exception):
    """Something could not be read: ``name`` says what, ``reason`` why."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _tool() -> str:
    from sayso import __version__

    return f"sayso {__version__}"


@dataclass(frozen=True, slots=True)
class Received:
    """A report as it came in.

    ``name`` is where it was read from: a path or URL as given, ``path:line`` for a row, ``path#entry``
    for a feed's entry, ``path#number`` for a record of a WARC file, ``-`` for standard input.
    ``size`` is the number of bytes that it took there.

    The evidence (after the Berkeley Protocol): ``captured`` are the bytes as received, those that the
    report's ``sha256`` is of; ``captured_at`` is when, in UTC as ISO 8601; ``tool`` is what received
    them, with its version.
    """

    name: str
    report: Report
    size: int
    captured: bytes = field(default=b"", repr=False)
    captured_at: str = field(default_factory=_now)
    tool: str = field(default_factory=_tool)


class Readable(Protocol):
    """Any file of bytes, as far as a source needs it."""

    def read(self, size: int, /) -> bytes: ...  # noqa: D102
    def read1(self, size: int, /) -> bytes: ...  # noqa: D102
    def readline(self, size: int, /) -> bytes: ...  # noqa: D102


class Source:
    """Bytes to read reports from, once: all of them, or piece by piece."""

    def __init__(
        self, name: str, stream: Readable, *, url: str | None = None, charset: str | None = None
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

    def read(self, size: int) -> bytes:
        """The next bytes, as many as asked for, or what is left."""
        ahead, self._ahead = self._ahead[:size], self._ahead[size:]
        return ahead + self._stream.read(size - len(ahead)) if len(ahead) < size else ahead

    def read1(self, size: int) -> bytes:
        """Some of the next bytes, as many as are at hand; none only at the end."""
        ahead, self._ahead = self._ahead[:size], self._ahead[size:]
        return ahead or self._stream.read1(size)

    def readline(self, size: int) -> bytes:
        """The bytes up to the next line feed and with it, but no more than ``size``."""
        end = self._ahead.find(b"\n", 0, size) + 1
        if end:
            return self.read(end)
        ahead = self.read(min(size, len(self._ahead)))
        return ahead + self._stream.readline(size - len(ahead)) if len(ahead) < size else ahead

    def whole(self) -> bytes:
        """All of it.

        Raises:
            Unreadable: there are more than ``LIMIT`` bytes.
        """
        data = self.read(LIMIT + 1)
        if len(data) > LIMIT:
            raise Unreadable(self.name, f"larger than {LIMIT // 1_000_000} MB, which no report is")
        return data

    def lines(self) -> Iterator[bytes]:
        """Its lines, ended by a line feed or the end, without it.

        Raises:
            Unreadable: a line has more than ``LIMIT`` bytes.
        """
        number = 0
        while line := self.readline(LIMIT + 1):
            number += 1
            if len(line) > LIMIT:
                limit = f"{LIMIT // 1_000_000} MB"
                raise Unreadable(f"{self.name}:{number}", f"line longer than {limit}; stopped here")
            yield line.removesuffix(b"\n")

    def text(self, data: bytes, declared: str | None = None) -> str:
        """``data`` of this source as text, by its ``charset``, or else the ``declared`` one.

        Raises:
            Unreadable: it is no text.
        """
        try:
            return decode(data, self.charset or declared)
        except NotText as error:
            raise Unreadable(self.name, str(error)) from None
