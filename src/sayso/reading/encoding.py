"""A text through the encoder: windows in, one row a word out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from sayso.reading.annotations import Spans
from sayso.reading.network import Encoded, Floats, Network
from sayso.reading.windows import inputs, windows

__all__ = ["Part", "parts"]

BLOCK = 32
"""Windows whose outputs are held at once, so that a long text needs no more memory than a short one."""


@dataclass(frozen=True, slots=True)
class Part:
    """Adjoining windows of a text through the encoder.

    ``first`` is the text's word that the part begins with, ``spans`` are the words' offsets in
    the text. Counted from ``first`` are the ranges of words of ``windows``, of which ``encoded`` has what
    the encoder tells of each, and ``starts``, the words with which a paragraph (or sentence) begins.

    Of each word (words, …) ``upos`` and ``entity`` are logits of the labels, ``sentence`` and ``cue`` those
    of beginning a sentence and of being in a cue; for ``factuality`` see ``Words``.
    """

    first: int
    spans: Spans
    windows: Spans
    starts: Sequence[int]
    encoded: Sequence[Encoded]
    upos: Floats
    entity: Floats
    sentence: Floats
    cue: Floats
    factuality: Floats


def parts(
    network: Network,
    spans: Spans,
    pieces: Sequence[Sequence[int]],
    features: Sequence[int],
    starts: Sequence[int],
) -> Iterator[Part]:
    """The parts of a text whose paragraphs (or sentences) start at the words ``starts``."""
    ranges = windows([len(p) for p in pieces], starts)
    labels = network.labels
    edges = np.cumsum([len(labels.upos), len(labels.entity), 1, 1])
    for at in range(0, len(ranges), BLOCK):
        some = ranges[at : at + BLOCK]
        first, last = some[0][0], some[-1][1]
        encoded = [network.encode(inputs(pieces, features, [window])) for window in some]
        upos, entity, sentence, cue, factuality = np.split(
            np.concatenate([one.tags for one in encoded]), edges, axis=1
        )
        yield Part(
            first,
            spans[first:last],
            tuple((a - first, b - first) for a, b in some),
            [s - first for s in starts[bisect_left(starts, first) : bisect_left(starts, last)]],
            encoded,
            upos,
            entity,
            sentence[:, 0],
            cue[:, 0],
            factuality,
        )
