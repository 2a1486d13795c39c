"""Windows: runs of words that the encoder sees at once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, chain, repeat

import numpy as np
from numpy.typing import NDArray

from sayso.reading.annotations import Span
from sayso.reading.wordpieces import CLS, PAD, SEP

__all__ = ["LIMIT", "Inputs", "inputs", "windows"]

LIMIT = 256
"""Word pieces in a window, the two at its ends included."""

Inputs = dict[str, NDArray[np.int64]]


def windows(sizes: Sequence[int], starts: Sequence[int], limit: int = LIMIT) -> list[Span]:
    """Ranges of words, each of at most ``limit`` pieces, cut where paragraphs start if possible.

    ``sizes`` are the pieces of each word, ``starts`` the first word of each paragraph (or
    sentence), in order. A paragraph longer than a window is cut where the window is full.
    """
    room = limit - 2
    found: list[Span] = []
    first = total = 0
    breaks = set(starts)
    last_break = 0
    for word, size in enumerate(sizes):
        if word in breaks:
            last_break = word
        if total + size > room:
            cut = last_break if last_break > first else word
            found.append((first, cut))
            total = sum(sizes[cut:word])
            first = cut
            if total + size > room:
                found.append((first, word))
                first, total = word, 0
        total += size
    if len(sizes) > first:
        found.append((first, len(sizes)))
    return found


def inputs(pieces: Sequence[Sequence[int]], features: Sequence[int], ranges: Sequence[Span]) -> Inputs:
    """The encoder's inputs for a batch of windows, padded to the longest.

    ``ids``, ``features`` and ``mask`` have the shape (windows, pieces); ``words``, the place of
    each word's first piece, has the shape (windows, words) and is 0 where a window has no word.
    """
    rows = [_row(pieces, features, *window) for window in ranges]
    width = max(len(ids) for ids, _, _ in rows)
    count = max(len(firsts) for _, _, firsts in rows)
    shape = (len(rows), width)
    batch = {
        "ids": np.full(shape, PAD, np.int64),
        "features": np.zeros(shape, np.int64),
        "mask": np.zeros(shape, np.int64),
        "words": np.zeros((len(rows), count), np.int64),
    }
    for at, (ids, kinds, firsts) in enumerate(rows):
        batch["ids"][at, : len(ids)] = ids
        batch["features"][at, : len(ids)] = kinds
        batch["mask"][at, : len(ids)] = 1
        batch["words"][at, : len(firsts)] = firsts
    return batch


def _row(
    pieces: Sequence[Sequence[int]], features: Sequence[int], first: int, last: int
) -> tuple[list[int], list[int], list[int]]:
    own = pieces[first:last]
    ends = list(accumulate(map(len, own), initial=1))
    kinds = chain.from_iterable(map(repeat, features[first:last], map(len, own)))
    return [CLS, *chain.from_iterable(own), SEP], [0, *kinds, 0], ends[:-1]
