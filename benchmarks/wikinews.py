"""Wikinews as rows of JSONL, the form in which anybody has such a corpus, and as the intake reads it."""

from __future__ import annotations

import csv
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

from sayso.intake import Received, Report, receive

__all__ = ["reports", "rows", "write"]


def rows(folder: Path) -> Iterator[dict[str, str]]:
    """The articles of every CSV file of a folder, in their order."""
    for path in sorted(folder.glob("wikinews_*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                yield {
                    "url": row["url"],
                    "published": row["date"],
                    "title": row["title"],
                    "outlet": "Wikinews",
                    "text": row["text"],
                }


def write(folder: Path, path: Path) -> int:
    """Write them into one file; returns how many they are."""
    lines = [json.dumps(row) for row in rows(folder)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(lines)


def reports(folder: Path) -> Iterator[Report]:
    """The reports that the intake makes of them."""
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "wikinews.jsonl"
        write(folder, path)
        yield from (found.report for found in receive([str(path)]) if isinstance(found, Received))
