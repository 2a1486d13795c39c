"""The ledger: adding Wikinews, once and again.

`python -m benchmarks.ledger DATA/wikinews [--ledger URL]`

Seconds, the share of them that reading takes, bytes of the database a report (SQLite), and the time
of adding everything again.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections import Counter
from pathlib import Path

from sayso.add import add
from sayso.intake import Unreadable, receive
from sayso.ledger import Ledger
from sayso.read import reader

from . import wikinews
from .scores import percent, show

__all__ = ["figures"]


def figures(corpus: Path, place: str | None) -> dict[str, float]:
    """All figures; ``place`` is an empty database, or None for a file of SQLite."""
    with tempfile.TemporaryDirectory() as folder:
        source, file = Path(folder, "wikinews.jsonl"), Path(folder, "ledger.db")
        count = wikinews.write(corpus, source)
        reading = _read_only(source)
        with Ledger.open(place or file) as ledger:
            first, outcomes = _added(ledger, source)
            again, unchanged = _added(ledger, source)
        size = sum(path.stat().st_size for path in Path(folder).glob("ledger.db*"))
    assert outcomes["failed"] == 0, outcomes
    assert unchanged == Counter(unchanged=count), unchanged
    found = {
        "reports": count,
        "near-copies among them": outcomes["copy"],
        "seconds": first,
        "reading alone, % of them": percent(reading, first),
        "adding again, % of them": percent(again, first),
    }
    return found if place else found | {"kB of database a report": size / count / 1000}


def _read_only(source: Path) -> float:
    reports = [item.report for item in receive([str(source)]) if not isinstance(item, Unreadable)]
    reader(_cores()).read(reports[0])
    start = time.perf_counter()
    for _ in reader(_cores()).read_many(reports):
        pass
    return time.perf_counter() - start


def _added(ledger: Ledger, source: Path) -> tuple[float, Counter[str]]:
    outcomes: Counter[str] = Counter()
    start = time.perf_counter()
    for item in add(ledger, receive([str(source)]), _cores()):
        outcomes["failed" if isinstance(item, Unreadable) else item[1].outcome] += 1
    return time.perf_counter() - start, outcomes


def _cores() -> int:
    return len(os.sched_getaffinity(0))


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--ledger", help="an empty PostgreSQL database, instead of a file")
    given = parser.parse_args()
    show(figures(given.corpus, given.ledger), *sorted(given.corpus.glob("wikinews_*.csv")))


if __name__ == "__main__":
    main()
