"""The drawing of when an artifact was made: how its bounds narrowed as reports came in."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sayso.exports.canvas import measured
from sayso.exports.chart import WIDE, days_axis, headed, named
from sayso.exports.days import ordinal
from sayso.exports.palette import Theme
from sayso.ledger import Stage
from sayso.questions.stages import Course

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["band"]

MOST = 30
"""Rows that a chart has room for: the last ones."""

ROW, SMALL = 0.46, 8.0

SUBTITLE = "Bars: between which days it was made, by the reports of each day"


def band(course: Course, title: str, theme: Theme) -> Figure:
    """The figure of the bounds of a date: a row a stage, each from not before to not after."""
    rows = [(stage.day, _bounds(stage)) for stage in course.stages[-MOST:]]
    known = [day for _, bounds in rows for day in bounds if day]
    known = known or [day for stage in course.stages if (day := ordinal(stage.day)) is not None]
    margin = max(2, round((max(known) - min(known)) * 0.12))
    begin, end = max(1, min(known) - margin), min(date.max.toordinal(), max(known) + margin)
    figure, axes = headed(
        title,
        "Bars: between which days it was made, by the reports of each day",
        ROW * len(rows) + 0.1,
        theme,
    )
    days_axis(axes, begin, end, theme)
    for at, (reported, (low, high)) in enumerate(rows):
        middle = ROW * (at + 0.5)
        named(axes, middle, reported, theme.ink)
        _row(axes, middle, (begin, low, high, end), theme)
    return figure


def _bounds(stage: Stage) -> tuple[int | None, int | None]:
    told = stage.positions[0] if stage.positions else {}
    return ordinal(told.get("not_before") or ""), ordinal(told.get("not_after") or "")


def _row(axes: Axes, y: float, days: tuple[int, int | None, int | None, int], theme: Theme) -> None:
    """One change's bar, open (with an arrow) where there is no bound."""
    begin, low, high, end = days
    if low is None and high is None:
        axes.text(begin, y, "undated", size=SMALL, color=theme.muted, va="center")
        return
    left, right = (begin if low is None else low), (end if high is None else high)
    colour = theme.value(0)
    axes.barh(y, right - left, 0.13, left=left, color=colour, alpha=0.45)
    for bound, marker, edge in ((low, "<", left), (high, ">", right)):
        axes.plot([edge], [y], marker=marker if bound is None else "|", color=colour, markersize=8, mew=2)
    told = " – ".join((_day(low, "no earliest day"), _day(high, "no latest day")))
    middle = (left + right) / 2
    half = measured(axes.figure, told, SMALL) / 2 / WIDE * (end - begin)
    middle = min(max(middle, begin + half), end - half)
    axes.text(middle, y - 0.1, told, size=SMALL, color=theme.ink, ha="center", va="bottom")


def _day(ordinal: int | None, otherwise: str) -> str:
    return otherwise if ordinal is None else date.fromordinal(ordinal).isoformat()
