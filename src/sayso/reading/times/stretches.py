"""Times with the words around them: ranges, open ends, and how long before or after now."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from sayso.reading.annotations import Time
from sayso.reading.times.dates import day_of, moved
from sayso.reading.times.edtf import bounds, edtf, spanned
from sayso.reading.times.lexicon import lexicon
from sayso.reading.vocabulary import entries, lines

__all__ = ["day", "stretch"]

_WORDS = re.compile(r"[\w.]+|[-–—]")
_DURATION = re.compile(r"P(T?)(\d{1,5})(\w+)")
BEFORE = 24
"""Characters before a time in which a preposition is looked for."""


def stretch(text: str, times: Sequence[Time], at: int, published: date | None) -> tuple[str, int] | None:
    """What the time ``at`` comes to with its preposition and, in a range, its partner; and how many it takes.

    None where that is no part of the calendar.
    """
    time = times[at]
    before = _WORDS.findall(text[max(0, time.start - BEFORE) : time.start].lower())
    opened = bool(before) and before[-1] in entries("times/range_openers")
    joining = entries("times/range_joiners") if opened else entries("times/range_marks")
    if at + 1 < len(times) and text[time.end : times[at + 1].start].strip().lower() in joining:
        first, last = edtf(time), edtf(times[at + 1])
        if first and last:
            return f"{bounds(first)[0]}/{bounds(last)[1]}", 2
    value = edtf(time) or _counted(text, time, published)
    if value is None:
        return None
    relation = _relation(before)
    if "/" in value and relation in (None, "about"):
        return value, 1
    if relation == "from":
        return spanned(value, None) or value, 1
    if relation == "to":
        return spanned(None, value) or value, 1
    if relation == "about" and not value.endswith("~") and "T" not in value and "X" not in value:
        return value + "~", 1
    return value, 1


def _counted(text: str, time: Time, published: date | None) -> str | None:
    """The past or next so many days, months, … as an interval that ends or begins with the report."""
    match = _DURATION.fullmatch(time.value)
    if published is None or match is None or match[1] or match[3] not in ("D", "W", "M", "Q", "Y"):
        return None
    words = text[time.start : time.end].lower().split()
    shifts = [int(m.value) for w in words for m in lexicon().words.get(w, ()) if m.kind == "shift"]
    shift = next(filter(None, shifts), None)
    if shift is None:
        return None
    other = moved(published, match[3], int(match[2]) * shift)
    first, last = sorted((published, other))
    return f"{first.isoformat()}/{last.isoformat()}"


def _relation(before: Sequence[str]) -> str | None:
    """What the words before a time make of it."""
    known = _relations()
    for count in (2, 1):
        found = known.get(" ".join(before[-count:])) if len(before) >= count else None
        if found:
            return found
    return None


@cache
def _relations() -> dict[str, str]:
    found = {}
    for line in lines("times/relations"):
        kind, _, words = line.partition(": ")
        found.update(dict.fromkeys(words.split(", "), kind))
    return found


def day(value: str | None) -> date | None:
    """The day of an EDTF value that is one day; None of any other."""
    known = day_of(value) if value and "/" not in value else None
    return known[0] if known and known[1] == "D" else None
