"""Stretches that come once a year: quarters, halves, seasons, holidays."""

from __future__ import annotations

from datetime import date

from sayso.reading.times.anchors import Anchor
from sayso.reading.times.dates import day_of, easter, moved, nth_weekday, shown
from sayso.reading.times.slots import WIDE, Slots, base, shift, valid_year

__all__ = ["half", "holiday", "quarter", "season"]

_SEASON_BEGINS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The months that seasons begin with in the north."""

HALF_YEAR = 180


def quarter(slots: Slots, anchor: Anchor) -> str | None:
    """A quarter of a year, of a year that is told or this one."""
    return _of_year(slots, anchor, f"Q{slots['quarter']}") if 1 <= int(slots["quarter"]) <= 4 else None


def half(slots: Slots, anchor: Anchor) -> str | None:
    """A half of a year, of a year that is told or this one."""
    return _of_year(slots, anchor, f"H{slots['half']}") if 1 <= int(slots["half"]) <= 2 else None


def _of_year(slots: Slots, anchor: Anchor, name: str) -> str:
    """A quarter or half; of no year, that of this year, or the last or next where this year's is far off."""
    year = _told_year(slots, anchor)
    if year is None and anchor.published is None:
        return f"XXXX-{name}"
    if year is None and anchor.published is not None:
        year = anchor.published.year
        begins = day_of(f"{year:04}-{name}")
        ahead = (begins[0] - anchor.published).days if begins else 0
        if abs(ahead) > HALF_YEAR:
            to_come = anchor.direction(WIDE) > 0
            year += int(to_come and ahead < 0) - int(not to_come and ahead > 0)
    return f"{valid_year(year or 0):04}-{name}"


def _told_year(slots: Slots, anchor: Anchor) -> int | None:
    """The year that is told, by a number or by steps from now."""
    if "year" in slots:
        return int(slots["year"])
    by = shift(slots)
    if by is not None and anchor.published is not None and slots.get("unit", slots.get("one", "Y")) == "Y":
        return anchor.published.year + by
    return None


def season(slots: Slots, anchor: Anchor) -> str:
    """A season, of a year that is told, or the last or next one; winter is of the year that it begins in."""
    name, now = slots["season"], base(slots, anchor, "Y")
    if "year" in slots:
        return f"{int(slots['year']):04}-{name}"
    if now is None:
        return f"XXXX-{name}"
    by = shift(slots)
    begins = _SEASON_BEGINS[name]
    if by is None and anchor.direction(WIDE) > 0:
        by = 1
    if by is not None and by >= 0:
        year = now.year if by == 0 or now.month < begins else now.year + 1
    else:
        over = begins + (3 if by else 0)
        year = now.year if over <= now.month else now.year - 1
    return f"{valid_year(year):04}-{name}"


def holiday(slots: Slots, anchor: Anchor) -> str:
    """A holiday, of a year that is told, the last or next, or the nearest; or its week."""
    told, now = slots["holiday"], anchor.published
    if "year" in slots:
        day = _day(told, int(slots["year"]))
    elif now is None:
        return f"XXXX-{told}" if told.replace("-", "").isdigit() else "XXXX-XX-XX"
    else:
        day = _near(told, now, shift(slots), "one" in slots)
    return shown(day, slots["week"]) if "week" in slots else day.isoformat()


def _near(told: str, now: date, by: int | None, of_year: bool) -> date:
    if by is not None and of_year:
        return _day(told, valid_year(now.year + by))
    around = [_day(told, year) for year in sorted({valid_year(now.year + step) for step in (-1, 0, 1)})]
    past, coming = [d for d in around if d < now], [d for d in around if d > now]
    if by == -1 and past:
        return past[-1]
    if by == 1 and coming:
        return coming[0]
    return min(around, key=lambda day: abs((day - now).days))


def _day(told: str, year: int) -> date:
    """The day of a holiday as the word list tells it."""
    if told.startswith("easter"):
        return moved(easter(year), "D", int(told.removeprefix("easter")))
    if "/" in told:
        base, _, after = told.partition("+")
        month, number, weekday = map(int, base.split("/"))
        return moved(nth_weekday(year, month, number, weekday), "D", int(after or 0))
    month, day = map(int, told.split("-"))
    return date(year, month, day)
