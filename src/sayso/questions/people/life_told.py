"""Whether words of life and death tell what they seem to: a body that is found, and not "dead or alive"."""

from __future__ import annotations

from collections.abc import Callable

from sayso.questions.people.figures import by_illness, is_hurt, means_else, passes_on, withstands
from sayso.questions.text.frames import Match
from sayso.questions.text.scene import Scene
from sayso.questions.text.stance import stance
from sayso.questions.vocabulary import words

__all__ = ["tells"]

DEAD = "dead"

_TOLD = ("nsubj", "nsubj:pass", "aux", "aux:pass", "mark")
"""Relations of the words that tell who does something, or that it is done."""


def tells(scene: Scene, match: Match) -> bool:
    """Whether a frame's words tell what they seem to: a body that is found, and not "dead or alive"."""
    tree, at = scene.tree, match.at
    if (test := _OF_PART.get(match.frame.part)) is not None and not test(scene, at):
        return False
    if any(tree.lower[at] in words("life", key) and not test(scene, at) for key, test in _OF_WORD):
        return False
    if "cause" in match.frame.marks and not by_illness(scene, at):
        return False
    if "end" in match.frame.marks and tree.words.upos[at + 1 : at + 2] != ("PUNCT",):
        return False
    if words("life", "left").intersection(tree.cases(at)) or _goes_on(scene, match):
        return False
    if means_else(scene, match) or _is_goal(scene, at) or _is_open(scene, at) or _is_mine(scene, match):
        return False
    both = words("life", "both")
    second = tree.relation(at) == "conj" and "or" in tree.lower[at - 1 : at]
    first = any(tree.lower[c] in both for c in tree.having(at, "conj"))
    return not (first or (second and tree.lower[tree.words.heads[at]] in both))


def _goes_on(scene: Scene, match: Match) -> bool:
    """Whether a killing is told of as going on, so that nobody is dead yet: "was being gunned down"."""
    tree, at = scene.tree, match.at
    told = {tree.lower[c] for c in tree.having(at, "aux", "aux:pass")}
    going_on = not (told.isdisjoint(words("life", "being")) or told.isdisjoint(words("life", "was")))
    killed = match.frame.part == "patient" and match.frame.value == DEAD
    return killed and going_on and tree.lower[at] not in words("life", "burying")


def _lies(scene: Scene, at: int) -> bool:
    """Whether a body is found, named or buried; one that nobody has seen may be none."""
    tree = scene.tree
    verb = tree.words.heads[at]
    if tree.lower[verb] in words("life", "coming_to_light") and stance(tree, verb).negative:
        return False
    if tree.lower[verb] in words("life", "found"):
        return not _is_of_work(scene, at)
    of = tree.oblique(at, *words("naming", "of"))
    theirs = of is not None and scene.person(of) is not None
    return theirs and words("life", "what_for").isdisjoint(tree.cases(at))  # not "searched for the body of"


def _is_of_work(scene: Scene, at: int) -> bool:
    """Whether a body is no person's: "her body of work"."""
    tree = scene.tree
    owned = any(True for _ in tree.having(at, "nmod:poss"))
    return owned and tree.lower[at + 1 : at + 2] == ["of"]


def _is_safe(scene: Scene, at: int) -> bool:
    """Whether somebody is unhurt, and not only safe from something, or to do it: "safe to return"."""
    tree = scene.tree
    left = at > 0 and tree.relation(at) == "amod"
    return not left and words("life", "unsafe").isdisjoint(tree.lower[at + 1 : at + 2])


def _in_care(scene: Scene, at: int) -> bool:
    """Whether somebody is in a coma, or in a critical condition."""
    tree = scene.tree
    if not any(True for _ in tree.having(at, "cop")) or "in" not in tree.cases(at):
        return False
    if any(tree.lower[c] in words("stance", "pluperfect") for c in tree.having(at, "aux")):
        return False  # "had been in good health"
    told = words("life", "condition").intersection(tree.lower[c] for c in tree.having(at, "amod", "compound"))
    return bool(told) or tree.lower[at] in words("life", "ward")


def _is_goal(scene: Scene, at: int) -> bool:
    """Whether a killing is only called for or planned, by a verb without a subject: "1) Kill the general"."""
    tree = scene.tree
    told = any(tree.words.deprels[c] in _TOLD for c in tree.children[at])
    apart = tree.relation(at) in ("root", "parataxis", "appos", "dep", "list", "ccomp")
    return tree.lower[at] in words("life", "kill") and apart and not told


def _is_open(scene: Scene, at: int) -> bool:
    """Whether a report only asks how something could be: "would not say how he might have died"."""
    tree = scene.tree
    asked = words("life", "how").intersection(tree.lower[c] for c in tree.having(at, "advmod", "mark"))
    could = words("life", "might").intersection(tree.lower[c] for c in tree.having(at, "aux"))
    return bool(asked and could)


def _is_mine(scene: Scene, match: Match) -> bool:
    """Whether a speaker tells of somebody without a name whom he killed: "I almost killed my daughter"."""
    tree, at = scene.tree, match.at
    mine = any(tree.lower[c] in words("life", "i") for c in tree.having(at, "nsubj"))
    whom = (c for c in tree.having(at, "obj") if scene.mentions.of(c, "PERSON") is None)
    return match.frame.part == "patient" and mine and any(tree.words.upos[c] == "NOUN" for c in whom)


def _is_bare(scene: Scene, at: int) -> bool:
    """Whether a verb has nothing behind it that tells where or what."""
    return not any(True for _ in scene.tree.having(at, "obl", "obj"))


_OF_PART = {"body": _lies, "ward": _in_care}
"""What must be so of the words of a part."""

_OF_WORD: tuple[tuple[str, Callable[[Scene, int], bool]], ...] = (
    ("residing", _is_bare),
    ("passing", lambda scene, at: not passes_on(scene, at)),
    ("safe", _is_safe),
    ("physical", is_hurt),
    ("withstanding", lambda scene, at: not withstands(scene, at)),
)
"""What must be so of a word of one of the lists."""
