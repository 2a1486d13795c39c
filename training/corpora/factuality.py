"""UW's and UDS-IH2's factuality, a sentence a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Judged", "sentences"]


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence, its words, and its targets: a range of words, and how factual people found it (−3 to 3)."""

    text: str
    words: tuple[tuple[int, int], ...]
    targets: tuple[tuple[tuple[int, int], float], ...]


def sentences(path: Path) -> Iterator[Judged]:
    """The sentences of a corpus; their words stand a space apart."""
    with path.open(encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            words, at = [], 0
            for word in row["text"].split(" "):
                words.append((at, at + len(word)))
                at += len(word) + 1
            targets = tuple((tuple(t["span1"]), float(t["label"])) for t in row["targets"])
            yield Judged(row["text"], tuple(words), targets)
