"""Which of many claims have one source: compared by whom they speak for, and by name, only once each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sayso.questions.claim import Claim
from sayso.questions.subjects import same_name
from sayso.questions.text.party_names import tidy
from sayso.reading.people import bare, parts

__all__ = ["Key", "Sources"]

Key = tuple[str, str | None]
"""Whom a source speaks for, and its name if it is a person."""


class Sources:
    """The sources of claims; see ``subjects.same_source`` for when two are one."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._said: defaultdict[Key, list[int]] = defaultdict(list)
        for at, claim in enumerate(claims):
            self._said[_key(claim)].append(at)
        self._claims = claims
        self._near = self._index()

    def key(self, claim: Claim) -> Key:
        """What claims of one source share at least."""
        return _key(claim)

    def said_by(self, key: Key) -> list[Claim]:
        """The claims of the source that a claim with this key has, in their order."""
        return [self._claims[at] for at in sorted(at for one in self.same(key) for at in self._said[one])]

    def same(self, key: Key) -> set[Key]:
        """The keys of a source: its own, and those of other names and offices that it has."""
        near = {other for word in _words(key) for other in self._near[word]}
        return {key, *(other for other in near if _same(key, other))}

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Claims of people with one name, by their places: the first of each key with that of another."""
        for key, said in self._said.items():
            for other in self.same(key):
                if key[1] is not None and other[1] is not None and same_name(key[1], other[1]):
                    yield said[0], self._said[other][0]

    def _index(self) -> defaultdict[str, list[Key]]:
        near: defaultdict[str, list[Key]] = defaultdict(list)
        for key in self._said:
            for word in _words(key):
                near[word].append(key)
        return near


def _key(claim: Claim) -> Key:
    return claim.authority, claim.source if claim.source_kind == "person" else None


def _same(one: Key, other: Key) -> bool:
    people = one[1] is not None and other[1] is not None
    return one[0] == other[0] or (people and same_name(one[1] or "", other[1] or ""))


def _words(key: Key) -> set[str]:
    """What a key shares with those that may be the same: the authority, or a word of the name."""
    return {f"for {key[0]}", *(parts(bare(tidy(key[1]))) if key[1] is not None else ())}
