"""Plain text: a file is a report."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.intake.formats import Format
from sayso.intake.report import Report
from sayso.intake.source import Received, Source

__all__ = ["FORMAT", "read"]


def read(source: Source) -> Iterator[Received]:
    """The text as it stands, line ends included; only a byte-order mark is taken off."""
    data = source.whole()
    report = Report.of(source.text(data), captured=data, url=source.url)
    yield Received(source.name, report, len(data), data)


FORMAT = Format((".txt", ".text"), lambda head: 0.1, read)
