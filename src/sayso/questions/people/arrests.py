"""Arrests and releases told of as a thing: "his arrest", "her release", "lifted her house arrest"."""

from __future__ import annotations

from sayso.questions.text.scene import Scene
from sayso.questions.vocabulary import entries, words

__all__ = ["is_lifted", "is_told", "of_custody"]

AROUND = 80
"""Words around a release among which custody is spoken of."""


def is_lifted(scene: Scene, at: int) -> bool:
    """Whether an arrest is told of as over: "lifted her house arrest", "his detention ended"."""
    tree = scene.tree
    verb = tree.words.heads[at]
    ended = tree.relation(at) in ("obj", "nsubj") and tree.lower[verb] in words("custody", "lifting")
    return ended and tree.lower[at] in words("custody", "lasting")


def is_told(scene: Scene, at: int, value: str) -> bool:
    """Whether an arrest or release is told of as done: confirmed, condemned or ordered, not sought."""
    tree = scene.tree
    if value == "free" and _is_ordered(scene, at):
        return True
    head, relation = tree.lower[tree.words.heads[at]], tree.relation(at)
    printed = any(tree.lower[c] in words("custody", "printed") for c in tree.having(at, "compound"))
    if (
        printed  # "his press release"
        or _titled(scene, at)
        or relation == "nmod"
        or any(case in words("custody", "sought") for case in tree.cases(at))
    ):
        return False
    if head in words("custody", "seek"):
        return False
    return value == "held" or head in words("custody", "won") or of_custody(scene, at)


def _is_ordered(scene: Scene, at: int) -> bool:
    """Whether who can free somebody does so: "the judge ordered the release of Ann Roe on bail"."""
    tree = scene.tree
    verb = tree.words.heads[at]
    who = tree.agent(verb) if tree.lower[verb] in words("custody", "granting") else None
    done = tree.patient(verb) == at
    return done and who is not None and tree.lower[who] in words("custody", "authority")


def of_custody(scene: Scene, at: int) -> bool:
    """Whether a report speaks of custody near a word, so that a release is one from it, and of no letter."""
    places = words("custody", "places") - words("custody", "healed")
    near = scene.tree.lower[max(0, at - AROUND) : at + AROUND]
    return not (places | words("custody", "held_words")).isdisjoint(near)


def _titled(scene: Scene, at: int) -> bool:
    """Whether a release is a work with a title or a year: "his 2009 release Together"."""
    tree = scene.tree
    behind = tree.text[slice(*tree.words.spans[at + 1])] if at + 1 < len(tree.words) else ""
    title = behind[:1].isupper() and behind.lower() not in entries("no_names")
    return title or any(tree.words.upos[c] == "NUM" and c < at for c in tree.children[at])
