"""Source kinds: what sort of source the words of a source name."""

from __future__ import annotations

import re
from functools import cache

from sayso.reading.annotations import SourceKind
from sayso.reading.names import Named
from sayso.reading.vocabulary import lines

__all__ = ["kind", "noun_kind"]

_WORD = re.compile(r"[\w’'-]+")
_TAIL = re.compile(
    r"\b(?:for|of|from|to|with|in|at|by|on|near|about|who|which|that|close|familiar)\b|[,;:(–—]",
    re.IGNORECASE,
)
FIRST_PERSON = frozenset(("i", "we"))


@cache
def _nouns() -> dict[str, SourceKind]:
    """Nouns with the kind of source they name; the lists are files of their own."""
    kinds: tuple[SourceKind, ...] = (
        "person-unnamed", "official-unnamed", "group", "document", "recording", "outlet"
    )  # fmt: skip
    return {noun: kind for kind in kinds for noun in lines(f"kind_{kind.replace('-', '_')}")}


def noun_kind(phrase: str) -> SourceKind | None:
    """The kind that the last known noun of a phrase names, before what only describes it."""
    words = [w.lower() for w in _WORD.findall(_TAIL.split(phrase, maxsplit=1)[0] or phrase)]
    for word in reversed(words):
        stem = re.sub(r"['’]s$", "", word)
        for form in (stem, stem.removesuffix("s"), stem.removesuffix("es"), re.sub("ies$", "y", stem)):
            if found := _nouns().get(form):
                return found
    return None


def kind(source: str, named: Named | None, speaker: str | None, quoted: bool) -> SourceKind:
    """The kind of a source: by its noun, else by what it stands for.

    ``quoted`` tells that the source stands in somebody's speech. A content without a source (a
    passive, say) is nobody's that the report names: ``person-unnamed``.
    """
    words = [w.lower() for w in _WORD.findall(source)]
    if named is not None and named.label == "PERSON":
        return "person"
    if words and words[0] in FIRST_PERSON and len(words) == 1:
        return "person" if quoted else "author"
    by_noun = noun_kind(source)
    if speaker is None:
        return by_noun or "person-unnamed"
    if by_noun in ("outlet", "document", "recording"):
        return by_noun
    by_name = noun_kind(speaker)
    if by_name in ("outlet", "group", "document", "recording"):
        return by_name
    return (
        "group" if (named is not None and named.label in ("ORG", "PLACE")) or by_noun == "group" else "person"
    )
