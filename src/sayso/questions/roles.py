"""Whom a report means by what somebody is: "the commander", "its leader", "the accused"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.questions.pronouns import topic
from sayso.questions.vocabulary import words
from sayso.reading.names import Named

if TYPE_CHECKING:
    from sayso.questions.scene import Scene

__all__ = ["accused", "holder"]


def holder(scene: Scene, at: int) -> Named | None:
    """The one whom the report gives a role that a noun names; None where it may be another."""
    tree = scene.tree
    word = tree.lower[at]
    below = {tree.lower[c] for c in tree.children[at]}
    definite = bool(words("naming", "definite") & below)
    if word in words("naming", "accused") and definite and tree.words.upos[at] == "NOUN":
        found = _described(scene, at)
        return found or (scene.accused[0] if len(scene.accused) == 1 else None)
    if word not in words("naming", "role") | words("naming", "kin"):
        return _headed(scene, at) if definite and tree.words.upos[at] == "NOUN" else None
    if word in words("naming", "kin") and (words("naming", "we") | {"my"}) & below:
        return _spoken_of(scene, at)
    return _described(scene, at) if definite else None


def _described(scene: Scene, at: int) -> Named | None:
    """Whom the report describes by a noun and what stands with it, where that is one person."""
    tree = scene.tree
    telling = frozenset(tree.lower[c] for c in tree.having(at, "amod", "compound", "nmod"))
    apart = telling & words("naming", "apart")
    speaker = scene.speaker(at)
    found = [n for n in scene.mentions.described(tree.lower[at], telling) if n is not speaker]
    found = [n for n in found if apart <= scene.mentions.roles(n)]  # not "the local chief" for another
    return found[0] if len(found) == 1 else None


def _headed(scene: Scene, at: int) -> Named | None:
    """The one person to whose name the report joined a noun: "the guitarist" is "Ann Roe, a guitarist"."""
    found = scene.mentions.headed(scene.tree.lower[at])
    return found[0] if len(found) == 1 and found[0] is not scene.speaker(at) else None


def _spoken_of(scene: Scene, at: int) -> Named | None:
    """Whom "my mother" or "our client" is: the one the report is about, other than the speaker."""
    speaker = scene.speaker(at)
    other = "m" if scene.tree.lower[at] in words("naming", "female") else None
    other = "f" if scene.tree.lower[at] in words("naming", "male") else other
    people = [n for n in scene.people if n is not speaker and (other is None or n.gender != other)]
    return topic(people) if people else None


def accused(scene: Scene) -> list[Named]:
    """The people by name whom a report tells to be charged, arrested, suspected or named as attackers."""
    tree = scene.tree
    found: dict[int, Named] = {}
    for at, word in enumerate(tree.lower):
        if word in words("naming", "accusing") and tree.words.upos[at] == "VERB":
            named = _charged(scene, at)
            if named is not None:
                found[id(named)] = named
    return list(found.values())


def _charged(scene: Scene, at: int) -> Named | None:
    """Whom a verb of accusing is about: by what follows "as", else its object."""
    tree = scene.tree
    called = tree.oblique(at, *words("life", "as"))
    called = called if called is not None else next(tree.having(at, "xcomp"), None)
    done = next(tree.having(at, "obj"), None)
    if called is None and done is not None:  # "identified | the suspect as Ann Roe"
        called = tree.oblique(done, *words("life", "as"))
    if called is not None and (named := scene.mentions.of(called, "PERSON")) is not None:
        return named
    if tree.lower[at] in words("naming", "named"):
        return None
    who = tree.patient(at)
    if who is None and tree.lower[at - 1 : at] == [","]:  # "Ann Roe, aged 28, charged with murder"
        first = tree.words.spans[tree.sentence(at)[0]][0]
        before = scene.mentions.people(tree.words.spans[at][0])
        return scene.mentions.names.of(before[0]) if before and before[0].start >= first else None
    return scene.mentions.of(who, "PERSON") if who is not None else None
