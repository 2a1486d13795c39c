"""Organisations called by what they are: "the group", "the rebel movement", "the Front"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.reading.clauses import Clauses
from sayso.reading.names import Named, Names
from sayso.reading.nouns import noun_kind
from sayso.reading.vocabulary import entries

__all__ = ["Groups"]

_WORD = re.compile(r"[^\W_][\w’'-]*")

LONGEST = 4
"""Words of a description at most."""

BACK = 2
"""Sentences before that of a description in which its organisation may have been named."""


class Groups:
    """The organisations of one report, to be found by descriptions."""

    def __init__(self, text: str, names: Names, clauses: Clauses) -> None:
        self._text = text
        self._names = names
        self._clauses = clauses
        self._named = [n for n in names.named if n.label == "ORG" and _is_group(n.name)]

    def described(self, source: str, at: int) -> Named | None:
        """The one organisation that a definite source in lower case, at an offset, stands for.

        It is the only one of the report whose name ends so ("the brigade"), or the only one named in the
        sentence before the source, else in the nearest sentence that names any ("the group").
        """
        words = _WORD.findall(source)
        if not 2 <= len(words) <= LONGEST or words[0].lower() != "the" or not source[4:].islower():
            return None
        noun = words[-1]
        if noun in entries("group_heads"):
            ending = [n for n in self._named if n.name.lower().endswith(f" {noun}")]
            if len(ending) == 1:
                return ending[0]
        return self._just_named(at) if noun in entries("group_descriptions") else None

    def _just_named(self, at: int) -> Named | None:
        for low, high in self._before(at):
            near = {
                id(n): n for m in self._names.within(low, high) if (n := self._names.of(m)) in self._named
            }
            if near:
                return next(iter(near.values())) if len(near) == 1 else None
        return None

    def _before(self, at: int) -> Iterator[tuple[int, int]]:
        """The stretches to look at, the nearest first: the sentence up to an offset, and those before."""
        sentence = self._clauses.sentence(at)
        yield self._clauses.start(sentence), at
        for earlier in range(sentence - 1, max(-1, sentence - 1 - BACK), -1):
            yield self._clauses.start(earlier), self._clauses.start(earlier + 1)


def _is_group(name: str) -> bool:
    return noun_kind(name) != "outlet"
