"""Subjects of contents: one that stands before ("Bo Li, who led it, | was held"), and "it", which is none."""

from __future__ import annotations

from dataclasses import replace

from sayso.reading.annotations import Attribution, Span, Words
from sayso.reading.heads import up
from sayso.reading.times.governors import word_from
from sayso.reading.vocabulary import entries

__all__ = ["with_own_subject", "without_expletive"]

FAR = 40
"""Words before a verb among which its subject begins."""

GAP = 1
"""Marks between a subject and what follows."""


def with_own_subject(attribution: Attribution, words: Words) -> Attribution:
    """The attribution, its one content begun where the subject does of the verb that it begins with."""
    if len(attribution.content) != 1 or not words.heads:
        return attribution
    start, end = attribution.content[0]
    first, last = (word_from(words, at) for at in (start, end))
    inside = range(first, last)
    tops = [at for at in inside if words.heads[at] not in inside or words.heads[at] == at]
    if len(tops) != 1 or words.upos[first] not in ("VERB", "AUX"):
        return attribution
    before = range(max(0, first - FAR), first)
    subjects = [at for at in before if words.heads[at] == tops[0] and words.deprels[at].startswith("nsubj")]
    phrase = [at for at in before if subjects and subjects[-1] in up(words, at)]
    if not phrase or phrase[-1] < first - 1 - GAP:
        return attribution
    begin = words.spans[phrase[0]][0]
    taken = any(low < start and begin < high for low, high in (*attribution.source, *attribution.cue))
    return attribution if taken else replace(attribution, content=((begin, end),))


def without_expletive(attribution: Attribution, words: Words, text: str) -> Attribution:
    """The attribution without an "it" in its content that only announces a clause: "it was revealed that"."""
    if len(attribution.content) < 2 or not words.heads:
        return attribution
    clause = any(text.startswith("that ", start) for start, _ in attribution.content)

    def announces(span: Span) -> bool:
        at = word_from(words, span[0])
        alone = words.spans[at] == span and text[slice(*span)].lower() in entries("pronouns_thing")
        return alone and (clause or words.deprels[at].startswith("expl"))

    rest = tuple(span for span in attribution.content if not announces(span))
    return replace(attribution, content=rest) if rest else attribution
