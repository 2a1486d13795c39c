"""The entities of one report: which of its names stand for the same person or organisation."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from sayso.reading.annotations import Entity
from sayso.reading.gender import of_first_name, of_title
from sayso.reading.vocabulary import lines

__all__ = ["Named", "Names", "bare"]

_POSSESSIVE = re.compile(r"['’]s?$")
_WORD = re.compile(r"[^\W_][\w.’'-]*")
SMALL = frozenset(lines("name_particles"))


@dataclass(slots=True, eq=False)
class Named:
    """One person, organisation or place of a report; ``mentions`` are in the order of the text.

    ``gender`` is "m", "f" or None where nothing tells it.
    """

    label: str
    name: str
    mentions: list[Entity] = field(default_factory=list)
    gender: str | None = None


class Names:
    """The entities of a report, to be looked up by place and by word."""

    def __init__(self, text: str, entities: Sequence[Entity]) -> None:
        self.text = text
        self.named: list[Named] = []
        self._by_mention: dict[tuple[int, int], Named] = {}
        surnames = {
            _parts(bare(e.entity))[-1] for e in entities if e.label == "PERSON" and " " in bare(e.entity)
        }
        people: list[Entity] = []
        others: list[Entity] = []
        for entity in entities:
            if bare(entity.entity):
                mistaken = entity.label == "ORG" and bare(entity.entity).lower() in surnames
                (people if mistaken or entity.label == "PERSON" else others).append(entity)
        self._join(people, _people(people), "PERSON")
        self._join(others, _others(others))
        for found in self.named:
            found.mentions.sort(key=lambda e: e.start)
            found.gender = self._gender(found)
        self._by_surname: dict[str, list[Named]] = defaultdict(list)
        for found in self.named:
            if found.label == "PERSON" and " " in found.name:
                self._by_surname[_parts(found.name)[-1]].append(found)
        self.mentions = sorted((e for n in self.named for e in n.mentions), key=lambda e: e.start)
        self._starts = [e.start for e in self.mentions]

    def of(self, mention: Entity) -> Named | None:
        """Whom a mention stands for."""
        return self._by_mention.get((mention.start, mention.end))

    def surnamed(self, word: str) -> Named | None:
        """The one person whose full name ends with a word, or None."""
        found = self._by_surname.get(word.lower(), [])
        return found[0] if len(found) == 1 else None

    def within(self, start: int, end: int) -> list[Entity]:
        """The mentions that begin in a span, in order."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def called(self, entities: Iterable[Entity]) -> tuple[Entity, ...]:
        """The mentions with the name of what they stand for."""
        return tuple(replace(e, entity=n.name) if (n := self.of(e)) else e for e in entities)

    def _join(self, mentions: Sequence[Entity], keys: Sequence[str], label: str = "") -> None:
        groups: dict[str, Named] = {}
        for mention, key in zip(mentions, keys, strict=True):
            if key not in groups:
                groups[key] = Named(label or mention.label, "")
                self.named.append(groups[key])
            groups[key].mentions.append(mention)
            self._by_mention[mention.start, mention.end] = groups[key]
        for group in groups.values():
            group.name = max((bare(m.entity) for m in group.mentions), key=_fullness)

    def _gender(self, named: Named) -> str | None:
        if named.label != "PERSON":
            return None
        for mention in named.mentions:
            before = _WORD.findall(self.text[max(0, mention.start - 24) : mention.start])[-2:]
            for title in [*before, *_WORD.findall(mention.entity)[:1]]:
                if gender := of_title(title):
                    return gender
        return of_first_name(named.name)


@cache
def _titles() -> frozenset[str]:
    return frozenset(lines("titles"))


def bare(name: str) -> str:
    """A name without titles before it, a possessive behind it, or line breaks in it."""
    words = _POSSESSIVE.sub("", " ".join(name.split())).split(" ")
    while len(words) > 1 and words[0].rstrip(".").lower() in _titles():
        words = words[1:]
    return " ".join(words).strip(" ,;:\"“”'‘’")


def _fullness(name: str) -> tuple[int, int]:
    words = [w for w in name.split(" ") if len(w.rstrip(".")) > 1]
    return len(words), len(name)


def _people(mentions: Sequence[Entity]) -> list[str]:
    """A key for each mention of a person: the full name it belongs to."""
    full: dict[str, list[str]] = {}
    order: list[str] = []
    names = [bare(m.entity) for m in mentions]
    for name in names:
        words = _parts(name)
        if len(words) < 2:
            continue
        known = [k for k in full.get(words[-1], []) if _same_first(k.split(" ")[0], words[0])]
        if not known:
            key = f"{words[0]} {words[-1]}"
            full.setdefault(words[-1], []).append(key)
            full.setdefault(words[0], []).append(key)
            order.append(key)
    weight = {key: sum(_is(n, key) for n in names) for key in order}
    return [_person(_parts(name), full, weight) for name in names]


def _is(name: str, key: str) -> bool:
    words, known = _parts(name), key.split(" ")
    return len(words) > 1 and words[-1] == known[-1] and _same_first(known[0], words[0])


def _person(words: list[str], full: dict[str, list[str]], weight: dict[str, int]) -> str:
    if not words:
        return ""
    if len(words) > 1:
        keys = [k for k in full.get(words[-1], []) if k.endswith(f" {words[-1]}")]
        return next((k for k in keys if _same_first(k.split(" ")[0], words[0])), " ".join(words))
    surnamed = [k for k in full.get(words[0], []) if k.endswith(f" {words[0]}")]
    keys = surnamed or full.get(words[0], [])
    return max(keys, key=lambda k: weight[k]) if keys else words[0]


def _parts(name: str) -> list[str]:
    """The words of a person's name that tell them apart, in lower case."""
    words = [w.strip(".,").lower() for w in name.split(" ")]
    return [w for w in words if w and w not in ("jr", "sr", "ii", "iii", "iv")]


@cache
def _nicknames() -> dict[str, str]:
    return {nick: full for full, *nicks in map(str.split, lines("nicknames")) for nick in nicks}


def _same_first(one: str, other: str) -> bool:
    if one == other or _nicknames().get(one, one) == _nicknames().get(other, other):
        return True
    return min(len(one), len(other)) == 1 and one[0] == other[0]


def _others(mentions: Sequence[Entity]) -> list[str]:
    """A key for each mention of an organisation or place: the longest name it shortens."""
    names = [bare(m.entity) for m in mentions]
    keys = {name: _key(name) for name in set(names)}
    initials = {_initials(name): keys[name] for name in sorted(keys, key=len) if len(_initials(name)) > 1}
    found = []
    for name in names:
        compact = name.replace(".", "")
        known = initials.get(compact) if compact.isupper() and len(compact) > 1 else None
        found.append(known or keys[name])
    return found


def _key(name: str) -> str:
    words = name.lower().split(" ")
    return " ".join(words[1:] if words[0] == "the" and len(words) > 1 else words)


def _initials(name: str) -> str:
    words = [w for w in re.split(r"[\s-]+", name) if w and w.lower() not in SMALL]
    return "".join(w[0] for w in words).upper() if len(words) > 1 else ""
