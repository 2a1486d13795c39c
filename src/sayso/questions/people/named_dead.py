"""The dead by name, where a noun tells of the dead and a verb tells who they are."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.questions.text.scene import Scene
from sayso.questions.vocabulary import words

__all__ = ["dead_by_name"]

BACK = 60
"""Words before "the victims" in which it is told that they died."""


def dead_by_name(scene: Scene) -> Iterator[int]:
    """The words for those who are told to be the dead: "the victims were identified as Ann Roe and Bo Li"."""
    for at, word in enumerate(scene.tree.lower):
        if word in words("life", "victim") | words("life", "dead") and _names_dead(scene, at):
            yield from _listed(scene, at)


def _names_dead(scene: Scene, at: int) -> bool:
    """Whether a noun stands for people who are dead; "victims" where the report told of deaths before."""
    tree = scene.tree
    definite = words("naming", "definite").intersection(tree.lower[c] for c in tree.having(at, "det"))
    if tree.lower[at] in words("life", "dead"):
        those = tree.lower[tree.words.heads[at]] in words("life", "those")
        article = at and tree.lower[at - 1] in words("naming", "definite")
        return those or (bool(definite or article) and tree.words.upos[at] in ("NOUN", "ADJ"))
    below = {tree.lower[c] for c in tree.having(at, "amod")}
    return bool(below & words("life", "dead")) or any(
        word in words("life", "dead") for word in tree.lower[max(0, at - BACK) : at]
    )


def _listed(scene: Scene, at: int) -> list[int]:
    """The names that a noun for the dead is said to be, or to include."""
    tree = scene.tree
    above = tree.words.heads[at]
    described = tree.relation(at) == "amod" and tree.words.upos[above] == "NOUN"  # "the dead man"
    top = above if described or tree.lower[above] in words("life", "those") else at
    one = tree.words.heads[top]
    if tree.lower[one] in words("life", "one") and "of" in tree.cases(top):  # "one of the dead was Ann Roe"
        top = one
    verb = tree.words.heads[top]
    first: int | None = None
    if tree.lower[verb] in words("life", "identify"):
        told = tree.relation(top) in ("nsubj", "obj", "xcomp")
        first = tree.oblique(verb, *words("life", "as")) if told else None
        if first is not None and tree.lower[first] in words("life", "those"):  # "as those of Ann Roe"
            first = tree.oblique(first, "of")
    elif tree.lower[verb] in words("life", "include") and tree.relation(top) in ("nsubj", "amod"):
        first = tree.patient(verb)
    elif tree.relation(top) == "nsubj" and any(True for _ in tree.having(verb, "cop")):
        first = verb
    elif words("life", "among").intersection(tree.cases(top)):
        first = next((c for c in tree.having(verb, "nsubj") if c > top), None)
        if any(True for _ in tree.having(top, "cop")):
            first = next((c for c in tree.having(top, "nsubj") if c > top), None)
        elif any(top < c < verb for c in tree.having(verb, "cop")):
            first = verb
    return [first, *tree.having(first, "conj")] if first is not None else []
