"""Names that only look like times: "USA Today", "This Week", "60 Minutes", "March 23 Movement"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reading.times.items import Item
from sayso.reading.vocabulary import entries

__all__ = ["is_name"]

AROUND = 8
"""Words to each side that tell whether all is in capitals, as in a headline."""

LONG = 4
"""Letters from which on a word has a capital in a headline."""


def is_name(found: Sequence[Item], first: int, last: int, language: str = "en") -> bool:
    """Whether the items ``first`` to ``last`` are part of a name.

    So they are where a common word of time has a capital though it opens no sentence and the words
    around have none, and where a group is called after them.
    """
    behind = found[last : last + 1] if last > first + 1 else ()
    if any(item.capital and item.text in entries("group_heads", language) for item in behind):
        return True
    common = entries("times/common", language)
    capital = (at for at in range(first, last) if found[at].capital and found[at].text in common)
    return any(not _opens(found, at, language) for at in capital) and not _headline(found, first, last)


def _opens(found: Sequence[Item], at: int, language: str) -> bool:
    """Whether a word is the first of a sentence or of what is quoted."""
    return not at or not found[at - 1].text[-1].isalnum()


def _headline(found: Sequence[Item], first: int, last: int) -> bool:
    """Whether three of four words around begin with a capital."""
    around = [*found[max(0, first - AROUND) : first], *found[last : last + AROUND]]
    words = [item.capital for item in around if item.text.isalpha() and len(item.text) >= LONG]
    return 4 * sum(words) >= 3 * len(words)
