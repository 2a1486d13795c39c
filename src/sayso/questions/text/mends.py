"""Small mends of a parse, each tried on the words whose relation it is for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sayso.reading.annotations import Words

__all__ = ["Mend", "Mends"]

Mend = Callable[[Words, Sequence[str], list[int], list[str], int], bool]
"""Changes heads and relations around a word, told the words in lower case as well; whether it did."""


class Mends:
    """Mends in the order in which they are tried on each word, until one does something.

    Each is told with the relations of the words that it can mend; with none it is tried on all.
    """

    def __init__(self, *tried: tuple[Mend, tuple[str, ...]]) -> None:
        self._always = tuple(mend for mend, only in tried if not only)
        self._by_relation = {
            relation: tuple(mend for mend, only in tried if not only or relation in only)
            for relation in {relation for _, only in tried for relation in only}
        }

    def __call__(self, words: Words, lower: Sequence[str], heads: list[int], deprels: list[str]) -> None:
        """Mend ``heads`` and ``deprels`` in place."""
        for at in range(len(heads)):
            for mend in self._by_relation.get(deprels[at], self._always):
                if mend(words, lower, heads, deprels, at):
                    break
