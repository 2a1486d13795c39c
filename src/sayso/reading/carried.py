"""Sources told by "it" and "they": who spoke in the sentence before, or earlier in theirs.

"Xerox said sales fell. It said it would close a plant." "Officials were there. They said it was safe."
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from sayso.reading.annotations import Attribution, Reading, SourceKind
from sayso.reading.times.governors import word_from
from sayso.reading.vocabulary import entries

__all__ = ["carried"]

_THINGS: tuple[SourceKind, ...] = ("group", "document", "recording", "outlet")
_SEVERAL: tuple[SourceKind, ...] = ("group", "official-unnamed", "person-unnamed")


def carried(reading: Reading, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, those by a pronoun of no person with the kind, and the name, of who spoke before."""
    found = list(attributions)
    order = sorted((at for at, one in enumerate(found) if one.source), key=lambda at: found[at].source[0])
    for before, at in pairwise(order):
        pronoun = reading.slice(found[at].source).lower()
        if found[at].speaker is None and _goes_on(reading, found[before], found[at], pronoun):
            name = found[before].speaker
            found[at] = replace(found[at], speaker=name, source_kind=found[before].source_kind)
    return found


def _goes_on(reading: Reading, before: Attribution, one: Attribution, pronoun: str) -> bool:
    """Whether a pronoun can be of who spoke before it, and that is near."""
    if pronoun in entries("pronouns_thing"):
        alike = before.source_kind in _THINGS
    elif pronoun in entries("pronouns_male") or pronoun in entries("pronouns_female"):
        alike = before.source_kind == "official-unnamed" and before.speaker is None
    elif pronoun in entries("pronouns_several"):
        alike = before.source_kind in _SEVERAL and (before.source_kind == "group" or before.speaker is None)
    else:
        return False
    sentences = [_sentence(reading, said.source[0][0]) for said in (before, one)]
    return alike and before.within == one.within and sentences[1] - sentences[0] <= 1


def _sentence(reading: Reading, offset: int) -> int:
    word = word_from(reading.words, offset)
    return bisect_right(reading.words.sentences, word, key=lambda sentence: sentence[0])
