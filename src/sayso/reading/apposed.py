"""Sources of which the beginning was taken for the end of what they say: "…, Ann Roe, | the mayor, said."."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from sayso.reading.annotations import Attribution, Entity, Words
from sayso.reading.nouns import noun_kind
from sayso.reading.times.governors import word_from

__all__ = ["with_apposed", "with_name", "with_office"]

_DESCRIPTION = re.compile(r"(?:an?|the|his|her|its|their|one of|who)\s", re.IGNORECASE)
_APPOSED = re.compile(r", ((?:the|his|her|its|their) [^,.:;\"“”]+, [^,.:;\"“”]+), $")
"""Who says it, as two phrases that end before a verb: ", the president of Peru, Ann Roe, "."""

_PEOPLE = ("person-unnamed", "official-unnamed")


def with_name(attribution: Attribution, entities: Sequence[Entity], text: str) -> Attribution:
    """The attribution with a person's name, which a description of hers follows, in its source.

    The name stands behind a comma at the end of the content right before the source.
    """
    if len(attribution.source) != 1 or not attribution.content:
        return attribution
    (start, end), (first, last) = attribution.source[0], attribution.content[-1]
    if text[last:start].strip() != "," or not _DESCRIPTION.match(text, start):
        return attribution
    before = bisect_left(entities, last, key=lambda entity: entity.start)
    named = entities[before - 1] if before else None
    if named is None or named.label != "PERSON" or named.end != last or named.start <= first:
        return attribution
    if text[named.start - 2 : named.start] != ", ":
        return attribution
    content = (*attribution.content[:-1], (first, named.start - 2))
    return replace(attribution, source=((named.start, end),), content=content)


def with_office(attribution: Attribution, words: Words, text: str) -> Attribution:
    """The attribution with what somebody is, which stands before the name, in its source.

    It ends the content right before the name, and the syntax takes it for a subject: "ten have died, the
    head of the service, | Ann Roe, said", but not "he met Bo Li, the head of the service, Ann Roe said".
    """
    if len(attribution.source) != 1 or not attribution.content or not words.heads:
        return attribution
    (start, end), (first, last) = attribution.source[0], attribution.content[-1]
    comma = text.rfind(", ", first, last)
    begin = comma + 2
    if comma <= first or text[last:start].strip() != "," or not text[start].isupper():
        return attribution
    office = text[begin:last]
    if not _DESCRIPTION.match(office) or not (noun_kind(office) in _PEOPLE or " of " in office):
        return attribution
    inside = range(*(word_from(words, at) for at in (begin, last)))
    if not {"VERB", "AUX"}.isdisjoint(words.upos[at] for at in inside):
        return attribution
    tops = [at for at in inside if words.heads[at] not in inside and words.upos[at] != "PUNCT"]
    if len(tops) != 1 or words.deprels[tops[0]] not in ("nsubj", "nsubj:pass"):
        return attribution
    content = (*attribution.content[:-1], (first, comma))
    return replace(attribution, source=((begin, end),), content=content)


def with_apposed(attribution: Attribution, words: Words, text: str) -> Attribution:
    """The attribution with who says it as its source, where all of that was taken for what is said.

    "Roe is free, | the president, Bo Li, | said" and "…, the Gaza Observatory, a group that watches, | said".
    """
    if attribution.source or not attribution.content or not attribution.cue:
        return attribution
    first, cue = attribution.content[0][0], attribution.cue[0][0]
    found = _APPOSED.search(text, first, cue)
    verb = word_from(words, cue)
    if found is None or not words.heads or "\n" in found[0]:
        return attribution
    begin, end = found.span(1)
    comma = text.rindex(", ", begin, end)
    if not (text[comma + 2].isupper() or _DESCRIPTION.match(text, comma + 2)):
        return attribution
    office = range(*(word_from(words, at) for at in (begin, comma)))
    cues = range(verb, word_from(words, attribution.cue[0][1]))
    passive = any(words.deprels[at] == "aux:pass" for at in cues)
    if passive or not {"VERB", "AUX"}.isdisjoint(words.upos[at] for at in office):
        return attribution
    content = ((first, found.start()), *(one for one in attribution.content if one[0] > cue))
    return replace(attribution, source=((begin, end),), content=content)
