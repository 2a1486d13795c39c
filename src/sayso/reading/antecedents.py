"""Relative pronouns: whom "who" stands for."""

from __future__ import annotations

import re

from sayso.reading.annotations import Span
from sayso.reading.clauses import Clauses
from sayso.reading.names import Named, Names
from sayso.reading.vocabulary import entries

__all__ = ["antecedent"]

_WORD = re.compile(r"[^\W_][\w.’'-]*")
_APPOSITION = re.compile(r",\s+(?:an?|the|his|her|their|its|one|now|once|then|former(?:ly)?)\s")

NEAR = 120
"""Characters before a relative pronoun in which the name it belongs to is looked for."""


def antecedent(text: str, pronoun: Span, names: Names, clauses: Clauses) -> Named | None:
    """The name that a relative clause belongs to: right before it, or by syntax or apposition."""
    person = text[pronoun[0] : pronoun[1]].lower() in entries("relative_people")
    before = [m for m in names.within(max(0, pronoun[0] - NEAR), pronoun[0]) if m.label != "PLACE"]
    before = [m for m in before if clauses.sentence(m.start) == clauses.sentence(pronoun[0])]
    if not before or person != (before[-1].label == "PERSON" and not before[-1].entity.isupper()):
        return None
    last = before[-1]
    if not _WORD.search(text, last.end, pronoun[0]):
        joined = len(before) > 1 and text[before[-2].end : last.start].strip(" ,") in entries("joining")
        after = _WORD.search(text, pronoun[1])
        return None if joined and after and after[0].lower() in entries("plural_verbs") else names.of(last)
    word = clauses.modified(pronoun[0])
    if word is not None:
        named = (m for at in clauses.apposed(word) for m in before if m.start <= at < m.end)
        return next((names.of(m) for m in named), None)
    people = [m for m in before if m.label == "PERSON"]
    told = people and _APPOSITION.match(text, people[-1].end)
    return names.of(people[-1]) if told else None
