"""The lanes of a timeline: each value's bars, while it stood, and the status above them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sayso.exports.days import ordinal
from sayso.questions.claim import against
from sayso.questions.stages import Course

__all__ = ["Bar", "Lane", "Lanes", "lanes", "values"]

MOST = 30
"""Lanes that a chart has room for."""


@dataclass(frozen=True, slots=True)
class Bar:
    """What held from one day to another (ordinals; end-exclusive): a number of origins, or a status."""

    begin: int
    end: int
    origins: int = 0
    label: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """A value and the bars of the times it stood.

    ``order`` is its place among all values, by which it has its colour; ``denied`` is one such as "not Mora".
    """

    value: str
    bars: tuple[Bar, ...]
    order: int
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Lanes:
    """A timeline laid out: from its first day to some time after its last, as ordinals.

    ``left_out`` are the values that no lane was left for: those that fell first.
    """

    begin: int
    last: int
    end: int
    status: tuple[Bar, ...]
    lanes: tuple[Lane, ...]
    left_out: int = 0


def lanes(course: Course) -> Lanes:
    """The lanes of an answer's course; raises ValueError where it has no day."""
    dated = [(at, stage) for stage in course.stages if (at := ordinal(stage.day)) is not None]
    if not dated:
        raise ValueError("nothing to draw: no dated report says anything of it")
    days = [at for at, _ in dated]
    last = days[-1]
    ends = [*days[1:], last + max(1, round((last - days[0]) * 0.15))]
    status: list[Bar] = []
    found: dict[str, list[Bar]] = {}
    for (begin, stage), end in zip(dated, ends, strict=True):
        _add(status, Bar(begin, end, label=stage.status))
        for position in stage.positions:
            _add(found.setdefault(position["value"], []), Bar(begin, end, position["origins"]))
    kept = set(sorted(found, key=lambda value: -found[value][-1].end)[:MOST])
    made = (
        Lane(value, tuple(bars), at, bool(against(value)))
        for at, (value, bars) in enumerate(found.items())
        if value in kept
    )
    return Lanes(days[0], last, ends[-1], tuple(status), tuple(made), len(found) - len(kept))


def values(course: Course) -> tuple[str, ...]:
    """All values that stood at some time, in the order of their first days."""
    return tuple(dict.fromkeys(p["value"] for stage in course.stages for p in stage.positions))


def _add(bars: list[Bar], bar: Bar) -> None:
    """Add a bar, or lengthen the one before it where nothing has changed."""
    if bars and bars[-1] == replace(bar, begin=bars[-1].begin, end=bar.begin):
        bars[-1] = replace(bars[-1], end=bar.end)
    else:
        bars.append(bar)
