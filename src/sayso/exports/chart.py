"""The drawing of a timeline's lanes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sayso.exports.canvas import fitted, measured, page
from sayso.exports.days import ticks
from sayso.exports.labels import counted, short
from sayso.exports.lanes import Bar, Lane, Lanes
from sayso.exports.palette import Theme

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["WIDE", "chart", "days_axis", "headed", "named"]

WIDTH, LEFT, RIGHT = 9.0, 2.0, 0.55
WIDE = WIDTH - LEFT - RIGHT
HEAD, STATUS, LANE, FOOT = 0.8, 0.62, 0.5, 0.5
BAR = (0.09, 0.13, 0.17, 0.21)
"""How high a bar is with one, two, three, or more origins. All sizes are in inches."""

SMALL = 8.0


def chart(told: Lanes, title: str, theme: Theme) -> Figure:
    """The figure of a timeline's lanes, under its title."""
    rows = len(told.lanes) + bool(told.left_out)
    tall = STATUS + LANE * max(rows, 1)
    figure, axes = headed(
        title, "Bars: how long each answer stood, and from how many independent origins", tall, theme
    )
    days_axis(axes, told.begin, told.end, theme)
    _status(axes, told, theme)
    for at, lane in enumerate(told.lanes):
        _lane(axes, told, lane, at, theme)
    if told.left_out:
        more = f"and {counted(told.left_out, 'earlier value')}"
        named(axes, STATUS + LANE * (rows - 0.5), more, theme.muted)
    return figure


def headed(title: str, line: str, tall: float, theme: Theme) -> tuple[Figure, Axes]:
    """A figure with a title and a line under it, and axes ``tall`` inches high, measured from the top."""
    height = HEAD + tall + FOOT
    figure = page(WIDTH, height, theme)
    for text, down, size, colour in ((title, 0.34, 13, theme.ink), (line, 0.6, 9, theme.muted)):
        figure.text(0.25 / WIDTH, 1 - down / height, text, size=size, color=colour)
    axes = figure.add_axes((LEFT / WIDTH, FOOT / height, WIDE / WIDTH, tall / height))
    axes.set_ylim(tall, 0)
    axes.set_facecolor("none")
    axes.set_yticks([])
    for side in ("left", "right", "top"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(theme.line)
    return figure, axes


def days_axis(axes: Axes, begin: int, end: int, theme: Theme) -> None:
    """Days along the bottom, with lines up."""
    axes.set_xlim(begin, end)
    marked = ticks(begin, end)
    axes.set_xticks([at for at, _ in marked], [label for _, label in marked])
    axes.tick_params(axis="x", color=theme.line, labelcolor=theme.muted, labelsize=9)
    axes.grid(axis="x", color=theme.line, linewidth=0.6)
    axes.set_axisbelow(True)


def _status(axes: Axes, told: Lanes, theme: Theme) -> None:
    """The strip of what the answer amounted to, with the words above it where they have room."""
    from matplotlib.patches import Patch

    named(axes, 0.38, "status", theme.muted)
    looks = {bar.label: _look(bar.label, theme) for bar in told.status}
    taken = told.begin - 1.0
    for bar in told.status:
        axes.barh(0.38, bar.end - bar.begin, 0.16, left=bar.begin, **looks[bar.label])
        taken = _above(axes, 0.25, told, bar, (bar.label,), taken, theme)
    axes.legend(
        [Patch(**look) for look in looks.values()],
        list(looks),
        loc="lower right",
        bbox_to_anchor=(1, 1),
        ncols=len(looks),
        fontsize=SMALL,
        labelcolor=theme.muted,
        frameon=False,
        handlelength=1.4,
        borderaxespad=0.1,
    )


def _look(status: str, theme: Theme) -> dict[str, Any]:
    """How the strip looks at a status: filled, hatched, hollow, or dotted where nothing is reported."""
    return {
        "facecolor": theme.muted if status == "corroborated" else theme.page,
        "edgecolor": theme.muted,
        "hatch": "////" if status == "disputed" else "",
        "linestyle": ":" if status == "unreported" else "-",
    }


def _lane(axes: Axes, told: Lanes, lane: Lane, at: int, theme: Theme) -> None:
    """A value's bars; what is only denied is hollow."""
    middle = STATUS + LANE * (at + 0.6)
    axes.axhline(middle, color=theme.line, linewidth=0.6, zorder=0.5)
    named(axes, middle, lane.value, theme.ink)
    taken = told.begin - 1.0
    for bar in lane.bars:
        high = BAR[min(max(bar.origins, 1), len(BAR)) - 1]
        face = theme.page if lane.denied else theme.value(lane.order)
        axes.barh(
            middle,
            bar.end - bar.begin,
            high,
            left=bar.begin,
            facecolor=face,
            edgecolor=theme.value(lane.order),
        )
        if bar.end == told.end:  # it stands still
            axes.plot(
                [bar.end], [middle], marker=9, color=theme.value(lane.order), markersize=8, clip_on=False
            )
        words = (counted(bar.origins, "origin"), str(bar.origins))
        taken = _above(axes, middle - high / 2 - 0.05, told, bar, words, taken, theme)


def _above(
    axes: Axes, y: float, told: Lanes, bar: Bar, words: tuple[str, ...], taken: float, theme: Theme
) -> float:
    """Write the longest of some words that has room above a bar, if any does.

    ``taken`` is where the text before ends, as a day; returns the same of this one. A number may be
    wider than its bar, a word may not.
    """
    days_an_inch = (told.end - told.begin) / WIDE
    for word in words:
        end = bar.begin + (measured(axes.figure, word, SMALL) + 0.06) * days_an_inch
        if bar.begin >= taken and (end <= bar.end or word.isdigit()):
            axes.text(bar.begin + 0.03 * days_an_inch, y, word, size=SMALL, color=theme.ink, va="bottom")
            return end
    return taken


def named(axes: Axes, y: float, name: str, colour: str) -> None:
    """A lane's name, left of it."""
    axes.text(
        -0.12 / WIDE,
        y,
        fitted(axes.figure, short(name, 40), 10, LEFT - 0.3),
        size=10,
        color=colour,
        ha="right",
        va="center",
        transform=axes.get_yaxis_transform(),
    )
