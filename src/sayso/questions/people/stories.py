"""Stories called untrue without being told again: "the reports were false", after reports of an arrest."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from sayso.questions.claim import Claim
from sayso.questions.text.making import make
from sayso.questions.text.scene import Scene
from sayso.questions.text.stance import takes_back
from sayso.questions.vocabulary import words

__all__ = ["BACK", "is_untrue", "untrue_stories"]

BACK = 60
"""Words before a story called untrue among which it is told."""


def untrue_stories(
    scene: Scene, kind: str, found: Sequence[tuple[int, Claim]], opposite: Mapping[str, str]
) -> Iterator[Claim]:
    """The claims of the opposite of what was told last; ``found`` has claims by the word that makes each."""
    tree = scene.tree
    told = sorted(found, key=lambda pair: pair[0])
    stories = words("stance", "rumour") if told else frozenset()
    for at, word in enumerate(tree.lower):
        if word not in stories or not is_untrue(scene, at):
            continue
        if any(takes_back(tree, i) for i in range(*tree.sentence(at))):
            continue  # "the report was wrong, and we withdraw it"
        last = bisect_left(told, tree.sentence(at)[0], key=lambda pair: pair[0]) - 1
        if last < 0 or told[last][0] < at - BACK:
            continue
        before, verb = told[last][1], tree.words.heads[at]
        value = before.value if before.denial else opposite[before.value]
        claim = make(scene, kind, before.subject, value, verb, opposite=opposite[value])
        if claim is not None:
            yield claim


def is_untrue(scene: Scene, at: int) -> bool:
    """Whether a story is called untrue, and nothing more is told of what it tells."""
    tree = scene.tree
    untrue = tree.relation(at) == "nsubj" and tree.lower[tree.words.heads[at]] in words("stance", "untrue")
    return untrue and not any(True for _ in tree.having(at, "acl", "nmod", "ccomp"))
