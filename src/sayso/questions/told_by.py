"""Attributions as questions need them: with sources that the reader passed over, found by syntax.

A sentence that ends ", the minister, Ann Roe, said on Monday." is what she said, and so is one in which
", Roe went on," or "according to Roe" stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sayso.questions.mending import insertions
from sayso.questions.mentions import Mentions
from sayso.questions.tree import Tree
from sayso.questions.vocabulary import words
from sayso.reading.annotations import Attribution, Reading, Span, Spans
from sayso.reading.kinds import kind

__all__ = ["completed"]

_NAME = re.compile(r",\s((?:[A-Z][\w’'-]{1,30}\s){1,3}[A-Z][\w’'-]{1,30})$")

LONGEST = 30
"""Words of a source."""

SHORTEST = 3
"""Words of a content at least."""


def completed(reading: Reading, tree: Tree, mentions: Mentions) -> tuple[Attribution, ...]:
    """The attributions of a reading: those without a source get one, and tails of sentences count."""
    told = (*_insertions(tree), *_accordings(reading, tree), *_tails(reading, tree))
    tails = {tree.words.spans[tail[1]][0]: tail for tail in told}
    taken = {
        start for a in reading.attributions for span in (*a.cue, *a.content) for start in _starts(tree, span)
    }
    found = []
    for attribution in reading.attributions:
        cues = (start for span in attribution.cue for start in _starts(tree, span))
        tail = next((tails[start] for start in cues if start in tails), None)
        if tail is None or attribution.source:
            found.append(_named(reading, mentions, _whole(tree, attribution, tail)))
        else:
            found.append(_with(reading, mentions, attribution, tail))
    for start, tail in tails.items():
        if start not in taken and tree.words.spans[tail[0][0]][0] not in taken:
            found.append(_with(reading, mentions, _plain(tree, tail), tail))
    return tuple(found)


def _whole(tree: Tree, attribution: Attribution, tail: Tail | None) -> Attribution:
    """An attribution within a sentence with all of its content, where only the beginning was taken for it."""
    if tail is None or len(tail[2]) == 1 or attribution.content[-1][1] > attribution.cue[0][0]:
        return attribution
    return replace(attribution, content=_content(tree.words.spans, tail))


def _starts(tree: Tree, span: Span) -> Iterator[int]:
    """Where the words of a span begin."""
    return (tree.words.spans[at][0] for at in range(tree.at(span[0]), tree.at(span[1])))


Tail = tuple[Span, int, tuple[Span, ...]]
"""The words of a source, the word of its cue, and the words of the content, by ranges."""


def _tails(reading: Reading, tree: Tree) -> Iterator[Tail]:
    """The tails of sentences: a comma, a noun phrase, a verb of saying."""
    for first, last in reading.words.sentences:
        for at in range(last - 1, first + 2, -1):
            if tree.lower[at] in words("stance", "saying") and tree.words.upos[at] == "VERB":
                begin = _source(tree, first, at)
                if begin is not None:
                    yield (begin, at), at, ((first, begin - 1),)
                break


def _insertions(tree: Tree) -> Iterator[Tail]:
    """What is set off within a sentence by commas: a short noun phrase, a verb of saying."""
    for begin, at, end, (first, last) in insertions(tree.words, tree.lower):
        yield (begin, at), at, ((first, begin - 1), (end + 1, last))


def _accordings(reading: Reading, tree: Tree) -> Iterator[Tail]:
    """What stands before "according to" and behind whom that names."""
    for first, last in reading.words.sentences:
        for at in range(first, last - 2):
            who = tree.words.heads[at]
            if tree.lower[at] != "according" or tree.lower[at + 1] != "to" or who <= at:
                continue
            end = tree.phrase(who)[-1] + 1
            around = (
                (first, at - (tree.lower[at - 1] == ",")),
                (end + (tree.lower[end : end + 1] == [","]), last),
            )
            content = tuple(part for part in around if part[1] - part[0] >= SHORTEST)
            if content and end <= last:
                yield (at + 2, end), at, content


def _source(tree: Tree, first: int, cue: int) -> int | None:
    """The first word of the noun phrase between a comma and a verb of saying; None where there is none."""
    begin: int | None = None
    who = tree.subject(cue)
    verbs = 0
    for at in range(cue - 1, max(first + 2, cue - LONGEST), -1):
        relative = any(tree.lower[i] in words("stance", "relative") for i in range(max(first, at - 4), at))
        if tree.words.upos[at] in ("VERB", "AUX") and tree.relation(at) != "amod":
            verbs += 1
            if not relative:
                return begin
        if tree.lower[at - 1] in (",", ',"', "”") or tree.lower[at - 1] in '"”’':
            opening = tree.lower[at] in words("stance", "opening") or tree.words.upos[at] in ("PROPN", "NUM")
            opening = opening or (who is not None and tree.phrase(who)[0] == at)
            named = tree.words.upos[at] == "PROPN" and begin is None
            if opening or named:
                begin = at
                if not named:
                    return begin
            elif begin is not None:
                return begin
    return begin


def _named(reading: Reading, mentions: Mentions, attribution: Attribution) -> Attribution:
    """An attribution with the speaker whose name ends its source, where the reader knew no name."""
    if attribution.speaker or not attribution.source:
        return attribution
    start, end = attribution.source[0]
    people = [m for m in mentions.names.within(start, end) if m.label == "PERSON" and m.end == end]
    named = mentions.names.of(people[-1]) if people else None
    if named is None and (found := _NAME.search(reading.text[start:end])):
        return replace(attribution, speaker=found[1], source_kind="person")
    before = reading.text[start : people[-1].start].split() if people else []
    if named is None or (before and before[-1].lower() in words("sources", "by")):
        return attribution
    return replace(attribution, speaker=named.name, source_kind=kind(named.name, named, named.name, False))


def _plain(tree: Tree, tail: Tail) -> Attribution:
    spans = tree.words.spans
    return Attribution((), (spans[tail[1]],), _content(spans, tail), "indirect", 0.5)


def _content(spans: Spans, tail: Tail) -> Spans:
    return tuple((spans[first][0], spans[max(first, last - 1)][1]) for first, last in tail[2])


def _with(reading: Reading, mentions: Mentions, attribution: Attribution, tail: Tail) -> Attribution:
    """An attribution with the source that a tail has."""
    spans = reading.words.spans
    first, last = tail[0]
    source = spans[first][0], spans[last - 1][1]
    while reading.text[source[1] - 1 : source[1]] in (",", " "):
        source = source[0], source[1] - 1
    text = reading.text[slice(*source)]
    people = [m for m in mentions.names.within(*source) if m.label == "PERSON"]
    named = mentions.names.of(people[-1]) if people else None
    speaker = named.name if named else None
    return replace(
        attribution,
        source=(source,),
        content=_content(spans, tail),
        speaker=speaker,
        source_kind=kind(text, named, speaker, False),
    )
