"""Entities: names of people, organisations and places, against UNER's and GUM's.

`python -m benchmarks.entities DATA/ud/uner_ewt-test.iob2 DATA/gum/gum-test.conllu`

A name is right when it begins and ends where the gold name does and has its label; F1 is over all names,
with the corpus's words and sentences, and again in running text, where we cut them ourselves. Of GUM,
only the news and the interviews count; what a name is there, `training.corpora.gum` says.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from sayso.intake.report import Report
from sayso.reading import Reader
from sayso.reading.annotations import Reading
from training.corpora import gum, iob2
from training.corpora.document import Document

from .scores import Tally, show

__all__ = ["figures"]

ALL = "all"
LABELS = ("PERSON", "ORG", "PLACE")
GENRES = frozenset({"news", "interview"})


def figures(reader: Reader, uner: Path, gum_test: Path) -> dict[str, float]:
    """F1 on both corpora, over all labels and for each."""
    corpora = {
        "UNER": list(iob2.documents(uner)),
        "GUM": [document for document in gum.documents(gum_test) if document.genre in GENRES],
    }
    found: dict[str, float] = {}
    for corpus, documents in corpora.items():
        given = [reader.analyse(one.text, one.words, one.sentences) for one in documents]
        for label, tally in _compare(documents, given).items():
            found[f"{corpus} {label} F1".replace(f" {ALL}", "")] = tally.f1
        own = reader.read_many([Report.of(document.text) for document in documents])
        found[f"{corpus} F1 in running text"] = _compare(documents, own)[ALL].f1
    return found


def _compare(documents: Iterable[Document], readings: Iterable[Reading]) -> dict[str, Tally]:
    tallies = {label: Tally() for label in (ALL, *LABELS)}
    for document, reading in zip(documents, readings, strict=True):
        due = {
            (document.words[first][0], document.words[end - 1][1], label)
            for first, end, label in document.entities
        }
        found = {(entity.start, entity.end, entity.label) for entity in reading.entities}
        for label, tally in tallies.items():
            tally.add(*({name for name in names if label in (ALL, name[2])} for names in (found, due)))
    return tallies


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("uner", type=Path)
    parser.add_argument("gum", type=Path)
    given = parser.parse_args()
    show(figures(Reader(), given.uner, given.gum), given.uner, given.gum)


if __name__ == "__main__":
    main()
