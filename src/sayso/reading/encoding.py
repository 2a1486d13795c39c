"""A text through the encoder: windows in, one row a word out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from sayso.reading.annotations import Span
from sayso.reading.network import Encoded, Floats, Network
from sayso.reading.windows import inputs, windows

__all__ = ["EncodedText", "encode"]

BATCH = 1024
"""Padded word pieces in a run of the encoder; larger batches are no faster on a core."""

SECTIONS = ("upos", "entity", "sentence", "cue")

Map = Callable[[Callable[[list[int]], None], Iterable[list[int]]], Iterator[None]]


@dataclass(frozen=True, slots=True)
class EncodedText:
    """A text's words as the encoder sees them, and the windows it saw them in."""

    words: Encoded
    windows: tuple[Span, ...]


def encode(
    network: Network,
    pieces: Sequence[Sequence[int]],
    features: Sequence[int],
    starts: Sequence[int],
    run: Map = map,
) -> EncodedText:
    """Encode all words of a text that has some.

    ``starts`` are the words where paragraphs start; ``run`` maps over batches, on several
    threads where it can.
    """
    sizes = [len(p) for p in pieces]
    ranges = windows(sizes, starts)
    columns: dict[str, Floats] = {}

    def encode_batch(batch: list[int]) -> None:
        some = [ranges[at] for at in batch]
        for name, values in network.encode(inputs(pieces, features, some)).items():
            if name not in columns:
                columns[name] = np.empty((len(pieces), values.shape[-1]), np.float32)
            column = columns[name]
            for row, (first, last) in enumerate(some):
                column[first:last] = values[row, : last - first]

    first, *rest = _batches([sum(sizes[a:b]) + 2 for a, b in ranges])
    encode_batch(first)  # alone, since it makes the columns
    for _ in run(encode_batch, rest):
        pass
    return EncodedText(_encoded(network, columns), tuple(ranges))


def _encoded(network: Network, columns: dict[str, Floats]) -> Encoded:
    tags = columns.pop("tags")
    labels = network.labels
    ends = np.cumsum([len(labels.upos), len(labels.entity), 1])
    upos, entity, sentence, cue = np.split(tags, ends, axis=1)
    return Encoded(upos, entity, sentence[:, 0], cue[:, 0], **columns)


def _batches(sizes: Sequence[int]) -> list[list[int]]:
    """Windows of like size together, so that little is padded."""
    found: list[list[int]] = [[]]
    for at in sorted(range(len(sizes)), key=lambda at: -sizes[at]):
        if found[-1] and sizes[found[-1][0]] * (len(found[-1]) + 1) > BATCH:
            found.append([])
        found[-1].append(at)
    return found
