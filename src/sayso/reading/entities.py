"""Names of people, organisations and places from the encoder's outputs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, cast

from sayso.reading.annotations import Entity
from sayso.reading.encoding import Part

__all__ = ["entities"]

Label = Literal["PERSON", "ORG", "PLACE"]


def entities(text: str, part: Part, labels: Sequence[str]) -> tuple[Entity, ...]:
    """The names in a part of the text, each standing for itself until the report's names are grouped."""
    spans, found = part.spans, []
    for first, last, label in _runs([labels[i] for i in part.words.entity.argmax(1).tolist()]):
        start, end = spans[first][0], spans[last - 1][1]
        found.append(Entity(start, end, cast("Label", label), text[start:end]))
    return tuple(found)


def _runs(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Runs of words of one name; an inside that follows nothing of its kind begins one."""
    first, label = 0, ""
    for word, tag in enumerate([*tags, "O"]):
        if label and tag != f"I-{label}":
            yield first, word, label
            label = ""
        if not label and tag != "O":
            first, label = word, tag[2:]
