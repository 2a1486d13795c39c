"""When: the times of a reading, and for each attribution when it was said and what time it is about."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from sayso.reading.annotations import Reading, Span, Time, Words
from sayso.reading.quotes import Quoted
from sayso.reading.times import about, find, said
from sayso.reading.times.governors import governor
from sayso.reading.times.places import times_in
from sayso.reading.times.stretches import day

__all__ = ["dated"]


def dated(reading: Reading, published: str | None) -> Reading:
    """The reading with its times, and attributions with ``said`` and ``about``.

    Times inside a quotation are relative to the day when it was said, where that is told.
    """
    found = replace(reading, times=find(reading.text, reading.words, published))
    when = [said(found, attribution) for attribution in reading.attributions]
    found = replace(found, times=_anchored(found, when, published))
    return replace(
        found,
        attributions=tuple(
            replace(attribution, said=told, about=about(found, attribution.content, published))
            for attribution, told in zip(reading.attributions, when, strict=True)
        ),
    )


def _anchored(reading: Reading, when: list[str | None], published: str | None) -> tuple[Time, ...]:
    """The times, those in what was said on another day valued again from that day.

    In a quotation all are the speaker's; in the reporter's words only times of day are, and weekdays that
    date a verb.
    """
    times = {time.start: time for time in reading.times}
    quoted: Quoted | None = None
    for attribution, told in zip(reading.attributions, when, strict=True):
        spoken = day(told)
        if spoken is None or spoken.isoformat() == (published or "")[:10]:
            continue
        for span in attribution.content:
            if times_in(reading, span):
                quoted = quoted or Quoted(reading.text)
                _value_again(times, reading, span, quoted, spoken.isoformat())
    return tuple(sorted(times.values(), key=lambda time: time.start))


def _value_again(times: dict[int, Time], reading: Reading, span: Span, quoted: Quoted, spoken: str) -> None:
    """Put new values for the times of a span into ``times``."""
    words = _within(reading.words, span)
    open_values = {time.start: time.value for time in find(reading.text, words, None)}
    for time in find(reading.text, words, spoken):
        known = open_values.get(time.start, "")
        reported = known.startswith(_DAY) or (known.startswith(_WEEK) and _dates_verb(reading, time))
        if time.start in times and (reported or quoted.region(time.start) is not None):
            times[time.start] = time


_DAY, _WEEK = "XXXX-XX-XX", "XXXX-WXX-"
"""How values begin that leave open which day, or which week."""


def _dates_verb(reading: Reading, time: Time) -> bool:
    """Whether a time dates a verb, rather than telling which thing is meant: not "Tuesday's vote"."""
    found = governor(reading.words, (time.start, time.end))
    return found is None or not found.nouns


def _within(words: Words, span: Span) -> Words:
    """The words inside a span, without their syntax."""
    first = bisect_left(words.spans, span[0], key=lambda word: word[0])
    last = bisect_left(words.spans, span[1], key=lambda word: word[0])
    return Words(words.spans[first:last], words.upos[first:last], (), (), ())
