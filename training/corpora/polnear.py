"""PolNeAR: news articles with attributions by trained annotators."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Article", "articles"]

ROLES = ("source", "cue", "content")
LABELS = {"PERSON": "PERSON", "ORGANIZATION": "ORG", "LOCATION": "PLACE"}


@dataclass(frozen=True, slots=True)
class Article:
    """An article; each attribution has the spans of ``source``, ``cue`` and ``content``.

    ``entities`` are CoreNLP's automatic names (start, end, label): silver, not gold.
    """

    id: str
    text: str
    published: str | None
    publisher: str | None
    attributions: tuple[dict[str, list[tuple[int, int]]], ...]
    entities: tuple[tuple[int, int, str], ...] = ()


def articles(path: Path, automatic: Path | None = None) -> Iterator[Article]:
    """The articles of ``train.json`` or ``dev.json``; ``automatic`` is its CoreNLP file."""
    names = {}
    if automatic is not None:
        with automatic.open(encoding="utf-8") as file:
            for line in file:
                row = json.loads(line)
                names[row["id"]] = tuple((s, e, LABELS[k]) for s, e, k in row["entities"] if k in LABELS)
    for row in json.loads(path.read_text(encoding="utf-8")):
        found = tuple(_attribution(row["spans"], a) for a in row["attrs"])
        yield Article(
            row["id"], row["text"], row["published"], row["publisher"], found, names.get(row["id"], ())
        )


def _attribution(
    spans: dict[str, tuple[str, list[list[int]]]], row: dict[str, list[str]]
) -> dict[str, list[tuple[int, int]]]:
    return {
        role: sorted((s, e) for i in row.get(role.capitalize(), []) if i in spans for s, e in spans[i][1])
        for role in ROLES
    }
