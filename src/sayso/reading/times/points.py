"""Points: a rule's words as a stretch of the calendar or a time of day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from sayso.reading.times.anchors import Anchor
from sayso.reading.times.dates import day_of, moved, shown
from sayso.reading.times.months import full_year, of_month
from sayso.reading.times.slots import WIDE, Slots, base, shift
from sayso.reading.times.yearly import half, holiday, quarter, season

__all__ = ["point"]


def point(slots: Slots, anchor: Anchor) -> str | None:
    """The value of a point of time; relative to nothing where its anchor is unknown.

    Weekdays, months and seasons of no year stay open ("XXXX-WXX-4", "XXXX-07") without an anchor, and
    steps from now are signed durations ("-P1W"). None where there is no such day.
    """
    day = next((told(slots, anchor) for name, told in _BY_SLOT if name in slots), _NOT_TOLD)
    if day == _NOT_TOLD:
        day = _step(slots, anchor)
    clock = _clock(slots)
    if "hh" in slots and (clock is None or ":" not in clock):
        return None  # "AM 990"
    if day is None or clock is None:
        return day
    known = day_of(day)
    if known is not None and known[1] != "D":
        return day
    return f"{day}T{clock}" if known or day.startswith("XXXX") else f"XXXX-XX-XXT{clock}"


_NOT_TOLD = ""

JUST = 2
"""The day of the week until which "this weekend" may be the one that was."""

FIRST_HALF = 6
"""The month until which the end of the year may be that of the last."""

BESIDE = 2
"""Words before "Tuesday's vote", and "this weekend", in which a word has to tell when it is."""


def _digits(slots: Slots, anchor: Anchor) -> str | None:
    digits = slots["iso"]
    day = f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"
    return day if day_of(day) else None


def _decade(slots: Slots, anchor: Anchor) -> str | None:
    return slots["decade"]


def _century(slots: Slots, anchor: Anchor) -> str | None:
    number = int(slots["century"])
    return f"{number - 1:02}" if 1 <= number <= 100 else None


def _year(slots: Slots, anchor: Anchor) -> str | None:
    return slots["year"] if slots["year"].isdigit() and len(slots["year"]) == 4 else None


def _short_year(slots: Slots, anchor: Anchor) -> str | None:
    return f"{full_year(int(slots['yy']), anchor):04}"


def _weekday(slots: Slots, anchor: Anchor) -> str | None:
    """A weekday: "last", "this" or "next", or the one that the clause's tense asks for."""
    weekday, now = int(slots["weekday"]), base(slots, anchor)
    if now is None:
        return f"XXXX-WXX-{weekday}"
    by = shift(slots)
    if by == -1 and "same" in slots and anchor.direction(BESIDE) > 0:
        by = None  # "ahead of Tuesday's vote", "until Tuesday's vote"
    ahead = (weekday - now.isoweekday()) % 7
    if by is None or (ahead == 0 and "same" in slots):
        step = ahead if ahead == 0 or (by is None and anchor.direction(WIDE) > 0) else ahead - 7
    elif by:
        step = ahead - 7 if by < 0 else ahead or 7
    else:
        step = ahead if ahead == 0 or anchor.direction(WIDE) >= 0 else ahead - 7
    return moved(now, "D", step + int(slots.get("offset", 0))).isoformat()


_BY_SLOT: tuple[tuple[str, Callable[[Slots, Anchor], str | None]], ...] = (
    ("iso", _digits),
    ("decade", _decade),
    ("century", _century),
    ("holiday", holiday),
    ("month", of_month),
    ("weekday", _weekday),
    ("quarter", quarter),
    ("half", half),
    ("season", season),
    ("year", _year),
    ("yy", _short_year),
)
"""What tells the value, by the first of these slots that a rule has filled."""


_STEPS = frozenset(("unit", "one", "near-day", "shift", "by"))
"""Slots that tell how far a point is from the anchor."""


def _step(slots: Slots, anchor: Anchor) -> str | None:
    """So many days, weeks, … on from the anchor; without one, today."""
    unit = slots.get("unit", slots.get("one", "D"))
    by = int(slots["near-day"]) if "near-day" in slots else shift(slots) or 0
    now = base(slots, anchor, unit)
    if now is None:
        if by:
            return f"{'-' if by < 0 else ''}P{abs(by)}{unit}"
        return "PRESENT_REF" if _clock(slots) is None else "XXXX-XX-XX"
    if not _STEPS & slots.keys():
        now = _day_of_clock(anchor, now)
    if unit == "Y" and by == 0 and "shift" not in slots and _has_ended(slots, anchor, now):
        by = -1
    if unit == "WE" and not by and now.isoweekday() < 6 and _is_over(slots, anchor, now):
        by = -1
    return shown(moved(now, unit, by), unit)


def _is_over(slots: Slots, anchor: Anchor, now: date) -> bool:
    """Whether "the weekend", told on a working day, is the last and not the next.

    "This weekend" is so only right after it, where its own verb says so.
    """
    if "shift" in slots:
        return now.isoweekday() <= JUST and anchor.direction(BESIDE) < 0
    return anchor.direction(WIDE) <= 0


def _has_ended(slots: Slots, anchor: Anchor, now: date) -> bool:
    """Whether "the end of the year" is that of the last: "sold shares at the end of the year", in March."""
    return slots.get("edge") == "END" and now.month <= FIRST_HALF and anchor.direction(WIDE) < 0


def _day_of_clock(anchor: Anchor, now: date) -> date:
    """The day of a time of day that tells none: "on Friday, from 2 p.m. to 6 p.m."; "It began at 6 a.m."."""
    if anchor.near is not None:
        return anchor.near
    told = anchor.text("D") or now
    return told if told < now and anchor.direction(WIDE) < 0 else now


_HALVES = {"MO": "AM", "AF": "PM", "EV": "PM", "NI": "PM"}
"""The half of the day that a part of it lies in: "8:30 Friday evening"."""


def _clock(slots: Slots) -> str | None:
    """The time of day, with its zone where it is told; a part of the day as TIMEX3 has it (MO, AF, …)."""
    if "clock" in slots:
        hour, minute = slots["clock"].split(":")
    elif "hh" in slots and slots["hh"].isdigit() and int(slots["hh"]) <= 24:
        hour, minute = slots["hh"], "00"
    else:
        return slots.get("part") or slots.get("hour")
    number = int(hour)
    meridiem = slots.get("meridiem") or _HALVES.get(slots.get("part", ""))
    if meridiem == "PM" and number < 12:
        number += 12
    elif meridiem == "AM" and number == 12:
        number = 0
    zone = slots.get("zone", "unknown")
    return f"{number:02}:{minute}" + ("" if zone == "unknown" else zone)
