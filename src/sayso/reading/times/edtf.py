"""TIMEX3 values as EDTF (ISO 8601-2, level 1)."""

from __future__ import annotations

import re
from datetime import date, timedelta

from sayso.reading.annotations import Time
from sayso.reading.times.dates import day_of

__all__ = ["bounds", "edtf", "spanned"]

_SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
_DOUBTFUL = frozenset(("APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"))
_PLAIN = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_CLOCK = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(Z|[+-]\d\d)?")
_UNKNOWN_DIGITS = re.compile(r"\d{4}-\d\d-XX|\d{4}-XX(-XX)?|\d{2,3}X{1,2}")


def edtf(time: Time) -> str | None:
    """A time as EDTF level 1, or None where it is no part of a known calendar.

    Durations, sets, and values that stay relative have none. Weeks, quarters and halves, which level 1
    lacks, are intervals of days and months; a part of a day is its day. "about" and "nearly" make it
    approximate (``~``), "or later" opens it.
    """
    if time.type in ("DURATION", "SET"):
        return None
    value = _value(time.value)
    if value is None:
        return None
    if time.mod in _DOUBTFUL and _PLAIN.fullmatch(value):
        return value + "~"
    if time.mod in ("AFTER", "ON_OR_AFTER"):
        return f"{_first(value)}/.."
    if time.mod in ("BEFORE", "ON_OR_BEFORE"):
        return f"../{_last(value)}"
    return value


def spanned(first: str | None, last: str | None) -> str | None:
    """The interval from one EDTF value to another; None on a side is an open end."""
    if first is None and last is None:
        return None
    return f"{_first(first) if first else '..'}/{_last(last) if last else '..'}"


def bounds(value: str) -> tuple[str, str]:
    """Where an EDTF value begins and ends."""
    return _first(value), _last(value)


def _first(value: str) -> str:
    return value.split("/")[0]


def _last(value: str) -> str:
    return value.split("/")[-1]


def _value(value: str) -> str | None:
    if _PLAIN.fullmatch(value):
        return value if day_of(value) else None
    if _UNKNOWN_DIGITS.fullmatch(value):
        return value
    if value.isdigit() and len(value) in (2, 3):
        return value.ljust(4, "X")
    clock = _CLOCK.fullmatch(value)
    if clock is not None:
        day, hour, minute, zone = clock.groups()
        return f"{day}T{hour}:{minute}:00{zone or ''}" if int(hour) < 24 else day
    known = day_of(value)
    if known is None:
        return None
    return _stretch(known[0], known[1], value)


def _stretch(first: date, size: str, value: str) -> str:
    """A week, quarter, half or season; of a part of a day, the day."""
    if size in ("W", "WE"):
        left = (date.max - first).days
        last = first + timedelta(min(6, left))
        begins = first + timedelta(min(5, left)) if size == "WE" else first
        return f"{begins.isoformat()}/{last.isoformat()}"
    if size == "SE":
        return f"{value[:4]}-{_SEASONS[value[5:7]]}"
    if value[5:6] in ("Q", "H"):
        months = 3 if value[5] == "Q" else 6
        return f"{first.isoformat()[:7]}/{first.year:04}-{first.month + months - 1:02}"
    return first.isoformat()[: {"Y": 4, "M": 7}.get(size, 10)]
