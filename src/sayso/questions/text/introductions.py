"""Who a source without a name is: the one named right behind it, or the speaker who goes on.

"The manager of the airport denied it. "They left," Jovan Petrak said": a speaker whom a report names without
a word about who he is has been introduced in the sentence before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.questions.vocabulary import words
from sayso.reading.annotations import Attribution

if TYPE_CHECKING:
    from sayso.questions.text.scene import Scene
    from sayso.questions.text.tree import Tree

__all__ = ["introduced_later"]

NEXT = 2
"""Sentences behind an unnamed source in which the name is given."""

_UNNAMED = ("official-unnamed", "person-unnamed")


def introduced_later(scene: Scene, attribution: Attribution) -> str | None:
    """The name of a single unnamed source, where the report gives it; None where it does not."""
    if attribution.speaker or not attribution.source or attribution.source_kind not in _UNNAMED:
        return None
    tree, (start, end) = scene.tree, attribution.source[0]
    inside = range(tree.at(start), tree.at(end))
    head = next((i for i in inside if tree.words.heads[i] not in inside), None)
    if head is None or not _is_single(tree, head):
        return None
    if _goes_on(scene, attribution, head):
        before = next(iter(scene.told_before(start)), None)
        return before.speaker if before is not None and before.source_kind == "person" else None
    return _named_next(scene, attribution, head)


def _is_single(tree: Tree, head: int) -> bool:
    """Whether a noun is one person: "a doctor", "one of his lawyers", but not "doctors"."""
    if tree.lower[head] in words("stance", "one"):
        return any(True for _ in tree.having(head, "nmod"))
    return tree.words.upos[head] in ("NOUN", "PROPN") and not tree.lower[head].endswith("s")


def _goes_on(scene: Scene, attribution: Attribution, head: int) -> bool:
    """Whether a source goes on speaking: "…, the president continued"."""
    cue = set(scene.reading.slice(attribution.cue).lower().split())
    definite = any(scene.tree.lower[c] == "the" for c in scene.tree.having(head, "det"))
    return definite and not cue.isdisjoint(words("sources", "going_on"))


def _named_next(scene: Scene, attribution: Attribution, head: int) -> str | None:
    """The name of who speaks next, where the report names him there first and says nothing more of him."""
    tree = scene.tree
    last = tree.sentence(head)[1]
    if last >= len(tree.words):
        return None
    after = scene.told_behind(tree.words.spans[last][0])
    if after is None or after.source_kind != "person" or not after.speaker:
        return None
    start, end = after.source[0]
    between = tree.lower[tree.sentence(head)[0] : tree.at(start)]
    if not words("sources", "anonymous").isdisjoint(between):
        return None
    whole = tree.words.sentences[tree.number(head) : tree.number(tree.at(start))]
    told = (first for first, last in whole if last - first > 1)  # a lone quotation mark is no sentence
    if sum(1 for _ in told) > NEXT:
        return None
    named = scene.named.get(after.speaker)
    if named is None or named.mentions[0].start < start or " " not in named.name:
        return None
    beside = scene.reading.text[start:end].removesuffix(named.name).lower().replace(",", " ").split()
    return named.name if not beside or tree.lower[head] in beside else None
