"""Our range on the scale of a corpus of factuality, from −3 to 3: what people meant by what we read.

`python -m benchmarks.scale DATA/factuality` fits it on the train parts, for `labels/certainty-scale.json`.
With `--folds 5` it writes nothing: each fifth of a train part, as it stands in the file, is placed by a table
made from the other four.

A row is a trait of an event (see `traits`) and the points that it adds; a value is the sum of an event's rows
and the base, held between −3 and 3. The points are those that err least in absolute value, with a penalty of
PENALTY times the sum of their squares, found by Adam's descent; a trait needs LEAST events. UW asks how sure
the author is that it happens, UDS-IH2 whether it has happened, so each has rows of its own.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np

__all__ = ["BASE", "LEAST", "fitted", "placed", "scale"]

LEAST = 5
"""Events that a row is made of at least."""

PENALTY = 20.0
"""What a row pays for the square of its points, in points of error on one event.

The network was trained on the train parts, so its values are better there than elsewhere.
"""

BASE = "base"
"""The row of every event."""

FILE = Path(__file__).parent / "labels" / "certainty-scale.json"
_LIMIT = 3.0
_STEPS = 250
_RATE = 0.04
_LEAK = 0.02  # beyond the limits a little of the slope is left, so that no row is stuck there

Judged = Sequence[str]


def fitted(found: Sequence[tuple[Judged, float]]) -> dict[str, float]:
    """The rows of a corpus, of its events' traits and what people said of them."""
    counts = Counter(trait for traits, _ in found for trait in traits)
    names = [BASE, *sorted(trait for trait, count in counts.items() if count >= LEAST)]
    numbers = {name: number for number, name in enumerate(names)}
    kept = [[0, *(numbers[trait] for trait in traits if trait in numbers)] for traits, _ in found]
    points = _descent(kept, np.array([label for _, label in found]), len(names))
    return {name: round(float(points[at]), 2) for name, at in numbers.items() if abs(points[at]) >= 0.005}


def _descent(events: Sequence[Sequence[int]], labels: np.ndarray, rows: int) -> np.ndarray:
    """The points of each row: Adam's descent on the absolute error, all events at once."""
    event = np.repeat(np.arange(len(events)), [len(some) for some in events])
    row = np.concatenate([np.array(some) for some in events])
    points, mean, square = np.zeros(rows), np.zeros(rows), np.zeros(rows)
    points[0] = _LIMIT
    for step in range(1, _STEPS + 1):
        raw = np.bincount(event, points[row], len(events))
        value = np.clip(raw, -_LIMIT, _LIMIT)
        slope = np.sign(value - labels) * np.where(value == raw, 1.0, _LEAK)
        down = np.bincount(row, slope[event], rows)
        down[1:] += 2 * PENALTY * points[1:]
        down /= len(events)
        mean = 0.9 * mean + 0.1 * down
        square = 0.999 * square + 0.001 * down**2
        rate = _RATE * (1 - (step - 1) / _STEPS)
        points -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return points


def placed(traits: Iterable[str], rows: Mapping[str, float]) -> float:
    """The value of an event from −3 to 3, by its traits."""
    total = rows.get(BASE, 0.0) + sum(rows.get(trait, 0.0) for trait in traits)
    return max(-_LIMIT, min(_LIMIT, total))


def scale(corpus: str) -> dict[str, float]:
    """The rows made from the train part of a corpus ("uw", "uds_ih2")."""
    rows: dict[str, float] = json.loads(FILE.read_text(encoding="utf-8"))[corpus]
    return rows


def across(found: Sequence[tuple[Judged, float]], folds: int) -> float:
    """The mean absolute error of events placed by rows that were made without their part of the corpus."""
    edges = [len(found) * fold // folds for fold in range(folds + 1)]
    errors: list[float] = []
    for first, last in pairwise(edges):
        rows = fitted([*found[:first], *found[last:]])
        errors += [abs(placed(traits, rows) - label) for traits, label in found[first:last]]
    return float(np.mean(errors))


def main() -> None:
    """Fit and write the rows, or say how well rows made so do on what they were not made from."""
    from sayso.reading import Reader

    from .certainty import targets

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="uw-train.jsonl and uds_ih2-train.jsonl lie in it")
    parser.add_argument("--folds", type=int, default=0, help="parts to place by the others; writes nothing")
    given = parser.parse_args()
    reader = Reader()
    rows = {}
    for name in ("uw", "uds_ih2"):
        found = [(t.traits, label) for t, label in targets(reader, given.folder / f"{name}-train.jsonl")]
        if given.folds:
            print(f"{name}-train in {given.folds} parts, MAE {across(found, given.folds):.3f}")
        else:
            rows[name] = fitted(found)
    if rows:
        FILE.write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
