"""When something was said: the time beside the cue that dates the saying, not what is spoken of."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.annotations import Attribution, Reading, Span, Spans, Time
from sayso.reading.heads import below
from sayso.reading.times.edtf import edtf
from sayso.reading.times.governors import governor, top, word_at
from sayso.reading.times.places import inside, sentence_of, times_in
from sayso.reading.vocabulary import entries, lines

__all__ = ["said"]


def said(reading: Reading, attribution: Attribution) -> str | None:
    """The time (EDTF) that the words beside the cue give to the saying; None where they give none.

    A time dates the saying where it hangs on the cue ("said on Monday"), or on the verb that it goes on
    from ("On Monday he left, saying"), follows it without a verb between ("said in a statement on
    Monday"), or tells when what is quoted was released ("a report published on Monday", "a 1989
    report"). Times in the content, and others in the source, do not.
    """
    cue = attribution.cue or attribution.source
    if not cue:
        return None
    best: tuple[int, str] | None = None
    for time in _beside(reading, attribution, cue):
        value = edtf(time)
        if value is None or not _dates(reading, attribution, cue, time):
            continue
        distance = max(time.start - cue[-1][1], cue[0][0] - time.end, 0)
        if best is None or distance < best[0]:
            best = distance, value
    return best[1] if best else None


def _beside(reading: Reading, attribution: Attribution, cue: Spans) -> Iterator[Time]:
    """The times in the cue's sentence that are not in the content."""
    start, end = sentence_of(reading, cue[0][0])
    for time in times_in(reading, (start, max(end, cue[-1][1]))):
        if not inside(time.start, attribution.content):
            yield time


def _dates(reading: Reading, attribution: Attribution, cue: Spans, time: Time) -> bool:
    found = governor(reading.words, (time.start, time.end))
    in_source = inside(time.start, attribution.source)
    words = reading.words
    if found is not None:
        start, _ = words.spans[found.head]
        if _form(reading, found.head) in entries("releasing"):
            above = words.heads[words.heads[found.head]]
            by_cue = inside(words.spans[above][0], cue)
            return in_source or by_cue or bool(attribution.source and cue[0][0] <= start)
        if not in_source and (inside(start, cue) or _goes_on(reading, cue, found.head, time)):
            return True
        if in_source and attribution.source_kind == "document" and found.nouns:
            return _form(reading, found.nouns[0]) in entries("times/dated_documents")
    return not in_source and _follows(reading, cue[-1], attribution.source, time)


def _goes_on(reading: Reading, cue: Spans, head: int, time: Time) -> bool:
    """Whether a cue goes on from the verb that a time hangs on.

    As a participle ("On Monday he left, **saying**"), or joined to it, where the time comes before both
    ("On Monday he left and **said**").
    """
    words = reading.words
    at = top(words, word_at(words, cue[0][0]), word_at(words, cue[0][1] - 1))
    if words.heads[at] != head or at == head or _is_to_come(reading, head):
        return False
    if words.deprels[at] == "conj":
        return time.end <= words.spans[head][0]
    return words.deprels[at] == "advcl" and _form(reading, at).endswith(lines("participle_endings"))


def _is_to_come(reading: Reading, verb: int) -> bool:
    """Whether a verb has a modal one: who "will leave on Monday, saying it" said it before."""
    words = reading.words
    helping = (at for at in below(words, verb) if words.deprels[at].startswith("aux"))
    return any(_form(reading, at) in entries("times/modals") for at in helping)


def _form(reading: Reading, word: int) -> str:
    return reading.text[slice(*reading.words.spans[word])].lower()


def _follows(reading: Reading, cue: Span, source: Spans, time: Time) -> bool:
    """Whether a time comes after the cue with no verb, clause or content between."""
    if time.start < cue[1]:
        return False
    words = reading.words
    between = range(word_at(words, cue[1] - 1) + 1, word_at(words, time.start))
    if not words.upos:
        return len(between) <= 2
    for at in between:
        in_source = inside(words.spans[at][0], source)
        if not in_source and (words.upos[at] in ("VERB", "AUX", "PUNCT", "SCONJ")):
            return False
    return len(between) <= 12
