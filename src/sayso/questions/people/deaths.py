"""Deaths told by how they came, in more words than a list has: "beaten to death", "fell to her death"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.questions.text.frames import Frame, Match
from sayso.questions.text.scene import Scene
from sayso.questions.text.tree import Tree
from sayso.questions.vocabulary import words

__all__ = ["lives", "to_death"]

FAR = 8
"""Words before "to death" among which its verb is looked for, and behind a verb its "life"."""

_VERBS = ("VERB", "ADJ")


def to_death(tree: Tree, value: str) -> Iterator[Match]:
    """The verbs that end in somebody's death, each a match of ``value``: of whom, or to whom, it is done."""
    for at, word in enumerate(tree.lower):
        if word in words("deaths", "death") and (verb := _ending(tree, at)) is not None:
            done = tree.passive(verb) or any(True for _ in tree.having(verb, "obj"))
            yield Match(Frame(value, "patient" if done else "subject", frozenset()), verb)


def _ending(tree: Tree, at: int) -> int | None:
    """The verb of "to death" or "to her death"; None where nobody dies ("sentenced to death")."""
    before = tree.lower[max(0, at - 2) : at]
    bare = before[-1:] == ["to"]
    if not bare and not (before[:1] == ["to"] and tree.words.deprels[at - 1] == "nmod:poss"):
        return None
    start = at - (1 if bare else 2)
    verb = tree.words.heads[at]
    if tree.words.upos[verb] not in _VERBS or verb > at:
        stop = max(tree.sentence(at)[0], start - FAR)
        near = (i for i in range(start - 1, stop - 1, -1) if tree.words.upos[i] == "VERB")
        verb = next(near, at)
    if verb == at:
        return None
    if bare:
        return None if tree.lower[verb] in words("deaths", "not_to") else verb
    return verb if tree.lower[verb] in words("deaths", "moving") else None


def lives(scene: Scene, at: int) -> int | None:
    """The word "life" or "lives" that a verb such as "claimed" takes; None where it takes none."""
    tree = scene.tree
    last = min(tree.sentence(at)[1], at + FAR)
    return next((i for i in range(at + 1, last) if tree.lower[i] in words("deaths", "life")), None)
