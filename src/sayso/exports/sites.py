"""Where the places of an answer are: the place asked about, or those that its positions name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from sayso.exports.gazetteer import Country, countries, key, towns
from sayso.exports.shapes import shapes
from sayso.questions.answer import Answer
from sayso.questions.claim import Claim, against
from sayso.questions.text.nations import nation
from sayso.questions.vocabulary import words

__all__ = ["KINDS", "Site", "sites"]

KINDS = ("control", "whereabouts")
"""The kinds of question whose answers have places."""

WORDS, LETTERS = 20_000, 2_000
"""How many words are searched for countries, and how many letters of one claim."""

WORD = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Site:
    """A place by the name that the answer has for it, and where it was found.

    ``where`` tells what was taken for it ("Tripoli, Libya (one of 3 of that name)"); ``row`` is the
    country's among the shapes, where the place is a country.
    """

    name: str
    longitude: float
    latitude: float
    where: str
    row: int | None = None


def sites(answer: Answer, values: Sequence[str] = ()) -> dict[str, Site | None]:
    """The places of an answer by their names, None for those that nobody knows; see ``KINDS``.

    ``values`` are more names. Of several places of a name it is one in a country that the claims speak
    of, or else the largest.
    """
    if answer.question.kind not in KINDS:
        return {}
    if answer.question.kind == "control":
        names = [answer.question.subject.name]
    else:
        told = [*(position.value for position in answer.positions), *values]
        names = list(dict.fromkeys(against(value) or value for value in told))
    spoken_of = _countries(answer) | {code for name in names if (code := _only(name))}
    return {name: _site(name, spoken_of) for name in names}


def _site(name: str, preferred: frozenset[str]) -> Site | None:
    if country := _country(name):
        ring = shapes().main(country.row)
        east, north = (ring.min(axis=0) + ring.max(axis=0)) / 2
        return Site(name, float(east), float(north), country.name, country.row)
    plain, _, behind = name.partition(",")
    if behind and (inside := _country(behind)):
        preferred = frozenset((inside.code,))
    found = towns(plain, preferred) or towns(_without_kind(plain), preferred)
    if not found:
        return None
    inside = countries().get(f"={found[0].code}")
    where = f"{found[0].name}, {inside.name}" if inside else found[0].name
    where += f" (one of {len(found)} of that name)" if len(found) > 1 else ""
    return Site(name, found[0].longitude, found[0].latitude, where)


def _without_kind(name: str) -> str:
    """The town that a part of a country is named after: Kherson, of "Kherson region"."""
    plain, _, last = name.rpartition(" ")
    return plain if last in words("naming", "place") else ""


def _only(name: str) -> str | None:
    """The country (its code) that a place is surely in, or is."""
    if country := _country(name):
        return country.code
    found = {town.code for town in towns(name)}
    return found.pop() if len(found) == 1 else None


def _countries(answer: Answer) -> frozenset[str]:
    """The codes of the countries that an answer and its claims speak of."""
    texts = [answer.question.subject.name, *(position.value for position in answer.positions)]
    for claim in _claims(answer):
        texts += [claim.source, claim.authority, claim.report.title or "", claim.content[:LETTERS]]
        texts += claim.subject.places
    spoken = islice((match[0] for text in dict.fromkeys(texts) for match in WORD.finditer(text)), WORDS)
    return frozenset(country.code for name in set(_names(spoken)) if (country := _country(name)))


def _claims(answer: Answer) -> Iterator[Claim]:
    yield from (claim for position in answer.positions for claim in position.claims)
    yield from (fell.claim for fell in answer.apart)


def _names(spoken: Iterable[str]) -> Iterator[str]:
    """What may name a country among words: up to three that begin with a capital, and adjectives."""
    last: list[str] = []
    for word in spoken:
        last = [*last[-2:], word]
        yield nation(word) or ""
        yield from (" ".join(last[at:]) for at in range(len(last)) if last[at][0].isupper())


def _country(name: str) -> Country | None:
    return countries().get(key(name))
