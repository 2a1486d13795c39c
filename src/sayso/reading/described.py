"""Words with a capital that name nobody: common nouns, plurals, and what headlines capitalise."""

from __future__ import annotations

from sayso.reading.headlines import in_headline
from sayso.reading.names import Named
from sayso.reading.nouns import noun_kind
from sayso.reading.vocabulary import entries

__all__ = ["is_common_noun", "is_described", "is_plural", "may_be_named"]


def may_be_named(text: str, at: int, named: Named) -> bool:
    """Whether what was taken for a name at an offset is one: in a headline its capitals do not tell."""
    if named.label != "PERSON" and is_common_noun(named.name):
        return False
    if named.label == "PERSON" or named.name.isupper() or not in_headline(text, at):
        return True
    return named.outside_headlines


def is_described(words: str) -> bool:
    """Whether capitalised words are no name: headlines capitalise what is none ("New Poll")."""
    if words.isupper():
        return False
    if noun_kind(words) not in (None, "group", "outlet"):
        return True
    if is_plural(words):
        return True
    plural_or_adjective = words.lower().endswith("s") or words.lower() in entries("demonyms")
    return " " not in words and (plural_or_adjective or noun_kind(words) == "group")


def is_plural(name: str) -> bool:
    """Whether what was taken for a name is a plural of people or groups."""
    last = name.partition(" of ")[0].rpartition(" ")[2]
    one = last.removesuffix("s")
    people = one.lower() in entries("demonyms") or noun_kind(last) in ("person-unnamed", "official-unnamed")
    return one != last and (people or (one.isupper() and len(one) > 1))


def is_common_noun(name: str) -> bool:
    """Whether what was taken for a name is a common noun with a capital, or an office ("Senate Leader")."""
    office, _, last = name.rpartition(" ")
    if office:
        return last.lower() in entries("roles") and noun_kind(office) == "group"
    if last.lower() in entries("general_acronyms"):
        return True
    return last.lower() not in entries("outlet_names") and noun_kind(name) not in (None, "group")
