"""Syntax: parts of speech and dependencies with gold words and sentences, and sentence boundaries.

`python -m benchmarks.syntax DATA/ud/en_ewt-ud-test.conllu`

LAS and UAS are over all words, punctuation too. "LAS" compares relations as CoNLL 2018 did, without
what follows the colon; "LAS in full" with it. Sentences are found in the running text of each document.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from sayso.intake.report import Report
from sayso.reading import Reader
from training.corpora import conllu
from training.corpora.document import Document

from .scores import Tally, percent, show

__all__ = ["figures"]


def figures(reader: Reader, corpus: Path) -> dict[str, float]:
    """UPOS, UAS, LAS and the F1 of sentences."""
    documents = list(conllu.documents(corpus))
    return {**_words(reader, documents), "sentence F1": _sentences(reader, documents)}


def _words(reader: Reader, documents: list[Document]) -> dict[str, float]:
    total = 0
    right = dict.fromkeys(("UPOS", "UAS", "LAS", "LAS in full"), 0)
    for document in documents:
        found = reader.analyse(document.text, document.words, document.sentences).words
        total += len(found)
        rows = zip(
            document.upos,
            document.heads,
            document.deprels,
            found.upos,
            found.heads,
            found.deprels,
            strict=True,
        )
        for upos, head, deprel, found_upos, found_head, found_deprel in rows:
            attached = found_head == head
            right["UPOS"] += found_upos == upos
            right["UAS"] += attached
            right["LAS"] += attached and found_deprel.partition(":")[0] == deprel.partition(":")[0]
            right["LAS in full"] += attached and found_deprel == deprel
    return {name: percent(count, total) for name, count in right.items()}


def _sentences(reader: Reader, documents: list[Document]) -> float:
    tally = Tally()
    readings = reader.read_many([Report.of(document.text) for document in documents])
    for document, reading in zip(documents, readings, strict=True):
        found, due = (
            {(spans[first][0], spans[end - 1][1]) for first, end in sentences}
            for spans, sentences in (
                (reading.words.spans, reading.words.sentences),
                (document.words, document.sentences),
            )
        )
        tally.add(found, due)
    return tally.f1


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    given = parser.parse_args()
    show(figures(Reader(), given.corpus), given.corpus)


if __name__ == "__main__":
    main()
