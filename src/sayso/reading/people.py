"""People's names: which of a report's mentions can be of the same person."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache

from sayso.reading.gender import of_first_name
from sayso.reading.vocabulary import entries, lines

__all__ = ["bare", "keys", "parts"]

_POSSESSIVE = re.compile(r"['’]s?$")
_GENERATION = frozenset(("jr", "sr", "ii", "iii", "iv"))


def bare(name: str) -> str:
    """A name without titles before it, a possessive behind it, or line breaks in it."""
    words = _POSSESSIVE.sub("", " ".join(name.split())).split(" ")
    while len(words) > 1 and words[0].rstrip(".").lower() in entries("titles"):
        words = words[1:]
    return " ".join(words).strip(" ,;:\"“”'‘’")


def parts(name: str) -> list[str]:
    """The words of a person's name that tell them apart, in lower case."""
    words = [w.strip(".,").lower() for w in name.split(" ")]
    return [w for w in words if w and w not in _GENERATION]


def keys(names: Sequence[str], genders: Sequence[str | None]) -> list[str]:
    """A key for each bare name, in the order of the text: the first and last name it belongs to.

    ``genders`` tells what a title before each mention says. A surname of several people goes to
    the one whom the report names first and in full most often; where these are two, to nobody: its
    key is the surname.
    """
    full: dict[str, list[str]] = defaultdict(list)
    weight: Counter[str] = Counter()
    for words in map(parts, names):
        if len(words) > 1:
            key = _known(words, full) or f"{words[0]} {words[-1]}"
            if key not in weight:
                for word in {words[0], words[-1]}:
                    full[word].append(key)
            weight[key] += 1
    return [_key(parts(name), gender, full, weight) for name, gender in zip(names, genders, strict=True)]


def _known(words: list[str], full: dict[str, list[str]]) -> str | None:
    """The key of a name in full, if there is one: another form of the first name may be used."""
    return next(
        (
            k
            for k in full.get(words[-1], ())
            if _is_last(words[-1], k) and _same_first(k.split(" ")[0], words[0])
        ),
        None,
    )


def _key(words: list[str], gender: str | None, full: dict[str, list[str]], weight: Counter[str]) -> str:
    if not words:
        return ""
    if len(words) > 1:
        return _known(words, full) or " ".join(words)
    known = full.get(words[0], [])
    known = [k for k in known if _is_last(words[0], k)] or known
    if gender and len(known) > 1:
        known = [k for k in known if of_first_name(k) in (gender, None)] or known
    return known[0] if known and weight[known[0]] == max(weight[k] for k in known) else words[0]


def _is_last(word: str, key: str) -> bool:
    return key.endswith(f" {word}")


@cache
def _nicknames() -> dict[str, str]:
    return {nick: full for full, *nicks in map(str.split, lines("nicknames")) for nick in nicks}


def _same_first(one: str, other: str) -> bool:
    if one == other or _nicknames().get(one, one) == _nicknames().get(other, other):
        return True
    return min(len(one), len(other)) == 1 and one[0] == other[0]
