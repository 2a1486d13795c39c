"""Word lists of the questions, one file a list and a language."""

from __future__ import annotations

from functools import cache

from sayso.intake.vocabulary import listed

__all__ = ["entries", "groups", "lines", "words"]


def lines(name: str, language: str = "en") -> tuple[str, ...]:
    """The entries of a list, in the file's order; see ``sayso.intake.vocabulary.listed``."""
    return listed("sayso.questions", name, language)


@cache
def entries(name: str, language: str = "en") -> frozenset[str]:
    """The entries of a list, to ask whether it has a word."""
    return frozenset(lines(name, language))


@cache
def _lists(name: str, language: str) -> dict[str, frozenset[str]]:
    """Words by key, from lines such as ``strike: strike strikes struck``; ``_`` joins the words of one."""
    found: dict[str, frozenset[str]] = {}
    for line in lines(name, language):
        key, _, members = line.partition(":")
        words = frozenset(word.replace("_", " ") for word in members.split())
        found[key.strip()] = found.get(key.strip(), frozenset()) | words
    return found


@cache
def words(name: str, key: str, language: str = "en") -> frozenset[str]:
    """The words that a list of ``key: word word …`` lines has for a key."""
    return _lists(name, language).get(key, frozenset())


@cache
def groups(name: str, language: str = "en") -> dict[str, str]:
    """The key of each word of such a list; a word with several has the first."""
    found: dict[str, str] = {}
    for key, members in _lists(name, language).items():
        for word in members:
            found.setdefault(word, key)
    return found
