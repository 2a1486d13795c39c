"""Names that we labelled ourselves, in documents of a corpus that has none.

A line of a file is a document: its id, and its names as ``first:end:LABEL``, end-exclusive. In treebanks the
words are counted, elsewhere the characters, and the digest of the text stands before them. There is no text
in it. `training/data/README.md` says who labelled what, by which rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from .document import Document, NamedRange

__all__ = ["EWT_NAMES", "POLNEAR_NAMES", "WIKINEWS_NAMES", "by_offsets", "named"]

_DATA = Path(__file__).parents[1] / "data"

EWT_NAMES = _DATA / "ewt_names.tsv"
"""The names in the training part of UD English EWT, by words."""

POLNEAR_NAMES = _DATA / "polnear_names.tsv"
"""The names in some articles of PolNeAR's training part, by offsets."""

WIKINEWS_NAMES = _DATA / "wikinews_names.tsv"
"""The names in some articles of Wikinews, by offsets into the text as the intake gives it."""


def named(documents: Iterable[Document], labels: Path) -> Iterator[Document]:
    """The documents with their names.

    Raises:
        KeyError: a document is not among those labelled.
    """
    known = {id: _ranges(names) for id, names in _lines(labels)}
    return (replace(document, entities=known[document.id]) for document in documents)


def by_offsets(texts: Iterable[tuple[str, str]], labels: Path) -> dict[str, tuple[NamedRange, ...]]:
    """The names of each document that somebody went through, by its id; ``texts`` are ids and texts.

    Raises:
        ValueError: a text is another than the one that was labelled.
    """
    known = {id: rest.split("\t") for id, rest in _lines(labels)}
    found: dict[str, tuple[NamedRange, ...]] = {}
    for id, text in texts:
        if id in known:
            digest, names = known[id]
            if not sha256(text.encode()).hexdigest().startswith(digest):
                raise ValueError(f"{id} is not the text that was labelled in {labels}")
            found[id] = _ranges(names)
    return found


def _lines(path: Path) -> Iterator[tuple[str, str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        id, _, rest = line.partition("\t")
        yield id, rest


def _ranges(names: str) -> tuple[NamedRange, ...]:
    return tuple(_range(name) for name in names.split())


def _range(name: str) -> NamedRange:
    first, end, label = name.split(":")
    return int(first), int(end), label
