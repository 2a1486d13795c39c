"""Custody: is somebody held, or free?"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.questions.claim import Claim
from sayso.questions.frames import Match, matches
from sayso.questions.kind import Kind
from sayso.questions.making import make
from sayso.questions.scene import Scene
from sayso.questions.vocabulary import lines, words

__all__ = ["KIND"]

OPPOSITE = {"held": "free", "free": "held"}


def find(scene: Scene) -> Iterator[Claim]:
    """The claims of a report that somebody is held or free."""
    for match in matches(scene.tree, "custody_frames"):
        if (claim := _claim(scene, match)) is not None:
            yield claim


def _claim(scene: Scene, match: Match) -> Claim | None:
    tree, at, frame = scene.tree, match.at, match.frame
    if frame.part == "noun":
        who = scene.owner(at)
        if not _told(scene, at):
            return None
    elif frame.part == "predicate":
        who = _predicate(scene, at)
    else:
        who = tree.patient(at) if frame.part == "patient" else tree.subject(at)
        if tree.lower[at] in words("custody", "from") and not _from_custody(scene, at):
            return None
    subject = scene.person(who) if who is not None else None
    if subject is None:
        return None
    if tree.lower[at] in words("custody", "taken") and " " not in subject.name and not subject.also:
        return None  # more likely a town
    change = "change" in frame.marks
    at = _verb(scene, at) if frame.part == "predicate" else at
    return make(scene, "custody", subject, frame.value, at, opposite=OPPOSITE[frame.value], change=change)


def _predicate(scene: Scene, at: int) -> int | None:
    """Whom a place of custody is told of: who is "in jail", "behind bars", "at large"."""
    tree = scene.tree
    word, cases = tree.lower[at], tree.cases(at)
    wanted = (
        words("custody", "case") if word not in words("custody", "loose") else words("custody", "loose_case")
    )
    if tree.relation(at) == "amod":
        noun = tree.words.heads[at]
        adult = word in words("custody", "bare") | {"free"} and tree.lower[noun] in words("custody", "human")
        return tree.subject(noun) if adult and any(True for _ in tree.having(noun, "cop")) else None
    if word == "free" or word in words("custody", "bare"):
        return tree.subject(at)
    if not any(case in wanted for case in cases):
        return None
    if any(True for _ in tree.having(at, "cop")):
        return tree.subject(at)
    verb = tree.words.heads[at]
    if tree.relation(at) in ("obl", "xcomp", "advmod") and tree.lower[verb] in words("custody", "being"):
        return tree.subject(verb) if not tree.passive(verb) else tree.patient(verb)
    return None


def _verb(scene: Scene, at: int) -> int:
    tree = scene.tree
    return tree.words.heads[at] if tree.relation(at) in ("obl", "xcomp", "advmod", "amod") else at


def _from_custody(scene: Scene, at: int) -> bool:
    """Whether somebody escaped from custody, not from danger."""
    tree = scene.tree
    below = {tree.lower[i] for i in tree.phrase(at)}
    return bool(below & words("custody", "places"))


def _told(scene: Scene, at: int) -> bool:
    """Whether an arrest is told of as done: confirmed or condemned, not sought."""
    tree = scene.tree
    head, relation = tree.lower[tree.words.heads[at]], tree.relation(at)
    if relation == "nmod" or any(case in words("custody", "sought") for case in tree.cases(at)):
        return False
    return head not in words("custody", "seek")


KIND = Kind(
    name="custody",
    about="person",
    forms=lines("custody_forms"),
    wording="Is X in custody?",
    example="Is Lucia Moreno in custody?",
    find=find,
    changes=True,
)
