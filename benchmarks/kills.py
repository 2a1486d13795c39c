"""Kills: `kill -9` at random moments while reports are added, and what is left then.

`python -m benchmarks.kills DATA/wikinews [--ledger URL] [--kills 100]`

The first 60 Wikinews articles go into a ledger by `sayso add`, which is killed again and again (seed 1)
and run once more to its end; each time a ledger is full, the next one is begun. After every kill the
database is checked, and each full ledger is compared, row by row, with one made without kills. Only
when a thing was captured may differ.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from sqlalchemy import Column, String, select, text

from sayso.ledger.database import connect
from sayso.ledger.schema import CLAIM, CLAIM_WORD, METADATA

from . import wikinews
from .scores import show

__all__ = ["kill", "rows"]

ARTICLES = 60
LONGEST = 6.0
"""Seconds after which a kill comes at the latest: loading takes about one, the articles about five."""

VARYING = {"captured_at", "path"}


def rows(place: str) -> dict[str, list[Any]]:
    """Every table's rows, in order, without what differs from run to run."""
    engine = connect(place)
    words = select(CLAIM_WORD.c.word, CLAIM.c.report, CLAIM.c.number).join(CLAIM)
    queries = {
        table.name: select(*(c for c in table.c if c.name not in VARYING and not _counted(c)))
        for table in METADATA.sorted_tables
    } | {"claim_word": words}
    with engine.connect() as connection:
        found = {name: sorted(map(repr, connection.execute(query))) for name, query in queries.items()}
    engine.dispose()
    return found


def _counted(column: Column[Any]) -> bool:
    """Whether a column counts up: PostgreSQL leaves gaps where a transaction was killed."""
    return column.name == "id" and not isinstance(column.type, String)


def kill(command: list[str], after: float) -> bool:
    """Run a command and kill it; whether it was still running then."""
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        running.wait(after)
    except subprocess.TimeoutExpired:
        running.kill()
        running.wait()
        return True
    return False


def whole(place: str) -> bool:
    """Whether the database finds nothing wrong with itself."""
    if "://" not in place:
        if not Path(place).exists():
            return True
        with sqlite3.connect(place) as connection:
            found = connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        connection.close()
        return found
    engine = connect(place)
    with engine.connect() as connection:  # a sequential scan reads every row; the keys must fit
        count = connection.execute(text("SELECT count(*) FROM statement JOIN report ON report.id = report"))
        found = count.scalar() == connection.execute(text("SELECT count(*) FROM statement")).scalar()
    engine.dispose()
    return found


def emptied(place: str) -> None:
    """Take everything out of a ledger."""
    if "://" not in place:
        for path in Path(place).parent.glob(f"{Path(place).name}*"):
            path.unlink()
        return
    engine = connect(place)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()


def main() -> None:
    """Kill, and print what became of it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--ledger", help="a PostgreSQL database, which is emptied, instead of a file")
    parser.add_argument("--kills", type=int, default=100)
    given = parser.parse_args()
    chance = random.Random(1)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "wikinews.jsonl")
        wikinews.write(given.corpus, source)
        lines = source.read_text(encoding="utf-8").splitlines(keepends=True)
        source.write_text("".join(lines[:ARTICLES]), encoding="utf-8")
        place = given.ledger or str(Path(folder, "killed.db"))
        emptied(place)
        command = [sys.executable, "-m", "sayso", "add", str(source), "--ledger"]
        spotless = str(Path(folder, "spotless.db"))
        subprocess.run([*command, spotless], check=True, capture_output=True)
        expected = rows(spotless)
        counts: Counter[str] = Counter()
        start = time.perf_counter()
        while counts["kills"] < given.kills:
            if kill([*command, place], chance.uniform(0.2, LONGEST)):
                counts["kills"] += 1
                counts["damaged databases"] += not whole(place)
            else:
                _compared(counts, place, expected)
                emptied(place)
        subprocess.run([*command, place], check=True, capture_output=True)
        _compared(counts, place, expected)
    show({name: counts[name] for name in ("kills", "damaged databases", "ledgers", "that differ")})
    print(f"{time.perf_counter() - start:.0f} s")


def _compared(counts: Counter[str], place: str, expected: dict[str, list[Any]]) -> None:
    found = rows(place)
    differing = [name for name in expected if found[name] != expected[name]]
    counts["ledgers"] += 1
    counts["that differ"] += bool(differing)
    if differing:
        print(f"differ: {', '.join(differing)}")


if __name__ == "__main__":
    main()
