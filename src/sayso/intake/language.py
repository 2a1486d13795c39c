"""Which language a text is in."""

from __future__ import annotations

import re
from functools import cache

from sayso.intake.vocabulary import listed

__all__ = ["language_of"]

SAMPLE = 5_000
"""Characters that are looked at."""
FEW = 20
"""Words below which nothing can be told."""
SHARE = 0.08
"""Of the words of English news, at least so many are common ones; about a sixth are."""

WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of a text's language; None where it is too short to tell.

    English is told by its most common words. Only what is not English loads py3langid, which takes
    most of a second.
    """
    words = WORD.findall(text[:SAMPLE].lower())
    if len(words) >= FEW and sum(word in _common() for word in words) >= SHARE * len(words):
        return "en"
    if len(words) < FEW and len(text) < 10 * FEW:
        return None
    from py3langid import classify

    return str(classify(text[:SAMPLE])[0])


@cache
def _common() -> frozenset[str]:
    return frozenset(listed("sayso.intake", "common_words"))
