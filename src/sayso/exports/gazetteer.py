"""Where places are: towns from GeoNames, countries from Natural Earth.

``scripts/gazetteer.py`` made the table of towns; docs/pictures.md tells its terms.
"""

from __future__ import annotations

import lzma
import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from anyascii import anyascii
from numpy.typing import NDArray

from sayso.intake.vocabulary import listed

__all__ = ["Country", "Town", "countries", "country_at", "key", "largest", "towns"]

OWN_NAME = 10
"""How many times as large a town counts that goes by a name, before one that is also called so."""

LARGE = 100_000
"""Inhabitants of a town that reports may call by another name without saying what country it is in."""


MUTE, BETWEEN = re.compile(r"['’‘ʿʾ`]"), re.compile(r"[^a-z0-9]+")
"""Marks inside of words that are left out, and what parts words."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country: its ISO 3166 code (its name where it has none), its name, its row among the shapes."""

    code: str
    name: str
    row: int


@dataclass(frozen=True, slots=True)
class Town:
    """A town: its name, its country's code, degrees north and east, and inhabitants."""

    name: str
    code: str
    latitude: float
    longitude: float
    population: int


def key(name: str) -> str:
    """What a name is looked up by: small letters of ASCII, with single spaces for whatever stands between."""
    plain = MUTE.sub("", name if name.isascii() else _without_accents(name))
    return BETWEEN.sub(" ", (plain if plain.isascii() else anyascii(plain)).lower()).strip()


def towns(name: str, preferred: Collection[str] = ()) -> tuple[Town, ...]:
    """The towns of a name, the likeliest first: those in preferred countries (codes), then the largest.

    A lesser town that only is also called so, in some language, is not taken for one elsewhere.
    """
    found = []
    for line in _lines(key(name)):
        town, own = _town(line), f"\t|{key(name)}|" in line
        if own or town.code in preferred or town.population >= LARGE:
            found.append((town.code not in preferred, -town.population * (OWN_NAME if own else 1), town))
    return tuple(town for *_, town in sorted(found, key=lambda one: one[:2]))


def largest(west: float, south: float, east: float, north: float, most: int) -> list[Town]:
    """The largest towns in a rectangle of degrees, the largest first; it may reach beyond 180 degrees."""
    lines, (latitudes, longitudes, inhabitants) = _columns()
    within = ((longitudes - west) % 360 < east - west) & (south < latitudes) & (latitudes < north)
    found = np.flatnonzero(within)
    return [_town(lines[at]) for at in found[np.argsort(-inhabitants[found], kind="stable")][:most]]


@cache
def countries() -> dict[str, Country]:
    """The countries by the keys of their names, and by ``=`` and their codes."""
    found: dict[str, Country] = {}
    for country, other in _countries():
        for known in (f"={country.code}", key(country.name), key(other)):
            found.setdefault(known, country)
    for line in listed("sayso.exports", "countries"):
        code, _, names = line.partition(":")
        for name in names.split(","):
            found[key(name)] = found[f"={code.strip()}"]
    return found


def country_at(row: int) -> Country:
    """The country at a row of the shapes."""
    return _countries()[row][0]


@cache
def _countries() -> tuple[tuple[Country, str], ...]:
    """The countries in the order of their shapes, with Natural Earth's names."""
    text = (files("sayso.exports") / "data" / "countries.tsv").read_text(encoding="utf-8")
    lines = (line.split("\t") for line in text.splitlines())
    return tuple((Country(code, name, row), other) for row, (code, name, other) in enumerate(lines))


def _without_accents(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def _lines(wanted: str) -> Iterator[str]:
    """The lines of the table that have a key."""
    table, mark = _table(), f"|{wanted}|"
    at = table.find(mark) if wanted else -1
    while at >= 0:
        end = table.index("\n", at)
        yield table[table.rfind("\n", 0, at) + 1 : end]
        at = table.find(mark, end)


@cache
def _columns() -> tuple[list[str], NDArray[np.float64]]:
    """The lines of the table, and of each latitude, longitude and inhabitants."""
    lines = _table().splitlines()
    numbers = [line.split("\t", 5)[2:5] for line in lines]
    return lines, np.array(numbers, np.float64).T / [[100], [100], [1]]


def _town(line: str) -> Town:
    name, code, latitude, longitude, population, _ = line.split("\t")
    return Town(name, code, int(latitude) / 100, int(longitude) / 100, int(population))


@cache
def _table() -> str:
    packed = (files("sayso.exports") / "data" / "places.tsv.xz").read_bytes()
    return lzma.decompress(packed).decode("utf-8")
