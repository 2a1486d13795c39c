"""Clauses that a parse hung in the wrong place, put where they belong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.questions.vocabulary import groups
from sayso.questions.vocabulary import words as listed
from sayso.reading.annotations import Words
from sayso.reading.nouns import noun_kind
from sayso.reading.vocabulary import entries

__all__ = ["SUBJECTS", "above", "has", "mend_clauses", "near"]

NEAR = 60
"""Words around a word among which those that hang on it are looked for."""

CLEFT = 10
"""Words before a relative pronoun among which it is told of whom it tells."""

SUBJECTS = ("nsubj", "nsubj:pass")
_OF_NAME = ("cop", "aux", "case", "nsubj")
"""What a name as a predicate has before it."""

_PEOPLE = ("person-unnamed", "official-unnamed", "group")
"""Kinds of source that do things."""

_OWN = (*SUBJECTS, "aux", "aux:pass", "mark")
"""What a verb that only goes on with another's clause does not have."""


def mend_clauses(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str]) -> None:
    """Hang clauses, their subjects and parts of names where they belong."""
    for at in range(len(heads)):
        for mend in (
            _mend_voice,
            _mend_repair,
            _mend_report,
            _mend_compound,
            _mend_who,
            _mend_cleft,
            _mend_blame,
            _mend_office,
            _mend_flat,
        ):
            if mend(words, lower, heads, deprels, at):
                break


def _mend_voice(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Make a verb active that has no passive's auxiliary, but an object: "the quake killed thirty people"."""
    verb = heads[at]
    active = deprels[at] == "nsubj:pass" and at < verb and not has(heads, deprels, verb, ("aux:pass",))
    if not active:
        return False
    after = (c for c in near(heads, verb) if c > verb and deprels[c] == "obl")
    bare = next((c for c in after if not has(heads, deprels, c, ("case",))), None)
    if bare is not None:
        deprels[at], deprels[bare] = "nsubj", "obj"
    return bare is not None


def _mend_repair(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Make who corrects himself a subject: "it, and not he, did it"."""
    head = heads[at]
    repaired = deprels[at] == "reparandum" and words.upos[at] in ("PRON", "NOUN", "PROPN") and head > at
    if repaired and not has(heads, deprels, head, SUBJECTS):
        deprels[at] = "nsubj"
    return repaired


def _mend_report(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Hang what a report says on it: "its report that …"."""
    head = heads[at]
    said = lower[at] == "that" and at > 0 and lower[at - 1] in listed("stance", "statement")
    if said and deprels[head] == "parataxis" and head > at and head not in above(heads, at - 1):
        heads[head], deprels[head], deprels[at] = at - 1, "acl", "mark"
    return said


def _mend_compound(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Join a name to the event behind it: "carried out the Arle | bombing"."""
    after = at + 1
    if deprels[at] != "obj" or (heads[after : after + 1], deprels[after : after + 1]) != (
        [heads[at]],
        ["obj"],
    ):
        return False
    if words.upos[at] == "PROPN" and lower[after] in groups("events"):
        heads[at], deprels[at] = after, "compound"
    return True


def _mend_blame(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Join a verb of blaming to the denial before it: "denied that it had done so and blamed the army"."""
    denied = heads[at]
    if deprels[at] != "conj" or lower[at] not in listed("responsibility", "blame"):
        return False
    joined = deprels[denied] == "ccomp" and lower[heads[denied]] in listed("stance", "deny")
    if joined and has(heads, deprels, at, ("obj",)) and not has(heads, deprels, at, _OWN):
        heads[at] = heads[denied]
    return True


def _mend_office(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Hang an office on the name behind it: "Secretary of State Ann Roe" is Ann Roe, not "State Ann Roe"."""
    office, name = at - 1, at + 2
    if lower[at] != "of" or at == 0 or name >= len(heads) or lower[office] not in listed("naming", "office"):
        return False
    if words.upos[at + 1] != "PROPN" or words.upos[name] != "PROPN":
        return False
    if heads[name] == office:  # the name only goes on with the office
        heads[name], deprels[name] = name if heads[office] == office else heads[office], deprels[office]
    elif heads[name] != heads[office]:
        return False
    heads[at], heads[at + 1], deprels[at + 1] = at + 1, office, "nmod"
    heads[office], deprels[office] = name, "nmod:desc"
    return True


def _mend_flat(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Hang the copula and preposition of a name on its first word: "is in Port Anselm"."""
    name = heads[at]
    parted = deprels[at] in _OF_NAME and deprels[name] == "flat" and at < heads[name] < name
    if parted:
        heads[at] = heads[name]
    return parted


def _mend_who(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Hang what people do on people: "the opinion of an official, who told …"."""
    verb, last = heads[at], at - 1 - (lower[at - 1] == ",")
    noun = heads[verb]
    told = lower[at] in entries("relative_people") and deprels[verb] == "acl:relcl" and last > 0
    if not told or noun_kind(lower[noun]) in _PEOPLE or (heads[last], deprels[last]) != (noun, "nmod"):
        return False
    if noun_kind(lower[last]) in _PEOPLE:
        heads[verb] = last
    return True


def _mend_cleft(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Hang a relative clause on whom it tells of: "it was the rebels, and not the army, that did it"."""
    verb = heads[at]
    if deprels[at] != "nsubj" or lower[at] not in listed("stance", "relative") or verb < at:
        return False
    for noun in range(at - 1, max(0, at - CLEFT), -1):
        named = words.upos[noun] in ("NOUN", "PROPN") and has(heads, deprels, noun, ("cop",))
        it = any(lower[i] == "it" and heads[i] == noun for i in range(max(0, noun - CLEFT), noun))
        if named and it and heads[verb] in (noun, heads[noun]) and noun not in (verb, heads[verb]):
            if verb not in above(heads, noun):
                heads[verb], deprels[verb] = noun, "acl:relcl"
            break
    return True


def has(heads: Sequence[int], deprels: Sequence[str], at: int, relations: Sequence[str]) -> bool:
    """Whether a word hangs on another by one of these relations."""
    return any(deprels[i] in relations for i in near(heads, at))


def near(heads: Sequence[int], at: int) -> list[int]:
    """The words that hang on a word, of those up to some way from it."""
    return [i for i in range(max(0, at - NEAR), min(len(heads), at + NEAR)) if heads[i] == at]


def above(heads: Sequence[int], at: int) -> Iterator[int]:
    """The words above a word."""
    seen: set[int] = set()
    while heads[at] != at and at not in seen:
        seen.add(at)
        at = heads[at]
        yield at
