"""The chart of how an answer changed over time: a lane for each value, or the narrowing bounds of a date."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.exports.band import band
from sayso.exports.canvas import Format, drawing, finished
from sayso.exports.chart import chart
from sayso.exports.labels import counted, short
from sayso.exports.lanes import lanes
from sayso.exports.palette import THEMES, ThemeName
from sayso.questions.answer import Answer
from sayso.questions.listing import Change

__all__ = ["described", "timeline"]


def timeline(changes: Sequence[Change], format: Format = "svg", theme: ThemeName = "light") -> bytes:
    """The chart of an answer's changes: an SVG (UTF-8) or a PNG, always the same for the same changes.

    Raises:
        ValueError: there are no changes.
        ChartsMissing: Matplotlib is not installed.
    """
    if not changes:
        raise ValueError("nothing to draw: no dated report says anything of it")
    title = short(changes[0].answer.question.text, 80)
    with drawing():
        dating = changes[0].answer.question.kind == "dating"
        figure = (
            band(changes, title, THEMES[theme]) if dating else chart(lanes(changes), title, THEMES[theme])
        )
        return finished(figure, format, title, described(changes))


def described(changes: Sequence[Change]) -> str:
    """The same in words, a line a change."""
    return "\n".join(f"{change.day}: {_told(change.answer)}" for change in changes)


def _told(answer: Answer) -> str:
    if answer.dating is not None:
        bounds = (("not before", answer.dating.not_before), ("not after", answer.dating.not_after))
        told = [f"{name} {bound.day}" for name, bound in bounds if bound]
    else:
        told = [
            f"{short(position.value, 80)} ({counted(len(position.origins), 'origin')})"
            for position in answer.positions
        ]
    return ", ".join([answer.status, *told])
