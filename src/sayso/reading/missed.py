"""Names of people that the recogniser missed, or cut short, known by what it found elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.reading.annotations import Entity
from sayso.reading.gender import is_first_name
from sayso.reading.nouns import noun_kind
from sayso.reading.vocabulary import entries

__all__ = ["missed", "widened"]

_NAME = re.compile(r"[^\W\d_a-z][\w-]*[^\W_]")
_LOWER = re.compile(r"(?<![\w’'-])[a-z]+(?![\w’'-])")
_FIRST = re.compile(r"(?<!\w)([^\W\d_a-z][\w’'-]+) $")
_NUMBER = re.compile(r"(?<!\w)(\d+(?:st|nd|rd|th)) $")
_CAPITALS = re.compile(r"(?:^|[^\w.] ?|[Tt]he |[a-z] )((?:(?!The )[A-Z][\w&-]+ )*[A-Z][\w&-]+) $")
_STARTS = re.compile(r"(?:^|[.!?:\n\r\"“”'‘’(])\s*$")

LONGEST = 40
"""Characters before a name in which what was left out of it is looked for."""


def widened(text: str, mention: Entity) -> Entity:
    """A mention with the first name, or the number, before it that the recogniser left out."""
    before = text[max(0, mention.start - LONGEST) : mention.start]
    if mention.label == "ORG" and noun_kind(mention.entity) == "group" and " " not in mention.entity:
        found = _CAPITALS.search(before)
        found = None if found and found[1].split(" ")[0].lower() in entries("prepositions") else found
    elif mention.label != "PERSON":
        found = _NUMBER.search(before)
    elif " " in mention.entity.strip():
        return mention
    else:
        found = _FIRST.search(before)
        found = found if found and is_first_name(found[1]) else None
    return replace(mention, entity=f"{found[1]} {mention.entity}") if found else mention


def missed(text: str, entities: Sequence[Entity], surnames: frozenset[str]) -> list[Entity]:
    """Mentions of people by one of the surnames (lower case), outside all that was recognised.

    A word that could begin a sentence as well is no name where the text has it in lower case too;
    nor is a surname next to another capitalised word, as in the name of a building.
    """
    if not surnames:
        return []
    common = surnames & set(_LOWER.findall(text))
    return [
        Entity(start, end, "PERSON", text[start:end])
        for start, end in _free(text, entities)
        if text[start:end].lower() in surnames
        and not (text[start:end].lower() in common and _STARTS.search(text[max(0, start - 3) : start]))
        and not _in_another_name(text, start, end)
    ]


def _free(text: str, entities: Sequence[Entity]) -> Iterator[tuple[int, int]]:
    """The capitalised words that lie in no mention."""
    ordered = iter(sorted((e.start, e.end) for e in entities))
    taken = next(ordered, None)
    for match in _NAME.finditer(text):
        while taken and taken[1] <= match.start():
            taken = next(ordered, None)
        if not taken or match.end() <= taken[0]:
            yield match.span()


def _in_another_name(text: str, start: int, end: int) -> bool:
    if text[end : end + 1] == "-" or text[start - 1 : start] in ("-", "@", "#", "/"):
        return True
    if _NAME.match(text, end + 1) and text[end : end + 1] == " ":
        return True
    before = _FIRST.search(text[max(0, start - LONGEST) : start])
    word = before[1].lower().rstrip(".") if before else ""
    starts = before and _STARTS.search(text[max(0, start - LONGEST) : start - len(before[0])])
    return bool(before) and not (starts or is_first_name(word) or word in entries("titles"))
