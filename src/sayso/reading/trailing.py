"""Statements with who makes them behind, in so many words, that the network passed over.

"The tape is genuine, the banker's wife has told this newspaper": a clause, a comma, who, and a verb of
saying that has no other object.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sayso.reading.annotations import Attribution, Span, Words
from sayso.reading.attributions import first_offset
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
    for first, last in words.sentences:
        for one in _Sentence(words, quoted, first, last).found():
            if _touched(one.content[0], taken):
                continue
            known = _holder(one.cue[0], cues)
            if known is not None:
                content = tuple(sorted((*found[known].content, *one.content)))
                found[known] = replace(found[known], content=content, type=quoted.quote_type(content))
            elif _touched(one.source[0], taken):
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


def _touched(span: Span, taken: Sequence[Span]) -> bool:
    """Whether one of some sorted spans that lie apart overlaps another."""
    at = bisect_left(taken, span)
    return (at < len(taken) and taken[at][0] < span[1]) or (at > 0 and taken[at - 1][1] > span[0])


def _holder(span: Span, cues: Sequence[tuple[Span, int]]) -> int | None:
    """The number of the cue that a span overlaps."""
    at = bisect_left(cues, (span, -1))
    near = (one for one in cues[max(0, at - 1) : at + 1] if one[0][0] < span[1] and span[0] < one[0][1])
    return next((number for _, number in near), None)


class _Sentence:
    """One sentence, and what hangs on what in it."""

    def __init__(self, words: Words, quoted: Quoted, first: int, last: int) -> None:
        self._words, self._quoted, self._first, self._last = words, quoted, first, last
        self._forms = [quoted.text[start:end].lower() for start, end in words.spans[first:last]]
        self._children: dict[int, list[int]] = {}
        for at in range(first, last):
            if words.heads[at] != at:
                self._children.setdefault(words.heads[at], []).append(at)

    def found(self) -> Iterator[Attribution]:
        """The statements of the sentence with who makes them behind."""
        if len(self._forms) > LONGEST or entries("telling_behind").isdisjoint(self._forms):
            return
        for verb in range(self._first + SHORTEST, self._last):
            told = self._form(verb) in entries("telling_behind") and self._words.upos[verb] == "VERB"
            if told and (one := self._told(verb) or self._as_told(verb)) is not None:
                yield one

    def _told(self, verb: int) -> Attribution | None:
        who = next(self._below(verb, "nsubj"), None)
        clause = self._clause(verb)
        if who is None or clause is None or self._words.upos[who] not in _NAMING:
            return None
        objects = (at for relation in _OBJECTS for at in self._below(verb, relation) if at > verb)
        if any(":" not in self._forms[verb - self._first : at - self._first] for at in objects):
            return None
        source = [at for at in self._phrase(who) if self._words.upos[at] != "PUNCT"]
        cue = [*self._below(verb, "aux"), verb]
        begins = min(*source, *cue)
        if who < verb:  # what the parse tears off belongs to who as well: "a source close to the palace"
            source = list(range(begins, min(cue)))
        told = [at for at in self._phrase(clause) if at < begins - 1]
        if not source or self._form(begins - 1) != "," or len(told) < SHORTEST:
            return None
        return self._made(source, cue, told)

    def _as_told(self, verb: int) -> Attribution | None:
        """The same of "…, as stated this morning by the ministry"."""
        mark, head = verb - 1, self._words.heads[verb]
        agents = (at for at in self._below(verb, "obl") if at > verb)
        who = next((at for at in agents if "by" in map(self._form, self._below(at, "case"))), None)
        if self._form(mark) != "as" or self._form(mark - 1) != "," or who is None or head > mark:
            return None
        told = [at for at in self._phrase(head) if at < mark - 1]
        source = sorted({*self._phrase(who)} - {*self._below(who, "case")})
        return self._made(source, (mark, verb), told) if len(told) >= SHORTEST else None

    def _made(self, source: Sequence[int], cue: Sequence[int], told: Sequence[int]) -> Attribution:
        content = (self._span(told),)
        kind = self._quoted.quote_type(content)
        return Attribution((self._span(source),), (self._span(cue),), content, kind, CONFIDENCE)

    def _clause(self, verb: int) -> int | None:
        """The predicate of what is told before a verb."""
        head = self._words.heads[verb]
        if self._words.deprels[verb] == "parataxis" and head < verb:
            return head
        return next((at for at in self._below(verb, "ccomp") if at < verb), None)

    def _below(self, at: int, relation: str) -> Iterator[int]:
        deprels = self._words.deprels
        return (c for c in self._children.get(at, ()) if deprels[c].partition(":")[0] == relation)

    def _phrase(self, at: int) -> list[int]:
        """The words that hang on a word, and itself."""
        found, waiting = {at}, [at]
        while waiting:
            more = [c for c in self._children.get(waiting.pop(), ()) if c not in found]
            found.update(more)
            waiting += more
        return sorted(found)

    def _form(self, at: int) -> str:
        return self._forms[at - self._first] if at >= self._first else ""

    def _span(self, words: Sequence[int]) -> Span:
        return self._words.spans[min(words)][0], self._words.spans[max(words)][1]
