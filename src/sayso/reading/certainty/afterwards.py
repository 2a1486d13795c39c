"""What is said of a statement after it: that it could not be verified; and a question mark."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.annotations import Reading, Span, Spans
from sayso.reading.times.governors import word_at
from sayso.reading.times.places import sentence_of
from sayso.reading.vocabulary import entries

__all__ = ["afterwards"]

REACH = 60
"""Words after a statement that are looked at."""

BACK = 6
"""Words before "verified" among which its "could not" begins."""

_QUESTION = "?"


def afterwards(reading: Reading, spans: Spans, cue: Spans) -> Iterator[tuple[str, Span]]:
    """Bands, with their spans, that what follows a statement gives it."""
    end = spans[-1][1]
    tail = reading.text[max(spans[-1][0], end - 3) : end + 1]
    if _QUESTION in tail:
        at = max(spans[-1][0], end - 3) + tail.index(_QUESTION)
        yield "unverified", (at, at + 1)
    doubt = _doubt(reading, end, cue)
    if doubt is not None:
        yield "unverified", doubt


def _doubt(reading: Reading, end: int, cue: Spans) -> Span | None:
    """Where it says, in the rest of the sentence or the next one, that the claim could not be verified."""
    words = reading.words
    first = word_at(words, end - 1) + 1
    if first >= len(words):
        return None
    rest = sentence_of(reading, words.spans[first - 1][0])[1]
    for at in _verifying(reading, first):
        start, stop = words.spans[at]
        if any(low <= start < high for low, high in cue):
            continue
        begin, _ = sentence_of(reading, start)
        if begin > rest and sentence_of(reading, max(0, begin - 2))[0] > rest:
            return None
        opened = _negated_from(reading, at, begin)
        if opened is None:
            continue
        own = begin < end and not _between(reading, end, words.spans[opened][0])
        if own or (begin >= end and _of_claim(reading, begin, opened)):
            return words.spans[opened][0], stop
    return None


def _verifying(reading: Reading, first: int) -> Iterator[int]:
    """The words for finding out whether something is so among those from one on."""
    spans = reading.words.spans[first : first + REACH]
    following = reading.text[spans[0][0] : spans[-1][1]].lower()
    if not any(word in following for word in entries("certainty/verifying")):  # as nearly always
        return
    for at, (start, stop) in enumerate(spans, first):
        if reading.text[start:stop].lower() in entries("certainty/verifying"):
            yield at


def _between(reading: Reading, end: int, doubt: int) -> bool:
    """Whether somebody else's words stand between a statement and the doubt."""
    return any(end <= a.content[0][0] < doubt for a in reading.attributions if a.content)


def _negated_from(reading: Reading, at: int, begin: int) -> int | None:
    """The first word of "could not be" before a word; None where it is not negated."""
    words = reading.words
    negated = None
    for back in range(at - 1, max(-1, at - 1 - BACK), -1):
        start, stop = words.spans[back]
        form = reading.text[start:stop].lower().replace("’", "'")
        if start < begin:
            break
        if form in entries("certainty/negations"):
            negated = back
        elif negated is not None:
            return back if words.upos[back] == "AUX" else negated
    return negated


def _of_claim(reading: Reading, begin: int, opened: int) -> bool:
    """Whether the words of a sentence before "could not be" are a claim's name, and no clause."""
    words = reading.words
    before = range(word_at(words, begin), opened)
    if any(words.upos[at] == "VERB" for at in before):
        return False
    forms = (reading.text[start:stop].lower() for start, stop in words.spans[before.start : opened])
    return any(form in entries("certainty/claims") for form in forms)
