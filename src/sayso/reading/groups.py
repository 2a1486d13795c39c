"""Organisations called by what they are: "the group", "the rebel movement", "the Front"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable

from sayso.reading.clauses import Clauses
from sayso.reading.names import Named, Names
from sayso.reading.nouns import noun_kind
from sayso.reading.vocabulary import entries

__all__ = ["Groups"]

_WORD = re.compile(r"[^\W_][\w’'-]*")

LONGEST = 4
"""Words of a description at most."""

_MODIFIES = re.compile(r" [A-Z]")


class Groups:
    """The organisations of one report, to be found by descriptions.

    ``spoke`` tells who is known to have said something in a stretch of the text.
    """

    def __init__(
        self, text: str, names: Names, clauses: Clauses, spoke: Callable[[int, int], Iterable[Named]]
    ) -> None:
        self._text = text
        self._spoke = spoke
        self._names = names
        self._clauses = clauses
        self._by_head: dict[str, list[Named]] = defaultdict(list)
        for named in names.named:
            if _is_group(named) and " " in named.name:
                self._by_head[named.name.lower().rpartition(" ")[2]].append(named)

    def described(self, source: str, at: int) -> Named | None:
        """The one organisation that a definite source in lower case, at an offset, stands for.

        It is the only one of the report whose name ends so ("the brigade"), or the only one named in the
        sentence up to the source, or else in the one before ("the group"); of several, who spoke there.
        """
        words = _WORD.findall(source)
        if not 2 <= len(words) <= LONGEST or words[0].lower() != "the" or not source[4:].islower():
            return None
        noun = words[-1]
        if noun in entries("group_heads"):
            ending = self._by_head.get(noun, [])
            if len(ending) == 1:
                return ending[0]
        return self._just_named(at) if noun in entries("group_descriptions") else None

    def _just_named(self, at: int) -> Named | None:
        sentence = self._clauses.sentence(at)
        start = self._clauses.start(sentence)
        before = self._clauses.start(max(0, sentence - 1))
        for low, high in ((start, at), (before, start)):
            groups = self._between(low, high)
            if len(groups) > 1:
                groups = [group for group in groups if any(group is one for one in self._spoke(low, high))]
            if groups:
                return groups[0] if len(groups) == 1 else None
        return None

    def _between(self, low: int, high: int) -> list[Named]:
        """The organisations named between two offsets, but for those that only tell which ("UN panel")."""
        mentions = self._names.within(low, high)
        named = [self._names.of(m) for m in mentions if not _MODIFIES.match(self._text, m.end)]
        return list({id(n): n for n in named if n and _is_group(n)}.values())


def _is_group(named: Named) -> bool:
    return named.label == "ORG" and noun_kind(named.name) != "outlet"
