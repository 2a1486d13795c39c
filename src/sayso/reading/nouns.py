"""Nouns that name a source, with the kind of source they name."""

from __future__ import annotations

import re
from functools import cache

from sayso.reading.annotations import SourceKind
from sayso.reading.vocabulary import entries, lines

__all__ = ["noun_kind"]

_WORD = re.compile(r"[\w’'-]+")
_TAIL = re.compile(
    r"\b(?:for|of|from|to|with|in|at|by|on|near|about|who|which|that|close|familiar)\b|[,;:(–—]",
    re.IGNORECASE,
)
_OF = re.compile(r"\s+of\s+", re.IGNORECASE)

PARTITIVE = 40
"""Characters before an "of" in which a quantity ("nearly half of") is looked for."""


@cache
def _nouns() -> dict[str, SourceKind]:
    """Nouns with the kind of source they name; the lists are files of their own."""
    kinds: tuple[SourceKind, ...] = (
        "person-unnamed", "official-unnamed", "group", "document", "recording", "outlet"
    )  # fmt: skip
    return {noun: kind for kind in kinds for noun in lines(f"kind_{kind.replace('-', '_')}")}


def noun_kind(phrase: str) -> SourceKind | None:
    """The kind that the last known noun of a phrase names, before what only describes it.

    Of "half of the voters" that is the voters; an adjective for a people, a faith or a party is a
    noun where it ends the phrase, for a group if in the plural.
    """
    whole = phrase
    found = _OF.search(phrase, 0, PARTITIVE)
    if found and _WORD.findall(phrase[: found.start()])[-1:] and _counts(phrase[: found.start()]):
        whole = phrase[found.end() :]
    words = _WORD.findall(_TAIL.split(whole, maxsplit=1)[0]) or _WORD.findall(whole)
    return _last_known(words) or _last_known(_WORD.findall(whole.partition(" of ")[0]))


def _counts(phrase: str) -> bool:
    return _WORD.findall(phrase)[-1].lower() in entries("quantities") | entries("indefinites")


def _last_known(words: list[str]) -> SourceKind | None:
    if words and (people := words[-1].lower()).removesuffix("s") in entries("demonyms"):
        return "group" if people.endswith("s") else "person-unnamed"
    ends = (
        (" ".join(words[max(0, at - 1) : at + 1]).lower(), words[at]) for at in reversed(range(len(words)))
    )
    return next((found for two, word in ends if (found := _nouns().get(two) or _word_kind(word))), None)


def _word_kind(word: str) -> SourceKind | None:
    """The kind that one word names; names of outlets are words with a capital ("the Sun")."""
    stem = re.sub(r"['’]s$", "", word.lower())
    if word[0].isupper() and stem in entries("outlet_names"):
        return "outlet"
    forms = (stem, stem.removesuffix("s"), stem.removesuffix("es"), re.sub("ies$", "y", stem))
    return next((_nouns()[form] for form in forms if form in _nouns()), None)
