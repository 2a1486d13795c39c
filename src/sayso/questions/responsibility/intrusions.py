"""Intrusions: who broke into computers, or gave away what was in them."""

from __future__ import annotations

from sayso.questions.claim import Claim
from sayso.questions.responsibility.actors import actors, doing
from sayso.questions.responsibility.deeds import of_class
from sayso.questions.text.scene import Scene
from sayso.questions.text.stance import stance
from sayso.questions.vocabulary import words

__all__ = ["intruded"]

HACK = "attack.hack"
"""The class of events of who breaks into computers."""

LEAK = "leak"
"""The class of events of who gives away what was secret."""


def intruded(scene: Scene, at: int) -> Claim | None:
    """Who broke into computers or gave away what was in them: "broke into the servers", "leaked its emails".

    The sentence must tell of computers; what is published, that it was stolen or who the hackers are.
    """
    tree = scene.tree
    done, agent = tree.patient(at), tree.agent(at)
    if done is None or done == agent:
        done = tree.oblique(at, "into", "in", "from")
    if agent is None or done is None or _is_unnamed(scene, agent) or not stance(tree, at).real:
        return None
    if not (_takes(scene, at, agent, done) or _breaks_into(scene, at, agent, done)):
        return None
    kind = LEAK if tree.lower[at] in words("responsibility", "leaking") else HACK
    return of_class(scene, at, actors(scene, agent, doing), at, kind)


def _is_unnamed(scene: Scene, agent: int) -> bool:
    """Whether somebody goes by a noun: "the hacker, known as Night Owl"."""
    tree = scene.tree
    named = any(scene.mentions.of(c, "PERSON") for c in tree.having(agent, "appos"))
    return tree.lower[agent] in words("naming", "somebody") and not named


def _takes(scene: Scene, at: int, agent: int, done: int) -> bool:
    """Whether data are stolen or leaked; what is only published or copied, by hackers."""
    tree = scene.tree
    if tree.lower[at] not in words("responsibility", "taking_data"):
        return False
    own = tree.lower[done] in words("responsibility", "own_data")
    stolen = own and tree.lower[at] in words("responsibility", "stealing")
    leaked = tree.lower[at] in words("responsibility", "leaking")
    data = not words("responsibility", "data").isdisjoint(_told(scene, done))
    return data and (stolen or leaked or _are_hackers(scene, agent))


def _breaks_into(scene: Scene, at: int, agent: int, done: int) -> bool:
    """Whether computers are broken into, in a sentence that tells of them; visited, by hackers."""
    tree = scene.tree
    if words("responsibility", "breakable").isdisjoint(_told(scene, done)):
        return False
    if tree.lower[at] in words("responsibility", "visiting"):
        return _are_hackers(scene, agent)
    first, last = tree.sentence(at)
    told = not words("responsibility", "cyber").isdisjoint(tree.lower[first:last])
    return told and tree.lower[at] in words("responsibility", "intruding")


def _told(scene: Scene, done: int) -> set[str]:
    """The words for what is taken or broken into: "two of its servers"."""
    tree = scene.tree
    return {tree.lower[c] for c in (done, *tree.having(done, "nmod", "compound", "nummod"))}


def _are_hackers(scene: Scene, agent: int) -> bool:
    """Whether the words for somebody tell that he breaks into computers."""
    told = (scene.tree.lower[i] for i in scene.tree.phrase(agent))
    return not words("responsibility", "cyber").isdisjoint(told)
