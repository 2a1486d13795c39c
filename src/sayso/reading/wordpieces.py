"""Words as the encoder takes them: word pieces, and a feature for shape and place."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from tokenizers import BertWordPieceTokenizer

from sayso.reading.annotations import Spans
from sayso.reading.quotes import Quoted

__all__ = ["CLS", "FEATURES", "PAD", "SEP", "UNKNOWN", "WordPieces", "features"]

PAD, UNKNOWN, CLS, SEP = 0, 100, 101, 102
"""Pieces with a meaning of their own, as in BERT's uncased vocabulary."""

FEATURES = 32
"""How many features there are: a shape (of 8), plus 8 if quoted, plus 16 if first in a paragraph."""

LONGEST_WORD = 100
"""Characters of a word that are looked at; the rest of an address, say, tells nothing more."""

MOST_PIECES = 12


class WordPieces:
    """Cuts words into pieces of the encoder's vocabulary."""

    def __init__(self, vocabulary: Path) -> None:
        tokenizer = BertWordPieceTokenizer(str(vocabulary), lowercase=True)

        @lru_cache(maxsize=2**16)
        def ids(word: str) -> tuple[int, ...]:
            clean = word[:LONGEST_WORD].encode("utf-8", "replace").decode("utf-8")
            found: list[int] = tokenizer.encode(clean, add_special_tokens=False).ids
            return tuple(found[:MOST_PIECES]) or (UNKNOWN,)

        self._ids = ids

    def __call__(self, words: Iterable[str]) -> list[tuple[int, ...]]:
        """The pieces of each word: at least one, at most twelve."""
        return [self._ids(word) for word in words]


def features(text: str, words: Spans, quoted: Quoted) -> list[int]:
    """A feature for each word: its shape, whether it is quoted, whether it begins a paragraph.

    The encoder's vocabulary is uncased and its windows may begin inside a quotation, so these
    tell it what the pieces cannot.
    """
    found = []
    begins = iter([start for start, _ in quoted.paragraphs] + [len(text) + 1])
    begin = next(begins)
    for start, end in words:
        feature = _shape(text[start:end])
        if quoted.region(start) is not None:
            feature += 8
        if start >= begin:
            feature += 16
            while start >= begin:
                begin = next(begins)
        found.append(feature)
    return found


@lru_cache(maxsize=2**16)
def _shape(word: str) -> int:
    """0 lower case, 1 capitalised, 2 capitals, 3 mixed, 4 with digits, 5 marks."""
    if word.islower():
        return 0
    if any(c.isdigit() for c in word):
        return 4
    if not any(c.isalpha() for c in word):
        return 5
    if word.isupper() and len(word) > 1:
        return 2
    return 1 if word[:1].isupper() and (len(word) == 1 or word[1:].islower()) else 3
