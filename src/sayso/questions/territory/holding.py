"""Holdings: what a word tells of who holds, takes or loses a place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sayso.questions.text.scene import Scene
from sayso.questions.vocabulary import words

__all__ = ["Holding", "each"]


class Holding(NamedTuple):
    """The word that tells it, the words for the holder and the place, and whether it is news.

    ``loses`` tells that the holder has the place no longer.
    """

    at: int
    holder: int | None
    where: int | None
    change: bool
    loses: bool = False


def each(scene: Scene, where: int | None) -> Iterator[int]:
    """A place, and those joined to it: "Arle and Mora", "the towns of Arle and Mora"."""
    if where is None:
        return
    yield from (where, *scene.tree.having(where, "conj"))
    of = scene.tree.oblique(where, *words("naming", "of"))
    for named in (of, next(scene.tree.having(where, "appos"), None)):  # "two islands, Arle and Mora"
        if named is not None:
            yield from scene.tree.having(named, "conj")
    yield from _among(scene, where)


def _among(scene: Scene, where: int) -> Iterator[int]:
    """The places named of several: "holds 14 townships, including Arle and Mora"."""
    tree, told = scene.tree, words("naming", "including") | words("naming", "such_as")
    for word in (where, tree.words.heads[where]):
        for named in tree.having(word, "obl", "nmod"):
            if named > where and not told.isdisjoint(case.partition(" ")[0] for case in tree.cases(named)):
                yield from (named, *tree.having(named, "conj"))
