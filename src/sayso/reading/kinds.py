"""Source kinds: what sort of source the words of a source name."""

from __future__ import annotations

import re

from sayso.reading.annotations import SourceKind
from sayso.reading.names import Named
from sayso.reading.nouns import noun_kind
from sayso.reading.vocabulary import entries

__all__ = ["kind", "noun_kind"]

_WORD = re.compile(r"[\w’'-]+")


def kind(source: str, named: Named | None, speaker: str | None, quoted: bool) -> SourceKind:
    """The kind of a source: by its noun, else by what it stands for.

    ``quoted`` tells that the source stands in somebody's speech. A content without a source (a
    passive, say) is nobody's that the report names: ``person-unnamed``.
    """
    words = [w.lower() for w in _WORD.findall(source)]
    if named is not None and named.label == "PERSON":
        return "person"
    if len(words) == 1 and words[0] in entries("pronouns_first"):
        return "person" if quoted else "author"
    by_noun = noun_kind(source)
    if speaker is None:
        return _of_nobody(words, by_noun)
    bare = speaker.startswith(source.removeprefix("the ").removeprefix("The "))
    if by_noun in ("outlet", "document", "recording") and not bare:
        return by_noun
    by_name = noun_kind(speaker)
    if by_name in ("outlet", "group", "document", "recording"):
        return by_name
    return "group" if named is not None or by_noun == "group" else "person"


def _of_nobody(words: list[str], by_noun: SourceKind | None) -> SourceKind:
    """The kind of a source without a name; a number of people is no group ("many Democrats")."""
    some = words and (words[0].isdigit() or words[0] in entries("indefinites") | entries("quantities"))
    if by_noun == "group" and some and words[-1].removesuffix("s") in entries("demonyms"):
        return "person-unnamed"
    return by_noun or "person-unnamed"
