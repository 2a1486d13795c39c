"""Calls for violence against a kind of target, so that those named can be warned."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from sayso.questions.claim import Claim, Subject
from sayso.questions.text.making import clause
from sayso.questions.text.scene import Scene
from sayso.questions.text.sources import author, voice
from sayso.questions.vocabulary import words

__all__ = ["CALL", "find"]

CALL = "call"
"""The kind of these claims; they answer no question."""

_CLOSING = " ,”’\"'"
"""What closes a quotation behind a call, which is no part of it."""


def find(scene: Scene) -> Iterator[Claim]:
    """The calls for violence that a report tells of; the subject is the target, the value the deed."""
    tree = scene.tree
    for at, word in enumerate(tree.lower):
        if word not in words("calls", "violence"):
            continue
        noun = tree.words.upos[at] == "NOUN"
        called = _urged_noun(scene, at) if noun else _urged(scene, at)
        target = _target(scene, at) if called else None
        if target is not None:
            yield _call(scene, at, target)


def _urged(scene: Scene, at: int) -> bool:
    """Whether a deed is ordered, urged, or said to be due: "attack them", "must be killed"."""
    tree = scene.tree
    if any(tree.lower[c] in words("stance", "not") for c in tree.children[at]):
        return False
    auxiliaries = {tree.lower[c] for c in tree.having(at, "aux")}
    if auxiliaries & words("calls", "due"):
        return scene.attribution(at) is not None
    if any(tree.relation(c) in ("nsubj", "aux") for c in tree.children[at]):
        return False
    if any(tree.lower[c] in words("stance", "infinitive") for c in tree.having(at, "mark")):
        return any(tree.lower[above] in words("calls", "urge") for above in islice(tree.above(at), 2))
    attribution = scene.attribution(at)
    begins = tree.lower[at - 1 : at] and tree.lower[at - 1] in words("calls", "before")
    return (
        bool(begins)
        and attribution is not None
        and attribution.type != "indirect"
        and tree.words.upos[at] == "VERB"
    )


def _urged_noun(scene: Scene, at: int) -> bool:
    """Whether a deed is what somebody called for: "called for attacks on"."""
    tree = scene.tree
    head = tree.words.heads[at]
    return tree.lower[head] in words("calls", "urge") and "for" in tree.cases(at)


def _target(scene: Scene, at: int) -> str | None:
    """Against whom a deed is: a kind of people or a place, as the text has it."""
    tree = scene.tree
    target = tree.patient(at) if tree.words.upos[at] == "VERB" else None
    target = target if target is not None else tree.oblique(at, "on", "against", "of")
    if target is None or tree.words.upos[target] == "PRON":
        return None
    kept = [
        c
        for c in (*tree.having(target, "amod", "compound", "flat"), target)
        if c <= target or tree.relation(c) == "flat"
    ]
    return " ".join(tree.text[slice(*tree.words.spans[c])] for c in sorted(kept))


def _call(scene: Scene, at: int, target: str) -> Claim:
    attribution = scene.attribution(at)
    told = voice(scene, attribution) if attribution else author(scene)
    start, end = clause(scene, at)
    span = start, start + len(scene.tree.text[start:end].rstrip(_CLOSING))
    return Claim(
        kind=CALL,
        subject=Subject(target),
        value=scene.tree.lower[at],
        source=told.name,
        source_kind=told.kind,
        authority=told.authority,
        report=scene.carrier,
        content=scene.reading.slice((span,)),
        span=(span,),
        via=attribution.via if attribution else (),
        said=(attribution.said if attribution else None) or scene.report.published,
        confidence=attribution.confidence if attribution else 1.0,
    )
