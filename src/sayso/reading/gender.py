"""What a name or a title tells of a person's gender."""

from __future__ import annotations

from functools import cache

from sayso.reading.vocabulary import lines

__all__ = ["is_first_name", "of_first_name", "of_title"]


@cache
def _first_names() -> dict[str, str]:
    men = dict.fromkeys(lines("first_names_male"), "m")
    return men | dict.fromkeys(lines("first_names_female"), "f")


@cache
def _gendered_titles() -> dict[str, str]:
    pairs = (line.split() for line in lines("gendered_titles"))
    return {word: gender for word, gender, *_ in pairs}


def is_first_name(word: str) -> bool:
    """Whether a word is a common first name."""
    return word.lower() in _first_names()


def of_first_name(name: str) -> str | None:
    """Gender by the first word of a name, or None where it is not told."""
    words = name.lower().split()
    return _first_names().get(words[0].split("-")[0]) if len(words) > 1 else None


def of_title(word: str) -> str | None:
    """Gender by a title such as "Mrs." or "Congresswoman", or None."""
    return _gendered_titles().get(word.lower().rstrip("."))
