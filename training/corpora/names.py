"""Names that we labelled ourselves, in documents of a corpus that has none.

A line of the file is a document: its id, and its names as ``first:end:LABEL``, by number of the word
in the document, end-exclusive. There is no text in it. `training/data/README.md` says who labelled what, by
which rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from .document import Document, NamedRange

__all__ = ["EWT_NAMES", "named"]

EWT_NAMES = Path(__file__).parents[1] / "data" / "ewt_names.tsv"
"""The names in the training part of UD English EWT."""


def named(documents: Iterable[Document], labels: Path) -> Iterator[Document]:
    """The documents with their names.

    Raises:
        KeyError: a document is not among those labelled.
    """
    known = dict(_read(labels))
    return (replace(document, entities=known[document.id]) for document in documents)


def _read(path: Path) -> Iterator[tuple[str, tuple[NamedRange, ...]]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        id, _, names = line.partition("\t")
        yield id, tuple(_range(name) for name in names.split())


def _range(name: str) -> NamedRange:
    first, end, label = name.split(":")
    return int(first), int(end), label
