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
from sayso.reading.missed import missed, widened
from sayso.reading.people import bare, parts
from sayso.reading.vocabulary import entries

__all__ = ["Named", "Names"]

_WORD = re.compile(r"[^\W_][\w.’'-]*")
_LAST_WORD = re.compile(r"([^\W_][\w.’'-]*)\s?$")

TITLE = 24
"""Characters before a name in which a title is looked for."""


@dataclass(slots=True, eq=False)
class Named:
    """One person, organisation or place of a report; ``mentions`` are in the order of the text.

    ``gender`` is "m", "f" or None where nothing tells it. ``open`` is a surname that could be that
    of several people of the report.
    """

    label: str
    name: str
    mentions: list[Entity] = field(default_factory=list)
    gender: str | None = None
    open: bool = False


class Names:
    """The entities of a report, to be looked up by place and by word."""

    def __init__(self, text: str, entities: Sequence[Entity]) -> None:
        self.text = text
        self.named: list[Named] = []
        self._by_mention: dict[tuple[int, int], Named] = {}
        known = [widened(text, e) for e in entities if _tells(bare(e.entity))]
        surnames = frozenset(
            words[-1] for e in known if e.label == "PERSON" and len(words := parts(bare(e.entity))) > 1
        )
        mentions = [*known, *(widened(text, e) for e in missed(text, entities, surnames))]
        mentions.sort(key=lambda e: e.start)
        persons = [e.label == "PERSON" or bare(e.entity).lower() in surnames for e in mentions]
        self._join_people([e for e, person in zip(mentions, persons, strict=True) if person])
        others = [e for e, person in zip(mentions, persons, strict=True) if not person]
        self._join(others, organisations.keys([bare(e.entity) for e in others]))
        self.mentions = mentions
        self._starts = [e.start for e in mentions]

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
            group.name = max((bare(m.entity) for m in group.mentions), key=_fullness)
        self.named += groups.values()
        return list(groups.values())

    def _title_gender(self, mention: Entity) -> str | None:
        """What a title or a noun of kin right before a name, or in it, tells."""
        before = _LAST_WORD.search(self.text[max(0, mention.start - TITLE) : mention.start])
        words = _WORD.findall(mention.entity)[:1]
        return (before and of_title(before[1])) or (of_title(words[0]) if words else None)


def _tells(name: str) -> bool:
    """Whether a bare name is more than a title."""
    return name != "" and name.rstrip(".").lower() not in entries("titles")


def _fullness(name: str) -> tuple[int, int]:
    words = [w for w in name.split(" ") if len(w.rstrip(".")) > 1]
    return len(words), len(name)
