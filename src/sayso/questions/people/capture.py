"""Whether a verb tells of custody in its clause, as it may not elsewhere: "held him responsible"."""

from __future__ import annotations

from itertools import pairwise

from sayso.questions.people.arrests import of_custody
from sayso.questions.people.prison import is_to_prison
from sayso.questions.text.frames import Match
from sayso.questions.text.nations import is_country
from sayso.questions.text.scene import Scene
from sayso.questions.text.tree import Tree
from sayso.questions.vocabulary import words

__all__ = ["given_to", "is_custody"]

FAR = 30
"""Words behind "holds" in which it is told that somebody is held responsible."""

NEAR = 5
"""Words behind "held" in which it is told that somebody was held down."""


def is_custody(scene: Scene, match: Match) -> bool:
    """Whether a verb tells of custody in its clause, as it may not elsewhere."""
    word, at = scene.tree.lower[match.at], match.at
    if word in words("custody", "holding") and (_pressed(scene, at) or _only_held(scene, at)):
        return False
    if word in words("custody", "taken") and _is_figure(scene, at):
        return False
    if word in words("custody", "yielding") and not _gives_up(scene, at):
        return False
    if word in words("custody", "from") and not (_from_custody(scene, at) or _by_force(scene, at)):
        return False
    if _by_thing(scene, at):
        return False
    if word in words("custody", "sentence") and not is_to_prison(scene, at):
        return False
    if "dwelling" in match.frame.marks and not _from_home(scene, at):
        return False
    if "officers" in match.frame.marks and not _by_officers(scene, at):
        return False
    if "swap" in match.frame.marks and not _is_swapped(scene, at):
        return False
    return not (_is_to_come(scene, at) or _elsewise(scene, match))


def _pressed(scene: Scene, at: int) -> bool:
    """Whether somebody is only held in place: "held him down"."""
    tree = scene.tree
    last = min(tree.sentence(at)[1], at + NEAR)
    near = (i for i in range(at + 1, last) if tree.lower[i] in words("custody", "in_place"))
    particle = next(near, last)
    behind = tree.words.upos[particle + 1 : particle + 2]
    return particle < last and behind not in (("NOUN",), ("PROPN",), ("DET",), ("NUM",), ("PRON",))


def _only_held(scene: Scene, at: int) -> bool:
    """Whether "holds" tells what somebody thinks or has: "holds her responsible", "held Roe signs"."""
    tree = scene.tree
    last = min(tree.sentence(at)[1], at + FAR)
    if words("custody", "to_account").intersection(tree.lower[at:last]):
        return True
    if (to := tree.oblique(at, "to")) is not None and any(True for _ in tree.having(to, "nummod")):
        return True  # "held to 41 percent"
    if tree.passive(at):
        return False
    meeting = words("custody", "meeting").intersection(tree.lower[at:last])
    things = [scene.mentions.of(c, "PERSON") is None for c in tree.having(at, "obj")]
    return bool(meeting) or (len(things) > 1 and things[-1])  # but "is holding the professor | Ann Roe"


def _is_figure(scene: Scene, at: int) -> bool:
    """Whether somebody is captured or seized by no one: "it captures her", "seized with a desire"."""
    tree = scene.tree
    agent = tree.agent(at)
    thing = agent is not None and tree.lower[agent] in words("control", "it")
    moved = tree.lower[at] in words("custody", "gripping") and tree.oblique(at, "with") is not None
    filmed = tree.oblique(at, "on", "in")
    return thing or moved or (filmed is not None and tree.lower[filmed] in words("custody", "maker"))


def _is_swapped(scene: Scene, at: int) -> bool:
    """Whether somebody is exchanged as prisoners are: "was swapped for a spy"."""
    told = (scene.tree.lower[i] for i in scene.tree.phrase(at))
    return not words("custody", "swapped").isdisjoint(told) or of_custody(scene, at)


def _is_to_come(scene: Scene, at: int) -> bool:
    """Whether an arrest is only what somebody came for: "officers came to arrest her"."""
    tree = scene.tree
    to = at > 0 and tree.lower[at - 1] in words("stance", "infinitive")
    return bool(to) and tree.lower[tree.words.heads[at]] in words("custody", "coming")


def _elsewise(scene: Scene, match: Match) -> bool:
    """Whether somebody leaves a hospital or his duties, lets go of a thing, or is captured by a camera."""
    tree, at = scene.tree, match.at
    left, agent = tree.oblique(at, "from"), tree.agent(at)
    healed = left is not None and match.frame.value == "free" and _is_other(scene, left)
    behind = tree.lower[at : at + NEAR]
    grip = any(pair == ("go", "of") for pair in pairwise(behind))  # "let go of their restraint"
    released = (at, *tree.having(at, "obj")) if tree.lower[at] in words("custody", "releasing") else ()
    of = [of for i in released if (of := tree.oblique(i, "of")) is not None]
    rid = any(tree.words.heads[i] == at or tree.lower[i] in words("custody", "healed") for i in of)
    asked = tree.relation(at) == "amod" and tree.lower[at - 1 : at] == ["to"]  # "told them to free | Roe"
    filmed = agent is not None and tree.lower[agent] in words("custody", "maker")
    return healed or grip or rid or asked or filmed or _is_part(tree, at)


def _is_part(tree: Tree, at: int) -> bool:
    """Whether a participle tells of whom somebody plays, wherever the parse hung it: "plays a man jailed"."""
    verb = tree.words.heads[at]
    bare = not any(True for _ in tree.having(at, "mark", "aux", "nsubj"))
    behind = tree.relation(at) in ("advcl", "xcomp") and verb < at and tree.lower[at - 1] != ","
    return behind and bare and tree.lower[verb] in words("life", "feigning")


def _is_other(scene: Scene, at: int) -> bool:
    """Whether what somebody is released from is no custody: "hospital", "his contract"."""
    tree, word = scene.tree, scene.tree.lower[at]
    if word in words("custody", "healed"):
        return True
    own = tree.words.upos[at] == "NOUN" and any(True for _ in tree.having(at, "nmod:poss"))
    released = tree.lower[tree.words.heads[at]] in words("custody", "releasing")
    return released and own and not _from_custody(scene, at)


def _from_home(scene: Scene, at: int) -> bool:
    """Whether somebody is taken from where he lives, works or travels."""
    where = scene.tree.oblique(at, "from", "out of")
    return where is not None and scene.tree.lower[where] in words("custody", "dwelling")


def given_to(scene: Scene, at: int) -> str | None:
    """What somebody is who is handed over, by whom he is handed to: held, free, or neither (None)."""
    tree = scene.tree
    to = tree.oblique(at, "to")
    told = {tree.lower[i] for i in tree.phrase(to)} if to is not None else set()
    if told & words("custody", "setting_at_large"):
        return "free"
    if told & (words("custody", "officers") | words("custody", "taking_in")):
        return "held"
    place = scene.mentions.of(to, "PLACE") if to is not None else None
    return "held" if place is not None and is_country(place.name) else None


def _by_officers(scene: Scene, at: int) -> bool:
    """Whether officers or armed men do something, or somebody is caught at a place by its name."""
    tree = scene.tree
    agent = tree.agent(at)
    found = tree.phrase(agent) if agent is not None else []
    if agent is None and not words("custody", "officers").isdisjoint(tree.lower[i] for i in tree.phrase(at)):
        return True  # "was bundled into a police van"
    if agent is None and tree.lower[at] in words("custody", "caught"):
        if not words("custody", "hunted").isdisjoint(tree.lower[slice(*tree.sentence(at))]):
            return True
        where = tree.oblique(at, *words("naming", "where"))
        charged = not words("custody", "warrant").isdisjoint(tree.lower[i] for i in tree.phrase(at))
        there = tree.phrase(where) if where is not None else ()  # "in a suburb of Paris"
        return charged or any(scene.mentions.of(i, "PLACE") for i in there)
    return any(tree.lower[i] in words("custody", "officers") for i in found)


def _gives_up(scene: Scene, at: int) -> bool:
    """Whether somebody surrenders himself, not a thing and not to a feeling."""
    tree = scene.tree
    thing = any(not tree.lower[c].endswith("self") for c in tree.having(at, "obj"))
    to = tree.oblique(at, "to")
    taker = to is None or not words("custody", "officers").isdisjoint(tree.lower[i] for i in tree.phrase(to))
    return taker and not thing and not tree.passive(at)


def _from_custody(scene: Scene, at: int) -> bool:
    """Whether somebody escaped from custody, not from danger."""
    tree = scene.tree
    if any(
        tree.lower[c] in words("custody", "stint") | words("custody", "verdict")
        for c in tree.having(at, "obj")
    ):
        return False  # "escaped a jail term"
    if not words("custody", "spared").isdisjoint(tree.lower[slice(*tree.sentence(at))]):
        return False  # "escaped jail with a suspended sentence"
    below = {tree.lower[i] for i in tree.phrase(at) if not _is_of_a_child(scene, i)}
    if tree.oblique(at, "from") is None:  # "guards found that he had escaped through a tunnel"
        told = (i for i in range(*tree.sentence(at)) if not _is_of_a_child(scene, i))
        below |= {tree.lower[i] for i in told} & words("custody", "warders")
    elif _breaks_out(scene, at):
        return True
    return bool(below & (words("custody", "places") | words("custody", "warders")))


def _breaks_out(scene: Scene, at: int) -> bool:
    """Whether who leaves a place by its name does so as prisoners do: "escaped from San Telmo by rope"."""
    tree = scene.tree
    place = tree.oblique(at, "from")
    by = {tree.lower[i] for i in tree.phrase(at)} & words("custody", "breakout")
    mention = scene.mentions.of(place, "PLACE", "ORG") if place is not None else None
    return bool(by) and mention is not None and not is_country(mention.name)


def _is_of_a_child(scene: Scene, at: int) -> bool:
    """Whether custody is that of a parent: "a custody battle"."""
    return not words("custody", "parental").isdisjoint(scene.tree.lower[at + 1 : at + 2])


def _by_force(scene: Scene, at: int) -> bool:
    """Whether somebody is rescued from captors, as a sentence tells of a raid or of hostages."""
    first, last = scene.tree.sentence(at)
    rescued = scene.tree.lower[at] in words("custody", "rescuing")
    return rescued and not words("custody", "raiding").isdisjoint(scene.tree.lower[first:last])


def _by_thing(scene: Scene, at: int) -> bool:
    """Whether nobody holds somebody but a thing or a feeling: "was detained by traffic"."""
    tree = scene.tree
    last = min(tree.sentence(at)[1], at + FAR)
    by = next((i for i in range(at + 1, last) if tree.lower[i] == "by"), last)
    behind = tree.lower[by : min(last, by + NEAR)]
    return not words("custody", "no_captor").isdisjoint(behind)
