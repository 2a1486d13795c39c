"""The best sequence of labels, for many sequences at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.reading.network import Floats

__all__ = ["FORBIDDEN", "paths"]

FORBIDDEN = -1e4
"""The score of a transition that the labels forbid, as in training."""


def paths(emissions: Sequence[Floats], transitions: Floats, starts: Floats) -> list[tuple[list[int], float]]:
    """For each sequence its best labels, and by how much they beat label 0 throughout.

    ``emissions`` are (words, labels) each; ``transitions`` (before, after) and ``starts`` are
    shared. All sequences advance together, a word a step (Viterbi 1967), the longest
    first, so that those that have a word adjoin.
    """
    if not emissions:
        return []
    lengths = np.array([len(e) for e in emissions])
    order = np.argsort(-lengths, kind="stable")
    sizes = lengths[order]
    longest, count = int(sizes[0]), len(order)
    going_on = np.searchsorted(-sizes, -np.arange(longest + 1), "left").tolist()
    scores = np.zeros((longest, count, len(starts)), np.float32)
    for row, at in enumerate(order):
        scores[: sizes[row], row] = emissions[at]
    plain = scores[:, :, 0].sum(0) + (sizes - 1) * transitions[0, 0]
    best = scores
    best[0] += starts
    for word in range(1, longest):
        rows = going_on[word]
        best[word, :rows] += np.maximum.reduce(best[word - 1, :rows, :, None] + transitions, axis=1)
    margins = best[sizes - 1, np.arange(count)].max(1) - plain
    labels = _traced(best, transitions, going_on)
    back = np.argsort(order).tolist()
    return [(labels[: sizes[row], row].tolist(), float(margins[row])) for row in back]


def _traced(best: Floats, transitions: Floats, going_on: Sequence[int]) -> NDArray[np.int8]:
    """The best labels (words, sequences), from the last words back.

    ``best`` is the score of the best labels up to each word, by its label; ``going_on`` tells how many
    sequences, the longest first, have each word.
    """
    labels = np.zeros(best.shape[:2], np.int8)
    into = np.ascontiguousarray(transitions.T)
    for word in range(len(best) - 1, -1, -1):
        rows, later = going_on[word], going_on[word + 1]
        reach = best[word, :rows]
        reach[:later] += into[labels[word + 1, :later]] if later else 0
        labels[word, :rows] = reach.argmax(1)
    return labels
