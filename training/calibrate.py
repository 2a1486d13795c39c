"""Fit the confidence of attributions on articles kept out of training.

    python -m training.calibrate CORPORA [--model FOLDER]

Writes the calibration, and the threshold that gives the best linked F1, into the model's
``labels.json``.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
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
from training.train import HELD_OUT

__all__ = ["main"]

ENOUGH = 0.5
"""Content overlap (Jaccard, characters) from which an attribution counts as found, as the scorer has it."""

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


def candidates_of(reader: Reader, text: str) -> Iterator[tuple[Candidate, dict[str, list[tuple[int, int]]]]]:
    """Each candidate attribution of a text with the offsets of its source and content."""
    words, quoted = segment(text), Quoted(text)
    for part in reader.encode(words, quoted, first_words(words, quoted.paragraphs)):
        for found in candidates(reader.network, part):
            yield found, {role: list(found.offsets(role, part.spans)) for role in ("source", "content")}


def observations(reader: Reader, articles: list[polnear.Article]) -> tuple[np.ndarray, np.ndarray, int]:
    """A row (logit, log margin, right) for each candidate; and the number of gold attributions."""
    rows: list[tuple[float, float, float]] = []
    gold = 0
    for article in articles:
        real = tuple(a for a in article.attributions if a["content"])
        gold += len(real)
        for found, spans in candidates_of(reader, article.text):
            rows.append((found.logit, dampened(found.margin), is_right(spans, real)))
    table = np.array(rows)
    return table[:, :2], table[:, 2], gold


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


def best_threshold(confidence: np.ndarray, right: np.ndarray, gold: int) -> float:
    """The least confidence to keep, by the F1 of what is right among what is kept."""
    grid = np.arange(0.1, 0.8, 0.01)
    scores = [2 * right[confidence >= t].sum() / ((confidence >= t).sum() + gold) for t in grid]
    smooth = np.convolve(np.pad(scores, 3, "edge"), np.ones(7) / 7, "valid")
    return round(float(grid[int(smooth.argmax())]), 2)


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--model", type=Path, default=MODEL)
    args = parser.parse_args()
    articles = list(polnear.articles(args.corpora / "polnear/train.json"))[-HELD_OUT:]
    features, right, gold = observations(Reader(folder=args.model), articles)
    weights = fit(features, right)
    score = features @ np.array(weights[:2]) + weights[2]
    threshold = best_threshold(1 / (1 + np.exp(-score)), right, gold)
    path = args.model / "labels.json"
    row = json.loads(path.read_text(encoding="utf-8"))
    row |= {"calibration": weights, "threshold": threshold}
    path.write_text(json.dumps(row, indent=1) + "\n", encoding="utf-8")
    print(f"{len(articles)} articles, {len(right)} candidates: calibration {weights}, threshold {threshold}")


if __name__ == "__main__":
    main()
