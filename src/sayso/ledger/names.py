"""When two spellings of a name may be one: keys that ignore spelling's small change."""

from __future__ import annotations

import re

from anyascii import anyascii

from sayso.reading.people import bare
from sayso.reading.vocabulary import entries

__all__ = ["compatible", "key", "skeleton"]

LENGTH = 160
"""Characters of a name that tell it; what hostile text has beyond them is left out."""

ENOUGH = 3
"""Consonants from which on a word with the same ones is taken for the same word."""

_APART = re.compile(r"[^a-z0-9]+")
_ALIKE = str.maketrans("qcgzvwbdj", "kkksffpty")
_SILENT = re.compile(r"[aeiouyh]")
_DOUBLE = re.compile(r"(.)\1+")


def words(name: str) -> tuple[str, ...]:
    """The words of a name in ASCII lower case, without titles; hyphens and points part words."""
    plain = anyascii(bare(name[:LENGTH])).lower().replace("'", "")
    return tuple(word for word in _APART.split(plain) if word)


def key(name: str) -> str:
    """The same for all spellings that differ in case, accents, marks and a leading article only."""
    found = words(name)
    return " ".join(found[1:] if len(found) > 1 and found[0] in entries("definites") else found)[:LENGTH]


def skeleton(name: str, label: str) -> str:
    """The consonants of a person's first and last name; the key of anything else, or of one word.

    Transliterations differ in vowels and in pairs of like consonants: Moammar Qaddafi and Muammar
    Gaddafi have one skeleton.
    """
    core = _core(name)
    if label != "PERSON" or len(core) < 2:
        return key(name)
    return f"{_consonants(core[0])} {_consonants(core[-1])}"


def compatible(name: str, other: str) -> bool:
    """Whether two names of people with one skeleton can be two spellings of one name.

    First and last names must be the same, or share at least ``ENOUGH`` consonants; initials and
    generations that both give must agree.
    """
    if _generation(name) != _generation(other):
        return False
    one, two = _core(name), _core(other)
    if not all(_same(a, b) for a, b in ((one[0], two[0]), (one[-1], two[-1]))):
        return False
    middle = [[word[0] for word in core[1:-1]] for core in (one, two)]
    return not all(middle) or middle[0] == middle[1]


def _core(name: str) -> tuple[str, ...]:
    """The words without generation and particles (al-, bin, van)."""
    found = tuple(
        w for w in words(name) if w not in entries("generations") and w not in entries("surname_particles")
    )
    return found or words(name) or ("",)


def _generation(name: str) -> frozenset[str]:
    return frozenset(words(name)) & entries("generations")


def _consonants(word: str) -> str:
    single = _DOUBLE.sub(r"\1", word.replace("ph", "f").translate(_ALIKE))
    bones = _SILENT.sub("", single)
    return bones or word


def _same(word: str, other: str) -> bool:
    return word == other or len(_consonants(word)) >= ENOUGH
