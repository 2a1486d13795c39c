"""Our range on the scale of a corpus of factuality, from −3 to 3: what people meant by the words we found.

`python -m benchmarks.scale DATA/factuality` fits it on the train parts, for `labels/certainty-scale.json`.

A row is a kind of statement and the median of what people said of such statements in train: the words that
gave our range ("will", "if could"), where at least LEAST statements have them, and else the range; each for
what is denied or not, and for nouns ("the takeover") apart from verbs. The median is what errs least. UW asks
how sure the author is that it happens, UDS-IH2 whether it has happened, so each has rows of its own.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from sayso.reading import Reader
from sayso.reading.annotations import Certainty, Polarity, Reading, Span
from sayso.reading.certainty import assess

__all__ = ["LEAST", "Judged", "fitted", "judged", "placed", "scale"]

LEAST = 8
"""Statements that a row is made of at least."""

FILE = Path(__file__).parent / "labels" / "certainty-scale.json"
_NAMING = frozenset(("NOUN", "PROPN", "PRON", "NUM"))


@dataclass(frozen=True, slots=True)
class Judged:
    """A target as we read it: the range, the polarity, the words that gave them, and whether it is a noun."""

    certainty: Certainty
    polarity: Polarity
    words: str
    noun: bool

    def rows(self) -> Iterator[str]:
        """The names of the rows that may tell its value, the closest first."""
        kind = f"{'noun' if self.noun else 'clause'} {self.polarity}"
        band = f"{self.certainty.low:.2f}-{self.certainty.high:.2f}"
        if self.words:
            yield f"{kind} {band} {self.words}"
        yield f"{kind} {band}"


def judged(reading: Reading, target: Span, upos: str) -> Judged:
    """What we make of the word at ``target``, whose part of speech is ``upos``."""
    certainty, polarity = assess(reading, (target,))
    words = " ".join(reading.text[start:end].lower() for start, end in certainty.spans)
    return Judged(certainty, polarity, words, upos in _NAMING)


def fitted(found: list[tuple[Judged, float]]) -> dict[str, float]:
    """The rows of a corpus: the median of each that has enough statements."""
    labels: dict[str, list[float]] = {}
    for target, label in found:
        for row in target.rows():
            labels.setdefault(row, []).append(label)
    return {row: round(median(some), 2) for row, some in sorted(labels.items()) if len(some) >= LEAST}


def placed(target: Judged, rows: Mapping[str, float]) -> float | None:
    """The value of a target by the closest row; None where there is none."""
    return next((rows[row] for row in target.rows() if row in rows), None)


def scale(corpus: str) -> dict[str, float]:
    """The rows made from the train part of a corpus ("uw", "uds_ih2")."""
    rows: dict[str, float] = json.loads(FILE.read_text(encoding="utf-8"))[corpus]
    return rows


def main() -> None:
    """Fit and write the rows."""
    from .certainty import targets

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="uw-train.jsonl and uds_ih2-train.jsonl lie in it")
    folder = parser.parse_args().folder
    reader = Reader()
    rows = {name: fitted(list(targets(reader, folder / f"{name}-train.jsonl"))) for name in ("uw", "uds_ih2")}
    FILE.write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
