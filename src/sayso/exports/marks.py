"""Marks on a map: what values look like, places in their colours, and the names beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sayso.exports.canvas import fitted, measured
from sayso.exports.ground import LINE, write
from sayso.exports.labels import short
from sayso.exports.palette import Theme
from sayso.exports.window import Room, around, farther
from sayso.questions.claim import against

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.path import Path

__all__ = ["Look", "Mark", "marks", "swatch", "tint"]

HALF, NAME, LONG = 0.13, 10.0, 2.8
"""Half the width of a mark in inches, the size of its name in points, and the most inches of that."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a value looks: its colour and hatch on the page's colour; hollow and struck where it denies."""

    colour: str
    hatch: str
    page: str
    denied: bool

    @classmethod
    def of(cls, value: str, order: int, theme: Theme) -> Look:
        """The look of the value at a place in the order of values."""
        return cls(theme.value(order), theme.hatch(order), theme.page, bool(against(value)))

    def style(self) -> dict[str, Any]:
        """The same for a patch."""
        if self.denied:
            return {"facecolor": self.page, "edgecolor": self.colour, "linewidth": 1.2}
        return {"facecolor": self.colour, "edgecolor": self.page, "hatch": self.hatch, "linewidth": 0.8}


Mark = tuple[str, float, float, list[Look]]
"""A place: its name, inches from the left and the bottom, and the looks of the values that stand for it."""


def tint(axes: Axes, path: Path, looks: Sequence[Look]) -> None:
    """A country in the colours of values: the first filled, others hatched over it."""
    from matplotlib.patches import PathPatch

    for number, look in enumerate(looks):
        if number == 0 and not look.denied:
            patch = PathPatch(path, facecolor=look.colour, alpha=0.3, edgecolor=look.colour)
        else:
            hatch = look.hatch or "//"
            patch = PathPatch(path, facecolor="none", edgecolor=look.colour, hatch=hatch, linewidth=0)
        axes.add_artist(patch)


def marks(axes: Axes, places: Sequence[Mark], room: Room, theme: Theme) -> None:
    """Discs for all places, then the names that there is room for."""
    for _, x, y, looks in places:
        _disc(axes, x, y, looks, theme)
        room.taken.append((x - HALF, y - HALF, x + HALF, y + HALF))
    for name, x, y, _ in places:
        _name(axes, name, x, y, room, theme)


def swatch(axes: Axes, x: float, y: float, look: Look, theme: Theme) -> None:
    """A value's look, for a line of the legend that goes down from the top."""
    from matplotlib.patches import Rectangle

    axes.add_artist(Rectangle((x, y - 0.065), 0.26, 0.13, **look.style()))
    if look.denied:
        axes.plot([x, x + 0.26], [y + 0.065, y - 0.065], color=theme.ink, linewidth=1.2)


def _disc(axes: Axes, x: float, y: float, looks: Sequence[Look], theme: Theme) -> None:
    """A disc in as many equal parts as values stand for the place; struck where all of them deny it."""
    from matplotlib.patches import Circle, Wedge

    part = 360 / max(len(looks), 1)
    for number, look in enumerate(looks):
        begin = 90 - part * (number + 1)
        axes.add_artist(Wedge((x, y), HALF, begin, begin + part, zorder=4, **look.style()))
    axes.add_artist(Circle((x, y), HALF, facecolor="none", edgecolor=theme.ink, linewidth=1.2, zorder=5))
    if looks and all(look.denied for look in looks):
        axes.plot([x - HALF, x + HALF], [y - HALF, y + HALF], color=theme.ink, linewidth=1.6, zorder=6)


def _name(axes: Axes, told: str, x: float, y: float, room: Room, theme: Theme) -> None:
    """The name of a place beside its mark, or farther off at the end of a line."""
    name = fitted(axes.figure, short(told, 40), NAME, LONG)
    size = measured(axes.figure, name, NAME, "bold") + 0.06, NAME * LINE
    if near := room.take(around(x, y, *size, HALF + 0.03)):
        write(axes, name, near, NAME, theme.ink, "bold")
    elif far := room.take(farther(x, y, *size, HALF)):
        axes.plot([x, (far[0] + far[2]) / 2], [y, (far[1] + far[3]) / 2], color=theme.ink, linewidth=0.8)
        write(axes, name, far, NAME, theme.ink, "bold", theme.page)
