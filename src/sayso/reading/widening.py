"""Names that the recogniser cut short: the part of them that stands beside what it found."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Sequence
from dataclasses import replace
from itertools import pairwise

from sayso.reading.annotations import Entity
from sayso.reading.gender import is_first_name
from sayso.reading.nouns import noun_kind
from sayso.reading.people import parts
from sayso.reading.vocabulary import entries

__all__ = ["sharing", "starts_sentence", "widened"]

_FIRST = re.compile(r"(?<![\w.’'-])([^\W\d_a-z][\w’'-]+)[ \xa0]$")
_NICKNAME = re.compile(r"(?<!\w)([^\W\d_a-z][\w-]+ [\"“'‘(][^\W\d_][\w -]{0,20}[\"”'’)])[ \xa0]$")
_NUMBER = re.compile(r"(?<!\w)(\d+(?:st|nd|rd|th)) $")
_CAPITALS = re.compile(r"(?<![\w’'.-])((?:[A-Z][\w&-]*\s){1,5})$")
_SUBJECT = re.compile(r" (?:on|for) ([A-Z][\w-]+)(?: (?:and |of )?[A-Z][\w-]+){0,5}(?![\w’'])")
_DOUBLE = re.compile(r"[^\W\d_a-z]\w+-[^\W\d_a-z]\w+$")
_STARTS = re.compile(r"(?:^|[.!?:\n\r\"“”'‘’(])\s*$")

LONGEST = 60
"""Characters before a name in which what was left out of it is looked for."""


def widened(text: str, mention: Entity, before: Entity | None, in_full: Container[str] = ()) -> Entity:
    """A mention with the words beside it that belong to its name: a first name, a number.

    ``before`` is the mention before it; ``in_full`` are the surnames (lower case) of the people whom
    the report names with a first name.
    """
    left = text[max(0, mention.start - LONGEST) : mention.start]
    if mention.label == "PERSON":
        found = None if " " in mention.entity.strip() else _first_name(left, mention, in_full)
    else:
        number = _NUMBER.search(left)
        found = number[1] if number else _name(text, left, mention, before)
        mention = replace(mention, entity=mention.entity + _behind(text, mention))
    return replace(mention, entity=f"{found} {mention.entity}") if found else mention


def sharing(text: str, mentions: Sequence[Entity]) -> list[Entity]:
    """The mentions in which "Ann" of "Ann and Carl Roe" is "Ann Roe".

    A word that is no common first name is one there if the report has others of that surname.
    """
    first_names = defaultdict(set)
    for mention in mentions:
        if mention.label == "PERSON" and len(words := mention.entity.split()) > 1:
            first_names[words[-1]].add(words[0])
    found = list(mentions)
    for at, (one, other) in enumerate(pairwise(mentions)):
        words = other.entity.split()
        if one.label == other.label == "PERSON" and len(words) > 1 and " " not in one.entity:
            first = is_first_name(one.entity) or len(first_names[words[-1]]) > 1
            if first and text[one.end : other.start] == " and ":
                found[at] = replace(one, entity=f"{one.entity} {words[-1]}")
    return found


def starts_sentence(left: str) -> bool:
    """Whether what follows these words begins a sentence, a line or a quotation."""
    return _STARTS.search(left) is not None


def _first_name(left: str, mention: Entity, in_full: Container[str]) -> str | None:
    """A first name before a surname: a common one, or any word that can be nothing else there."""
    if nicknamed := _NICKNAME.search(left):
        return nicknamed[1]
    found = _FIRST.search(left)
    if not found or is_first_name(found[1]):
        return found[1] if found else None
    surname = parts(mention.entity)[-1:]
    if not surname or surname[0] in in_full or _is_no_name(found[1]):
        return None
    certain = _DOUBLE.match(found[1]) or not starts_sentence(left[: found.start()])
    return found[1] if certain and not left[: found.start()].endswith(("the ", "The ")) else None


def _is_no_name(word: str) -> bool:
    """Whether a capitalised word before a surname is known to be something else."""
    known = ("titles", "roles", "demonyms", "openers", "prepositions", "common_sources", "outlet_names")
    lower = word.lower()
    return word.isupper() or noun_kind(word) is not None or any(lower in entries(words) for words in known)


def _name(text: str, left: str, mention: Entity, before: Entity | None) -> str | None:
    """The capitalised words that tell which "Board", "Court" or "Northern Ireland" it is."""
    found = _CAPITALS.search(left)
    if not found or mention.entity.replace(".", "").isupper():
        return None
    words = found[1].split()
    if mention.label == "PLACE" and noun_kind(mention.entity) not in ("group", "outlet"):
        return words[-1] if words[-1].lower() in entries("directions") else None
    general = " " not in mention.entity and noun_kind(mention.entity) in ("group", "outlet")
    person = before is not None and before.label == "PERSON" and before.end > mention.start - len(found[1])
    whole = words[0] == "The" or left[: found.start()].endswith("the ")
    beside = before is not None and text[before.end : mention.start] in (" ", "\xa0")
    if not general and (person or not (whole or beside)):
        return None
    while words and words[0].lower() in entries("openers") | entries("prepositions") | {"the"}:
        words = words[1:]
    return " ".join(words) or None


def _behind(text: str, mention: Entity) -> str:
    """What an organisation is for: "on Foreign Relations" behind "Council"."""
    group = mention.entity.rpartition(" ")[2].lower()
    found = _SUBJECT.match(text, mention.end) if group in entries("subject_groups") else None
    if not found or found[1].lower() in entries("openers") | entries("titles"):
        return ""
    words = found[0].split(" ")
    roles = entries("titles") | entries("roles")
    ends = [at for at, word in enumerate(words) if word.lower() in roles or is_first_name(word)]
    return " ".join(words[: ends[0]] if ends else words)
