"""Entities: names found in running text, against UNER's and GUM's.

`python -m benchmarks.entities DATA/ud/uner_ewt-test.iob2 DATA/gum/gum-test.conllu`

A name is right when it begins and ends at the gold name's characters and has its label; F1 is over all
names. Of GUM, only the news and the interviews count; what a name is there, `training.corpora.gum` says.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from sayso.intake.report import Report
from sayso.reading import Reader
from training.corpora import gum, iob2
from training.corpora.document import Document

from .scores import Tally, show

__all__ = ["figures"]

LABELS = ("PERSON", "ORG", "PLACE")
GENRES = frozenset({"news", "interview"})


def figures(reader: Reader, uner: Path, gum_test: Path) -> dict[str, float]:
    """F1 over all labels, and for each, on both corpora."""
    named = {
        "UNER": iob2.documents(uner),
        "GUM": (document for document in gum.documents(gum_test) if document.genre in GENRES),
    }
    return {
        f"{corpus} {figure}": value
        for corpus, documents in named.items()
        for figure, value in _compare(reader, documents).items()
    }


def _compare(reader: Reader, documents: Iterable[Document]) -> dict[str, float]:
    documents = list(documents)
    tallies = {label: Tally() for label in LABELS}
    overall = Tally()
    readings = reader.read_many([Report.of(document.text) for document in documents])
    for document, reading in zip(documents, readings, strict=True):
        due = {
            (document.words[first][0], document.words[end - 1][1], label)
            for first, end, label in document.entities
        }
        found = {(entity.start, entity.end, entity.label) for entity in reading.entities}
        overall.add(found, due)
        for label, tally in tallies.items():
            tally.add(
                {name for name in found if name[2] == label}, {name for name in due if name[2] == label}
            )
    return {
        "F1": overall.f1,
        "precision": overall.precision,
        "recall": overall.recall,
        **{f"{label} F1": tally.f1 for label, tally in tallies.items()},
    }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("uner", type=Path)
    parser.add_argument("gum", type=Path)
    given = parser.parse_args()
    show(figures(Reader(), given.uner, given.gum), given.uner, given.gum)


if __name__ == "__main__":
    main()
