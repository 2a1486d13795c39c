"""Countries, and the adjectives and short names that stand for them."""

from __future__ import annotations

from functools import cache

from sayso.questions.vocabulary import groups, lines, words

__all__ = ["is_country", "nation", "ruled_from"]


def nation(word: str) -> str | None:
    """The country that an adjective or a short name stands for: "Syrian"; None for other words."""
    found = groups("nations").get(word) or groups("nations").get(word.removesuffix("s"))
    return found.replace("_", " ") if found else None


def ruled_from(seat: str) -> str | None:
    """The country whose government goes by the name of its seat, in lower case: "moscow"."""
    return _seats().get(seat)


@cache
def _seats() -> dict[str, str]:
    pairs = (pair.partition("=") for pair in words("responsibility", "seat"))
    return {seat: country.replace("_", " ") for seat, _, country in pairs}


@cache
def _countries() -> frozenset[str]:
    return frozenset(line.partition(":")[0].replace("_", " ").lower() for line in lines("nations"))


def is_country(name: str) -> bool:
    """Whether a name is a country's, in full or short: "the United States", "US"."""
    plain = name.removeprefix("the ").removeprefix("The ")
    short = plain.replace(".", "").isupper() and nation(plain) is not None
    return short or plain.lower() in _countries()
