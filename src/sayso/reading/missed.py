"""Names of people and groups that the recogniser missed, known by what it found elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.reading.annotations import Entity
from sayso.reading.gender import is_first_name
from sayso.reading.vocabulary import entries
from sayso.reading.widening import starts_sentence

__all__ = ["missed", "missed_groups"]

_NAME = re.compile(r"[^\W\d_a-z][\w-]*[^\W_]")
_LOWER = re.compile(r"(?<![\w’'-])[a-z]+(?![\w’'-])")
_FIRST = re.compile(r"(?<!\w)([^\W\d_a-z][\w’'-]+) $")

LONGEST = 40
"""Characters before a surname in which another capitalised word is looked for."""


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
        and not (text[start:end].lower() in common and starts_sentence(text[max(0, start - 3) : start]))
        and not _in_another_name(text, start, end)
    ]


def missed_groups(text: str, entities: Sequence[Entity]) -> list[Entity]:
    """Mentions of organisations by the last word of a name ("the Front"), outside all that was recognised."""
    names = (e.entity.rpartition(" ") for e in entities if e.label == "ORG")
    heads = {last for before, _, last in names if before and last.lower() in entries("group_heads")}
    return [
        Entity(start, end, "ORG", text[start:end])
        for start, end in (_free(text, entities) if heads else ())
        if text[start:end] in heads
        and text[max(0, start - 4) : start].lower() == "the "
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
    starts = before and starts_sentence(text[max(0, start - LONGEST) : start - len(before[0])])
    return bool(before) and not (starts or is_first_name(word) or word in entries("titles"))
