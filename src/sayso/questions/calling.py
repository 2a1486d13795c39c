"""What somebody calls genuine or fake: the verb and the artifact of it, wherever the parse hung them."""

from __future__ import annotations

from sayso.questions.text.scene import Scene
from sayso.questions.vocabulary import entries, words

__all__ = ["before_clause", "calling", "is_called"]


def is_called(scene: Scene, noun: int) -> int | None:
    """The verb by which somebody describes something as what a noun tells; None where nobody does."""
    tree = scene.tree
    as_one = not words("authenticity", "as").isdisjoint(tree.cases(noun))
    called = tree.relation(noun) in ("xcomp", "obj", "obl") and not tree.cases(noun)
    verb = tree.words.heads[noun]
    if as_one and tree.relation(noun) == "nmod":  # "labelled the clip as manipulated media"
        verb = tree.words.heads[verb]
    calls = tree.lower[verb] in words("authenticity", "call")
    return verb if calls and (as_one or (called and tree.words.deprels[verb].endswith(":relcl"))) else None


def calling(scene: Scene, at: int, verb: int) -> int:
    """The verb of "called a clip in which he speaks a fake", where the clause took its last words."""
    tree = scene.tree
    last = tree.relation(at) == "obj" and tree.words.upos[at + 1 : at + 2] in (("PUNCT",), ())
    calls = (a for a in tree.above(verb) if tree.lower[a] in words("authenticity", "call"))
    found = next(calls, verb) if last else verb
    return found if tree.patient(found) in scene.artifact_nouns else verb


def before_clause(scene: Scene, at: int) -> int | None:
    """The subject of a predicate behind a clause taken for its own: "a tape on which he sings is real"."""
    tree = scene.tree
    first = tree.sentence(at)[0]
    if not any(True for _ in tree.having(at, "cop", "aux:pass")):
        return None
    for other in (o for o in reversed(scene.artifact_nouns) if first <= o < at):
        which = not entries("relatives").isdisjoint(tree.lower[other + 1 : other + 3])  # "on which"
        if tree.relation(other) == "nsubj" or which:
            return other
    return None
