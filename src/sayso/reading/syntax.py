"""Sentences, parts of speech and dependencies from the encoder's outputs."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.reading.annotations import Spans, Words
from sayso.reading.encoding import Part
from sayso.reading.network import Floats, Network

__all__ = ["analyse", "sentences", "tree"]

LONGEST = 512
"""Words of a sentence at most: arcs are scored for all pairs, so a longer run is cut."""


def sentences(part: Part, starts: Sequence[int]) -> Spans:
    """Ranges of the words of each sentence; each of ``starts`` begins one, learned or not.

    These are the words where paragraphs start. So does a window, since no arc was learned
    across windows.
    """
    begins = part.sentence > 0
    begins[[*starts, *(first for first, _ in part.windows)]] = True
    begins[::LONGEST] = True
    at = np.flatnonzero(begins).tolist()
    return tuple(zip(at, [*at[1:], len(begins)], strict=True))


def analyse(network: Network, part: Part, ranges: Spans) -> Words:
    """Tag and parse the words of a part, sentence by sentence (``ranges`` of its words, within windows)."""
    labels = network.labels
    heads, relations = np.empty((2, len(part.spans)), np.int64)
    waiting = deque(ranges)
    for (start, end), encoded in zip(part.windows, part.encoded, strict=True):
        while waiting and waiting[0][0] < end:
            first, last = waiting.popleft()
            own = slice(first - start, last - start)
            heads[first:last] = tree(encoded.arcs[own, own]) + first
        own_heads = heads[start:end] - start
        scores = network.relations(encoded.relation_dependent, encoded.relation_head[own_heads])
        is_root = own_heads == np.arange(end - start)
        scores[:, labels.relations.index("root")] = np.where(is_root, np.inf, -np.inf)
        relations[start:end] = scores.argmax(1)
    return Words(
        part.spans,
        tuple(labels.upos[i] for i in part.upos.argmax(1).tolist()),
        tuple(heads.tolist()),
        tuple(labels.relations[i] for i in relations.tolist()),
        ranges,
        tuple(map(tuple, part.factuality.tolist())),
    )


def tree(scores: Floats) -> NDArray[np.int64]:
    """The head of each word of a sentence; the one root is its own head.

    ``scores`` is (dependents, heads), a word's score with itself that of being the root. Each
    word takes its best head; then, while words hang in a circle, the word that loses least by
    it is hung on one outside. This is a greedy form of Chu and Liu's and Edmonds's algorithm.
    """
    scores = scores.copy()
    diagonal = scores.reshape(-1)[:: len(scores) + 1]
    as_root = diagonal.copy()
    diagonal[:] = -np.inf
    heads: NDArray[np.int64] = scores.argmax(1)
    root = int((as_root - scores.max(1)).argmax()) if len(scores) > 1 else 0
    heads[root] = root
    for _ in heads:
        loose = _unreached(heads, root)
        if not loose.any():
            break
        inside, outside = np.flatnonzero(loose), np.flatnonzero(~loose)
        best = scores[np.ix_(inside, outside)]
        loss = scores[inside, heads[inside]] - best.max(1)
        word = int(loss.argmin())
        heads[inside[word]] = outside[best[word].argmax()]
    return heads


def _unreached(heads: NDArray[np.int64], root: int) -> NDArray[np.bool_]:
    """Words from which climbing heads does not lead to the root; by doubling steps."""
    up = heads
    for _ in range(max(1, len(heads).bit_length())):
        up = up[up]
    return np.asarray(up != root)
