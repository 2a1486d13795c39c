"""Words of certainty, their bands, and what negation makes of them: a language's ``certainty/words.txt``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.reading.vocabulary import lines

__all__ = ["Entry", "Hit", "band", "hits"]

FLIP = "flip"


@dataclass(frozen=True, slots=True)
class Entry:
    """A word or phrase: its band, and the band of its negation or ``flip``; "-" denies the statement."""

    words: tuple[str, ...]
    band: str
    negated: str


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found at the words ``first`` to ``last`` (end-exclusive)."""

    entry: Entry
    first: int
    last: int


@cache
def bands(language: str = "en") -> Mapping[str, tuple[float, float]]:
    """The least and greatest probability of each band."""
    rows = (line.split() for line in lines("certainty/bands", language))
    return {name: (float(low), float(high)) for name, low, high in rows}


def band(name: str, language: str = "en") -> tuple[float, float]:
    """The range of a band, whether or not it denies."""
    return bands(language)[name.removeprefix("-")]


@cache
def entries(language: str = "en") -> Mapping[str, tuple[Entry, ...]]:
    """Entries by their first word, the longest first."""
    found: dict[str, list[Entry]] = {}
    for line in lines("certainty/words", language):
        head, _, phrases = line.partition(": ")
        name, negated = head.split()
        for phrase in phrases.split(", "):
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append(Entry(words, name, negated))
    return {word: tuple(sorted(some, key=lambda e: -len(e.words))) for word, some in found.items()}


def hits(forms: Sequence[str], first: int, last: int, language: str = "en") -> list[Hit]:
    """The entries among the lower-case words ``first`` to ``last``, none overlapping."""
    known = entries(language)
    found: list[Hit] = []
    at = first
    while at < last:
        hit = next(
            (e for e in known.get(forms[at], ()) if tuple(forms[at : at + len(e.words)]) == e.words), None
        )
        if hit is None:
            at += 1
        else:
            found.append(Hit(hit, at, at + len(hit.words)))
            at += len(hit.words)
    return found
