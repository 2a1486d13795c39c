"""What time a stretch of text speaks of: that of its main clause."""

from __future__ import annotations

from sayso.reading.annotations import Reading, Spans, Time
from sayso.reading.times.anchors import published_day
from sayso.reading.times.governors import governor, top, word_at
from sayso.reading.times.places import inside, times_in
from sayso.reading.times.stretches import stretch

__all__ = ["about"]

MOST = 48
"""Times of one stretch of text that are looked at."""

MAIN, NOUN, ASIDE, NEVER = range(4)
"""How near a time stands to the main clause: on its verb, on a noun of it, on a clause beside it, or not."""

_ASIDE = ("advcl",)
_NEVER = ("acl", "appos", "parataxis")
_NAMING = ("compound", "nummod", "amod", "nmod:poss", "nmod:unmarked")


def about(reading: Reading, spans: Spans, published: str | None) -> str | None:
    """The time (EDTF) that the text in ``spans`` speaks of; None where it tells none.

    Of several, the one that its main verb hangs on; never one that only tells which thing or person is
    meant ("the 2014 ceasefire", "the man freed in 2015"). Ranges and open ends are intervals.
    ``published`` (ISO) is what "the past two months" ends with.
    """
    day = published_day(published)
    times = [time for span in spans for time in times_in(reading, span)][:MOST]
    best: tuple[int, str] | None = None
    at = 0
    while at < len(times):
        found = stretch(reading.text, times, at, day)
        if found is not None:
            rank = _rank(reading, spans, times[at])
            if rank < NEVER and (best is None or rank < best[0]):
                best = rank, found[0]
        at += found[1] if found else 1
    return best[1] if best else None


def _rank(reading: Reading, spans: Spans, time: Time) -> int:
    """How near the time stands to the main clause of the text in the spans."""
    words = reading.words
    found = governor(words, (time.start, time.end))
    if found is None:
        return MAIN
    first, last = word_at(words, time.start), word_at(words, time.end - 1)
    own = top(words, first, last)
    if found.nouns and words.deprels[own] in _NAMING and words.heads[own] > last:
        return NEVER
    rank = NOUN if found.nouns else MAIN
    at = found.head
    for _ in range(MOST):
        if words.deprels[at].startswith(_NEVER):
            return NEVER if inside(words.spans[words.heads[at]][0], spans) else rank
        if words.deprels[at].startswith(_ASIDE):
            rank = max(rank, ASIDE) if inside(words.spans[words.heads[at]][0], spans) else rank
        head = words.heads[at]
        if head == at or not inside(words.spans[head][0], spans):
            return rank
        at = head
    return rank
