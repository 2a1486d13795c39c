"""The words that tell times, and what they mean: read from a language's ``times/words.txt``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sayso.reading.vocabulary import lines

__all__ = ["Lexicon", "Meaning", "lexicon"]


@dataclass(frozen=True, slots=True)
class Meaning:
    """One meaning of a word or phrase: its class, and what it stands for in it.

    ``words`` are lower-case; ``cased`` is the form as it has to stand in the text, if it matters.
    """

    words: tuple[str, ...]
    kind: str
    value: str
    cased: str | None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Meanings by their first word, one of ``begins``: of single words, and of phrases, the longest first."""

    words: Mapping[str, tuple[Meaning, ...]]
    phrases: Mapping[str, tuple[Meaning, ...]]
    begins: frozenset[str]


@cache
def lexicon(language: str = "en") -> Lexicon:
    """The lexicon of a language; raises FileNotFoundError where it has none."""
    words: dict[str, list[Meaning]] = {}
    phrases: dict[str, list[Meaning]] = {}
    for line in lines("times/words", language):
        head, _, forms = line.partition(": ")
        kind, value = head.split()
        for form in forms.split(", "):
            parts = tuple(form.lower().split())
            meaning = Meaning(parts, kind, value, form if form != form.lower() else None)
            (words if len(parts) == 1 else phrases).setdefault(parts[0], []).append(meaning)
    return Lexicon(
        {word: tuple(found) for word, found in words.items()},
        {word: tuple(sorted(found, key=lambda m: -len(m.words))) for word, found in phrases.items()},
        frozenset([*words, *phrases]),
    )
