"""Of whom a verb tells before what is set off from it: "its founder, Ann Roe, had been killed"."""

from __future__ import annotations

from sayso.questions.text.scene import Scene
from sayso.questions.vocabulary import words

__all__ = ["before_aside", "set_off"]

NEAR = 5
"""Auxiliaries before a verb at most."""

LIST = 60
"""Words between dashes at most."""

STEPS = 4
"""Words followed upwards to the one that leads a phrase."""

_DASHES = ("-", "--", "–", "—")


def set_off(scene: Scene, at: int) -> int | None:
    """The name that a comma sets off right before a verb: "its founder, Ann Roe, had been killed"."""
    tree = scene.tree
    before = at - 1
    while before > max(0, at - NEAR) and tree.words.upos[before] in ("AUX", "ADV"):
        before -= 1
    own = any(True for _ in tree.having(at, "nsubj"))  # not "Ann Roe, killed in May"
    done = before < at - 1 or tree.words.upos[at] == "AUX" or own
    if done and before > 0 and tree.lower[before] == ",":
        mention = scene.mentions.covering(before - 1)
        if mention is not None and mention.label == "PERSON":
            return tree.at(mention.start)
        return _told_of(scene, before)
    return None


def _told_of(scene: Scene, comma: int) -> int | None:
    """Whose name a clause tells more of that ends with a comma: "Ann Roe, who led it, has died"."""
    tree = scene.tree
    first = tree.sentence(comma)[0]
    for i in range(comma - 1, first + 1, -1):
        if tree.lower[i] == "," and tree.lower[i + 1] in words("stance", "setting_off"):
            mention = scene.mentions.covering(i - 1)
            return tree.at(mention.start) if mention is not None and mention.label == "PERSON" else None
    return None


def before_aside(scene: Scene, at: int) -> int | None:
    """The word before the dashes that end right before a verb: "six people -- one a boy -- died"."""
    tree = scene.tree
    first = max(tree.sentence(at)[0], at - LIST)
    before = at - 1
    while before > first and tree.words.upos[before] in ("AUX", "ADV"):
        before -= 1
    if tree.lower[before] not in _DASHES:
        return None
    opening = next((i for i in range(before - 1, first, -1) if tree.lower[i] == tree.lower[before]), None)
    if opening is None or tree.words.upos[opening - 1] not in ("NOUN", "PROPN", "NUM"):
        return None
    return _top(scene, opening - 1, first)


def _top(scene: Scene, noun: int, first: int) -> int:
    """The word that leads a phrase which ends with a noun: "people" of "people on board"."""
    tree = scene.tree
    for _ in range(STEPS):
        case = next(tree.having(noun, "case"), None)
        above = case - 1 if case is not None else tree.words.heads[noun]
        led = case is not None or tree.relation(noun) in ("flat", "appos", "conj", "compound")
        if not (led and first <= above < noun and tree.words.upos[above] in ("NOUN", "PROPN", "NUM")):
            break
        noun = above
    return noun
