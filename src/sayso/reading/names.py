"""The entities of one report: which of its names stand for the same person or organisation."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from sayso.reading import organisations, people
from sayso.reading.annotations import Entity
from sayso.reading.gender import of_first_name, of_title
from sayso.reading.headlines import in_headline
from sayso.reading.missed import missed, missed_groups
from sayso.reading.people import bare, parts
from sayso.reading.vocabulary import entries
from sayso.reading.widening import sharing, widened

__all__ = ["Named", "Names"]

_WORD = re.compile(r"[^\W_][\w.’'-]*")
_LAST_WORD = re.compile(r"([^\W_][\w.’'-]*)\s?$")

MANY = 50
"""Mentions of a name among which one outside headlines is looked for."""

TITLE = 24
"""Characters before a name in which a title is looked for."""


@dataclass(slots=True, eq=False)
class Named:
    """One person, organisation or place of a report; ``mentions`` are in the order of the text.

    ``gender`` is "m", "f" or None where nothing tells it. ``open`` is a surname that could be that
    of several people of the report. ``outside_headlines`` is whether the report has the name where
    a capital tells a name.
    """

    label: str
    name: str
    mentions: list[Entity] = field(default_factory=list)
    gender: str | None = None
    open: bool = False
    outside_headlines: bool = True


class Names:
    """The entities of a report, to be looked up by place and by word."""

    def __init__(self, text: str, entities: Sequence[Entity]) -> None:
        self.text = text
        self.named: list[Named] = []
        self._by_mention: dict[tuple[int, int], Named] = {}
        told = sharing(text, [e for e in entities if _tells(bare(e.entity))])
        known = _widened(text, told, _surnames(told))
        surnames = _surnames(known)
        mentions = [*known, *_widened(text, missed(text, entities, surnames), surnames)]
        mentions += missed_groups(text, entities)
        mentions.sort(key=lambda e: e.start)
        persons = self._persons(mentions, surnames)
        self._join_people([e for e, person in zip(mentions, persons, strict=True) if person])
        others = [e for e, person in zip(mentions, persons, strict=True) if not person]
        self._join(others, organisations.keys([organisations.bare(e.entity) for e in others]))
        self._by_name = self._unlike(mentions)
        self.mentions = mentions
        self._starts = [e.start for e in mentions]

    def _persons(self, mentions: Sequence[Entity], surnames: frozenset[str]) -> list[bool]:
        """Which mentions are of people: not a company that was named before, though one may be called so."""
        companies = organisations.Companies()
        found = []
        for mention in mentions:
            plain = bare(mention.entity)
            known = plain.lower() in surnames
            found.append(known or (mention.label == "PERSON" and not companies.called(plain)))
            if mention.label == "ORG":
                companies.add(organisations.bare(mention.entity))
        return found

    def of(self, mention: Entity) -> Named | None:
        """Whom a mention stands for."""
        return self._by_mention.get((mention.start, mention.end))

    def surnamed(self, word: str) -> Named | None:
        """The one person whose full name ends with a word, or None."""
        found = self._by_surname.get(word.lower(), [])
        return found[0] if len(found) == 1 else None

    def known_as(self, name: str) -> Named | None:
        """Whom the report calls by a bare name elsewhere, or None where that is nobody or several."""
        return self._by_name.get(name)

    def within(self, start: int, end: int) -> list[Entity]:
        """The mentions that begin in a span, in order."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def called(self, entities: Iterable[Entity]) -> tuple[Entity, ...]:
        """The mentions with the name of what they stand for."""
        return tuple(replace(e, entity=n.name) if (n := self.of(e)) else e for e in entities)

    def _join_people(self, mentions: Sequence[Entity]) -> None:
        told = [self._title_gender(mention) for mention in mentions]
        joined = self._join(mentions, people.keys([bare(e.entity) for e in mentions], told), "PERSON")
        self._by_surname: dict[str, list[Named]] = defaultdict(list)
        for named in joined:
            if " " in named.name:
                self._by_surname[parts(named.name)[-1]].append(named)
        genders = {(e.start, e.end): gender for e, gender in zip(mentions, told, strict=True) if gender}
        for named in joined:
            by_title = (genders.get((e.start, e.end)) for e in named.mentions)
            named.gender = next((g for g in by_title if g), None) or of_first_name(named.name)
            named.open = len(self._by_surname.get(named.name.lower(), ())) > 1

    def _join(self, mentions: Sequence[Entity], keys: Sequence[str], label: str = "") -> list[Named]:
        """The entities whose mentions have the same key."""
        groups: dict[str, Named] = {}
        for mention, key in zip(mentions, keys, strict=True):
            if key not in groups:
                groups[key] = Named(label or mention.label, "")
            groups[key].mentions.append(mention)
            self._by_mention[mention.start, mention.end] = groups[key]
        for group in groups.values():
            plain = bare if group.label == "PERSON" else organisations.bare
            group.name = max((plain(m.entity) for m in group.mentions), key=_fullness)
            outside = (not in_headline(self.text, m.start) for m in group.mentions[:MANY])
            group.outside_headlines = any(outside)
        self.named += groups.values()
        return list(groups.values())

    def _unlike(self, mentions: Sequence[Entity]) -> dict[str, Named]:
        """The entities by the names that stand for none but them."""
        found: dict[str, Named | None] = {}
        for mention in mentions:
            named = self._by_mention[mention.start, mention.end]
            plain = bare if named.label == "PERSON" else organisations.bare
            name = plain(mention.entity)
            found[name] = named if found.get(name, named) is named else None
        return {name: named for name, named in found.items() if named}

    def _title_gender(self, mention: Entity) -> str | None:
        """What a title or a noun of kin right before a name, or in it, tells."""
        before = _LAST_WORD.search(self.text[max(0, mention.start - TITLE) : mention.start])
        words = _WORD.findall(mention.entity)[:1]
        return (before and of_title(before[1])) or (of_title(words[0]) if words else None)


def _surnames(entities: Iterable[Entity]) -> frozenset[str]:
    """The surnames (lower case) of people who are named in full."""
    words = (parts(bare(e.entity)) for e in entities if e.label == "PERSON")
    return frozenset(name[-1] for name in words if len(name) > 1)


def _widened(text: str, mentions: Sequence[Entity], in_full: frozenset[str]) -> list[Entity]:
    before = (None, *mentions)
    return [widened(text, e, last, in_full) for e, last in zip(mentions, before, strict=False)]


def _tells(name: str) -> bool:
    """Whether a bare name is more than a title."""
    return name != "" and name.rstrip(".").lower() not in entries("titles")


def _fullness(name: str) -> tuple[int, int]:
    words = [w for w in name.split(" ") if len(w.rstrip(".")) > 1]
    return len(words), len(name)
