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
    shared. All sequences advance together, a word a step (Viterbi 1967), and end together; the longest
    come first, so that those that have begun adjoin.
    """
    if not emissions:
        return []
    lengths = np.array([len(e) for e in emissions])
    order = np.argsort(-lengths, kind="stable")
    longest, count = int(lengths[order[0]]), len(order)
    scores = np.zeros((longest, len(starts), count), np.float32)
    for row, at in enumerate(order):
        scores[longest - lengths[at] :, :, row] = emissions[at]
    begun = np.searchsorted(-lengths[order], np.arange(longest) - longest, "right").tolist()
    plain = scores[:, 0].sum(0) + (lengths[order] - 1) * transitions[0, 0]
    best = _forward(scores, transitions, starts, begun)
    margins = best[-1].max(0) - plain
    labels = _traced(best, transitions, begun)
    rows = zip(lengths, np.argsort(order).tolist(), strict=True)
    return [(labels[longest - length :, row].tolist(), float(margins[row])) for length, row in rows]


def _forward(scores: Floats, transitions: Floats, starts: Floats, begun: Sequence[int]) -> Floats:
    """The score of the best labels up to each word, by its label: (words, labels, sequences).

    ``scores`` are the emissions in that shape, and overwritten; of the sequences as many have begun at
    each word as ``begun`` says.
    """
    moves = transitions[:, :, None]
    reach = np.empty((*transitions.shape, scores.shape[2]), np.float32)
    best = np.empty(scores.shape[1:], np.float32)
    scores[0, :, : begun[0]] += starts[:, None]
    for word in range(1, len(scores)):
        np.add(scores[word - 1, :, None], moves, out=reach)
        np.maximum.reduce(reach, axis=0, out=best)
        known, now = begun[word - 1], begun[word]
        best[:, known:now] = starts[:, None]
        scores[word] += best
    return scores


def _traced(best: Floats, transitions: Floats, begun: Sequence[int]) -> NDArray[np.int8]:
    """The best labels (words, sequences), from the last words back; what ``_forward`` gives tells them."""
    by_sequence = np.ascontiguousarray(best.transpose(0, 2, 1))
    labels = np.zeros(by_sequence.shape[:2], np.int64)
    into = np.ascontiguousarray(transitions.T)
    by_sequence[-1].argmax(1, out=labels[-1])
    for word in range(len(best) - 2, -1, -1):
        rows = begun[word]
        reach = into.take(labels[word + 1, :rows], 0)
        reach += by_sequence[word, :rows]
        reach.argmax(1, out=labels[word, :rows])
    return labels.astype(np.int8)
