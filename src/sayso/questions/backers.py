"""Who stands behind an artifact: those that a noun or pronoun names, and the outlet that released it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from sayso.questions.claim import Claim
from sayso.questions.text.party_names import canonical
from sayso.questions.text.scene import Scene
from sayso.questions.text.tree import Tree
from sayso.questions.vocabulary import words
from sayso.reading.annotations import SourceKind

__all__ = ["as_of", "named_outlet", "no_longer", "undoubted"]

NEAR = 8
"""Mentions of artifacts before "the magazine said" among which the one is looked for that it released."""


def as_of(scene: Scene, claim: Claim, who: int) -> Claim:
    """A claim as that of whom a word stands for; as it is for a pronoun that nobody is known by."""
    named = scene.named_person(who)
    if named is None and scene.tree.words.upos[who] == "PRON":
        return claim
    name = named.name if named else scene.called(who)
    kind: SourceKind = "person" if named else "group"
    return replace(claim, source=name, source_kind=kind, authority=canonical(name))


def no_longer(tree: Tree, verb: int) -> bool:
    """Whether somebody does something no longer."""
    longer = (c for c in tree.having(verb, "advmod") if tree.lower[c] in words("stance", "longer"))
    return any(tree.lower[c - 1] in words("authenticity", "no") for c in longer)


def undoubted(scene: Scene, at: int) -> int | None:
    """The verb by which somebody has no doubt of something: "had no reason to doubt its authenticity"."""
    tree = scene.tree
    above = [at, *tree.above(at)]
    doubt = next((a for a in above[1:3] if tree.lower[a] in words("authenticity", "doubt")), None)
    if doubt is None:
        return None
    near = (doubt, tree.words.heads[doubt])
    none = any(tree.lower[c] in words("authenticity", "no") for a in near for c in tree.having(a, "det"))
    verb = next((a for a in above[1:] if a != doubt and tree.words.upos[a] in ("VERB", "AUX")), None)
    return verb if none else None


def named_outlet(scene: Scene, claim: Claim) -> Claim:
    """A claim of "the magazine" or "the channel" as that of the one told to have released the artifact."""
    if claim.source not in words("artifact_words", "press"):
        return claim
    tree = scene.tree
    index = bisect_left(scene.artifact_nouns, tree.at(claim.span[0][0]))
    for at in reversed(scene.artifact_nouns[max(0, index - NEAR) : index]):
        for verb in tree.above(at):
            who = tree.agent(verb) if tree.lower[verb] in _RELEASING else None
            if who is not None and tree.words.upos[who] == "PROPN":
                name = scene.mentions.proper(who) or scene.called(who)
                return replace(claim, source=name, source_kind="outlet", authority=canonical(name))
    return claim


_RELEASING = words("artifact_words", "released") | words("artifact_words", "carried")
