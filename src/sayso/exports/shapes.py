"""The shapes of countries: Natural Earth's, at 1:10 million, rounded to a hundredth of a degree.

Borders are as they stand de facto, by Natural Earth's judgement (version 4.1); ``scripts/shapes.py`` made
the file, docs/pictures.md tells its terms.
"""

from __future__ import annotations

import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

__all__ = ["Box", "Shapes", "shapes"]

GRID = 100

Box = tuple[float, float, float, float]
"""West, south, east and north, in degrees."""

Points = NDArray[np.float64]
"""Degrees east and north, a row a point."""

HALF = 180.0
"""Half of the way around the world."""


@dataclass(frozen=True, slots=True, eq=False)
class Shapes:
    """Lines that part countries, or countries from the sea, and the rings that are made of them.

    ``shared`` tells of each line that it is a border; ``members`` are the lines of each ring, backwards
    where ``~line``; ``owners`` are the rows of the rings' countries; ``boxes`` has a ``Box`` a row. What
    crosses the antimeridian goes on beyond 180 degrees.
    """

    lines: list[Points]
    boxes: Points
    shared: NDArray[np.bool_]
    members: list[NDArray[np.int64]]
    ring_boxes: Points
    owners: NDArray[np.int64]

    def within(self, box: Box, shared: bool, least: float = 0.0) -> Iterator[Points]:
        """The borders (``shared``) or coasts that may cross a box, but for those under ``least`` degrees."""
        for at, shift in _meeting(self.boxes, box, least):
            if self.shared[at] == shared:
                yield self.lines[at] + np.array([shift, 0])

    def land(self, box: Box, least: float = 0.0) -> dict[int, list[Points]]:
        """The rings that may reach into a box, by the rows of their countries."""
        found: dict[int, list[Points]] = {}
        for at, shift in _meeting(self.ring_boxes, box, least):
            ring = self._ring(at) + np.array([shift, 0])
            found.setdefault(int(self.owners[at]), []).append(ring)
        return found

    def main(self, row: int) -> Points:
        """The largest ring of a country: France's without what lies overseas."""
        own = np.flatnonzero(self.owners == row)
        west, south, east, north = self.ring_boxes[own].T
        return self._ring(int(own[np.argmax((east - west) * (north - south))]))

    def _ring(self, at: int) -> Points:
        return _closed([self.lines[i] if i >= 0 else self.lines[~i][::-1] for i in self.members[at]])


@cache
def shapes() -> Shapes:
    """All shapes, read once."""
    file = BytesIO(lzma.decompress((files("sayso.exports") / "data" / "shapes.npy.xz").read_bytes()))
    deltas, lengths, shared, arcs, sizes, owners = (np.load(file) for _ in range(6))
    begins = np.cumsum(lengths) - lengths
    summed = np.cumsum(deltas.T, axis=0, dtype=np.int64)
    before = summed[begins] - deltas.T[begins]
    points = (summed - np.repeat(before, lengths, axis=0)) / GRID
    lines, boxes = np.split(points, begins[1:]), _boxes(points, points, begins)
    first = np.cumsum(sizes) - sizes
    used = boxes[np.where(arcs < 0, ~arcs, arcs)]
    found = Shapes(
        lines, boxes, shared, np.split(arcs, first[1:]), _boxes(used[:, :2], used[:, 2:], first), owners
    )
    for at in np.flatnonzero(_wide(found.ring_boxes)):
        found.ring_boxes[at] = _box(found._ring(int(at)))
    for at in np.flatnonzero(_wide(boxes)):
        lines[at] = _unwrapped(lines[at])
        boxes[at] = _box(lines[at])
    return found


def _closed(lines: list[Points]) -> Points:
    """A ring out of its lines; one that goes around a pole goes over it."""
    ring = np.concatenate(lines)
    if np.ptp(ring[:, 0]) < HALF:
        return ring
    ring = _unwrapped(ring)
    if abs(ring[-1, 0] - ring[0, 0]) < HALF:
        return ring
    pole = -90 if ring[0, 1] < 0 else 90
    return np.vstack([ring, [[ring[-1, 0], pole], [ring[0, 0], pole]], ring[:1]])


def _unwrapped(points: Points) -> Points:
    """Points without leaps from 180 degrees east to west, and with their middle nowhere beyond."""
    east = np.unwrap(points[:, 0], period=2 * HALF)
    turns = np.rint((east.min() + east.max()) / (4 * HALF))
    return np.column_stack([east - turns * 2 * HALF, points[:, 1]])


def _box(points: Points) -> tuple[float, ...]:
    return (*points.min(axis=0), *points.max(axis=0))


def _boxes(low: Points, high: Points, begins: NDArray[np.int64]) -> Points:
    """The boxes around runs of points, or of boxes."""
    return np.hstack([np.minimum.reduceat(low, begins), np.maximum.reduceat(high, begins)])


def _wide(boxes: Points) -> NDArray[np.bool_]:
    """Which boxes go around the world, most likely because what they hold crosses the antimeridian."""
    found: NDArray[np.bool_] = boxes[:, 2] - boxes[:, 0] >= HALF
    return found


def _meeting(boxes: Points, box: Box, least: float) -> Iterator[tuple[int, float]]:
    """The places of the boxes that meet a box, and the degrees by which to shift what they hold."""
    west, south, east, north = boxes.T
    large = np.maximum(east - west, north - south) >= least
    for shift in (-2 * HALF, 0.0, 2 * HALF):
        met = (west + shift < box[2]) & (east + shift > box[0]) & (south < box[3]) & (north > box[1])
        yield from ((int(at), shift) for at in np.flatnonzero(met & large))
