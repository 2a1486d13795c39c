"""Offices and roles that the report gives to people it names: "the mayor", "the spokeswoman"."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from sayso.reading.names import Named, Names
from sayso.reading.pronouns import Referents
from sayso.reading.vocabulary import entries, lines

__all__ = ["Offices"]

_TITLE = re.compile(r"(?<![^\s(“\"'‘])((?:[\w’'-]+\.? ){1,5})$")
_APPOSITION = re.compile(
    r",? ?\(?(?:(?:an?|the|his|her|their|its|one of|who (?:is|was|serves as)) )?([^;:()\"“”]{3,80})"
)
_AHEAD = re.compile(
    r"\b(?:an?|the|his|her|their|its|([\w-]+)['’]s?) ((?:[\w’'-]+ ){0,6}[\w’'-]+), (?:[A-Z][\w-]+\.? ){0,2}$",
    re.IGNORECASE,
)
"""Who somebody is, set off by a comma before the name: "the prime minister of Norland, Ann Roe,"."""

_OWNER = re.compile(r"[A-Z][\w-]*['’]s? ")
_SET_OFF = (",", ".", ";", ")")

_END = re.compile(r"(?<=[a-z]{3})[.!?]\s")
_WORD = re.compile(r"[\w’'-]+")

NEAR = 1600
"""Characters before a description in which its noun tells that somebody else may be meant."""


@dataclass(frozen=True, slots=True)
class _Given:
    """A role given to somebody; ``title`` where it stands as a title right before the name."""

    named: Named
    title: bool
    words: frozenset[str]


class Offices:
    """Which people a report introduces with which role."""

    def __init__(self, text: str, names: Names, referents: Referents) -> None:
        self._text = text
        self._referents = referents
        self._given: dict[str, list[_Given]] = defaultdict(list)
        for named in names.named:
            if named.label == "PERSON":
                for mention in named.mentions:
                    self._before(text, mention.start, named)
                    self._ahead(text, mention.start, mention.end, named)
                    self._behind(text, mention.end, named)

    def holder(self, source: str, at: int) -> Named | None:
        """The one person whom the report gives the role that a definite source names.

        Where it gives the role to several, the one just spoken of; where to nobody, the only person
        whom the report speaks of just then. Whose role it is, or of what ("the mayor of Tarn"), has to be
        what the report tells where it gives it.
        """
        words = _WORD.findall(source)
        owned = bool(_OWNER.match(source))
        if not 2 <= len(words) <= 6 or not (owned or words[0].lower() in entries("definites")):
            return None
        behind = next((at for at, w in enumerate(words) if w.lower() in entries("prepositions")), len(words))
        role = words[behind - 1].lower()
        if owned or behind < len(words):
            leading = entries("definites") | entries("prepositions") | {role}
            return self._told_of(role, frozenset(_lower(source)) - leading)
        if role not in entries("roles") and role not in entries("party_members"):
            return None
        told = {w.lower() for w in words[1:-1]}
        given = [g for g in self._given.get(role, []) if told <= g.words]
        holders = {id(g.named): g.named for g in given}
        titled = {id(g.named): g.named for g in given if g.title}
        if len(holders) > 1 and not told and len(titled) == 1 and role in entries("sole_offices"):
            return next(iter(titled.values()))
        if len(holders) > 1:
            return self._referents.latest(at, lambda named: id(named) in holders)
        if not self._given.get(role):
            spoken_of = role in _lower(self._text[max(0, at - NEAR) : at])
            return self._referents.sole(at) if told and words[0].lower() == "the" and not spoken_of else None
        return next(iter(holders.values()), None)

    def _told_of(self, role: str, told: frozenset[str]) -> Named | None:
        """The one person to whom the report gives a role with all these words."""
        holders = {id(g.named): g.named for g in self._given.get(role, []) if told <= g.words}
        return next(iter(holders.values())) if told and len(holders) == 1 else None

    def _before(self, text: str, start: int, named: Named) -> None:
        found = _TITLE.search(text[max(0, start - 60) : start])
        if found:
            words = _lower(found[1])
            titles = words[-2:] if words[-1] in entries("titles") else words[-1:]
            for word in titles:
                self._add(word, words, named, True)

    def _ahead(self, text: str, start: int, end: int, named: Named) -> None:
        found = _AHEAD.search(text[max(0, start - 90) : start])
        if found and text[end : end + 1] in _SET_OFF:
            words = _lower(found[2])
            whose = _lower(found[1] or "")
            of = next((at for at, word in enumerate(words) if word in entries("prepositions")), len(words))
            for word in words[max(0, of - 1) : of]:
                self._add(word, [*words, *whose], named, False)

    def _behind(self, text: str, end: int, named: Named) -> None:
        if text[end : end + 2] == ", " and (found := _APPOSITION.match(text[end : end + 110])):
            words = _lower(_END.split(found[1], maxsplit=1)[0])
            for word in words[:8]:
                self._add(word, words, named, False)

    def _add(self, word: str, words: list[str], named: Named, title: bool) -> None:
        for role in (word, *_titles().get(word, ())):
            if role in entries("roles") or role in entries("kin"):
                self._given[role].append(_Given(named, title, frozenset(words)))


@cache
def _titles() -> dict[str, tuple[str, ...]]:
    """Short titles with the roles they stand for."""
    return {title: tuple(roles) for title, *roles in map(str.split, lines("title_roles"))}


def _lower(phrase: str) -> list[str]:
    return [w.lower().removesuffix("'s").removesuffix("’s") for w in _WORD.findall(phrase)]
