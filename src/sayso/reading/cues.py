"""Cues: the words that may carry an attribution, and the words around each."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.reading.encoding import Part
from sayso.reading.network import Floats, Network

__all__ = ["Cues", "emissions", "find"]

Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Cues:
    """Cues in the order of the text: each one's word, its window, and the range of words it may reach."""

    word: Integers
    window: Integers
    first: Integers
    last: Integers


NEAR = 48
"""Words to each side that a cue reaches in any case, in the window."""


def find(part: Part, least: float, span: int) -> Cues:
    """The words whose cue logit is at least ``least``, and not less than their neighbours'.

    A cue reaches ``span`` words to each side, within the window that the encoder saw, as far as they are
    near, or in its paragraph or the one before or behind.
    """
    logits = part.cue
    around = np.pad(logits, 1, constant_values=-np.inf)
    peaks = (logits >= least) & (logits >= around[:-2]) & (logits > around[2:])
    word = np.flatnonzero(peaks)
    windows = np.array(part.windows, np.int64)
    window = np.searchsorted(windows[:, 0], word, "right") - 1
    begins, ends = windows[window].T
    edges = np.array([0, 0, *part.starts, len(logits), len(logits)], np.int64)
    own = np.searchsorted(edges[1:-1], word, "right")
    before, behind = np.minimum(edges[own - 1], word - NEAR), np.maximum(edges[own + 2], word + NEAR + 1)
    first = np.maximum.reduce([begins, before, word - span])
    return Cues(word, window, first, np.minimum.reduce([ends, behind, word + span + 1]))


def emissions(network: Network, part: Part, cues: Cues) -> list[Floats]:
    """For each cue the emissions (words, labels) of the words it may reach.

    One at a time: it is faster than some together, since their words need not be copied.
    """
    span = network.labels.span
    distance = np.arange(2 * span + 1)
    found = []
    for word, window, first, last in zip(
        cues.word.tolist(), cues.window.tolist(), cues.first.tolist(), cues.last.tolist(), strict=True
    ):
        encoded, start = part.encoded[window], part.windows[window][0]
        around = encoded.role_word[None, first - start : last - start]
        away = distance[None, span + first - word : span + last - word]
        found.append(network.roles(around, encoded.role_anchor[None, word - start], away)[0])
    return found
