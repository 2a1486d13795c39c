"""Those whom a nation or a force lost: "we lost 3,000 people on 9/11", "the regiment lost 19 men at Arle"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.questions.text.events import event_class
from sayso.questions.text.frames import Frame, Match
from sayso.questions.text.nations import nation
from sayso.questions.text.scene import Scene
from sayso.questions.vocabulary import words

__all__ = ["losses", "whom_lost"]

FAR = 14
"""Words behind a verb of losing among which it is told where, or in what."""

_LOST = Frame("killed", "lost", frozenset())


def losses(scene: Scene) -> Iterator[Match]:
    """The verbs that tell that people were lost in an event or at a place, and not to a rival."""
    tree = scene.tree
    for at, word in enumerate(tree.lower):
        if word not in words("toll", "losing") or tree.words.upos[at] != "VERB" or not _is_ours(scene, at):
            continue
        lost = whom_lost(scene, at)
        if lost is not None and _is_told_where(scene, at):
            yield Match(_LOST, at)


def whom_lost(scene: Scene, at: int) -> int | None:
    """Who was lost: the object of the verb, or the noun of its relative clause ("those that we lost")."""
    tree = scene.tree
    relative = tree.words.heads[at] if tree.relation(at) == "acl" else None
    return next((i for i in (tree.patient(at), relative) if i is not None and _are_lost(scene, i)), None)


def _is_ours(scene: Scene, at: int) -> bool:
    """Whether who loses them is a nation, a force, or "we"."""
    tree = scene.tree
    ours = words("toll", "losers") | words("naming", "forces")
    who = at - 1 if tree.lower[at - 1] in ours else tree.subject(at)
    if who is None:
        return False
    land = scene.mentions.of(who, "PLACE") is not None and not tree.cases(who)
    return land or tree.lower[who] in ours or nation(tree.text[slice(*tree.words.spans[who])]) is not None


def _are_lost(scene: Scene, at: int) -> bool:
    """Whether a noun stands for people of a nation or a force, or for people at all."""
    tree = scene.tree
    return tree.lower[at] in words("toll", "lost_here") or bool(
        nation(tree.text[slice(*tree.words.spans[at])])
    )


def _is_told_where(scene: Scene, at: int) -> bool:
    """Whether an event or a place follows: "in the ambush", "at Arle", "on 9/11", but not "to a rival"."""
    tree = scene.tree
    if tree.oblique(at, "to") is not None:
        return False
    for i in range(at + 1, min(tree.sentence(at)[1], at + FAR)):
        mention = scene.mentions.covering(i)
        placed = mention is not None and mention.label == "PLACE" and tree.words.upos[i - 1] in ("ADP", "DET")
        happened = event_class("".join(tree.lower[i : i + 3])) or event_class(tree.lower[i])
        deadly = happened is not None and happened.partition(".")[0] in words("toll", "deadly")
        if placed or (deadly and happened not in words("events_apart", "where")):
            return True
    return False
