"""Words of dying that are only a way of speaking: "dead tired", "killed off", "survived the criticism"."""

from __future__ import annotations

from sayso.questions.people.deaths import lives
from sayso.questions.text.events import event_class
from sayso.questions.text.frames import Match
from sayso.questions.text.scene import Scene
from sayso.questions.vocabulary import words

__all__ = ["by_illness", "is_hurt", "means_else", "passes_on", "withstands"]

FAR = 8
"""Words behind "shot himself" in which it is told that it was in the foot."""

NEAR = 5
"""Words behind "lost" among which a battle is looked for."""


def means_else(scene: Scene, match: Match) -> bool:
    """Whether words of dying are a way of speaking, and nobody dies."""
    at, word = match.at, scene.tree.lower[match.at]
    if match.frame.part == "predicate" and _is_another_state(scene, at):
        return True
    if word in words("life", "burying") and _is_under(scene, at):
        return True
    if word in words("life", "removing") and _is_voted_out(scene, at):
        return True
    if word in words("life", "dying") and _is_dying(scene, at):
        return True
    if word in words("life", "shooting") and not words("life", "limb").isdisjoint(
        scene.tree.lower[at : at + FAR]
    ):
        return True
    laughing = not words("life", "figure").isdisjoint(scene.tree.lower[at + 1 : at + 3])  # "died of shame"
    return laughing or _is_fiction(scene, at) or _by_critics(scene, at) or _loses_else(scene, at)


def _is_another_state(scene: Scene, at: int) -> bool:
    """Whether "dead", "alive" or "no more" tells another thing: "played dead", "was buried alive"."""
    tree = scene.tree
    behind = tree.lower[at + 1 : at + 3]
    if not words("life", "more").isdisjoint(behind[:1]):  # "no more money"
        return tree.words.upos[at + 2 : at + 3] != ("PUNCT",)
    if not words("life", "arrival").isdisjoint(behind[1:]):  # "dead on arrival" in the Senate
        return not is_hurt(scene, at)
    feigned = at > 0 and tree.lower[at - 1] in words("life", "feigning")
    burned = tree.lower[tree.words.heads[at]] in words("life", "burning")
    return feigned or burned or not words("life", "intense").isdisjoint(behind[:1])


def _is_dying(scene: Scene, at: int) -> bool:
    """Whether somebody is only dying, or longs for something: "is dying to meet him"."""
    tree = scene.tree
    longs = not words("life", "what_for").isdisjoint(tree.lower[at + 1 : at + 2])
    return longs or any(True for _ in tree.having(at, "aux", "cop", "mark"))


def _loses_else(scene: Scene, at: int) -> bool:
    """Whether somebody loses another thing than life: "her life savings", "the fight for votes"."""
    tree, word = scene.tree, scene.tree.lower[at]
    life = lives(scene, at) if word in words("life", "losing") | words("deaths", "taking") else None
    if life is not None and tree.words.upos[life + 1 : life + 2] == ("NOUN",):
        return True
    fought = words("life", "battling").intersection(tree.lower[at + 1 : at + 1 + NEAR])
    return word in words("life", "losing") and bool(fought) and not is_hurt(scene, at)


def _is_under(scene: Scene, at: int) -> bool:
    """Whether somebody is buried alive, or under something, and not in a grave."""
    tree = scene.tree
    under = tree.oblique(at, *words("life", "under")) is not None
    return under or not words("life", "both").isdisjoint(tree.lower[at + 1 : at + 2])


def _is_fiction(scene: Scene, at: int) -> bool:
    """Whether somebody dies in a work: "is killed in the last episode", "was killed off"."""
    tree = scene.tree
    inside = {tree.lower[c] for c in tree.having(at, "obl") if not tree.cases(c) or "in" in tree.cases(c)}
    off = tree.lower[at + 1 : at + 2] == ["off"] and tree.relation(at + 1) == "compound"
    return off or not inside.isdisjoint(words("life", "fiction"))


def _by_critics(scene: Scene, at: int) -> bool:
    """Whether only critics or voters kill: "was slaughtered by the press"."""
    agent = scene.tree.agent(at)
    return agent is not None and scene.tree.lower[agent] in words("life", "critic")


def _is_voted_out(scene: Scene, at: int) -> bool:
    """Whether somebody is eliminated from a contest, not killed: no force or weapon is told of."""
    tree = scene.tree
    out = tree.oblique(at, "from") is not None
    told = tree.lower[slice(*tree.sentence(at))]
    return out or (words("naming", "forces") | words("life", "fighting")).isdisjoint(told)


def is_hurt(scene: Scene, at: int) -> bool:
    """Whether a word tells of an injury or an illness: not "his words hurt him", "treated unfairly"."""
    tree = scene.tree
    mending = tree.lower[at] in words("life", "mending")  # "is recovering well", but not "treated well"
    if not mending and any(tree.lower[c] in words("life", "unfit") for c in tree.having(at, "advmod", "obl")):
        return False
    if any(tree.lower[c] in words("toll", "grave") for c in tree.having(at, "advmod")):
        return True
    first, last = tree.sentence(at)
    told = tree.lower[first:last]
    if not words("life", "medical").isdisjoint(told):
        return True
    happened = {(event_class(word) or "").partition(".")[0] for word in told}
    return not words("life", "harm").isdisjoint(happened)


def passes_on(scene: Scene, at: int) -> bool:
    """Whether somebody passes something on or up: "passed on a chance", but not "passed on on Monday"."""
    tree = scene.tree
    taken = tree.words.upos[at + 2 : at + 3] in (("DET",), ("PRON",), ("NOUN",), ("ADJ",))
    return tree.lower[at + 1 : at + 2] == ["on"] and taken


def withstands(scene: Scene, at: int) -> bool:
    """Whether what somebody survives is nothing that kills: "survived the criticism"."""
    tree = scene.tree
    done = next(tree.having(at, "obj"), None)
    if done is None:
        return False
    deadly = words("life", "medical").intersection(tree.lower[i] for i in tree.phrase(done))
    happened = {(event_class(tree.lower[i]) or "").partition(".")[0] for i in tree.phrase(done)}
    return not deadly and words("life", "harm").isdisjoint(happened) and tree.words.upos[done] != "PRON"


def by_illness(scene: Scene, at: int) -> bool:
    """Whether an illness or an accident takes somebody: "cancer claimed her"."""
    agent = scene.tree.agent(at)
    word = scene.tree.lower[agent] if agent is not None else ""
    happened = (event_class(word) or "").partition(".")[0]
    return word in words("life", "medical") or happened in words("life", "harm")
