"""The best sequence of labels, for many sequences at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sayso.reading.network import Floats

__all__ = ["FORBIDDEN", "paths"]

FORBIDDEN = -1e4
"""The score of a transition that the labels forbid, as in training."""


def paths(emissions: Sequence[Floats], transitions: Floats, starts: Floats) -> list[tuple[list[int], float]]:
    """For each sequence its best labels, and by how much they beat label 0 throughout.

    ``emissions`` are (words, labels) each; ``transitions`` (before, after) and ``starts`` are
    shared. All sequences advance together, a word a step (Viterbi 1967).
    """
    if not emissions:
        return []
    sizes = np.array([len(e) for e in emissions])
    longest, count, labels = int(sizes.max()), len(emissions), len(starts)
    scores = np.zeros((longest, count, labels), np.float32)
    for row, emission in enumerate(emissions):
        scores[: len(emission), row] = emission
    into = np.ascontiguousarray(transitions.T)[None]
    back = np.empty((longest, count, labels), np.int8)
    best = starts + scores[0]
    final = best.copy()
    for word in range(1, longest):
        reach = best[:, None, :] + into
        back[word] = reach.argmax(2)
        best = reach.max(2) + scores[word]
        ends = sizes == word + 1
        final[ends] = best[ends]
    plain = scores[:, :, 0].sum(0) + (sizes - 1) * transitions[0, 0]
    label = final.argmax(1)
    margins = final.max(1) - plain
    return [(_trace(back[: sizes[row], row], int(label[row])), float(margins[row])) for row in range(count)]


def _trace(back: np.ndarray[tuple[int, int], np.dtype[np.int8]], label: int) -> list[int]:
    found = [label]
    for step in back[:0:-1]:
        label = int(step[label])
        found.append(label)
    return found[::-1]
