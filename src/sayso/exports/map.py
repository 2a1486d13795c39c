"""The map of an answer at a day: who holds a place, or where somebody is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from sayso.exports.canvas import Format, drawing, finished, fitted, page
from sayso.exports.ground import ground, names, scale
from sayso.exports.labels import counted, short
from sayso.exports.marks import Look, marks, swatch, tint
from sayso.exports.palette import THEMES, Theme, ThemeName
from sayso.exports.shapes import shapes
from sayso.exports.sites import Site, sites
from sayso.exports.window import Room, window
from sayso.questions.answer import Answer
from sayso.questions.claim import against

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["described", "map_of"]

WIDE, TALL, EDGE = 8.5, 5.0, 0.25
HEAD, ROW, FOOT = 0.75, 0.25, 0.4
"""Inches: the map and the margins around it, the title, a line below the map, the last line."""

MOST = 12
"""Lines below a map."""

CREDIT = "Borders: Natural Earth, as they stand de facto. Towns: GeoNames, CC BY 4.0."


def map_of(
    answer: Answer, format: Format = "svg", theme: ThemeName = "light", values: Sequence[str] = ()
) -> bytes | None:
    """The map of an answer about control or whereabouts: an SVG (UTF-8) or a PNG.

    None for other questions, and where no place of the answer is known. ``values`` are those of all the
    days that maps are drawn for (see ``sayso.exports.lanes.values``), so that each has one colour and,
    for whereabouts, the maps show one part of the world.

    Raises:
        ChartsMissing: Matplotlib is not installed.
    """
    found = sites(answer, values)
    known = [site for site in found.values() if site is not None]
    if not known:
        return None
    order = list(dict.fromkeys([*values, *(position.value for position in answer.positions)]))
    with drawing():
        figure = _drawn(answer, found, known, order, THEMES[theme])
        return finished(figure, format, short(answer.question.text, 80), described(answer))


def described(answer: Answer) -> str:
    """The same in words: the status at the day, the positions, and what was taken for each place."""
    return "\n".join([_headline(answer), *_lines(answer, sites(answer))])


def _headline(answer: Answer) -> str:
    return f"As of {answer.as_of}: {answer.status}"


def _lines(answer: Answer, found: dict[str, Site | None]) -> Iterator[str]:
    """A line a position; then one for each place that no position names."""
    left = dict(found)
    for position in answer.positions:
        name = against(position.value) or position.value
        origins = counted(len(position.origins), "origin")
        where = f": {_where(found[name])}" if name in found else ""
        left.pop(name, None)
        yield f"{short(position.value, 60)} ({origins}){where}"
    named = answer.question.subject.name
    if named in left:
        yield f"{short(named, 60)}: {_where(left[named])}"


def _where(site: Site | None) -> str:
    return site.where if site else "not on the map, for no such place is known"


def _drawn(
    answer: Answer, found: dict[str, Site | None], known: list[Site], order: list[str], theme: Theme
) -> Figure:
    lines = list(_lines(answer, found))
    below = ROW * min(len(lines), MOST + 1) + FOOT
    figure, axes = _axes(answer, below, theme)
    shown = window(_extent(known), WIDE, TALL)
    room = Room(WIDE, TALL)
    land = ground(axes, shown, theme)
    scale(axes, shown, room, theme)
    looks = {value: Look.of(value, order.index(value), theme) for value in order}
    marked = [(site, [looks[value] for value in values]) for site, values in _marked(answer, found)]
    for site, of in marked:
        if site.row is not None and site.row in land:
            tint(axes, land[site.row], of)
    marks(
        axes, [(site.name, *shown.at(site.longitude, site.latitude), of) for site, of in marked], room, theme
    )
    rows = {site.row for site in known}
    names(axes, shown, {row: path for row, path in land.items() if row not in rows}, room, theme)
    _legend(figure, lines, [looks[position.value] for position in answer.positions], below, theme)
    return figure


def _axes(answer: Answer, below: float, theme: Theme) -> tuple[Figure, Axes]:
    """A page with its titles, and axes in inches on it."""
    width, height = WIDE + 2 * EDGE, HEAD + TALL + below
    figure = page(width, height, theme)
    titles = (
        (short(answer.question.text, 80), 0.32, 13, theme.ink),
        (_headline(answer), 0.58, 9, theme.muted),
    )
    for text, down, size, colour in titles:
        figure.text(EDGE / width, 1 - down / height, text, size=size, color=colour)
    axes = figure.add_axes((EDGE / width, below / height, WIDE / width, TALL / height))
    axes.set(xlim=(0, WIDE), ylim=(0, TALL), xticks=[], yticks=[])
    axes.spines[:].set_color(theme.line)
    return figure, axes


def _extent(known: Sequence[Site]) -> Any:
    """What has to be on the map: towns, and countries with their largest parts; the shorter way around."""
    towns = [np.array([[site.longitude, site.latitude]]) for site in known if site.row is None]
    points = np.concatenate([*towns, *(shapes().main(site.row) for site in known if site.row is not None)])
    other = points + [[360, 0]] * (points[:, :1] < 0)
    return min(points, other, key=lambda tried: np.ptp(tried[:, 0]))


def _marked(answer: Answer, found: dict[str, Site | None]) -> Iterator[tuple[Site, list[str]]]:
    """The places that are known, each with the values that stand for it."""
    if answer.question.kind == "control":
        site = found[answer.question.subject.name]
        if site is not None:
            yield site, [position.value for position in answer.positions]
        return
    for name, site in found.items():
        values = [p.value for p in answer.positions if name in (p.value, against(p.value))]
        if site is not None and values:
            yield site, values


def _legend(figure: Figure, lines: list[str], looks: list[Look], below: float, theme: Theme) -> None:
    """The lines below the map, those of positions with their colours."""
    wide = WIDE + 2 * EDGE
    axes = figure.add_axes((0, 0, 1, below / figure.get_figheight()))
    axes.set(xlim=(0, wide), ylim=(below, 0))
    axes.set_axis_off()
    if len(lines) > MOST:
        lines = [*lines[:MOST], f"and {counted(len(lines) - MOST, 'more line')}"]
    for number, line in enumerate(lines):
        y = 0.1 + ROW * (number + 0.5)
        if number < min(len(looks), MOST):
            swatch(axes, EDGE, y, looks[number], theme)
        axes.text(
            EDGE + 0.36, y, fitted(figure, line, 9, WIDE - 0.4), size=9, color=theme.ink, va="center_baseline"
        )
    axes.text(EDGE, below - 0.14, CREDIT, size=7, color=theme.muted, va="center_baseline")
