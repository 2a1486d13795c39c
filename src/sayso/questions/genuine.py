"""That an artifact is, or is not, authentic, as somebody tells it."""

from __future__ import annotations

from itertools import islice

from sayso.questions.backers import undoubted
from sayso.questions.claim import Claim, Subject
from sayso.questions.text.making import make
from sayso.questions.text.scene import Scene
from sayso.questions.text.stance import stance
from sayso.questions.vocabulary import words

__all__ = ["FALSE", "TRUE", "made"]

TRUE, FALSE = "authentic", "not authentic"

UP = 4
"""Words above a predicate among which it is told that there is nothing to support it."""


def made(
    scene: Scene, at: int, subject: Subject | None, value: str, presupposed: bool = False
) -> Claim | None:
    """The claim of a value that a predicate tells of an artifact; None where nobody asserts or denies it."""
    if subject is None or _is_unsupported(scene, at):
        return None
    opposite = FALSE if value == TRUE else TRUE
    if (top := _undoubted(scene, at)) is not None:
        at, presupposed = top, True
    return make(scene, "authenticity", subject, value, at, opposite=opposite, presupposed=presupposed)


def _undoubted(scene: Scene, at: int) -> int | None:
    """The verb by which somebody has no reason to doubt that something is so; None where nobody has."""
    verb = scene.tree.words.heads[at]
    doubts = scene.tree.relation(at) == "ccomp" and scene.tree.lower[verb] in words("authenticity", "doubt")
    return undoubted(scene, at) if doubts and scene.tree.words.upos[verb] == "VERB" else None


def _is_unsupported(scene: Scene, at: int) -> bool:
    """Whether nothing tells what a clause says: "nothing suggests that", "there was no confirmation that"."""
    tree = scene.tree
    verb = tree.words.heads[at]
    subjects = (*tree.having(verb, "nsubj"), max(0, verb - 1)) if tree.relation(at) == "ccomp" else ()
    if any(tree.lower[c] in words("authenticity", "no") for c in subjects):
        return True
    if tree.relation(at) == "ccomp" and tree.lower[verb] in words("authenticity", "exclude"):
        return True
    told = scene.attribution(at)
    teller = tree.lower[tree.at(told.source[0][0])] if told is not None and told.source else ""
    if teller in words("authenticity", "nobody"):  # "neither the police nor the family has confirmed that"
        return True
    over = list(islice(tree.above(at), UP))
    near = (noun for a in over for noun in (a, *tree.having(a, "nsubj")))
    above = (noun for noun in near if tree.lower[noun] in words("authenticity", "support"))
    return any(
        stance(tree, tree.words.heads[noun]).negative
        or any(tree.lower[c] in words("authenticity", "no") for c in tree.having(noun, "det"))
        for noun in above
    )
