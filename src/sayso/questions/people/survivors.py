"""Who did not survive: "three of the 25 crew survived", "none survived", "there were no survivors"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.questions.people.joined import Known, with_joined
from sayso.questions.text.amounts import amount, nobody
from sayso.questions.text.scene import Scene
from sayso.questions.text.tree import Tree
from sayso.questions.vocabulary import words

__all__ = ["unsurvived"]

BACK = 2
"""Sentences before one that tells of survivors, in which it is told how many there were before."""


def unsurvived(scene: Scene, known: Known) -> Iterator[tuple[int, str]]:
    """The words that tell how few survived, each with how many did not."""
    tree = scene.tree
    for at, word in enumerate(tree.lower):
        noun = _those(tree, at) if word in words("toll", "surviving") else None
        saved = _saved(tree, noun, known) if noun is not None else None
        if noun is None or saved is None:
            continue
        first, last = tree.phrase(noun)[0], tree.sentence(noun)[1]
        before = range(first - 1, _back(tree, first) - 1, -1)
        whole = _whole(tree, noun, known) or _aboard(scene, before, known)
        whole = whole or _aboard(scene, range(at + 1, last), known)  # "nobody survived the crash of a jet …"
        if whole is not None and whole > saved:
            yield at, str(whole - saved)


def _those(tree: Tree, at: int) -> int | None:
    """The word for those who survive."""
    return at if tree.words.upos[at] == "NOUN" else tree.subject(at)


def _saved(tree: Tree, noun: int, known: Known) -> int | None:
    """How many are told to survive, and no more: "no survivors", "only three of them"."""
    if nobody(tree, noun):
        return 0
    phrase = tree.phrase(noun)
    of = tree.oblique(noun, "of")  # "the single survivor of the 13 men"
    if of is not None and any(tree.lower[i] in words("toll", "single") for i in phrase if i < noun):
        return 1 if amount(tree, of, known) else None
    few = any(tree.lower[i] in words("toll", "only") for i in phrase)
    if few and tree.lower[noun] in words("life", "one"):  # "only one of the 52"
        return 1
    return next((known[i][0] for i in phrase if few and i in known), None)


def _whole(tree: Tree, noun: int, known: Known) -> int | None:
    """Of how many they are: "none of the 62 passengers", "three of the trawler's 25 crew"."""
    phrase = tree.phrase(noun)
    of = next((i for i in phrase if tree.lower[i] == "of"), None)
    return next((known[i][0] for i in phrase if of is not None and i > of and i in known), None)


def _back(tree: Tree, at: int) -> int:
    """Where the sentences begin before a word in which it is told how many there were."""
    first = tree.sentence(at)[0]
    for _ in range(BACK):
        first = tree.sentence(first - 1)[0] if first else first
    return first


def _aboard(scene: Scene, near: range, known: Known) -> int | None:
    """How many are told nearest to be aboard, or together: "a jet with 62 people aboard"."""
    tree = scene.tree
    for number in (i for i in near if i in known):
        begin, end = tree.sentence(number)
        behind = known[number][1] + 1
        measure = words("toll", "measure").intersection(tree.lower[behind : behind + 1])
        if measure or words("toll", "aboard").isdisjoint(tree.lower[begin:end]):
            continue
        noun = tree.words.heads[number] if tree.relation(number) == "nummod" else number
        noun = tree.words.heads[noun] if tree.relation(noun) == "conj" else noun
        value = amount(tree, noun, known)
        whole = with_joined(scene, noun, value, known) if value else ""
        return int(whole) if whole.isdigit() else None
    return None
