"""Statements with who makes them behind, in so many words, that the network passed over.

"The tape is genuine, the banker's wife has told this newspaper": a clause, a comma, who, and a verb of
saying that has no other object.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sayso.reading.annotations import Attribution, Reading, Span, Words
from sayso.reading.attributions import first_offset
from sayso.reading.certainty.sentence import Sentence
from sayso.reading.continued import touched
from sayso.reading.quotes import Quoted
from sayso.reading.vocabulary import entries

__all__ = ["with_trailing"]

CONFIDENCE = 0.5
"""That of an attribution which syntax alone gives."""

SHORTEST = 3
"""Words of a statement at least."""

LONGEST = 128
"""Words of a sentence at most: longer ones are lists, or no sentences."""

_NAMING = frozenset(("NOUN", "PROPN", "PRON"))
_OBJECTS = frozenset(("obj", "ccomp", "xcomp", "cc"))


def with_trailing(
    words: Words, attributions: Sequence[Attribution], quoted: Quoted
) -> tuple[Attribution, ...]:
    """The attributions, in the text's order, with those that syntax alone gives.

    Where the network found who says it, but only what stands behind, the statement is added to that.
    """
    if not words.heads:
        return tuple(attributions)
    found = list(attributions)
    taken = _union(span for one in attributions for span in (*one.source, *one.content))
    cues = sorted((span, at) for at, one in enumerate(attributions) for span in one.cue)
    for one in _told_behind(Reading(quoted.text, words), quoted):
        if touched(one.content[0], taken):
            continue
        known = _holder(one.cue[0], cues)
        if known is not None:
            content = tuple(sorted((*found[known].content, *one.content)))
            found[known] = replace(found[known], content=content, type=quoted.quote_type(content))
        elif touched(one.source[0], taken):
            continue
        else:
            found.append(one)
            insort(taken, one.source[0])
        insort(taken, one.content[0])
    return tuple(sorted(found, key=first_offset))


def _union(spans: Iterable[Span]) -> list[Span]:
    """Some spans without overlaps, in order."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _holder(span: Span, cues: Sequence[tuple[Span, int]]) -> int | None:
    """The number of the cue that a span overlaps."""
    at = bisect_left(cues, (span, -1))
    near = (one for one in cues[max(0, at - 1) : at + 1] if one[0][0] < span[1] and span[0] < one[0][1])
    return next((number for _, number in near), None)


def _told_behind(reading: Reading, quoted: Quoted) -> Iterator[Attribution]:
    """The statements of a text with who makes them behind."""
    words, telling = reading.words, entries("telling_behind")
    for first, last in words.sentences:
        verbs = [
            at
            for at in range(first + SHORTEST, last)
            if words.upos[at] == "VERB" and reading.text[slice(*words.spans[at])].lower() in telling
        ]
        if not verbs or last - first > LONGEST:
            continue
        sentence = Sentence.of(reading, first, last)
        for verb in verbs:
            parts = _told(sentence, verb) or _as_told(sentence, verb)
            if parts is not None:
                source, cue, told = ((_span(sentence, part),) for part in parts)
                yield Attribution(source, cue, told, quoted.quote_type(told), CONFIDENCE)


Parts = tuple[Sequence[int], Sequence[int], Sequence[int]]
"""The words of a source, a cue and what is told."""


def _told(sentence: Sentence, verb: int) -> Parts | None:
    """A clause, a comma, who, and the verb: "…, an official has told AP"."""
    who = next(sentence.below(verb, "nsubj"), None)
    clause = _clause(sentence, verb)
    if who is None or clause is None or sentence.tag(who) not in _NAMING:
        return None
    objects = (at for at in sentence.below(verb, *_OBJECTS) if at > verb)
    if any(":" not in map(sentence.forms.get, range(verb, at)) for at in objects):
        return None
    source = [at for at in sentence.phrase(who) if sentence.tag(at) != "PUNCT"]
    cue = [*sentence.below(verb, "aux"), verb]
    begins = min(*source, *cue)
    if who < verb:  # what the parse tears off belongs to who as well: "a source close to the palace"
        source = list(range(begins, min(cue)))
    told = [at for at in sentence.phrase(clause) if at < begins - 1]
    if not source or sentence.forms.get(begins - 1) != "," or len(told) < SHORTEST:
        return None
    return source, cue, told


def _as_told(sentence: Sentence, verb: int) -> Parts | None:
    """The same of "…, as stated this morning by the ministry"."""
    mark, head = verb - 1, sentence.head(verb)
    agents = (at for at in sentence.below(verb, "obl") if at > verb)
    by = (at for at in agents if "by" in map(sentence.forms.get, sentence.below(at, "case")))
    who = next(by, None)
    if sentence.forms.get(mark) != "as" or sentence.forms.get(mark - 1) != "," or who is None or head > mark:
        return None
    told = [at for at in sentence.phrase(head) if at < mark - 1]
    source = sorted({*sentence.phrase(who)} - {*sentence.below(who, "case")})
    return (source, (mark, verb), told) if len(told) >= SHORTEST else None


def _clause(sentence: Sentence, verb: int) -> int | None:
    """The predicate of what is told before a verb."""
    head = sentence.head(verb)
    if sentence.relation(verb) == "parataxis" and head < verb:
        return head
    return next((at for at in sentence.below(verb, "ccomp") if at < verb), None)


def _span(sentence: Sentence, words: Sequence[int]) -> Span:
    return sentence.span(min(words), max(words) + 1)
