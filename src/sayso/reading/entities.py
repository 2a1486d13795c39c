"""Names of people, organisations and places from the encoder's outputs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, cast

import numpy as np

from sayso.reading import viterbi
from sayso.reading.annotations import Entity, Spans
from sayso.reading.encoding import Part
from sayso.reading.network import Floats

__all__ = ["entities"]

_NEVER = -viterbi.FORBIDDEN
_HALF = re.compile(r"[^\W\d_]+")

GOES_ON, DOUBT = 2.0, 1.25
"""Added to the scores of a name's going on, and of no name; chosen on the dev parts of UNER and GUM."""

_ADDRESS = re.compile(r"\w@\w|\w://|^www\.|\w_\w|\w\.(?:com|org|net|edu|gov|html?|pdf|docx?)$", re.IGNORECASE)
"""Addresses on the Web, of mail and of files, which name nobody though they hold names."""

Label = Literal["PERSON", "ORG", "PLACE"]


def entities(text: str, part: Part, sentences: Spans, labels: tuple[str, ...]) -> tuple[Entity, ...]:
    """The names in a part of the text, each standing for itself until the report's names are grouped.

    ``sentences`` are ranges of the part's words; no name goes beyond one.
    """
    spans = part.spans
    found: list[Entity] = []
    transitions, starts = _moves(labels)
    scores = part.words.entity.copy()
    scores[:, 0] += [_NEVER if _ADDRESS.search(text, *span) else DOUBT for span in spans]
    best = viterbi.paths([scores[a:b] for a, b in sentences], transitions, starts)
    tags = ["O"] * len(spans)
    for (first, last), (path, _) in zip(sentences, best, strict=True):
        tags[first:last] = [labels[i] for i in path]
    for first, last, label in _runs(tags):
        start, end = spans[first][0], _whole(text, spans[last - 1][1])
        if found and start < found[-1].end:
            continue
        found.append(Entity(start, end, cast("Label", label), text[start:end]))
    return tuple(found)


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


def _runs(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Runs of words of one name."""
    first, label = 0, ""
    for word, tag in enumerate([*tags, "O"]):
        if label and tag[0] != "I":
            yield first, word, label
            label = ""
        if tag[0] == "B":
            first, label = word, tag[2:]
