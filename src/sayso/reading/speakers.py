"""Speakers: the entity of the report that a source stands for, or none.

A wrong name is worse than no name: where the report leaves two in question, there is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sayso.reading.annotations import Attribution, Entity, Span
from sayso.reading.kinds import noun_kind
from sayso.reading.names import Named, Names, bare
from sayso.reading.offices import Offices
from sayso.reading.vocabulary import lines

__all__ = ["speakers"]

_WORD = re.compile(r"[^\W_][\w.’'-]*")
_POSSESSIVE = re.compile(r"['’]s?$")
_POSSESSIVE_NEXT = re.compile(r"\s?['’](?:s\b|(?=\s|$))")
_CAPITALISED = re.compile(r"(?:[A-Z][\w.&’'-]*|of|for|and|the)(?: (?:[A-Z][\w.&’'-]*|of|for|and|the))*")

NEAR = 600
"""Characters before a pronoun in which the one it stands for is looked for."""


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lines(name))


def speakers(text: str, attributions: Sequence[Attribution], names: Names) -> list[str | None]:
    """The speaker of each attribution, in their order; first by source, then by pronoun."""
    offices = Offices(text, names)
    found: list[str | None] = [None] * len(attributions)
    resolved: list[tuple[int, Named]] = []
    first_person: list[int] = []
    for at in sorted(range(len(attributions)), key=lambda at: _place(attributions[at])):
        attribution = attributions[at]
        if not attribution.source:
            continue
        source = attribution.source[0]
        words = [w.lower() for w in _WORD.findall(text[source[0] : source[1]])]
        if len(words) == 1 and words[0] in _words("relative_pronouns"):
            named = _antecedent(text, source, names)
        elif len(words) == 1 and words[0] in _words("pronouns_singular"):
            named = _referent(words[0], attribution, names, resolved)
        elif len(words) == 1 and words[0] in _words("pronouns_first"):
            first_person.append(at)
            continue
        else:
            named = _head(text, source, names) or offices.holder(text[source[0] : source[1]], source[0])
            found[at] = None if named else _own_name(text[source[0] : source[1]])
        if named:
            found[at] = named.name
            resolved.append((source[0], named))
    for at in first_person:
        found[at] = _enclosing(attributions[at], attributions, found)
    return found


def _place(attribution: Attribution) -> int:
    """Where an attribution stands for what follows it: by its source."""
    return (attribution.source or attribution.cue or attribution.content)[0][0]


def _head(text: str, source: Span, names: Names) -> Named | None:
    """The first name in a source that is not there only to tell who somebody else is."""
    for mention in names.within(*source):
        if _is_head(text, source, mention):
            return names.of(mention)
    return names.surnamed(bare(text[source[0] : source[1]]))


def _is_head(text: str, source: Span, mention: Entity) -> bool:
    before, after = text[source[0] : mention.start], text[mention.end : source[1]]
    if _POSSESSIVE.search(text[mention.start : mention.end]) or _POSSESSIVE_NEXT.match(after):
        return False
    following = _WORD.match(after[1:]) if after[:1] in (" ", "-") else None
    if following and following[0] not in _words("prepositions") | _words("relative_pronouns"):
        return False
    inside = [w for w in _WORD.findall(before) if w.lower() in _words("prepositions")]
    if inside and mention.label == "PERSON":
        title = before.rsplit(f" {inside[-1]} ", 1)[-1]
        return inside == ["of"] and all(w[0].isupper() for w in _WORD.findall(title)) and title.strip() != ""
    return not inside


def _antecedent(text: str, source: Span, names: Names) -> Named | None:
    """Whom a relative pronoun stands for: the name right before it, or the head of what is."""
    before = [m for m in names.within(max(0, source[0] - 120), source[0]) if m.label != "PLACE"]
    if before and not re.search(r"[.!?]\s", text[before[-1].end : source[0]]):
        between = _WORD.findall(text[before[-1].end : source[0]])
        if not between:
            return names.of(before[-1])
        people = [m for m in before if m.label == "PERSON"]
        if people and text[people[-1].end : people[-1].end + 1] == "," and len(between) < 12:
            return names.of(people[-1])
    return None


def _referent(
    pronoun: str, attribution: Attribution, names: Names, resolved: Sequence[tuple[int, Named]]
) -> Named | None:
    """The one person near enough that a pronoun can stand for."""
    gender = "f" if pronoun in _words("pronouns_female") else "m"
    if pronoun not in _words("pronouns_female") | _words("pronouns_male"):
        return None
    at = attribution.source[0][0]
    near: dict[int, Named] = {}
    for mention in names.within(max(0, at - NEAR), at):
        named = names.of(mention)
        quoted = any(a <= mention.start < b for a, b in attribution.content)
        if named and mention.label == "PERSON" and named.gender in (gender, None) and not quoted:
            near[id(named)] = named
    spoke = [n for place, n in resolved if at - NEAR <= place < at and n.label == "PERSON"]
    spoke = [n for n in spoke if n.gender in (gender, None)]
    certain = [n for n in near.values() if n.gender == gender]
    if spoke and (len(near) <= 1 or spoke[-1] in near.values() or not near):
        return spoke[-1]
    if len(near) == 1:
        return next(iter(near.values()))
    return certain[0] if len(certain) == 1 else None


def _enclosing(
    attribution: Attribution, attributions: Sequence[Attribution], found: Sequence[str | None]
) -> str | None:
    """The speaker of the smallest attribution whose content holds this one's source."""
    if attribution.within is None:
        return None
    outer = attributions[attribution.within]
    return found[attribution.within] if outer.type != "indirect" else None


def _own_name(source: str) -> str | None:
    """A source that is a name though the recogniser did not say so, or a named group of people.

    Headlines capitalise what is no name ("New Poll"), so a known noun makes it none.
    """
    words = _POSSESSIVE.sub("", source.removeprefix("the ").removeprefix("The ").strip(" ,"))
    if not _CAPITALISED.fullmatch(words):
        parts = words.rsplit(" ", 1)
        if len(parts) == 2 and parts[1] in _words("named_groups") and _CAPITALISED.fullmatch(parts[0]):
            return bare(parts[0]) + " " + parts[1] if not parts[0].endswith(("'s", "’s")) else None
        return None
    first = words.split(" ")[0].lower()
    plain = " " not in words and (
        first in _words("common_sources") or (first.endswith("s") and not words.isupper())
    )
    described = noun_kind(words) is not None and not words.isupper()
    return None if plain or described or first in _words("common_sources") else words
