"""Days, weeks, months and longer stretches of the calendar, as TIMEX3 writes them."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

__all__ = ["day_of", "duration", "easter", "midpoint", "moved", "nth_weekday", "shown"]

_MONTHS = {"M": 1, "Q": 3, "SE": 3, "Y": 12, "DE": 120, "CE": 1200, "ML": 12000}
_DAYS = {"D": 1, "W": 7, "WE": 7, "FN": 14}
_YEARS = {"DE": 10, "CE": 100, "ML": 1000}
_CODES = {"DE": "E", "CE": "C", "ML": "L", "FN": "W"}
_SEASONS = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}
_FULL = re.compile(r"(\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|W(\d\d)|Q([1-4])|H([12])|(SP|SU|FA|WI)))?")


def moved(day: date, unit: str, by: int) -> date:
    """The day so many units on, in the years 1 to 9999; the last of a month that is shorter."""
    if unit in _DAYS:
        ordinal = day.toordinal() + by * _DAYS[unit]
        return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))
    months = day.year * 12 + day.month - 1 + by * _MONTHS.get(unit, 0)
    year = min(max(months // 12, 1), 9999)
    month = months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def shown(day: date, unit: str) -> str:
    """The stretch of the calendar of the size ``unit`` that holds a day."""
    if unit in ("W", "WE", "FN"):
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}" + ("-WE" if unit == "WE" else "")
    if unit == "Q":
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    size = {"M": 7, "Y": 4, "DE": 3, "CE": 2, "ML": 1}.get(unit, 10)
    return day.isoformat()[:size]


def duration(number: str, unit: str) -> str:
    """So many units as a TIMEX3 duration; ``X`` is an unknown number."""
    if unit in ("H", "MIN", "S"):
        return f"PT{number}{unit[0]}"
    if unit in _YEARS and number != "X":
        return f"P{_plain(float(number) * _YEARS[unit])}Y"
    if unit == "FN" and number != "X":
        return f"P{_plain(float(number) * 2)}W"
    unit = _CODES.get(unit, unit)
    return f"P{number}{unit}"


def _plain(number: float) -> str:
    return f"{number:g}" if number < 1e15 else str(int(number))


def day_of(value: str) -> tuple[date, str] | None:
    """The first day of a value of the calendar, and the value's size; None for any other value."""
    match = _FULL.match(value)
    if match is None or int(match[1]) < 1:
        return None
    year, month, day, week, quarter, half, season = match.groups()
    try:
        if day:
            return date(int(year), int(month), int(day)), "D"
        if week:
            return date.fromisocalendar(int(year), int(week), 1), "WE" if value.endswith("WE") else "W"
        if month:
            return date(int(year), int(month), 1), "M"
    except ValueError:
        return None
    if quarter:
        return date(int(year), int(quarter) * 3 - 2, 1), "Q"
    if half:
        return date(int(year), int(half) * 6 - 5, 1), "M"
    return (date(int(year), _SEASONS[season], 1), "SE") if season else (date(int(year), 1, 1), "Y")


def midpoint(year: int, month: int, day: int | None) -> date | None:
    """A day of the month, its middle where no day is given, or None where it has no such day."""
    last = monthrange(year, month)[1]
    return date(year, month, day or 15) if (day or 15) <= last else None


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm, Nature 1876)."""
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    correction = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * correction + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, number: int, weekday: int) -> date:
    """The n-th of a weekday (1 to 7) in a month; the last if ``number`` is -1."""
    if number < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta((last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (number - 1))
