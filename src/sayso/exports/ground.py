"""The surroundings on a map: land and sea, borders and coasts, names of countries, and larger towns."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from sayso.exports.canvas import measured
from sayso.exports.gazetteer import country_at, largest
from sayso.exports.palette import Theme
from sayso.exports.shapes import shapes
from sayso.exports.window import Rectangle, Room, Window, around

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.path import Path

__all__ = ["ground", "names", "scale", "write"]

TOWNS, TRIED = 14, 80
"""Towns shown for orientation, and towns for which room is looked for."""

COUNTRY, TOWN, DOT = 9.0, 7.5, 0.03
"""Sizes of the names in points, and half the width of a town's dot with its surroundings in inches."""

LINE = 1.35 / 72
"""Inches a point of size: how high a line of text is."""

FINE = 0.01
"""Inches between two points of a line that are told apart."""

KILOMETRES = (5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)


def ground(axes: Axes, shown: Window, theme: Theme) -> dict[int, Path]:
    """Draw land, coasts and borders on axes in inches; returns the land of each country (its row)."""
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    axes.set_facecolor(theme.sea)
    dot = FINE / shown.wide * (shown.box[2] - shown.box[0])
    found = ((row, _land(rings, shown)) for row, rings in shapes().land(shown.box, dot).items())
    land = {row: path for row, path in found if path is not None}
    for path in land.values():
        axes.add_artist(PathPatch(path, facecolor=theme.land, edgecolor="none"))
    dashes: list[Any] = ["-", (0, (5, 2))]
    for shared, colour in ((False, theme.line), (True, theme.muted)):
        lines = [Path(_coarse(shown.place(line))) for line in shapes().within(shown.box, shared, dot)]
        if lines:
            whole = Path.make_compound_path(*lines)
            whole.simplify_threshold = FINE / 3
            path = whole.cleaned(clip=(0, 0, shown.wide, shown.tall), simplify=True)
            axes.add_artist(
                PathPatch(path, facecolor="none", edgecolor=colour, linewidth=0.8, linestyle=dashes[shared])
            )
    return land


def names(axes: Axes, shown: Window, land: dict[int, Path], room: Room, theme: Theme) -> None:
    """Write the names of countries and of larger towns where there is room, with dots for the towns."""
    for row, path in land.items():
        told = country_at(row).name.upper()
        if np.ptp(np.asarray(path.vertices)[:, 0]) < len(told) * COUNTRY / 144:
            continue  # surely too narrow
        wide, tall = measured(axes.figure, told, COUNTRY), COUNTRY * LINE
        if found := room.take(_inside(path, wide, tall)):
            write(axes, told, found, COUNTRY, theme.muted)
    count = 0
    for town in largest(*shown.box, most=TRIED):
        x, y = shown.at(town.longitude, town.latitude)
        if count < TOWNS and room.take([(x - DOT, y - DOT, x + DOT, y + DOT)]):
            wide, tall = measured(axes.figure, town.name, TOWN), TOWN * LINE
            if found := room.take(around(x, y, wide, tall, 2 * DOT)):
                axes.plot([x], [y], marker="o", markersize=2.6, color=theme.muted)
                write(axes, town.name, found, TOWN, theme.ink)
                count += 1


def scale(axes: Axes, shown: Window, room: Room, theme: Theme) -> None:
    """Draw a bar of so many kilometres."""
    most = shown.wide / 5 / shown.inches_per_km
    far = max((km for km in KILOMETRES if km <= most), default=KILOMETRES[0])
    long = far * shown.inches_per_km
    left, low = 0.12, 0.1
    room.take([(left, low, left + long, low + 0.25)])
    axes.plot(
        [left, left, left + long, left + long], [low + 0.06, low, low, low + 0.06], color=theme.ink, lw=1
    )
    axes.text(left + long / 2, low + 0.04, f"{far} km", size=TOWN, color=theme.ink, ha="center", va="bottom")


def _land(rings: list[NDArray[np.float64]], shown: Window) -> Path | None:
    """A country's part of the window, in inches; None where it has none that can be seen."""
    from matplotlib.path import Path
    from matplotlib.transforms import Bbox

    seen = [ring for ring in (_coarse(shown.place(ring)) for ring in rings) if len(ring) > 3]
    if not seen:
        return None
    codes = np.concatenate([[Path.MOVETO, *[Path.LINETO] * (len(ring) - 2), Path.CLOSEPOLY] for ring in seen])
    whole = Path(np.concatenate(seen), codes)
    part = whole.clip_to_bbox(Bbox([[-0.1, -0.1], [shown.wide + 0.1, shown.tall + 0.1]]))
    return part if np.size(part.vertices) else None


def _coarse(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Points without those that nobody sees: two in one dot of the page are one."""
    dots = np.rint(points / FINE)
    kept = np.ones(len(points), bool)
    kept[1:-1] = (dots[1:-1] != dots[:-2]).any(axis=1)
    return points[kept]


def _inside(path: Path, wide: float, tall: float) -> Iterator[Rectangle]:
    """Where a name lies wholly in the largest part of a country, the places nearest to its middle first."""
    parts = [np.asarray(part) for part in path.to_polygons()]
    outline = max(parts, key=_area, default=None)
    if outline is None or len(outline) < 4:
        return
    (left, low), (right, high) = outline.min(axis=0), outline.max(axis=0)
    across, up = np.meshgrid(np.linspace(left, right, 13)[1:-1], np.linspace(low, high, 13)[1:-1])
    centres = np.column_stack([across.ravel(), up.ravel()])
    centres = centres[np.argsort(((centres - _centre(outline)) ** 2).sum(axis=1))]
    half = np.array([wide / 2, tall / 2])
    part = type(path)(outline)
    corners = [part.contains_points(centres + half * corner) for corner in product((-1, 1), repeat=2)]
    for x, y in centres[np.all(corners, axis=0)]:
        yield x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2


def _area(points: NDArray[np.float64]) -> float:
    x, y = points.T
    return abs(float(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1))))


def _centre(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """The centre of the area within an outline."""
    after = np.roll(points, -1, axis=0)
    parts = points[:, 0] * after[:, 1] - after[:, 0] * points[:, 1]
    whole = parts.sum() or 1.0
    centre: NDArray[np.float64] = ((points + after) * parts[:, None]).sum(axis=0) / (3 * whole)
    return centre


def write(
    axes: Axes,
    text: str,
    at: Rectangle,
    size: float,
    colour: str,
    weight: str = "normal",
    behind: str = "none",
) -> None:
    """Write a text into a rectangle that was measured for it, on a colour."""
    x, y = (at[0] + at[2]) / 2, (at[1] + at[3]) / 2
    style: dict[str, Any] = {"ha": "center", "va": "center_baseline", "weight": weight}
    if behind != "none":
        style["bbox"] = {"facecolor": behind, "edgecolor": "none", "pad": 1}
    axes.text(x, y, text, size=size, color=colour, zorder=7, **style)
