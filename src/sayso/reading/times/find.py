"""Time expressions of a text, with their values."""

from __future__ import annotations

from functools import partial

from sayso.reading.annotations import Time, Words
from sayso.reading.times.anchors import Anchor, published_day
from sayso.reading.times.forms import FORMS
from sayso.reading.times.grammar import matches
from sayso.reading.times.items import items
from sayso.reading.times.tense import direction

__all__ = ["find"]


def find(text: str, words: Words, published: str | None, language: str = "en") -> tuple[Time, ...]:
    """The time expressions of ``text``, in order, none overlapping, as TIMEX3 marks and values them.

    ``published`` is the day (ISO) that relative ones are relative to. Without it they stay relative:
    "Thursday" is "XXXX-WXX-4", "July" "XXXX-07", "yesterday" "-P1D", "today" PRESENT_REF.
    Of ``words`` only the spans are needed; where there is syntax, it tells what is past and what to come.
    """
    found = items(text, words.spans, language)
    anchor = Anchor(published_day(published))
    times = []
    for match in matches(found, language):
        anchor.direction = partial(direction, found, match.first, match.last, words)
        value = FORMS[match.rule.form](match.slots, anchor)
        if value is None:
            continue
        start, end = found[match.first].start, found[match.last - 1].end
        times.append(Time(start, end, value.type, value.value, value.mod))
        if match.rule.form != "quarter":
            anchor.tell(value.value)
    return tuple(times)
