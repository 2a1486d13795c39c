"""Word lists, one file a list and a language."""

from __future__ import annotations

import re
from functools import cache

from sayso.intake.vocabulary import listed

__all__ = ["alternatives", "entries", "lines"]


def lines(name: str, language: str = "en") -> tuple[str, ...]:
    """The entries of a list, in the file's order; see ``sayso.intake.vocabulary.listed``."""
    return listed("sayso.reading", name, language)


@cache
def entries(name: str, language: str = "en") -> frozenset[str]:
    """The entries of a word list, to ask whether it has a word."""
    return frozenset(lines(name, language))


def alternatives(name: str, language: str = "en") -> str:
    """The entries of a list as a pattern of any of them, the longest first."""
    return "|".join(sorted(map(re.escape, lines(name, language)), key=len, reverse=True))
