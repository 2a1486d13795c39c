"""Wikinews articles, as the intake reads them."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.wikinews import write
from sayso.intake import Received, receive

__all__ = ["texts"]


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """The address and the text of each article."""
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "wikinews.jsonl"
        write(folder, path)
        for found in receive([str(path)]):
            if isinstance(found, Received):
                yield found.report.url or "", found.report.text
