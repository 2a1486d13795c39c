"""Sources of which only the relative clause was found: "the agency | that released it | said"."""

from __future__ import annotations

from dataclasses import replace

from sayso.reading.annotations import Attribution, Words
from sayso.reading.times.governors import word_from
from sayso.reading.vocabulary import entries

__all__ = ["with_antecedent"]


def with_antecedent(attribution: Attribution, words: Words, text: str) -> Attribution:
    """The attribution with the noun whose relative clause is all of its source."""
    if len(attribution.source) != 1 or not words.heads:
        return attribution
    start, end = attribution.source[0]
    which = word_from(words, start)
    if not 0 < which < len(words) - 1 or words.spans[which][1] >= end:
        return attribution
    if text[start : words.spans[which][1]] not in entries("relative_pronouns"):
        return attribution
    verb, noun = words.heads[which], which - 1
    clause = words.deprels[verb].startswith("acl") and words.heads[verb] == noun
    if not clause or words.upos[noun] != "NOUN" or words.spans[verb][0] >= end:
        return attribution
    first = noun
    while first and words.heads[first - 1] in range(first, noun + 1):
        first -= 1
    return replace(attribution, source=((words.spans[first][0], end),))
