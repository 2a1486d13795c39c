"""The part of the world that a map shows, in inches on the page; and where its labels have room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import cos, radians

import numpy as np
from numpy.typing import NDArray

from sayso.exports.shapes import Box

__all__ = ["Rectangle", "Room", "Window", "around", "farther", "window"]

LEAST = 5.0
"""Degrees from the south to the north of a map of one town: about 550 km."""

MARGIN = 1.5
"""How much wider a map is than what has to be on it."""

EDGE = 0.04
"""Inches between a label and the map's edge."""

Rectangle = tuple[float, float, float, float]
"""Left, bottom, right and top, in inches."""


@dataclass(frozen=True, slots=True)
class Window:
    """A box of degrees, drawn so many inches wide and tall; true to shape in its middle."""

    box: Box
    wide: float
    tall: float

    def place(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """Degrees east and north as inches from the left and the bottom."""
        west, south, east, north = self.box
        placed: NDArray[np.float64] = (points - (west, south)) * (
            self.wide / (east - west),
            self.tall / (north - south),
        )
        return placed

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        """One place, the way around the world that is on the map."""
        west = self.box[0]
        longitude = west + (longitude - west) % 360
        ((x, y),) = self.place(np.array([[longitude, latitude]]))
        return float(x), float(y)

    @property
    def inches_per_km(self) -> float:
        """The scale in the middle."""
        return self.tall / (self.box[3] - self.box[1]) / 111.2


def window(points: NDArray[np.float64], wide: float, tall: float) -> Window:
    """The window on points (degrees), with their surroundings."""
    (west, south), (east, north) = points.min(axis=0), points.max(axis=0)
    middle = (south + north) / 2
    narrow = cos(radians(min(abs(middle), 75.0)))
    high = max(LEAST, (north - south) * MARGIN, (east - west) * MARGIN * narrow * tall / wide)
    high = min(high, 360.0 * narrow * tall / wide)
    broad = high * wide / tall / narrow
    south = min(max(middle - high / 2, -85.0), 85.0 - high) if high < 170 else -high / 2
    left = (west + east - broad) / 2 if broad < 359 else -180.0
    return Window((left, south, left + broad, south + high), wide, tall)


@dataclass(slots=True)
class Room:
    """Which rectangles of a map are taken; labels are put where none is."""

    wide: float
    tall: float
    taken: list[Rectangle] = field(default_factory=list)

    def take(self, tried: Iterable[Rectangle]) -> Rectangle | None:
        """Take the first rectangle that is on the map and free; None where none is."""
        for rectangle in tried:
            if self._free(rectangle):
                self.taken.append(rectangle)
                return rectangle
        return None

    def _free(self, one: Rectangle) -> bool:
        if min(one[0], one[1], self.wide - one[2], self.tall - one[3]) < EDGE:
            return False
        return not any(
            one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
            for other in self.taken
        )


def around(x: float, y: float, wide: float, tall: float, gap: float) -> Iterator[Rectangle]:
    """Where a label may stand by a point: right of it, left, above, below."""
    yield x + gap, y - tall / 2, x + gap + wide, y + tall / 2
    yield x - gap - wide, y - tall / 2, x - gap, y + tall / 2
    yield x - wide / 2, y + gap, x + wide / 2, y + gap + tall
    yield x - wide / 2, y - gap - tall, x + wide / 2, y - gap


def farther(x: float, y: float, wide: float, tall: float, gap: float) -> Iterator[Rectangle]:
    """Where a label may stand that a line joins to its point: ever farther off, in eight directions."""
    for far in (2, 3, 4, 6, 8):
        for across, up in ((1, 1), (-1, 1), (1, -1), (-1, -1), (1, 0), (-1, 0), (0, 1), (0, -1)):
            middle, height = x + across * (far * gap + wide / 2), y + up * far * gap
            yield middle - wide / 2, height - tall / 2, middle + wide / 2, height + tall / 2
