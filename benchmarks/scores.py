"""Figures: counted, in percent, and printed with the corpora that they belong to."""

from __future__ import annotations

import hashlib
from collections.abc import Hashable, Set
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Tally", "digest", "percent", "show"]


@dataclass(slots=True)
class Tally:
    """How many were right, of how many found and how many due."""

    right: int = 0
    found: int = 0
    due: int = 0

    def add(self, found: Set[Hashable], due: Set[Hashable]) -> None:
        """Count one text's."""
        self.right += len(found & due)
        self.found += len(found)
        self.due += len(due)

    @property
    def precision(self) -> float:
        """Of those found, how many are right."""
        return percent(self.right, self.found)

    @property
    def recall(self) -> float:
        """Of those due, how many were found."""
        return percent(self.right, self.due)

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return percent(2 * self.right, self.found + self.due)


def percent(part: float, whole: float) -> float:
    """A share in percent; 0 of nothing."""
    return 100 * part / whole if whole else 0.0


def digest(corpus: Path) -> str:
    """The SHA-256 of a corpus file, to tell which one a figure belongs to."""
    return hashlib.sha256(corpus.read_bytes()).hexdigest()


def show(figures: dict[str, float], *corpora: Path) -> None:
    """Print which corpora were measured on, and the figures, one a line."""
    for corpus in corpora:
        print(f"{corpus.name}  sha256 {digest(corpus)}")
    width = max(map(len, figures), default=0)
    for name, value in figures.items():
        print(f"{name:<{width}}  {value:8.2f}")
