"""Word lists, one file a list and a language."""

from __future__ import annotations

from functools import cache

from sayso.intake.vocabulary import listed

__all__ = ["entries", "lines"]


def lines(name: str, language: str = "en") -> tuple[str, ...]:
    """The entries of a list, in the file's order; see ``sayso.intake.vocabulary.listed``."""
    return listed("sayso.reading", name, language)


@cache
def entries(name: str, language: str = "en") -> frozenset[str]:
    """The entries of a word list, to ask whether it has a word."""
    return frozenset(lines(name, language))
