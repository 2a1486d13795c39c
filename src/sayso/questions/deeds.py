"""Deeds: what somebody can be responsible for, told from other things that people are blamed for."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.questions.claim import Claim, Subject, denied
from sayso.questions.events import event_class, happening
from sayso.questions.making import make
from sayso.questions.scene import Scene
from sayso.questions.vocabulary import words

__all__ = ["charge", "is_deed", "is_deed_told", "perhaps", "responsible"]

DEEDS = ("attack", "destruction", "sinking", "fire")
"""Classes of events whose verbs tell by themselves who did it."""


DEEP = 4
"""Words followed downwards from "accused of" to the deed."""


def is_deed(word: str) -> bool:
    """Whether a word names what somebody does to others: "bombing", "killed", "sank"."""
    return (event_class(word) or "").startswith(DEEDS)


def charge(scene: Scene, at: int, who: int | None = None) -> list[int]:
    """The words of what somebody is blamed for, accused of or responsible for; none where it is not told.

    What only tells when it was, or more of a noun in it, is left out: "of doing nothing after the riots".
    """
    tree = scene.tree
    wanted = words("responsibility", "of_what")
    found: list[int] = []
    for child in (*tree.children[at], *(tree.having(who, "nmod", "acl") if who is not None else ())):
        told = wanted & ({tree.lower[c] for c in tree.having(child, "mark")} | set(tree.cases(child)))
        if child > at and told and tree.relation(child) in ("obl", "nmod", "advcl", "xcomp", "ccomp", "acl"):
            found += _core(scene, child, DEEP)
    return sorted(found)


def _core(scene: Scene, at: int, deep: int) -> list[int]:
    """A word with what it is of, without clauses that tell more and phrases that tell when."""
    tree = scene.tree
    found = [at]
    for child in tree.children[at] if deep else ():
        apart = tree.relation(child) in ("acl", "advcl", "parataxis")
        if not apart and words("responsibility", "aside").isdisjoint(tree.cases(child)):
            found += _core(scene, child, deep - 1)
    return found


def is_deed_told(scene: Scene, found: Iterable[int]) -> bool:
    """Whether words tell of a deed or a calamity: no animal's death, and nothing as vague as "violence"."""
    told = [scene.tree.lower[i] for i in found]
    if words("responsibility", "animal").intersection(word.removesuffix("'s") for word in told):
        return False
    plain = (word for word in told if word not in words("responsibility", "vague"))
    classes = ((event_class(word) or "").partition(".")[0] for word in plain)
    return not words("responsibility", "deeds").isdisjoint(classes)


def perhaps(scene: Scene, predicate: int, name: str | None, at: int) -> Claim | None:
    """The claim that a predicate tells of the event at a word, where somebody is named."""
    return responsible(scene, predicate, name, happening(scene, at)) if name else None


def responsible(scene: Scene, at: int, name: str, event: Subject) -> Claim | None:
    """The claim that somebody did what an event tells; None where that is nobody's deed."""
    if {term.partition(".")[0] for term in event.terms}.isdisjoint(words("responsibility", "deeds")):
        return None
    if not words("toll", "disease").isdisjoint(name.lower().split()):
        return None
    return make(scene, "responsibility", event, name, at, opposite=denied(name))
