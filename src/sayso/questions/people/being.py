"""Where somebody is, by a predicate: "is in Arle", "is safe in Arle", "a resident of Arle"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.questions.people.journeys import Stay
from sayso.questions.text.places import is_body, place
from sayso.questions.text.scene import Scene
from sayso.questions.vocabulary import entries, words

__all__ = ["being", "is_bare", "names_before_comma"]


def being(scene: Scene) -> Iterator[Stay]:
    """What a report's predicates tell of where somebody is."""
    tree, lower = scene.tree, scene.tree.lower
    resident, inside = words("whereabouts", "resident"), words("whereabouts", "inside")
    for at, upos in enumerate(tree.words.upos):
        if upos in ("PROPN", "NOUN", "ADV", "ADJ") and any(True for _ in tree.having(at, "cop")):
            yield from _is(scene, at)
        elif upos == "NOUN" and lower[at] in resident:
            yield from _resident(scene, at)
        elif upos == "VERB" and lower[at] in inside:  # "was aboard a ship in Arle"
            who, where = tree.subject(at), next(tree.having(at, "obj", "obl"), None)
            if who is not None:
                yield Stay(at, who, place(scene, where), False)


def _is(scene: Scene, at: int) -> Iterator[Stay]:
    """Who is in a place: "is in Arle", "was on the island", "is safe in Arle"."""
    tree = scene.tree
    own = any(True for _ in tree.having(at, "nsubj"))
    beside = None if own else _before_copula(scene, at)
    who = beside if beside is not None else tree.subject(at)
    if who is None:
        return
    if tree.words.upos[at] in ("ADV", "ADJ"):
        if tree.lower[at] in words("whereabouts", "well"):
            yield Stay(at, who, place(scene, _well_in(scene, at)), False)
        return
    if "under" in tree.cases(at) and tree.lower[at] in words("whereabouts", "guarded"):
        yield Stay(at, who, place(scene, _well_in(scene, at)), False)
        return
    inside = any(case in words("whereabouts", "inside") for case in tree.cases(at))
    inside = inside and words("whereabouts", "due").isdisjoint(tree.cases(at))
    if not inside or is_body(scene, at) or _is_state(scene, at):
        return
    if tree.lower[who] in words("whereabouts", "address"):
        owner = scene.owner(who)
        if owner is not None:
            for one in (at, *tree.having(at, "conj")):
                yield Stay(at, owner, place(scene, one), False)
        return
    came = any(tree.lower[c] in words("control", "now") for c in tree.having(at, "advmod"))
    yield Stay(at, who, place(scene, at), came)  # who "is now in Arle" came there


def _well_in(scene: Scene, at: int) -> int | None:
    """The place behind "safe", "away", "safe and well" or "under guard"."""
    tree, inner = scene.tree, words("whereabouts", "inside")
    behind = (c for c in tree.having(at, "obl", "nmod") if inner.intersection(tree.cases(c)))
    where = next((c for c in behind if place(scene, c)), None)
    where = where if where is not None else tree.right_behind(at, *inner)
    joined = (c for c in tree.having(at, "conj") if inner.intersection(tree.cases(c)))
    return where if where is not None else next(joined, None)


def _is_state(scene: Scene, at: int) -> bool:
    """Whether a noun is what somebody is in, not where: "in power", "in a tight race", but "in exile"."""
    tree, word = scene.tree, scene.tree.lower[at]
    if tree.words.upos[at] != "NOUN":
        return False
    if word in words("whereabouts", "matter"):
        return True
    known = words("whereabouts", "keeping") | words("naming", "landscape")
    return word not in known and is_bare(scene, at)


def is_bare(scene: Scene, at: int) -> bool:
    """Whether a noun has no article, owner or noun before it."""
    return not any(True for _ in scene.tree.having(at, "det", "nmod:poss", "compound"))


def _before_copula(scene: Scene, at: int) -> int | None:
    """The name or pronoun right before a copula and its auxiliaries, where the parse gives it no subject."""
    tree = scene.tree
    first = min(tree.having(at, "cop", "aux"))
    before = first - 1
    if (
        tree.words.upos[before] == "PROPN" and tree.relation(before) == "nmod"
    ):  # "Ann Roe of Mora was in Arle"
        before = tree.words.heads[before]
    if before >= tree.sentence(at)[0] and tree.lower[before] in entries("he_and_she"):
        return before
    if tree.lower[before] == ",":
        return _before_aside(scene, before)
    if tree.relation(before) == "cc":  # "Ann Roe left Arle and is in Mora"
        verbs = (v for v in range(before, tree.sentence(at)[0], -1) if tree.words.upos[v] == "VERB")
        ahead = next(verbs, None)
        hung = tree.words.heads[at], tree.words.deprels[at]
        beside = ahead is not None and (tree.words.heads[ahead], tree.words.deprels[ahead]) == hung
        return tree.subject(ahead) if ahead is not None and beside else None
    named = before >= tree.sentence(at)[0] and tree.words.upos[before] == "PROPN"
    return before if named and scene.mentions.covering(before) else None


def _before_aside(scene: Scene, comma: int) -> int | None:
    """The name before a participle set off by commas: "Ann Roe, voted out of office on Friday, is in"."""
    tree = scene.tree
    for first in range(comma - 1, tree.sentence(comma)[0], -1):
        if tree.lower[first] == ",":
            told = tree.words.upos[first + 1] in ("VERB", "DET")  # "Ann Roe, the fugitive judge, is in"
            return first - 1 if told and names_before_comma(scene, first + 1) else None
    return None


def names_before_comma(scene: Scene, at: int) -> bool:
    """Whether somebody's name stands before a word, set off by a comma."""
    mention = scene.mentions.covering(at - 2) if at > 1 and scene.tree.lower[at - 1] == "," else None
    return mention is not None and mention.label == "PERSON"


def _resident(scene: Scene, at: int) -> Iterator[Stay]:
    """Who is told to be a resident of a place."""
    tree = scene.tree
    who = tree.words.heads[at] if tree.relation(at) == "appos" else None
    where = place(scene, tree.oblique(at, *words("naming", "of")))
    if who is not None and where is not None:
        yield Stay(at, who, where, False)
