"""Growth: the time for one text of 10 kB, 100 kB and 1 MB, on one core.

`python -m benchmarks.growth PATH`   (PATH: PolNeAR's JSON or a Wikinews CSV)
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from sayso.intake.report import Report
from sayso.reading import Reader

from . import texts
from .pinned import peak_memory, pinned
from .scores import show

__all__ = ["seconds"]

SIZES = {"10 kB": 10_000, "100 kB": 100_000, "1 MB": 1_000_000}


def seconds(corpus: list[str]) -> dict[str, float]:
    """Seconds for each size, how many times those of the size before, and the peak memory in MB."""
    reader = Reader(processes=1)
    reader.read(Report.of(corpus[0]))
    figures = {}
    before = None
    for name, size in SIZES.items():
        report = Report.of(texts.long(corpus, size))
        start = time.perf_counter()
        reader.read(report)
        taken = figures[f"{name}, seconds"] = time.perf_counter() - start
        if before is not None:
            figures[f"{name}, times the one before"] = taken / before
        before = taken
    figures["peak memory, MB"] = peak_memory()
    return figures


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    given = parser.parse_args()
    show(pinned(1, seconds, texts.read(given.path)), given.path)


if __name__ == "__main__":
    main()
