"""Cues: the words that may carry an attribution, and the words around each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.reading.annotations import Span
from sayso.reading.network import Encoded, Floats, Network

__all__ = ["Cues", "emissions", "find"]

Integers = NDArray[np.int64]

GROUP = 8
"""Cues of one reach whose roles are looked for in one run: more fit no cache."""


@dataclass(frozen=True, slots=True)
class Cues:
    """Cues in the order of the text: each one's word, and the range of words it may reach."""

    word: Integers
    first: Integers
    last: Integers

    def __len__(self) -> int:
        return len(self.word)


def find(encoded: Encoded, windows: Sequence[Span], least: float, span: int) -> Cues:
    """The words whose cue logit is at least ``least``, and not less than their neighbours'.

    A cue reaches ``span`` words to each side, within the window that the encoder saw.
    """
    logits = encoded.cue
    around = np.pad(logits, 1, constant_values=-np.inf)
    peaks = (logits >= least) & (logits >= around[:-2]) & (logits > around[2:])
    word = np.flatnonzero(peaks)
    begins = np.array([first for first, _ in windows], np.int64)
    ends = np.array([last for _, last in windows], np.int64)
    window = np.searchsorted(begins, word, "right") - 1
    return Cues(word, np.maximum(begins[window], word - span), np.minimum(ends[window], word + span + 1))


def emissions(network: Network, encoded: Encoded, cues: Cues) -> list[Floats]:
    """For each cue the emissions (words, labels) of the words it may reach."""
    found: dict[int, Floats] = {}
    sizes = cues.last - cues.first
    for size in np.unique(sizes).tolist():
        alike = np.flatnonzero(sizes == size)
        for at in range(0, len(alike), GROUP):
            group = alike[at : at + GROUP]
            place = cues.first[group, None] + np.arange(size)
            scores = network.roles(
                encoded.role_word[place],
                encoded.role_anchor[cues.word[group]],
                place - cues.word[group, None] + network.labels.span,
            )
            found |= dict(zip(group.tolist(), scores, strict=True))
    return [found[at] for at in range(len(cues))]
