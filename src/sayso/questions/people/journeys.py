"""Where somebody is by a journey: "on a visit to Arle", "led a team to Mora", "on a flight to Kenya"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sayso.questions.text.places import is_body, place
from sayso.questions.text.scene import Scene
from sayso.questions.text.stance import stance
from sayso.questions.vocabulary import words

__all__ = ["Stay", "journeys"]


class Stay(NamedTuple):
    """The word that tells where ``who`` is or has gone, the place, and whether it is news of a move."""

    at: int
    who: int
    where: str | None
    change: bool


def journeys(scene: Scene) -> Iterator[Stay]:
    """What a report tells of visits, of teams led somewhere, and of who is put aboard something."""
    tree = scene.tree
    trip, vehicle = words("journeys", "trip"), words("journeys", "vehicle")
    phone, leading = words("journeys", "phone"), words("journeys", "leading")
    for at, upos in enumerate(tree.words.upos):
        word = tree.lower[at]
        if upos == "NOUN" and word in trip:
            yield from _on_a_trip(scene, at)
        elif upos in ("NOUN", "PROPN") and word in vehicle:
            yield from _aboard(scene, at)
        elif upos == "NOUN" and word in phone:
            yield from _phoning(scene, at)
        elif upos == "VERB" and word in leading:
            yield from _leading(scene, at)


def _on_a_trip(scene: Scene, at: int) -> Iterator[Stay]:
    """Who is on a visit: "Ann Roe, on a trip to Arle, said", "was on holiday in Arle", "paid a visit to"."""
    tree = scene.tree
    goal = tree.oblique(at, *words("journeys", "to"))
    where = place(scene, goal) if goal is not None and not is_body(scene, goal) else None
    verb = tree.words.heads[at]
    if tree.lower[verb] in words("journeys", "leg") and tree.relation(at) == "nmod":
        at, verb = verb, tree.words.heads[verb]  # "on the second day of a tour of Kenya"
    if where is None or any(True for _ in tree.having(at, "nummod")) or _is_not_made(scene, at, verb):
        return
    made = tree.relation(at) == "obj" and tree.lower[verb] in words("journeys", "making")
    if not made and words("journeys", "on").isdisjoint(tree.cases(at)):
        return
    told, who = (verb, tree.subject(verb)) if made else _traveller(scene, at, verb)
    if who is not None:
        yield Stay(told, who, where, made)


def _is_not_made(scene: Scene, at: int, verb: int) -> bool:
    """Whether somebody is only asked on a trip, or did not make it: "on a trip that he couldn't make"."""
    if scene.tree.lower[verb] in words("journeys", "inviting"):
        return True
    told_more = (c for c in scene.tree.having(at, "acl") if scene.tree.words.deprels[c] == "acl:relcl")
    return any(stance(scene.tree, clause).negative for clause in told_more)


def _traveller(scene: Scene, at: int, verb: int) -> tuple[int, int | None]:
    """The word that tells of a visit, and who makes it: the name before its commas, or a subject."""
    tree = scene.tree
    first = next(i for i in tree.phrase(at) if tree.words.upos[i] != "PUNCT")
    apart = scene.mentions.covering(first - 2) if first > 1 and tree.lower[first - 1] == "," else None
    if apart is not None and apart.label == "PERSON":
        return at, first - 2
    if any(True for _ in tree.having(at, "cop")):
        return at, tree.subject(at)
    doing = tree.words.upos[verb] in ("VERB", "AUX") and tree.lower[verb] not in words("journeys", "about")
    return verb, tree.subject(verb) if doing else None


def _aboard(scene: Scene, at: int) -> Iterator[Stay]:
    """Who takes a vehicle to a place, or is put on one: "put her on a flight to Arle"."""
    tree = scene.tree
    verb = tree.words.heads[at]
    bound = tree.oblique(at, *words("journeys", "bound"))
    bound = bound if bound is not None else tree.oblique(verb, *words("journeys", "bound"))
    where = place(scene, bound)
    if where is not None and any(True for _ in tree.having(at, "cop")):  # "is on a flight to Arle"
        who = tree.subject(at) if not words("journeys", "aboard").isdisjoint(tree.cases(at)) else None
        if who is not None:
            yield Stay(at, who, where, True)
        return
    if where is None or tree.words.upos[verb] != "VERB":
        return
    who = None
    if tree.relation(at) == "obj" and tree.lower[verb] in words("journeys", "catching"):
        who = tree.subject(verb)
    elif not words("journeys", "aboard").isdisjoint(tree.cases(at)):
        if tree.lower[verb] in words("journeys", "putting"):
            who = tree.patient(verb)
        elif tree.lower[verb] in words("journeys", "getting"):
            who = tree.subject(verb)
    if who is not None:
        yield Stay(verb, who, where, True)


def _phoning(scene: Scene, at: int) -> Iterator[Stay]:
    """From where somebody speaks by telephone."""
    tree = scene.tree
    verb = tree.words.heads[at]
    if words("journeys", "by").isdisjoint(tree.cases(at)) or tree.words.upos[verb] != "VERB":
        return
    origin = tree.oblique(at, "from")
    where = place(scene, origin if origin is not None else tree.oblique(verb, "from"))
    who = tree.subject(verb)
    if where is not None and who is not None:
        yield Stay(verb, who, where, False)


def _leading(scene: Scene, at: int) -> Iterator[Stay]:
    """Who goes somewhere with those whom he leads: "led a delegation to Arle"."""
    tree = scene.tree
    team = next(tree.having(at, "obj"), None)
    if team is None or tree.lower[team] not in words("journeys", "team"):
        return
    bound = tree.oblique(at, *words("journeys", "into"))
    where = place(scene, bound if bound is not None else tree.oblique(team, *words("journeys", "into")))
    who = tree.subject(at)
    if where is not None and who is not None:
        yield Stay(at, who, where, True)
