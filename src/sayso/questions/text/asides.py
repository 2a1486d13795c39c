"""Names set off by commas that a parse hung on the wrong noun."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sayso.questions.text.clauses import above, near
from sayso.questions.vocabulary import groups
from sayso.questions.vocabulary import words as listed
from sayso.reading.annotations import Words
from sayso.reading.nouns import noun_kind

__all__ = ["mend_asides"]

_WITHIN = ("nmod", "obl", "obl:agent", "acl", "appos")
"""Relations of what tells more of a noun to it, or to what tells more of it."""

_PEOPLE = ("person-unnamed", "official-unnamed")


def mend_asides(
    words: Words, lower: Sequence[str], people: Collection[int], heads: list[int], deprels: list[str]
) -> None:
    """Hang a name set off on whom it is the name of: "a senator kidnapped by rebels, Ann Roe, was freed".

    ``people`` are the first words of the names of people.
    """
    for at, relation in enumerate(deprels):
        if relation == "appos":
            _mend_heist(words, lower, heads, deprels, at)
    for at in people:
        noun = heads[at]
        apart = deprels[at] == "appos" or (deprels[at] == "conj" and lower[at - 1] == ",")
        if not apart or noun >= at or not _is_no_person(words, lower, noun):
            continue
        last, event = noun, lower[noun] in groups("events")
        for other in above(heads, noun):
            if other > at or deprels[last] not in _WITHIN:
                break
            if words.upos[other] in ("NOUN", "NUM") and (event or _is_one(lower[other])):
                heads[at], deprels[at] = other, "appos"
                break
            last = other


def _is_one(noun: str) -> bool:
    """Whether a noun is for one person, whom a name set off behind it can name."""
    return (noun_kind(noun) in _PEOPLE and not noun.endswith("s")) or noun in listed("custody", "ranked")


def _is_no_person(words: Words, lower: Sequence[str], noun: int) -> bool:
    """Whether a noun is for several people, or for an event: nobody's name tells who it is."""
    several = words.upos[noun] == "NOUN" and noun_kind(lower[noun]) is not None and lower[noun].endswith("s")
    return several or lower[noun] in groups("events")


def _mend_heist(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Join a noun to the event right behind it: "the mastermind of the museum | heist"."""
    noun = at - 1
    told = (
        deprels[at] == "appos" and lower[at] in groups("events") and deprels[noun] in ("nmod", "obl", "obj")
    )
    if not told or heads[at] not in (noun, heads[noun]) or words.upos[noun] != "NOUN":
        return False
    heads[at], deprels[at] = heads[noun], deprels[noun]
    for child in near(heads, noun):
        if child < noun:
            heads[child] = at
    heads[noun], deprels[noun] = at, "compound"
    return True
