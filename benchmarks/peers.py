"""Peers: textacy's rules for direct quotations, on our own words and syntax, by the shared scorer.

`pip install textacy spacy-lookups-data`, then
`python -m benchmarks.peers DATA/polnear/dev.json --scorer attribution_score.py`

textacy needs parts of speech, dependencies and lemmas; the first two are those of our spaCy component,
the lemmas spaCy's lookup tables. It is given a paragraph at a time, for it reads nothing of a text
with an odd number of quotation marks. Compare the subset "direct": it looks for nothing else.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Token
from textacy.extract.triples import direct_quotations

from sayso.reading.paragraphs import paragraphs

from .attribution import load, scored
from .polnear import articles

__all__ = ["textacy_predictions"]


def textacy_predictions(corpus: Path) -> list[dict[str, Any]]:
    """What textacy finds in each article, in the form that the scorer reads."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sayso")
    nlp.add_pipe("lemmatizer", config={"mode": "lookup"})
    nlp.initialize()
    return [
        {"id": article.report.id, "quotes": list(_quotes(nlp, article.report.text))}
        for article in articles(corpus)
    ]


def _quotes(nlp: Language, text: str) -> Iterator[dict[str, Any]]:
    for start, end in paragraphs(text):
        doc = nlp(text[start:end])
        if sum(token.is_quote for token in doc) % 2:
            continue
        for found in direct_quotations(doc):
            content = (start + found.content.start_char, start + found.content.end_char)
            yield {
                "source": _spans(found.speaker, start),
                "cue": _spans(found.cue, start),
                "content": [content],
            }


def _spans(tokens: Iterable[Token], offset: int) -> list[tuple[int, int]]:
    """The fragments that the tokens make, those that follow one another joined."""
    tokens = list(tokens)
    breaks = [0, *(i + 1 for i, (a, b) in enumerate(pairwise(tokens)) if b.i != a.i + 1), len(tokens)]
    runs = [tokens[first:end] for first, end in pairwise(breaks)]
    return [(offset + run[0].idx, offset + run[-1].idx + len(run[-1])) for run in runs if run]


def main() -> None:
    """Print the scorer's report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    given = parser.parse_args()
    scorer = load(given.scorer)
    scorer.show(scored(scorer, given.corpus, textacy_predictions(given.corpus)))


if __name__ == "__main__":
    main()
