"""Months, and days of months, of a year that is told or has to be found."""

from __future__ import annotations

from datetime import date

from sayso.reading.times.anchors import Anchor
from sayso.reading.times.dates import midpoint, moved, shown
from sayso.reading.times.slots import FAR, WIDE, Slots, base, shift, valid_year

__all__ = ["full_year", "of_month"]

SOME_YEAR = 2000
"""A year with all days that there are."""

HALF_QUARTER = 45
"""Days from the middle of a quarter, which tells what quarter it is, to the day that it ends on."""

CLOSE = 3
"""Words to each side of the coming month's name in which a verb has to tell that last year's is meant."""

SOON = 2
"""Months from the report's within which a month is to come where no verb tells."""

LONG = 8
"""Months from the report's from which on a month is hardly to come: the last is so much nearer."""

NEAR = 5
"""Words to each side of such a month in which a verb has to tell that it is to come."""


def of_month(slots: Slots, anchor: Anchor) -> str | None:
    """A month, or a day of it, or that day's week or weekend; open ("XXXX-07") where no year is known.

    Of the day that a quarter "ended" on, the quarter.
    """
    month = int(slots["month"])
    day = int(slots["day"]) if "day" in slots else None
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
        return None
    year = _year(slots, anchor, month, day)
    rest = f"{month:02}" + (f"-{day:02}" if day else "")
    if day and "ended" in slots:
        return _ended(anchor, year, month, day)
    if year is None:
        return f"XXXX-{rest}"
    if day and midpoint(year, month, day) is None:
        return None
    if day and "week" in slots:
        return shown(date(year, month, day), slots["week"])
    return f"{year:04}-{rest}"


def _ended(anchor: Anchor, year: int | None, month: int, day: int) -> str | None:
    """The quarter that ended on a day; if it has just ended, the one reported on (a fiscal year's, maybe)."""
    ends = midpoint(year or SOME_YEAR, month, day)
    if ends is None:
        return None
    quarter = shown(moved(ends, "D", -HALF_QUARTER), "Q")
    if year is None:
        return f"XXXX{quarter[4:]}"
    just = anchor.published is not None and abs((anchor.published - ends).days) <= FAR
    return anchor.quarter if just and anchor.quarter else quarter


def full_year(two: int, anchor: Anchor) -> int:
    """The year of two digits: not more than twenty years after the report; without one, as POSIX has it."""
    if anchor.published is None:
        return two + (1900 if two >= 69 else 2000)
    latest = anchor.published.year + 20
    year = latest // 100 * 100 + two
    return valid_year(year if year <= latest else year - 100)


def _year(slots: Slots, anchor: Anchor, month: int, day: int | None) -> int | None:
    """The year that is told, or that of the month (or day) that fits the words best."""
    if "year" in slots:
        return int(slots["year"])
    if "yy" in slots:
        return full_year(int(slots["yy"]), anchor)
    now = base(slots, anchor, "M")
    if now is None:
        return None
    if "delivered" in slots:
        return valid_year(now.year + int(month < now.month))
    by = shift(slots)
    if by is not None and "unit" in slots:
        return valid_year(now.year + by)
    if slots.get("anchor") == "text" and by is None:
        return now.year
    if by is not None:
        return valid_year(_stepped(now, month, day, by))
    return valid_year(_near_day(now, month, day, anchor) if day else _near_month(now, month, anchor))


def _stepped(now: date, month: int, day: int | None, by: int) -> int:
    """The year of "last", "this" or "next" such month or day."""
    here, today = (month, day or 0), (now.month, now.day if day else 0)
    if by < 0:
        return now.year if here < today else now.year - 1
    return now.year if by == 0 or here > today else now.year + 1


def _near_month(now: date, month: int, anchor: Anchor) -> int:
    """The year of a month: by the verb beside it, else the last, or the next if that comes soon.

    The next month is mostly to come, one that has just been mostly past.
    """
    if month == now.month:
        return now.year
    ahead = (month - now.month) % 12
    direction = anchor.direction(CLOSE if ahead == 1 else NEAR if ahead >= LONG else WIDE)
    soon = 1 if ahead <= SOON else -1
    return _stepped(now, month, None, direction or soon)


def _near_day(now: date, month: int, day: int, anchor: Anchor) -> int:
    """The year of a day of a month: the nearest; of days far off, the last unless it is to come."""
    year = _nearest(now, month, day)
    at = midpoint(year, month, day)
    if at is None or abs((at - now).days) <= FAR:
        return year
    ahead = anchor.direction(WIDE) > 0
    if at > now:
        return year if ahead else year - 1
    return year + 1 if ahead else year


def _nearest(now: date, month: int, day: int | None) -> int:
    """The year in which the month (or day) is nearest."""
    found = []
    for year in {valid_year(now.year + step) for step in (0, -1, 1)}:
        at = midpoint(year, month, day)
        if at is not None:
            found.append((abs((at - now).days), year))
    return min(found)[1] if found else now.year
