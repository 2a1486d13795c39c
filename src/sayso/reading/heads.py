"""The words above a word, and those that hang on it."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.annotations import Words

__all__ = ["below", "up"]

FAR = 40
"""Words around a word among which those that hang on it are looked for, and heads that are followed."""


def below(words: Words, at: int) -> Iterator[int]:
    """The words that hang on a word."""
    near = range(max(0, at - FAR), min(len(words), at + FAR))
    return (c for c in near if words.heads[c] == at != c)


def up(words: Words, at: int) -> Iterator[int]:
    """A word and the words above it, as far as a walk goes."""
    for _ in range(FAR):
        yield at
        if words.heads[at] == at:
            return
        at = words.heads[at]
