"""Check: measures quality again and fails where a figure falls below its floor.

`python -m benchmarks.check DATA [NAME...]`

DATA is the corpora's folder. `floors.toml` has a table for each benchmark: the files it reads, from DATA,
each with the digest that the floors belong to, and the least or most that its figures may be.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sayso.reading import Reader

from .scores import digest, show

__all__ = ["FLOORS", "faults", "measure"]

FLOORS: dict[str, dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("floors.toml").read_text(encoding="utf-8")
)


def measure(reader: Reader, name: str, data: Path) -> dict[str, float]:
    """The figures of one benchmark on the corpora that its floors belong to.

    Raises ValueError where a file is another than the one the floors were set on.
    """
    corpora = {data / file: expected for file, expected in FLOORS[name]["corpora"].items()}
    for path, expected in corpora.items():
        if digest(path) != expected:
            raise ValueError(f"{path} is not the file that the floors of {name} were set on")
    figures: dict[str, float] = importlib.import_module(f"benchmarks.{name}").figures(reader, *corpora)
    return figures


def faults(name: str, figures: dict[str, float]) -> Iterable[str]:
    """What is below its floor, or above what it may be at most."""
    floor = FLOORS[name]
    for figure, least in floor.get("at_least", {}).items():
        if figures[figure] < least:
            yield f"{name}: {figure} is {figures[figure]:.2f}, at least {least} is due"
    for figure, most in floor.get("at_most", {}).items():
        if figures[figure] > most:
            yield f"{name}: {figure} is {figures[figure]:.2f}, at most {most} may be"


def main() -> None:
    """Print all figures; exit with 1 if any has fallen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"of {', '.join(FLOORS)}; all if none is given"
    )
    given = parser.parse_args()
    if unknown := set(given.names) - set(FLOORS):
        parser.error(f"no floors for {', '.join(sorted(unknown))}")
    reader = Reader(processes=2)
    found: list[str] = []
    for name in given.names or FLOORS:
        figures = measure(reader, name, given.data)
        print(f"== {name}")
        show(figures)
        found += faults(name, figures)
    sys.exit("\n".join(found) if found else 0)


if __name__ == "__main__":
    main()
