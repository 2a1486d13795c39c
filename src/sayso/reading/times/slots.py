"""What a rule tells a form: its slots, and what they say of the anchor."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import MAXYEAR, MINYEAR, date

from sayso.reading.times.anchors import Anchor

__all__ = ["FAR", "WIDE", "Slots", "base", "shift", "valid_year"]

Slots = Mapping[str, str]
"""What the words of a rule mean, by the names of its slots."""

WIDE = 14
"""Words to each side of a time in which a verb may tell whether it is past or to come."""

FAR = 90
"""Days from the report beyond which a date of no year is taken for one that is past."""


def base(slots: Slots, anchor: Anchor, unit: str = "D") -> date | None:
    """The day that an expression is relative to: the report's, or the last day or month the text told."""
    if slots.get("anchor") == "month" and anchor.month is not None:
        return anchor.month
    return anchor.text(unit) if slots.get("anchor") == "text" else anchor.published


def shift(slots: Slots) -> int | None:
    """How many units on from now the words say: "last" is -1."""
    told = slots.get("by", slots.get("shift"))
    return int(told) if told is not None else None


def valid_year(year: int) -> int:
    """The year, or the first or last that the calendar has."""
    return min(max(year, MINYEAR), MAXYEAR)
