"""Toll: how many were killed, wounded or are missing in an event?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sayso.questions.amounts import amount, inside, numbers, parsed
from sayso.questions.claim import Claim, Subject
from sayso.questions.events import happening, held
from sayso.questions.frames import Match, matches
from sayso.questions.kind import Kind
from sayso.questions.making import make
from sayso.questions.scene import Scene
from sayso.questions.vocabulary import groups, lines, words

__all__ = ["KIND"]

Known = dict[int, tuple[int, int]]


def find(scene: Scene) -> Iterator[Claim]:
    """The claims of a report of how many were killed, wounded or are missing."""
    known = numbers(scene.tree)
    if not known and not any(w in groups("amounts") for w in scene.tree.lower):
        return
    told: set[tuple[int, str]] = set()
    for match in matches(scene.tree, "toll_frames"):
        found = _counted(scene, match, known)
        if found is None:
            continue
        noun, at, value = found
        key = (noun, match.frame.value)
        if key in told:
            continue
        told.add(key)
        if claim := _made(scene, at, value, match.frame.value, _rises(scene, at)):
            yield claim
    for at, word in enumerate(scene.tree.lower):
        if word in words("toll", "toll"):
            yield from _toll(scene, at, known)


def _counted(scene: Scene, match: Match, known: Known) -> tuple[int, int, str] | None:
    """The noun that is counted, the predicate that tells of it, and how many."""
    tree, at, part = scene.tree, match.at, match.frame.part
    if part == "body":
        if tree.words.upos[at] not in ("NOUN", "ADJ"):
            return None
        value = amount(tree, at, known)
        verb = next((a for a in tree.above(at) if tree.words.upos[a] in ("VERB", "AUX")), at)
        return (at, verb, value) if value and tree.lower[verb] not in words("toll", "other") else None
    who = tree.patient(at) if part == "patient" else tree.subject(at)
    if who is None:
        return None
    if tree.lower[who] in words("toll", "toll"):
        return None
    who = _before(scene, at, known) or who
    value = amount(tree, who, known)
    if value is None and part == "patient":
        of = tree.oblique(at, "of")
        value = amount(tree, of, known) if of is not None else None
    return (who, at, value) if value is not None else None


def _before(scene: Scene, at: int, known: Known) -> int | None:
    """A number right before a predicate: of "31 died and 170 were missing" the second counts the missing."""
    before = at - 1
    while before > 0 and scene.tree.words.upos[before] in ("AUX", "ADV"):
        before -= 1
    apart = before < at - 1 or scene.tree.relation(at) == "xcomp"
    return before if before in known and apart else None


def _toll(scene: Scene, at: int, known: Known) -> Iterator[Claim]:
    """A toll as a thing that rises to a number, stands at one, or is of one."""
    tree = scene.tree
    phrase = " ".join(tree.lower[i] for i in tree.phrase(at))
    if tree.lower[at] in words("toll", "number") and not any(
        w in phrase.split() for w in words("toll", "dead")
    ):
        return
    aspect = _aspect(phrase) or "killed"
    verb = tree.words.heads[at]
    relation = tree.relation(at)
    found = None
    if relation in ("nsubj", "obj"):
        found = tree.oblique(verb, "to", "at", "past", "above", "over")
        if found is None and tree.lower[verb] in words("toll", "reach"):
            found = tree.patient(verb)
        if found is None and verb in known:
            found = verb
    if found is None:
        found = tree.oblique(at, "of", "at", "to")
        verb = at
    value = amount(tree, found, known) if found is not None else None
    if value and (claim := _made(scene, verb, value, aspect, _rises(scene, verb))):
        yield claim


def _aspect(text: str) -> str:
    """What is counted, by the words of a question or a phrase."""
    found = groups("aspects")
    return next((found[w] for w in text.lower().replace("?", " ").split() if w in found), "")


def _rises(scene: Scene, at: int) -> bool:
    tree = scene.tree
    return tree.lower[at] in words("toll", "rise")


def _made(scene: Scene, at: int, value: str, aspect: str, rises: bool) -> Claim | None:
    subject = replace(happening(scene, at), aspect=aspect)
    claim = make(scene, "toll", subject, value, at, change=rises, presupposed=value == "0")
    return None if claim is None or claim.denial else claim


def conflict(one: str, other: str) -> bool:
    """Ranges exclude each other where they have no number in common."""
    left, right = parsed(one), parsed(other)
    return left is None or right is None or not inside(left, right)


def _subject(name: str, text: str) -> Subject:
    return replace(held(name), aspect=_aspect(text) or "killed")


KIND = Kind(
    name="toll",
    about="event",
    forms=lines("toll_forms"),
    wording="How many were killed in the X?",
    example="How many people were killed in the Port Anselm ferry disaster?",
    find=find,
    conflict=conflict,
    changes=True,
    grows=True,
    subject=_subject,
)
