"""Whose a death, an arrest or a release is that a noun tells of."""

from __future__ import annotations

from sayso.questions.text.scene import Scene
from sayso.questions.vocabulary import words
from sayso.reading.nouns import noun_kind

__all__ = ["whose"]

FAR = 8
"""Words between a noun and "of" that tell where, when or how: "the release from jail of Ann Roe"."""

_BETWEEN = ("ADP", "DET", "ADJ", "NOUN", "PROPN", "NUM", "PART")


def whose(scene: Scene, at: int) -> int | None:
    """Of whom a noun tells: its owner, or whom "of" names behind a place, a time or a manner."""
    owner = scene.owner(at)
    if owner is not None:
        return owner
    tree = scene.tree
    last = min(tree.sentence(at)[1] - 1, at + FAR)
    of = next((i for i in range(at + 1, last) if tree.lower[i] in words("naming", "of")), last)
    between = range(at + 1, of)
    if of == last or not between or not _is_aside(scene, between):
        return None
    head = tree.words.heads[of]
    return head if tree.relation(of) == "case" and head > of else None


def _is_aside(scene: Scene, between: range) -> bool:
    """Whether the words between tell where, when or how something is done, and not to whom.

    "The arrest in the murder of Ann Roe" is not hers.
    """
    tree = scene.tree
    if tree.words.upos[between[0]] not in ("ADP", "VERB") or any(
        tree.words.upos[i] not in _BETWEEN for i in between[1:]
    ):
        return False
    noun = between[-1]
    told = {tree.lower[c] for c in tree.having(noun, "det", "nmod:poss")}
    told -= words("amounts", "a") if noun_kind(tree.lower[noun]) is None else frozenset()  # "by a friend of"
    times = scene.times((tree.words.spans[between[0]][0], tree.words.spans[noun][1]))
    mention = scene.mentions.covering(noun)
    placed = mention is not None and mention.label == "PLACE"
    return bool(times) or placed or not told
