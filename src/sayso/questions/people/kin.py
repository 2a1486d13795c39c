"""Names right behind a word of kin that were taken for no person's: "buried her son Avi"."""

from __future__ import annotations

from sayso.questions.claim import Subject
from sayso.questions.text.scene import Scene
from sayso.questions.vocabulary import words

__all__ = ["by_kin"]


def by_kin(scene: Scene, noun: int) -> Subject | None:
    """Whom the proper noun right behind a word of kin names; None where another thing stands there."""
    tree = scene.tree
    behind = noun + 1
    if tree.lower[noun] not in words("life", "kin") or behind >= len(tree.words):
        return None
    owned = any(True for _ in tree.having(noun, "nmod:poss"))
    beside = tree.words.heads[behind] in (noun, tree.words.heads[noun])
    if (
        not owned
        or not beside
        or tree.words.upos[behind] != "PROPN"
        or any(True for _ in tree.having(behind, "case"))
    ):
        return None
    name = scene.mentions.proper(behind)
    return Subject(name) if name else None
