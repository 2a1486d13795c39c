"""Certainty: against what people said of events, whether they happened, from −3 to 3.

`python -m benchmarks.certainty DATA/factuality`

UW (Lee et al. 2015) and UDS-IH2 (Rudinger et al. 2018), the dev parts; each target is one word. What we
read of it (the range, its words, where the word stands in the sentence, and the network's own value) is put
on their scale by a table of points made from the train parts (see `scale` and `traits`). "Formula" is the
range alone: p is the point three quarters of the way from the middle of the range to that end which leans
further to one side (the upper end where both lean alike, since the thing is asserted); the value is 6p − 3,
and its opposite where the polarity is negative. So "plain" is 3.0, "likely" 1.6, "unverified" 1.4,
"unlikely" −1.6. Table, lists of words and rules were made on the train parts only. Beside ours stand the
formula, and a reader that holds everything for certain ("always 3").
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from sayso.reading import Reader
from sayso.reading.annotations import Certainty, Polarity
from sayso.reading.certainty import assess
from training.corpora.factuality import sentences

from .scale import placed, scale
from .scores import show
from .traits import learned, traits

__all__ = ["Target", "figures", "targets", "value"]

LEAN = 0.75

COLUMNS = {"uw": 0, "uds_ih2": 1}
"""Which of the network's two values of a word is meant as each corpus has it (see ``Words.factuality``)."""


@dataclass(frozen=True, slots=True)
class Target:
    """A target as we read it."""

    certainty: Certainty
    polarity: Polarity
    traits: tuple[str, ...]


def targets(reader: Reader, corpus: Path) -> Iterator[tuple[Target, float]]:
    """The targets of a corpus (by its file's name) as we read them, and what people said of them."""
    column = COLUMNS[corpus.stem.rsplit("-", 1)[0]]
    for sentence in sentences(corpus):
        reading = reader.analyse(sentence.text, sentence.words, ((0, len(sentence.words)),))
        for (first, last), label in sentence.targets:
            span = sentence.words[first][0], sentence.words[last - 1][1]
            found = (*traits(reading, span), *learned(reading, span, column))
            yield Target(*assess(reading, (span,)), found), label


def value(certainty: Certainty, polarity: Polarity) -> float:
    """A range and polarity on the scale from −3 to 3."""
    middle = (certainty.low + certainty.high) / 2
    half = (certainty.high - certainty.low) / 2
    leaning = middle + LEAN * half if middle >= 0.5 - 1e-9 else middle - LEAN * half
    found = 6 * leaning - 3
    return -found if polarity == "negative" else found


def figures(reader: Reader, *corpora: Path) -> dict[str, float]:
    """Mean absolute error, Pearson's r and the error of "always 3", for each corpus by its file's name."""
    found = {}
    for corpus in corpora:
        rows = scale(corpus.stem.rsplit("-", 1)[0])
        ours, formula, due = [], [], []
        for target, label in targets(reader, corpus):
            formula.append(value(target.certainty, target.polarity))
            ours.append(placed(target.traits, rows))
            due.append(label)
        errors, labels = np.abs(np.array(ours) - due), np.array(due)
        found[f"{corpus.stem} MAE"] = float(errors.mean())
        found[f"{corpus.stem} formula MAE"] = float(np.abs(np.array(formula) - due).mean())
        found[f"{corpus.stem} always 3 MAE"] = float(np.abs(labels - 3).mean())
        found[f"{corpus.stem} share of it, percent"] = 100 * float(errors.mean() / np.abs(labels - 3).mean())
        found[f"{corpus.stem} r, percent"] = 100 * float(np.corrcoef(ours, due)[0, 1])
    return found


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="uw-dev.jsonl and uds_ih2-dev.jsonl lie in it")
    given = parser.parse_args()
    corpora = given.folder / "uw-dev.jsonl", given.folder / "uds_ih2-dev.jsonl"
    show(figures(Reader(), *corpora), *corpora)


if __name__ == "__main__":
    main()
