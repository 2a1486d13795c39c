"""Participles that a parse took for a predicate, or hung on the wrong noun."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.questions.text.clauses import (
    FINITE,
    SUBJECTS,
    above,
    give_back,
    has,
    near,
    subject_relation,
    take_over,
)
from sayso.questions.text.mends import Mend
from sayso.questions.vocabulary import groups
from sayso.questions.vocabulary import words as listed
from sayso.reading.annotations import Words
from sayso.reading.vocabulary import entries

__all__ = ["mend_participles_apart"]

_ANY_SUBJECT = (*SUBJECTS, "nsubj:outer", "expl", "csubj")

FAR = 30
"""Words behind a participle among which the predicate is looked for whose subject it took."""


def mend_participles_apart(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str]) -> None:
    """Hang participles on the nouns that they describe, and give predicates their subjects back."""
    for at in range(len(heads)):
        for mend in _MENDS.get(deprels[at], ()):
            mend(words, lower, heads, deprels, at)


def _mend_opening(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Make a participle describe the subject behind it: "| captured corporal Ann Roe thanks her mother"."""
    told = words.upos[at] == "VERB" and lower[at].endswith("ed") and deprels[at] in ("root", "ccomp")
    if not told or lower[at] in listed("stance", "inserted"):
        return False
    below = near(heads, at)
    if any(deprels[c] in (*_ANY_SUBJECT, *FINITE, "obj", "mark") for c in below):
        return False
    verb = next((c for c in below if c > at and deprels[c] == "ccomp"), None)
    who = next((c for c in near(heads, verb) if deprels[c] in SUBJECTS), None) if verb else None
    if verb is None or who is None or not at < who < verb:
        return False
    if not all(i == who or heads[i] in range(at + 1, who + 1) for i in range(at + 1, who + 1)):
        return False
    take_over(heads, deprels, verb, at, "amod")
    for child in below:
        if child != verb:
            heads[child] = verb
    heads[at] = who
    return True


def _mend_purporting(
    words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int
) -> bool:
    """Give a predicate its subject that a participle took: "images | purporting to show Roe | were made"."""
    verb = heads[at]
    told = deprels[at] == "nsubj" and verb == at + 1 and lower[verb].endswith("ing")
    if not told or words.upos[verb] != "VERB":
        return False
    for predicate in range(verb + 1, min(len(heads), verb + FAR)):
        own = [c for c in near(heads, predicate) if c > verb]
        finite = any(deprels[c] in FINITE and c < predicate for c in own)
        free = not any(deprels[c] in (*_ANY_SUBJECT, "mark") for c in own)
        if finite and free and verb in above(heads, predicate):
            take_over(heads, deprels, predicate, verb, "acl")
            heads[verb], heads[at] = at, predicate
            deprels[at] = subject_relation(heads, deprels, predicate)
            return True
    return False


def _mend_beside(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Hang a participle on the noun right before it: "in a tape | broadcast by the BBC, he hails"."""
    noun = at - 1
    told = (
        at > 0 and words.upos[at] == "VERB" and words.upos[noun] == "NOUN" and not lower[at].endswith("ing")
    )
    if not told or not has(heads, deprels, at, ("obl:agent",)) or heads[at] <= at or deprels[at] != "advcl":
        return False
    if has(heads, deprels, at, (*_ANY_SUBJECT, *FINITE, "mark")) or at in above(heads, noun):
        return False
    heads[at], deprels[at] = noun, "acl"
    return True


def _mend_reduced(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Give a verb its subject that went to the participle before it: "a man | held since May was freed"."""
    aside = heads[at]
    verb = heads[aside]
    told = deprels[at] in SUBJECTS and at < aside < verb and deprels[aside].startswith("advcl")
    if not told or words.upos[aside] != "VERB" or has(heads, deprels, aside, (*FINITE, "mark", "obj")):
        return False
    if not all(at in above(heads, i) for i in range(at + 1, aside)):  # "two of the men | wanted over"
        return False
    if has(heads, deprels, verb, _ANY_SUBJECT) or at in above(heads, verb):
        return False
    give_back(heads, deprels, at, aside)
    return True


def _mend_identified(
    words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int
) -> bool:
    """Hang a participle on the noun before it in a relative clause: "in which a man | identified as Roe"."""
    who, noun = at - 1, heads[at]
    verb = heads[who]
    told = deprels[at] == "acl" and words.upos[at] == "VERB" and noun < who and deprels[who] in SUBJECTS
    if not told or verb <= at or noun in (who, verb) or deprels[verb] not in ("advcl:relcl", "acl:relcl"):
        return False
    which = next((c for c in near(heads, at) if c < who and lower[c] in entries("relative_pronouns")), None)
    if which is None:
        return False
    heads[at], heads[which], heads[verb], deprels[verb] = who, verb, noun, "acl:relcl"
    return True


def _mend_exposed(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Make a headline's participle a passive: "Roe diaries | exposed as a hoax"."""
    verb = heads[at]
    told = deprels[at] == "nsubj" and verb == at + 1 and lower[at] in groups("artifacts")
    if not told or not lower[verb].endswith("ed") or lower[verb] not in listed("authenticity", "call"):
        return False
    if lower[verb + 1 : verb + 2] != ["as"] or has(heads, deprels, verb, ("obj", "aux", "ccomp")):
        return False
    deprels[at] = "nsubj:pass"
    return True


def _mend_inverted(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Make whom a sentence names last its subject: "arrested in the raids | were Ann Roe and Bo Li"."""
    noun = heads[at]
    verb = heads[noun]
    told = deprels[at] == "cop" and verb < at < noun and words.upos[verb] == "VERB"
    if not told or deprels[verb] != "root" or has(heads, deprels, verb, (*_ANY_SUBJECT, *FINITE, "obj")):
        return False
    first = next((first for first, last in words.sentences if first <= verb < last), verb)
    if verb - first > 1 or lower[verb].endswith("ing"):
        return False
    heads[at], deprels[at] = verb, "aux:pass"
    deprels[noun] = "nsubj:pass"
    return True


_MENDS: dict[str, tuple[Mend, ...]] = {
    "root": (_mend_opening,),
    "ccomp": (_mend_opening,),
    "nsubj": (_mend_purporting, _mend_reduced, _mend_exposed),
    "nsubj:pass": (_mend_reduced,),
    "advcl": (_mend_beside,),
    "acl": (_mend_identified,),
    "cop": (_mend_inverted,),
}
"""What may be mended at a word, by its relation."""
