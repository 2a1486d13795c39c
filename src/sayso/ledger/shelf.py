"""Claims for many look-ups in one transaction: what several ask for is fetched together, and once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import islice

from sqlalchemy import Connection, func, select

from sayso.ledger.claims import Kept, by_hand, by_number, by_words, telling
from sayso.ledger.schema import CLAIM_WORD

__all__ = ["LookUp", "Shelf"]

TOGETHER = 5_000
"""Words or claims asked for in one statement: databases take only so many parameters."""

LookUp = tuple[Iterable[str], Sequence[str], bool]
"""Names, kinds of claim, and whether every word of the names counts; see ``claims.about``."""

Place = tuple[str, str]
"""A word, and a kind of the claims that it is looked up for."""


class Shelf:
    """The claims that share a word with names, those that were rejected too."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._counts: dict[Place, int] = {}
        self._numbers: dict[Place, list[int]] = {}
        self._kept: dict[int, Kept] = {}
        self._by_hand: list[tuple[frozenset[str], Kept]] | None = None

    def fetch(self, look_ups: Iterable[LookUp]) -> None:
        """Get what these look-ups will find, in a few statements for all of them."""
        asked = [(by_words(names), kinds, every) for names, kinds, every in look_ups]
        self._count({(word, kind) for words, kinds, _ in asked for word in words for kind in kinds})
        telling = (
            (word, kind)
            for words, kinds, every in asked
            for word in self._telling(words, kinds, every)
            for kind in kinds
        )
        self._find({place for place in telling if self._counts[place]})

    def about(self, names: Iterable[str], kinds: Sequence[str], every: bool) -> list[Kept]:
        """What ``claims.about`` gives, in the order in which claims were kept."""
        words = by_words(names)
        self.fetch([(names, kinds, every)])
        found = {
            number
            for word in self._telling(words, kinds, every)
            for kind in kinds
            for number in self._numbers.get((word, kind), ())
        }
        added = [one for about, one in self._added() if one.kind in kinds and about & words]
        return [*(self._kept[number] for number in sorted(found)), *added]

    def _added(self) -> list[tuple[frozenset[str], Kept]]:
        if self._by_hand is None:
            self._by_hand = by_hand(self._connection)
        return self._by_hand

    def _telling(self, words: frozenset[str], kinds: Sequence[str], every: bool) -> list[str]:
        many = {word: sum(self._counts[word, kind] for kind in kinds) for word in words}
        return telling({word: count for word, count in many.items() if count}, len(words), every)

    def _count(self, places: set[Place]) -> None:
        for kind, words in _by_kind(places - self._counts.keys()):
            query = (
                select(CLAIM_WORD.c.word, func.count())
                .where(CLAIM_WORD.c.word.in_(words), CLAIM_WORD.c.kind == kind)
                .group_by(CLAIM_WORD.c.word)
            )
            found: dict[str, int] = dict(self._connection.execute(query).all())
            self._counts |= {(word, kind): found.get(word, 0) for word in words}

    def _find(self, places: set[Place]) -> None:
        for kind, words in _by_kind(places - self._numbers.keys()):
            query = select(CLAIM_WORD.c.word, CLAIM_WORD.c.claim)
            query = query.where(CLAIM_WORD.c.word.in_(words), CLAIM_WORD.c.kind == kind)
            self._numbers |= {(word, kind): [] for word in words}
            for word, number in self._connection.execute(query):
                self._numbers[word, kind].append(number)
        wanted = {number for place in places for number in self._numbers[place]}
        missing = iter(sorted(wanted - self._kept.keys()))
        while some := list(islice(missing, TOGETHER)):
            self._kept |= by_number(self._connection, some)


def _by_kind(places: Iterable[Place]) -> Iterable[tuple[str, list[str]]]:
    """The words of each kind, so many at a time."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word, kind in sorted(places):
        found[kind].append(word)
    for kind, words in found.items():
        for at in range(0, len(words), TOGETHER):
            yield kind, words[at : at + TOGETHER]
