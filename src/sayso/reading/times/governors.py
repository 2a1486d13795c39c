"""What a time hangs on: the verb that it dates, and the noun that it only tells apart."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from sayso.reading.annotations import Span, Words
from sayso.reading.heads import below

__all__ = ["VERBS", "Governor", "governor", "top", "word_at", "word_from"]

CLIMB = 10
"""Heads that are followed from a time to its verb."""

VERBS = frozenset(("VERB", "AUX"))
"""Parts of speech of verbs."""

_CLAUSES = ("root", "ccomp", "xcomp", "advcl", "acl", "conj", "parataxis", "csubj", "appos")


@dataclass(frozen=True, slots=True)
class Governor:
    """The word at the head of the clause that a time stands in, and the nouns on the way to it."""

    head: int
    nouns: tuple[int, ...]


def word_at(words: Words, offset: int) -> int:
    """Number of the word at an offset; between two words, of the one before. There must be words."""
    return max(0, bisect_right(words.spans, offset, key=lambda span: span[0]) - 1)


def word_from(words: Words, offset: int) -> int:
    """Number of the first word that begins at an offset or behind it."""
    return bisect_left(words.spans, offset, key=lambda span: span[0])


def top(words: Words, first: int, last: int) -> int:
    """The first of the words ``first`` to ``last`` (both in) that hangs on none of the others."""
    near = range(first, last + 1)
    return next((at for at in near if not first <= words.heads[at] <= last or words.heads[at] == at), first)


def governor(words: Words, span: Span) -> Governor | None:
    """The head of the clause that the time in a span stands in; None without syntax."""
    if not words.heads or not words.deprels:
        return None
    first, last = word_at(words, span[0]), word_at(words, span[1] - 1)
    at = top(words, first, last)
    if any(words.deprels[child] == "cop" and child < first for child in below(words, at)):
        return Governor(at, ())  # "the vote is on Monday"
    nouns: list[int] = []
    for _ in range(CLIMB):
        if not first <= at <= last:
            if words.upos[at] in VERBS or words.deprels[at].startswith(_CLAUSES) or words.heads[at] == at:
                return Governor(at, tuple(nouns))
            nouns.append(at)
        head = words.heads[at]
        if head == at:
            break
        at = head
    return Governor(at, tuple(nouns))
