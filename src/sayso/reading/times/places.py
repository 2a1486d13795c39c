"""Where times stand: in which sentence, in which spans."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from sayso.reading.annotations import Reading, Span, Spans, Time
from sayso.reading.times.governors import word_at

__all__ = ["inside", "sentence_of", "times_in"]


def inside(offset: int, spans: Spans) -> bool:
    """Whether an offset lies in one of the spans."""
    return any(start <= offset < end for start, end in spans)


def times_in(reading: Reading, span: Span) -> tuple[Time, ...]:
    """The times that begin in a span, in order."""
    first = bisect_left(reading.times, span[0], key=lambda time: time.start)
    last = bisect_left(reading.times, span[1], key=lambda time: time.start)
    return reading.times[first:last]


def sentence_of(reading: Reading, offset: int) -> Span:
    """The span of the sentence at an offset; the whole text where sentences are not known."""
    words = reading.words
    if not words.sentences or not words.spans:
        return 0, len(reading.text)
    word = word_at(words, offset)
    at = max(0, bisect_right(words.sentences, word, key=lambda sentence: sentence[0]) - 1)
    first, last = words.sentences[at]
    return words.spans[first][0], words.spans[max(first, last - 1)][1]
