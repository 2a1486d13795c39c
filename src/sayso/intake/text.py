"""Plain text: a file is a report."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.intake.formats import Format
from sayso.intake.promotions import without_promotions
from sayso.intake.report import Report
from sayso.intake.source import Received, Source

__all__ = ["FORMAT", "read"]


def read(source: Source) -> Iterator[Received]:
    """The text as it stands, line ends included, without a byte-order mark and promotions."""
    data = source.whole()
    text, kept = without_promotions(source.text(data))
    yield Received(source.name, Report.of(text, captured=data, url=source.url, kept=kept), len(data), data)


FORMAT = Format((".txt", ".text"), lambda head: 0.1, read)
