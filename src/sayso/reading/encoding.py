"""A text through the encoder: windows in, one row a word out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from sayso.reading.annotations import Span, Spans
from sayso.reading.network import Encoded, Floats, Network
from sayso.reading.windows import inputs, windows

__all__ = ["Part", "encode", "parts"]

BLOCK = 32
"""Windows whose outputs are held at once, so that a long text needs no more memory than a short one."""


@dataclass(frozen=True, slots=True)
class Part:
    """Adjoining windows of a text through the encoder.

    ``first`` is the text's word that the part begins with, ``spans`` are the words' offsets in
    the text; ``windows`` are ranges of words counted from ``first``, as are the rows of ``words``.
    """

    first: int
    spans: Spans
    windows: Spans
    words: Encoded


def parts(
    network: Network,
    spans: Spans,
    pieces: Sequence[Sequence[int]],
    features: Sequence[int],
    starts: Sequence[int],
) -> Iterator[Part]:
    """The parts of a text whose paragraphs (or sentences) start at the words ``starts``."""
    ranges = windows([len(p) for p in pieces], starts)
    for at in range(0, len(ranges), BLOCK):
        some = ranges[at : at + BLOCK]
        first, last = some[0][0], some[-1][1]
        seen = tuple((a - first, b - first) for a, b in some)
        yield Part(first, spans[first:last], seen, encode(network, pieces, features, some))


def encode(
    network: Network, pieces: Sequence[Sequence[int]], features: Sequence[int], ranges: Sequence[Span]
) -> Encoded:
    """Encode the words of adjoining windows (``ranges`` of words); row 0 is the first one's first."""
    origin, end = ranges[0][0], ranges[-1][1]
    columns: dict[str, Floats] = {}
    for first, last in ranges:
        for name, values in network.encode(inputs(pieces, features, [(first, last)])).items():
            if name not in columns:
                columns[name] = np.empty((end - origin, values.shape[-1]), np.float32)
            columns[name][first - origin : last - origin] = values[0]
    tags = columns.pop("tags")
    labels = network.labels
    sizes = [len(labels.upos), len(labels.entity), 1, 1]
    upos, entity, sentence, cue, factuality = np.split(tags, np.cumsum(sizes), axis=1)
    return Encoded(upos, entity, sentence[:, 0], cue[:, 0], factuality, **columns)
