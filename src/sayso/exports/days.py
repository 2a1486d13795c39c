"""Days on an axis."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sayso.questions.dates import bounds

__all__ = ["ordinal", "ticks"]

STEPS = (1, 2, 7, 14)
MONTHS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 24000)


def ordinal(day: str) -> int | None:
    """An ISO day as a number of days; None where it is none."""
    found = bounds(day)
    return found[0].toordinal() if found else None


def ticks(first: int, last: int, most: int = 8) -> list[tuple[int, str]]:
    """At most ``most`` round days from one to another (ordinals), as ISO writes them: days, months, years."""
    span = last - first
    for step in STEPS:
        if span // step < most:
            start = -(-first // step) * step if step > 1 else first
            return [(day, date.fromordinal(day).isoformat()) for day in range(start, last + 1, step)]
    months = next(step for step in MONTHS if span / 30.4 / step < most - 1)
    form = 4 if months % 12 == 0 else 7
    return [(day, date.fromordinal(day).isoformat()[:form]) for day in _months(first, last, months)]


def _months(first: int, last: int, step: int) -> Iterator[int]:
    """The first days of every so many months, counted from the year 0."""
    begin = date.fromordinal(first)
    month = -(-(begin.year * 12 + begin.month - (begin.day == 1)) // step) * step
    while month // 12 <= date.max.year and (day := date(month // 12, month % 12 + 1, 1).toordinal()) <= last:
        if day >= first:
            yield day
        month += step
