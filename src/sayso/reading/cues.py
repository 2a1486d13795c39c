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
"""Cues of like reach whose roles are looked for in one run: more pad more, and fit no cache."""


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
    found: list[Floats] = []
    order = np.argsort(cues.first - cues.last, kind="stable")
    for at in range(0, len(order), GROUP):
        group = order[at : at + GROUP]
        size = (cues.last - cues.first)[group]
        offset = np.arange(int(size.max()))
        mask = offset[None, :] < size[:, None]
        place = np.where(mask, cues.first[group, None] + offset, 0)
        distance = np.where(mask, place - cues.word[group, None] + network.labels.span, 0)
        scores = network.roles(
            encoded.role_word[place],
            encoded.role_anchor[cues.word[group]],
            distance,
            mask.astype(np.float32),
        )
        found += [scores[row, : size[row]] for row in range(len(group))]
    back = np.argsort(order)
    return [found[i] for i in back]
