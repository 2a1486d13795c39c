"""Names of people, organisations and places from the encoder's outputs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, cast

import numpy as np

from sayso.reading import viterbi
from sayso.reading.annotations import Entity, Spans, Words
from sayso.reading.encoding import Part
from sayso.reading.network import Floats
from sayso.reading.recurring import occurrences

__all__ = ["entities", "logits", "runs"]

_NEVER = -viterbi.FORBIDDEN
_HALF = re.compile(r"[^\W\d_]+")

GOES_ON, DOUBT = 1.0, 1.5
"""Added to the scores of a name's going on, and of no name; chosen on the dev parts of UNER and GUM."""

AGAIN = 1.0
"""Added to the scores of what all a name's mentions are found to be; chosen on the same parts."""

_ADDRESS = re.compile(r"\w@\w|\w://|^www\.|\w_\w|\w\.(?:com|org|net|edu|gov|html?|pdf|docx?)$", re.IGNORECASE)
"""Addresses on the Web, of mail and of files, which name nobody though they hold names."""

Label = Literal["PERSON", "ORG", "PLACE"]


def logits(text: str, part: Part) -> Floats:
    """The scores (words, labels) of the labels of a part's words."""
    scores = part.entity.copy()
    scores[:, 0] += DOUBT
    for word, (start, end) in enumerate(part.spans):
        if not text[start:end].isalnum() and _ADDRESS.search(text, start, end):
            scores[word, 0] += _NEVER
    return scores


def entities(text: str, words: Words, scores: Floats, labels: Sequence[str]) -> tuple[Entity, ...]:
    """The names in a text, each standing for itself until the report's names are grouped.

    ``scores`` are the ``logits`` of all its parts. No name goes beyond a sentence.
    """
    tags = _decoded(scores, words.sentences, labels, ["O"] * len(scores))
    tags = _agreed(text, words, scores, labels, tags)
    found: list[Entity] = []
    for first, last, label in runs(tags):
        start, end = words.spans[first][0], _whole(text, words.spans[last - 1][1])
        if found and start < found[-1].end:
            continue
        found.append(Entity(start, end, cast("Label", label), text[start:end]))
    return tuple(found)


def _decoded(scores: Floats, sentences: Spans, labels: Sequence[str], tags: Sequence[str]) -> list[str]:
    """The labels ``tags``, those of the words in the sentences replaced by the best."""
    transitions, starts = _moves(tuple(labels))
    found = list(tags)
    best = viterbi.paths([scores[a:b] for a, b in sentences], transitions, starts)
    for (first, last), (path, _) in zip(sentences, best, strict=True):
        found[first:last] = [labels[i] for i in path]
    return found


def _agreed(text: str, words: Words, scores: Floats, labels: Sequence[str], tags: list[str]) -> list[str]:
    """The labels, decoded anew in sentences where a name is not what its other mentions tell of it."""
    named = set(runs(tags))
    forms = [text[start:end] for start, end in words.spans]
    begins = [first for first, _ in words.sentences]
    scores, doubted = scores.copy(), set()
    for first, end, shares in occurrences(forms, sorted(named)):
        for label, share in shares.items():
            scores[first, labels.index(f"B-{label}")] += AGAIN * share
            scores[first + 1 : end, labels.index(f"I-{label}")] += AGAIN * share
        if (first, end, max(shares, key=shares.__getitem__)) not in named:
            doubted.add(bisect_right(begins, first) - 1)
    again = tuple(words.sentences[at] for at in sorted(doubted))
    return _decoded(scores, again, labels, tags)


@cache
def _moves(labels: tuple[str, ...]) -> tuple[Floats, Floats]:
    """Scores of one label after another, and at the start: an inside follows only its own kind."""
    kinds = [label[2:] for label in labels]
    inside = [label.startswith("I-") for label in labels]
    after = list(zip(kinds, inside, strict=True))
    scores = [
        [GOES_ON * within if kind == before or not within else viterbi.FORBIDDEN for kind, within in after]
        for before in kinds
    ]
    starts = [viterbi.FORBIDDEN if within else 0.0 for within in inside]
    return np.array(scores, np.float32), np.array(starts, np.float32)


def _whole(text: str, end: int) -> int:
    """The end of a name, moved behind a hyphen's other half: "Ban Ki-" is cut short of "moon"."""
    match = _HALF.match(text, end) if text[end - 1] == "-" else None
    return match.end() if match else end


def runs(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """The names that BIO tags mark: the first word, the one behind the last, and the label."""
    first, label = 0, ""
    for word, tag in enumerate([*tags, "O"]):
        if label and tag[0] != "I":
            yield first, word, label
            label = ""
        if tag[0] == "B":
            first, label = word, tag[2:]
