"""When an EDTF value begins and ends, as days to compare."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

__all__ = ["Days", "bounds", "first", "last"]

Days = tuple[date, date]
"""The first and the last day of a time."""

_POINT = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d))?(?:-(\d\d))?")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}
"""Season numbers of EDTF with their months; winter is taken to the end of its year."""


@lru_cache(maxsize=2**14)
def bounds(value: str | None) -> Days | None:
    """The first and last day of an EDTF level 1 value; None where it has none or is none.

    An open or unknown end of an interval ("2020/..") counts as the end of time.
    """
    if not value:
        return None
    begin, slash, end = value.partition("/")
    if not slash:
        return _point(begin)
    low, high = _point(begin), _point(end)
    if low is None and high is None:
        return None
    return (low[0] if low else date.min, high[1] if high else date.max)


def first(value: str | None) -> date:
    """The first day of a value; the beginning of time where it has none."""
    found = bounds(value)
    return found[0] if found else date.min


def last(value: str | None) -> date:
    """The last day of a value; the end of time where it has none."""
    found = bounds(value)
    return found[1] if found else date.max


def _point(value: str) -> Days | None:
    match = _POINT.match(value.strip("?~% "))
    if match is None:
        return None
    year, month, day = match.groups()
    low_year, high_year = int(year.replace("X", "0")), int(year.replace("X", "9"))
    try:
        if month is None:
            return date(low_year, 1, 1), date(high_year, 12, 31)
        begin, end = _SEASONS.get(int(month), (int(month), int(month)))
        if day is not None:
            return (date(low_year, begin, int(day)),) * 2
        return date(low_year, begin, 1), date(low_year, end, monthrange(low_year, end)[1])
    except ValueError:
        return None
