"""Texts to measure speed on: articles of one length, made of a corpus's, and longer ones."""

from __future__ import annotations

import csv
import json
from pathlib import Path

__all__ = ["equal", "long", "read"]


def read(path: Path) -> list[str]:
    """The texts of a JSON list (PolNeAR) or a CSV file (Wikinews), each row's `text`."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as rows:
            return [row["text"] for row in csv.DictReader(rows)]
    return [row["text"] for row in json.loads(path.read_text(encoding="utf-8"))]


def equal(texts: list[str], words: int = 750) -> list[str]:
    """All the texts one after another, cut at the paragraph where an article has ``words`` words.

    What is left over at the end is no article.
    """
    made: list[str] = []
    gathered: list[str] = []
    size = 0
    for line in "\n".join(texts).split("\n"):
        gathered.append(line)
        size += len(line.split())
        if size >= words:
            made.append("\n".join(gathered))
            gathered, size = [], 0
    return made


def long(texts: list[str], characters: int) -> str:
    """One text of so many characters: the texts one after another, as often as it takes."""
    once = "\n\n".join(texts) + "\n\n"
    return (once * (characters // len(once) + 1))[:characters]
