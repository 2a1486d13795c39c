"""Names of people, organisations and places from the encoder's outputs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, cast

from sayso.reading.annotations import Entity
from sayso.reading.encoding import Part

__all__ = ["entities"]

_HALF = re.compile(r"[^\W\d_]+")

Label = Literal["PERSON", "ORG", "PLACE"]


def entities(text: str, part: Part, labels: Sequence[str]) -> tuple[Entity, ...]:
    """The names in a part of the text, each standing for itself until the report's names are grouped."""
    spans = part.spans
    found: list[Entity] = []
    for first, last, label in _runs([labels[i] for i in part.words.entity.argmax(1).tolist()]):
        start, end = spans[first][0], _whole(text, spans[last - 1][1])
        if found and start < found[-1].end:
            continue
        found.append(Entity(start, end, cast("Label", label), text[start:end]))
    return tuple(found)


def _whole(text: str, end: int) -> int:
    """The end of a name, moved behind a hyphen's other half: "Ban Ki-" is cut short of "moon"."""
    match = _HALF.match(text, end) if text[end - 1] == "-" else None
    return match.end() if match else end


def _runs(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Runs of words of one name; an inside that follows nothing of its kind begins one."""
    first, label = 0, ""
    for word, tag in enumerate([*tags, "O"]):
        if label and tag != f"I-{label}":
            yield first, word, label
            label = ""
        if not label and tag != "O":
            first, label = word, tag[2:]
