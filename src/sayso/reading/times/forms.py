"""Forms: what the words of a rule come to, as a type and value of TIMEX3; no language has a say here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from sayso.reading.times.anchors import Anchor
from sayso.reading.times.dates import day_of, duration, moved, shown
from sayso.reading.times.points import point
from sayso.reading.times.slots import WIDE, Slots, base

__all__ = ["FORMS", "Value"]


class Value(NamedTuple):
    """The attributes of a TIMEX3 element."""

    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    mod: str | None = None


def _point(slots: Slots, anchor: Anchor) -> Value | None:
    value = point(slots, anchor)
    if value is None:
        return None
    return Value("TIME" if "T" in value and not value.endswith("REF") else "DATE", value, _mod(slots))


def _mod(slots: Slots) -> str | None:
    return slots.get("mod", slots.get("edge", slots.get("approx")))


def _ago(slots: Slots, anchor: Anchor) -> Value | None:
    """So long before now, or before or after what was told last; as fine as its unit."""
    sign, unit, number = int(slots["sign"]), slots["unit"], _number(slots)
    refer = "PAST_REF" if sign < 0 else "FUTURE_REF"
    if number == "X":
        return Value("DATE", refer) if sign < 0 else Value("DURATION", duration("X", unit))
    now = base(slots, anchor, unit)
    size, steps = ("M", float(number) * 12) if unit == "Y" and "plus" in slots else (unit, float(number))
    if unit in ("H", "MIN", "S") or now is None or steps != int(steps) or steps > 9999:
        return Value("DATE", ("-" if sign < 0 else "") + duration(number, unit), _mod(slots))
    then = moved(now, size, sign * int(steps))
    beyond = anchor.published is not None and now <= anchor.published < then
    if beyond and slots.get("anchor") == "text" and anchor.direction(WIDE) < 0:
        return Value("DATE", duration(number, unit), _mod(slots))  # later than something that is not told
    shown_as = "Y" if unit in ("DE", "CE", "ML") else size
    return Value("DATE", shown(then, shown_as), _mod(slots))


def _duration(slots: Slots, anchor: Anchor) -> Value | None:
    if slots["unit"] == "X":
        return Value("DURATION", "PXX", _mod(slots))
    return Value("DURATION", duration(_number(slots), slots["unit"]), _mod(slots))


def _number(slots: Slots) -> str:
    """How many, with the half that is told beside it; "X" if that is unknown."""
    number = slots.get("n", "1")
    if "plus" not in slots or number == "X":
        return number
    return f"{float(number) + float(slots['plus']):g}"


def _set(slots: Slots, anchor: Anchor) -> Value | None:
    if "adverb" in slots:
        return Value("SET", slots["adverb"])
    if "weekday" in slots:
        return Value("SET", f"XXXX-WXX-{slots['weekday']}" + (f"T{slots['part']}" if "part" in slots else ""))
    if "month" in slots:
        return Value("SET", f"XXXX-{slots['month']}")
    if "season" in slots:
        return Value("SET", f"XXXX-{slots['season']}")
    if "part" in slots:
        return Value("SET", f"XXXX-XX-XXT{slots['part']}")
    return Value("SET", duration(slots.get("n", "1"), slots["unit"]))


def _refer(slots: Slots, anchor: Anchor) -> Value | None:
    return Value("DATE", slots["to"])


def _quarter(slots: Slots, anchor: Anchor) -> Value | None:
    """The quarter that is reported on, or that of another year; a year where no quarter was told."""
    if "year" in slots:
        return Value("DATE", slots["year"] + (anchor.quarter[4:] if anchor.quarter else ""))
    by = int(slots["by"])
    if anchor.published is None:
        return Value("DATE", "PRESENT_REF" if not by else "-P1Y", _mod(slots))
    if "reported" in slots and anchor.quarter is None:
        return None
    if "quarter" in slots:
        return Value("DATE", f"{anchor.published.year + by:04}-Q{slots['quarter']}")
    if by and "compared" in slots and anchor.month is not None:
        return Value("DATE", shown(moved(anchor.month, "Y", by), "M"), _mod(slots))
    if anchor.quarter is None or (by and anchor.longer):
        size = "Y" if by else "Q"
        now = base(slots, anchor, size) or anchor.published
        return Value("DATE", shown(moved(now, size, by or -1), size), _mod(slots))
    known = day_of(anchor.quarter)
    assert known is not None
    return Value("DATE", shown(moved(known[0], "Y", by), "Q"), _mod(slots))


def _text(slots: Slots, anchor: Anchor) -> Value | None:
    """A day, week, … counted from what the text told last."""
    unit, by = slots["unit"], int(slots["by"])
    now = anchor.text(unit)
    if now is None:
        return Value("DATE", f"{'-' if by < 0 else ''}P{abs(by)}{unit}" if by else "PAST_REF", _mod(slots))
    return Value("DATE", shown(moved(now, unit, by), unit), _mod(slots))


def _none(slots: Slots, anchor: Anchor) -> Value | None:
    """Words that only look like a time (an age, say)."""
    return None


FORMS: dict[str, Callable[[Slots, Anchor], Value | None]] = {
    "point": _point,
    "pair": _point,
    "ago": _ago,
    "duration": _duration,
    "set": _set,
    "refer": _refer,
    "quarter": _quarter,
    "text": _text,
    "none": _none,
}
"""What the rules' forms mean; each is told a rule's words and the anchor."""
