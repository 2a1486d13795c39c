"""The chart of how an answer changed over time: a lane for each value, or the narrowing bounds of a date."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sayso.exports.band import band
from sayso.exports.canvas import Format, drawing, finished
from sayso.exports.chart import chart
from sayso.exports.labels import counted, short
from sayso.exports.lanes import lanes
from sayso.exports.palette import THEMES, ThemeName
from sayso.ledger import Stage
from sayso.questions.stages import Course

__all__ = ["described", "timeline"]


def timeline(course: Course, format: Format = "svg", theme: ThemeName = "light") -> bytes:
    """The chart of an answer's course: an SVG (UTF-8) or a PNG, always the same for the same course.

    Raises:
        ValueError: no stage of it has a day.
        ChartsMissing: Matplotlib is not installed.
    """
    seen = _seen(course)
    if not seen.stages:
        raise ValueError("nothing to draw: no dated report says anything of it")
    title = short(course.question.text, 80)
    with drawing():
        dating = course.question.kind == "dating"
        figure = band(seen, title, THEMES[theme]) if dating else chart(lanes(seen), title, THEMES[theme])
        return finished(figure, format, title, described(seen))


def described(course: Course) -> str:
    """The same in words, a line a stage."""
    return "\n".join(f"{stage.day}: {_told(stage)}" for stage in _seen(course).stages)


def _seen(course: Course) -> Course:
    """The stages of which a chart has something to show: those with a day and another look than before."""
    kept: list[Stage] = []
    for stage in course.stages:
        if stage.day and not (kept and _look(stage) == _look(kept[-1])):
            kept.append(stage)
    return replace(course, stages=tuple(kept))


def _look(stage: Stage) -> tuple[Any, ...]:
    shown = ("value", "origins", "not_before", "not_after")
    return stage.status, [[position.get(name) for name in shown] for position in stage.positions]


def _told(stage: Stage) -> str:
    told = [
        f"{short(position['value'], 80)} ({counted(position['origins'], 'origin')})"
        for position in stage.positions
        if "value" in position
    ]
    told += [
        f"{name.replace('_', ' ')} {position[name]}"
        for position in stage.positions
        for name in ("not_before", "not_after")
        if position.get(name)
    ]
    return ", ".join([stage.status, *told])
