"""Names changed for others, so that the reader learns a name by what stands around it too."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sayso.reading.entities import runs
from training.examples import Source
from training.labels import ENTITY

__all__ = ["Names"]

SHARE = 0.25
"""How many of a text's names are changed, wherever the text has them."""

SHAPE = 7
"""The bits of a word's feature that tell its shape; the others tell where it stands."""

Name = tuple[tuple[tuple[int, ...], int], ...]
"""The words of a name, each with its pieces and its feature."""


class Names:
    """The names of some texts, by label and number of words."""

    def __init__(self, sources: Iterable[Source]) -> None:
        """Gather the names of the sources."""
        self._known: dict[tuple[str, int], list[Name]] = {}
        for source in sources:
            for first, end, label in _names(source):
                self._known.setdefault((label, end - first), []).append(_name(source, first, end))

    def swapped(self, source: Source, chance: random.Random) -> Source:
        """The source with some of its names changed for others of as many words and the same label."""
        pieces, features = list(source.pieces), list(source.features)
        chosen: dict[tuple[str, tuple[tuple[int, ...], ...]], Name | None] = {}
        for first, end, label in _names(source):
            key = label, tuple(source.pieces[first:end])
            if key not in chosen:
                other = chance.choice(self._known[label, end - first])
                chosen[key] = other if chance.random() < SHARE else None
            for word, (cut, feature) in enumerate(chosen[key] or (), first):
                pieces[word] = cut
                features[word] = features[word] & ~SHAPE | feature & SHAPE
        return replace(source, pieces=pieces, features=features)


def _name(source: Source, first: int, end: int) -> Name:
    return tuple(zip(source.pieces[first:end], source.features[first:end], strict=True))


def _names(source: Source) -> Iterator[tuple[int, int, str]]:
    return runs([ENTITY[label] for label in source.entity])
