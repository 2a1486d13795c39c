"""Names of parties to compare by: without articles and descriptions, and when two are one party."""

from __future__ import annotations

import re
from functools import cache

from sayso.questions.text.nations import is_country, nation
from sayso.questions.vocabulary import words

__all__ = ["canonical", "keys", "same_party", "tidy"]

_ARTICLE = re.compile(r"^(?:the|an?|some)\s+", re.IGNORECASE)
_DESCRIBED = re.compile(r"(?:[a-z][\w-]* )*?([a-z]+) ([A-Z].*)")
_OWNING = re.compile(r"['’]s? ")
_POSSESSIVE = re.compile(r"['’]s?$")


def tidy(name: str) -> str:
    """A name without article, description ("the rebel group Red Column"), possessive or line breaks."""
    plain = _POSSESSIVE.sub("", _ARTICLE.sub("", " ".join(name.split()))).strip(" ,.;:\"“”'‘’")
    described = _DESCRIBED.match(plain)
    return described[2] if described and described[1] in words("parties", "anaphor") else plain


def keys(name: str) -> frozenset[str]:
    """What a party's name can be known by: two names that share a key are one party."""
    plain = tidy(name).lower()
    found = {plain}
    first, _, last = tidy(name).rpartition(" ")
    if last.lower() in words("naming", "state") or plain in words("naming", "state"):
        found.add("government")
        country = nation(first)
        if country:
            found |= {country.lower()}
        elif first and first.islower() is False:
            found.discard("government")
    return frozenset(found)


def same_party(one: str, other: str) -> bool:
    """Whether two names can be those of one party: "government" and "army", "Taliban" and "the Taliban"."""
    if keys(one) & keys(other):
        return True
    short, long = sorted((tidy(one).lower(), tidy(other).lower()), key=len)
    return len(short) > 2 and f" {short} " in f" {long} "


@cache
def _same() -> dict[str, str]:
    pairs = (pair.partition("=") for pair in words("sources", "same"))
    return {one.replace("_", " "): other.replace("_", " ") for one, _, other in pairs}


def canonical(name: str) -> str:
    """A group's name to compare by: the military is the army, whatever its country."""
    plain = tidy(name).lower()
    first, _, rest = tidy(name).partition(" ")
    country = first.removesuffix("'s").removesuffix("’s")
    if rest and (nation(country) or (country != first and is_country(country))):
        plain = rest.lower()
    owner, owned = [*_OWNING.split(plain, maxsplit=1), ""][:2]
    of_state = words("naming", "place") | words("naming", "country") | words("naming", "state")
    if owned and (is_country(owner.title()) or owner in of_state or owner.split()[-1:] == ["authorities"]):
        plain = owned
    return _same().get(plain, plain)
