"""People's names: which of a report's mentions can be of the same person."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache

from anyascii import anyascii

from sayso.reading.gender import of_first_name
from sayso.reading.vocabulary import entries, lines

__all__ = ["bare", "keys", "parts"]

_PARTICLE = re.compile(r"^(?:al|el)-(?=\w)")
_POSSESSIVE = re.compile(r"['’]s?$")


@lru_cache(maxsize=2**12)
def bare(name: str) -> str:
    """A name without titles before it, a possessive behind it, or line breaks in it."""
    words = _POSSESSIVE.sub("", " ".join(name.split())).split(" ")
    while len(words) > 1 and words[0].rstrip(".").lower() in entries("titles"):
        words = words[1:]
    return " ".join(words).strip(" ,;:\"“”'‘’")


def parts(name: str) -> list[str]:
    """The words of a person's name that tell them apart, in lower case."""
    words = [w.strip(".,").lower() for w in name.split(" ")]
    return [w for w in words if w and w not in entries("generations")]


def keys(names: Sequence[str], genders: Sequence[str | None]) -> list[str]:
    """A key for each bare name, in the order of the text: the first and last name it belongs to.

    ``genders`` tells what a title before each mention says. A surname of several people goes to
    the one whom the report names first and in full most often; where these are two, to nobody: its
    key is the surname. Letters with and without their marks are the same.
    """
    known = _Known()
    words = [[anyascii(word).lower() or word for word in parts(name)] for name in names]
    for full in words:
        if len(full) > 1:
            known.add(*full[:-1], last=full[-1])
    return [
        known.full(w[0], w[-1]) if len(w) > 1 else known.short(w[0], gender) if w else ""
        for w, gender in zip(words, genders, strict=True)
    ]


class _Known:
    """The people whom a report names in full."""

    def __init__(self) -> None:
        self._weight: Counter[str] = Counter()
        self._forms: dict[tuple[str, str], str] = {}
        self._last: dict[str, list[str]] = defaultdict(list)
        self._first: dict[str, list[str]] = defaultdict(list)
        self._middle: dict[str, list[str]] = defaultdict(list)
        self._short: dict[tuple[str, str | None], str] = {}

    def add(self, first: str, *middles: str, last: str) -> None:
        """Count one mention in full; a nickname and an initial are the same as the first name."""
        key = self.full(first, last)
        if key not in self._weight:
            for surname in {last, _PARTICLE.sub("", last)}:
                self._last[surname].append(key)
            self._first[first].append(key)
            for middle in middles:
                self._middle[middle].append(key)
        self._weight[key] += 1
        for form in (_formal(first), first[0]):
            self._forms.setdefault((form, last), key)

    def full(self, first: str, last: str) -> str:
        """The key of a name in full."""
        found = self._forms.get((_formal(first), last))
        initial = self._forms.get((first[0], last))
        if not found and initial and 1 in (len(first), initial.index(" ")):
            found = initial
        return found or f"{first} {last}"

    def short(self, word: str, gender: str | None) -> str:
        """The key of a surname, or of another name that is nobody's surname."""
        if (word, gender) not in self._short:
            known = self._last.get(word) or self._first.get(word) or self._middle.get(word, [])
            if gender:
                known = [key for key in known if of_first_name(key) in (gender, None)]
            most = max((self._weight[key] for key in known), default=0)
            self._short[word, gender] = known[0] if known and self._weight[known[0]] == most else word
        return self._short[word, gender]


@cache
def _nicknames() -> dict[str, str]:
    return {nick: full for full, *nicks in map(str.split, lines("nicknames")) for nick in nicks}


def _formal(first: str) -> str:
    """A first name, where it is a short form."""
    return _nicknames().get(first, first)
