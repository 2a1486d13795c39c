"""Fit the confidence of attributions on articles kept out of training.

    python -m training.calibrate CORPORA [--model FOLDER]

Writes the calibration, and the threshold that is best for linked F1 and for the characters of
sources, cues and contents together, into the model's ``labels.json``.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from sayso.reading.attributions import Candidate, candidates, dampened
from sayso.reading.network import MODEL
from sayso.reading.paragraphs import first_words
from sayso.reading.quotes import Quoted
from sayso.reading.reader import Reader
from sayso.reading.words import segment
from training.corpora import polnear
from training.prepare import HELD_OUT

__all__ = ["main"]

ENOUGH = 0.5
"""Content overlap (Jaccard, characters) from which an attribution counts as found, as the scorer has it."""

FLAT = 0.001
"""Scores (sums of four F1) so near are one in 30 articles; the least threshold of them shows most."""

ROLES = ("source", "cue", "content")
Mark = tuple[int, str, int]
Gold = dict[str, list[tuple[int, int]]]


def characters(spans: list[tuple[int, int]]) -> set[int]:
    """The offsets under the spans."""
    return {at for start, end in spans for at in range(start, end)}


def is_right(found: dict[str, list[tuple[int, int]]], gold: tuple[Gold, ...]) -> bool:
    """Whether some gold attribution has this content, nearly, and a source that meets this one."""
    content, source = characters(found["content"]), characters(found["source"])
    for one in gold:
        theirs, speaker = characters(one["content"]), characters(one["source"])
        if len(content & theirs) >= ENOUGH * len(content | theirs) and (
            source & speaker or not (source or speaker)
        ):
            return True
    return False


def marks(article: int, spans: dict[str, list[tuple[int, int]]]) -> Iterator[Mark]:
    """The characters of every role of one attribution."""
    return ((article, role, at) for role in ROLES for at in characters(spans[role]))


def candidates_of(reader: Reader, text: str) -> Iterator[tuple[Candidate, dict[str, list[tuple[int, int]]]]]:
    """Each candidate attribution of a text with the offsets of its roles."""
    words, quoted = segment(text), Quoted(text)
    for part in reader.encode(words, quoted, first_words(words, quoted.paragraphs)):
        for found in candidates(reader.network, part):
            yield found, {role: list(found.offsets(role, part.spans)) for role in ROLES}


@dataclass(frozen=True, slots=True)
class Observed:
    """The candidates of some articles, a row each: ``features`` (logit, log margin), ``right`` (0 or 1).

    ``marked`` are the characters that each would mark, as an article's number, a role and an offset;
    ``gold`` is the number of gold attributions, ``due`` the characters of theirs.
    """

    features: np.ndarray
    right: np.ndarray
    marked: list[set[Mark]]
    gold: int
    due: set[Mark]


def observations(reader: Reader, articles: list[polnear.Article]) -> Observed:
    """All candidates of the articles."""
    rows: list[tuple[float, float, float]] = []
    marked: list[set[Mark]] = []
    due: set[Mark] = set()
    gold = 0
    for number, article in enumerate(articles):
        real = tuple(a for a in article.attributions if a["content"])
        gold += len(real)
        due |= {mark for a in real for mark in marks(number, a)}
        for found, spans in candidates_of(reader, article.text):
            rows.append((found.logit, dampened(found.margin), is_right(spans, real)))
            marked.append(set(marks(number, spans)))
    table = np.array(rows)
    return Observed(table[:, :2], table[:, 2], marked, gold, due)


def fit(features: np.ndarray, right: np.ndarray) -> list[float]:
    """Logistic regression: a weight for each feature, and a constant."""
    x = torch.tensor(np.hstack([features, np.ones((len(features), 1))]))
    y = torch.tensor(right)
    weights = torch.zeros(3, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=200)

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        value = torch.nn.functional.binary_cross_entropy_with_logits(x @ weights, y)
        value.backward()
        return value

    optimizer.step(loss)
    return [round(w, 4) for w in weights.tolist()]


def best_threshold(confidence: np.ndarray, seen: Observed) -> float:
    """The least confidence to keep, by the sum of F1: of attributions, and of each role's characters."""

    def score(threshold: float) -> float:
        kept = confidence >= threshold
        linked = 2 * seen.right[kept].sum() / (kept.sum() + seen.gold)
        found = set().union(*(seen.marked[at] for at in np.flatnonzero(kept)))
        counts = [Counter(role for _, role, _ in some) for some in (found & seen.due, found, seen.due)]
        return float(linked + sum(2 * counts[0][r] / (counts[1][r] + counts[2][r]) for r in ROLES))

    grid = np.arange(0.1, 0.8, 0.01)
    scores = [score(t) for t in grid]
    smooth = np.convolve(np.pad(scores, 3, "edge"), np.ones(7) / 7, "valid")
    return round(float(grid[np.flatnonzero(smooth >= smooth.max() - FLAT)[0]]), 2)


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--model", type=Path, default=MODEL)
    args = parser.parse_args()
    articles = list(polnear.articles(args.corpora / "polnear/train.json"))[-HELD_OUT:]
    seen = observations(Reader(folder=args.model), articles)
    weights = fit(seen.features, seen.right)
    score = seen.features @ np.array(weights[:2]) + weights[2]
    threshold = best_threshold(1 / (1 + np.exp(-score)), seen)
    path = args.model / "labels.json"
    row = json.loads(path.read_text(encoding="utf-8"))
    row |= {"calibration": weights, "threshold": threshold}
    path.write_text(json.dumps(row, indent=1) + "\n", encoding="utf-8")
    print(f"{len(articles)} articles, {len(seen.right)} candidates: {weights}, threshold {threshold}")


if __name__ == "__main__":
    main()
