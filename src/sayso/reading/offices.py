"""Offices and roles that the report gives to people it names: "the mayor", "the spokeswoman"."""

from __future__ import annotations

import re
from collections import defaultdict

from sayso.reading.names import Named, Names
from sayso.reading.vocabulary import lines

__all__ = ["Offices"]

_TITLE = re.compile(r"((?:[\w’'-]+\.? ){1,4})$")
_APPOSITION = re.compile(
    r",? ?\(?(?:(?:an?|the|his|her|their|its|one of|who (?:is|was|serves as)) )?([^,.;:()\"“”]{3,80})"
)
_WORD = re.compile(r"[\w’'-]+")


class Offices:
    """Which people a report introduces with which role."""

    def __init__(self, text: str, names: Names) -> None:
        self._holders: dict[str, list[tuple[int, Named]]] = defaultdict(list)
        self._roles = frozenset(lines("roles"))
        for named in names.named:
            if named.label == "PERSON":
                for mention in named.mentions:
                    for role in self._given(text, mention.start, mention.end):
                        self._holders[role].append((mention.start, named))

    def holder(self, source: str, at: int) -> Named | None:
        """The one person whom the report gives the role that a definite source names."""
        words = [w.lower() for w in _WORD.findall(source)]
        if not words or words[0] not in ("the", "his", "her", "their") or len(words) > 6:
            return None
        roles = [w for w in words[1:] if w in self._roles]
        if not roles or any(w in ("of", "for", "to", "and") for w in words):
            return None
        holders = self._holders.get(roles[-1], [])
        people = {id(named): named for _, named in holders}
        return next(iter(people.values())) if len(people) == 1 else None

    def _given(self, text: str, start: int, end: int) -> set[str]:
        found = set()
        before = _TITLE.search(text[max(0, start - 60) : start])
        if before:
            words = [w.lower() for w in _WORD.findall(before[1])]
            found |= {w for w in words[-2:] if w in self._roles}
        if text[end : end + 2] == ", ":
            after = _APPOSITION.match(text[end : end + 110])
            if after:
                words = [w.lower() for w in _WORD.findall(after[1])][:8]
                found |= {w for w in words if w in self._roles}
        return found
