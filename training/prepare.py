"""Read the corpora once for all trainings: python -m training.prepare CORPORA --base FOLDER --out FILE."""

from __future__ import annotations

import argparse
import pickle
import random
from pathlib import Path

from benchmarks import wikinews
from sayso.reading.wordpieces import WordPieces
from training.corpora import conllu, factuality, gum, polnear
from training.corpora.names import EWT_NAMES, POLNEAR_NAMES, WIKINEWS_NAMES, by_offsets, named
from training.examples import Prepared, from_article, from_document, from_judged, from_text
from training.marks import varied

__all__ = ["HELD_OUT", "SCALES", "main", "prepared"]

HELD_OUT = 30
"""The last articles of PolNeAR train are kept out, to choose thresholds on."""

SCALES = ("uw", "uds_ih2")
"""The corpora of factuality, in the order of the head's outputs."""


def prepared(folder: Path, cut: WordPieces) -> Prepared:
    """All corpora under a folder."""
    silver = folder / "polnear/train-corenlp.jsonl"
    articles = list(polnear.articles(folder / "polnear/train.json", silver))
    known = by_offsets(((a.id, a.text) for a in articles), POLNEAR_NAMES)
    articles = varied(articles, random.Random(0))
    trees = [
        *named(conllu.documents(folder / "ud/en_ewt-ud-train.conllu"), EWT_NAMES),
        *gum.documents(folder / "gum/gum-train.conllu"),
    ]
    relations = sorted({r for d in trees for r in d.deprels})
    news = {report.url or "": report.text for report in wikinews.reports(folder / "wikinews")}
    ours = by_offsets(news.items(), WIKINEWS_NAMES)
    judged = [
        from_judged(sentence, number, cut)
        for number, scale in enumerate(SCALES)
        for sentence in factuality.sentences(folder / f"factuality/{scale}-train.jsonl")
    ]
    return Prepared(
        [from_article(a, known.get(a.id), cut) for a in articles[:-HELD_OUT]],
        [
            *(from_document(d, cut, relations) for d in trees),
            *(
                from_text(text, ours[id], cut)
                for id, text in wikinews.texts(folder / "wikinews")
                if id in ours
            ),
            *judged,
        ],
        relations,
    )


def main() -> None:
    """Prepare from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--base", type=Path, required=True, help="folder of the base encoder")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    args.out.parent.mkdir(parents=True, exist_ok=True)
    args.out.write_bytes(pickle.dumps(prepared(args.corpora, WordPieces(args.base / "vocab.txt"))))


if __name__ == "__main__":
    main()
