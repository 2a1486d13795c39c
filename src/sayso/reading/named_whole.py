"""Names of people put right by the words around them: cut short, or taken for a place's."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from sayso.reading.annotations import Entity, Words
from sayso.reading.nouns import noun_kind
from sayso.reading.vocabulary import entries

__all__ = ["named_whole"]

_NO_NAMES = ("titles", "roles", "demonyms", "openers", "prepositions", "common_sources", "outlet_names")

FULL, TITLED = 2, 3
"""Words of a name in full, and of one with its title."""


def named_whole(text: str, words: Words, names: Sequence[Entity]) -> tuple[Entity, ...]:
    """The names in a text, those of people with their surname, and as people's.

    "Ann" of "the lawyer Ann Roe was freed" goes on with "Roe"; behind "aid worker" there is no place.
    """
    starts = [start for start, _ in words.spans]
    found = []
    for name, after in zip_longest(names, names[1:]):
        first, last = bisect_left(starts, name.start), bisect_left(starts, name.end)
        if name.label == "PLACE" and last - first > 1 and _is_introduced(text, words, first):
            name = replace(name, label="PERSON")
        if name.label == "ORG" and last - first > 1 and _holds_office(text, words, first, last):
            name = replace(name, label="PERSON")
        free = last < len(starts) and (after is None or starts[last] < after.start)
        if name.label == "PERSON" and last - first == 1 and free and _goes_on(text, words, last):
            end = words.spans[last][1]
            name = replace(name, end=end, entity=text[name.start : end])
        found.append(name)
    return tuple(found)


def _is_introduced(text: str, words: Words, first: int) -> bool:
    """Whether a word right before a name tells that it is somebody's: "aid worker Ann Roe"."""
    before = text[slice(*words.spans[first - 1])] if first else ""
    person = before.islower() and not before.endswith("s") and noun_kind(before) == "person-unnamed"
    return person and words.upos[first - 1] == "NOUN"


def _holds_office(text: str, words: Words, first: int, last: int) -> bool:
    """Whether a name is an official's: "the former minister Bo Li", "its spokesman, Major Bo Li"."""
    name = text[words.spans[first][0] : words.spans[last - 1][1]].split()
    titled = name[0].lower() in entries("titles") and len(name) == TITLED
    office = first - 1 - titled
    if noun_kind(" ".join(name[titled:])) is not None or len(name) - titled != FULL or office < 0:
        return False
    before = text[words.spans[office][0] : words.spans[first][0]].rstrip()
    official = before.islower() and noun_kind(before.rstrip(",")) == "official-unnamed"
    return official and before.endswith(",") == titled and not before.rstrip(",").endswith("s")


def _goes_on(text: str, words: Words, at: int) -> bool:
    """Whether a word is the rest of the name before it: a capitalised one amid words that are not."""
    start, end = words.spans[at]
    word, behind = text[start:end], text[end : end + 2]
    told = word.istitle() and word.isalpha() and text[start - 1] in " \xa0" and len(word) > 1
    amid = behind[:1] in (",", ".") or (behind[:1] == " " and behind[1:].islower())
    if not (told and amid) or any(at == first for first, _ in words.sentences):
        return False
    return noun_kind(word) is None and not any(word.lower() in entries(listed) for listed in _NO_NAMES)
