"""Custody: is somebody held, or free?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sayso.questions.claim import Claim, Subject
from sayso.questions.frames import Match, matches
from sayso.questions.kind import Kind
from sayso.questions.making import make
from sayso.questions.scene import Scene
from sayso.questions.vocabulary import entries, lines, words

__all__ = ["KIND"]

FAR = 60
"""Words behind "sentenced" in which it is told to what."""

NEAR = 5
"""Words behind "held" in which it is told that somebody was held down."""

OPPOSITE = {"held": "free", "free": "held"}


def find(scene: Scene) -> Iterator[Claim]:
    """The claims of a report that somebody is held or free."""
    for match in matches(scene.tree, "custody_frames"):
        yield from _claims(scene, match)


def _claims(scene: Scene, match: Match) -> Iterator[Claim]:
    tree, at, frame = scene.tree, match.at, match.frame
    if frame.part == "noun":
        who = scene.owner(at)
        if not _told(scene, at) or not _of_custody(scene):
            return
    elif frame.part == "predicate":
        who = _predicate(scene, at)
    else:
        who = tree.patient(at) if frame.part == "patient" else tree.subject(at)
        if who is None and tree.relation(at) in ("ccomp", "xcomp"):  # "ordered Ann Roe held"
            who = next(tree.having(tree.words.heads[at], "obj"), None)
        if not _is_custody(scene, match):
            return
    change = "change" in frame.marks
    verb = _ordered(scene, _verb(scene, at) if frame.part == "predicate" else at)
    for one in scene.joined(who):
        subject = scene.person(one) or scene.included(one)
        if subject is None or _more_likely_a_town(scene, at, subject):
            continue
        claim = make(
            scene, "custody", subject, frame.value, verb, opposite=OPPOSITE[frame.value], change=change
        )
        if claim is not None:
            yield claim


def _more_likely_a_town(scene: Scene, at: int, subject: Subject) -> bool:
    """Whether what is taken has one name and no role, as towns have: "captured Sadiq"."""
    taken = scene.tree.lower[at] in words("custody", "taken")
    return taken and " " not in subject.name and not subject.also


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
    if word == "free" and tree.text[tree.words.spans[at][0]].isupper():
        return None  # part of a name
    if word == "free" and any(True for _ in tree.having(at, "xcomp", "advcl", "acl")):
        return None  # "free to return"
    if word == "free" or word in words("custody", "bare"):
        return tree.subject(at)
    if not any(case in wanted for case in cases):
        return None
    first = next((i for i in tree.phrase(at) if tree.words.upos[i] != "PUNCT"), at)
    meanwhile = tree.lower[first] in words("custody", "while")
    if tree.relation(at) == "advcl" or meanwhile:  # "was stabbed while in prison"
        above = tree.words.heads[at]
        return tree.patient(above) if tree.passive(above) else tree.subject(above)
    if (apart := _set_off(scene, at)) is not None:
        return apart
    if any(True for _ in tree.having(at, "cop")):
        return tree.subject(at)
    verb = tree.words.heads[at]
    if tree.relation(at) in ("obl", "xcomp", "advmod") and tree.lower[verb] in words("custody", "being"):
        return tree.subject(verb) if not tree.passive(verb) else tree.patient(verb)
    return None


def _set_off(scene: Scene, at: int) -> int | None:
    """Whose name stands before a phrase set off by a comma: "Ann Roe, in detention since May, …"."""
    tree = scene.tree
    first = next((i for i in tree.phrase(at) if tree.words.upos[i] != "PUNCT"), at)
    if first < 2 or tree.lower[first - 1] != ",":
        return None
    mention = scene.mentions.covering(first - 2)
    return first - 2 if mention is not None and mention.label == "PERSON" else None


def _verb(scene: Scene, at: int) -> int:
    tree = scene.tree
    return tree.words.heads[at] if tree.relation(at) in ("obl", "xcomp", "advmod", "amod") else at


def _is_custody(scene: Scene, match: Match) -> bool:
    """Whether a verb tells of custody in its clause, as it may not elsewhere."""
    word, at = scene.tree.lower[match.at], match.at
    if word in words("custody", "holding") and (_pressed(scene, at) or _only_held(scene, at)):
        return False
    if word in words("custody", "taken") and _is_figure(scene, at):
        return False
    if word in words("custody", "from") and not _from_custody(scene, at):
        return False
    if word in words("custody", "sentence") and not _to_prison(scene, at):
        return False
    if "officers" in match.frame.marks and not _by_officers(scene, at):
        return False
    return not _elsewise(scene, at)


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
    return not tree.passive(at) and sum(1 for _ in tree.having(at, "obj")) > 1


def _is_figure(scene: Scene, at: int) -> bool:
    """Whether somebody is captured or seized by no one: "it captures her", "seized with a desire"."""
    tree = scene.tree
    agent = tree.agent(at)
    thing = agent is not None and tree.lower[agent] in words("control", "it")
    return thing or tree.oblique(at, "with") is not None


def _to_prison(scene: Scene, at: int) -> bool:
    """Whether a sentence is one of prison: not a fine, and not suspended."""
    tree = scene.tree
    behind = set(tree.lower[at : min(tree.sentence(at)[1], at + FAR)])
    return bool(behind & words("custody", "term")) and not behind & words("custody", "suspended")


def _elsewise(scene: Scene, at: int) -> bool:
    """Whether somebody leaves a hospital, lets go of a thing, or is only captured by a camera."""
    tree = scene.tree
    left, agent = tree.oblique(at, "from"), tree.agent(at)
    healed = left is not None and tree.lower[left] in words("custody", "healed")
    behind = tree.lower[at : at + NEAR]
    grip = any(pair == ("go", "of") for pair in pairwise(behind))  # "let go of their restraint"
    return healed or grip or (agent is not None and tree.lower[agent] in words("custody", "maker"))


def _by_officers(scene: Scene, at: int) -> bool:
    """Whether it is officers, or armed men, who do something."""
    tree = scene.tree
    agent = tree.agent(at)
    found = tree.phrase(agent) if agent is not None else []
    return any(tree.lower[i] in words("custody", "officers") for i in found)


def _ordered(scene: Scene, at: int) -> int:
    """The order of a court, in place of what it orders: it is done."""
    tree = scene.tree
    verb = tree.words.heads[at]
    if tree.lower[verb] not in words("custody", "order") or tree.relation(at) not in ("ccomp", "xcomp"):
        return at
    who = tree.subject(verb)
    by_court = who is not None and tree.lower[who] in words("custody", "court")
    named = who is not None and any(tree.lower[c] in words("custody", "court") for c in tree.children[who])
    return verb if by_court or named else at


def _from_custody(scene: Scene, at: int) -> bool:
    """Whether somebody escaped from custody, not from danger."""
    tree = scene.tree
    below = {tree.lower[i] for i in tree.phrase(at)}
    return bool(below & words("custody", "places"))


def _told(scene: Scene, at: int) -> bool:
    """Whether an arrest is told of as done: confirmed or condemned, not sought."""
    tree = scene.tree
    head, relation = tree.lower[tree.words.heads[at]], tree.relation(at)
    if (
        _titled(scene, at)
        or relation == "nmod"
        or any(case in words("custody", "sought") for case in tree.cases(at))
    ):
        return False
    return head not in words("custody", "seek")


def _of_custody(scene: Scene) -> bool:
    """Whether a report speaks of custody at all, so that a release is one from it and not from a hospital."""
    places = words("custody", "places") - words("custody", "healed")
    return not (places | words("custody", "held_words")).isdisjoint(scene.lower)


def _titled(scene: Scene, at: int) -> bool:
    """Whether a release is a work with a title or a year: "his 2009 release Together"."""
    tree = scene.tree
    behind = tree.text[slice(*tree.words.spans[at + 1])] if at + 1 < len(tree.words) else ""
    title = behind[:1].isupper() and behind.lower() not in entries("no_names")
    return title or any(tree.words.upos[c] == "NUM" and c < at for c in tree.children[at])


KIND = Kind(
    name="custody",
    about="person",
    forms=lines("custody_forms"),
    wording="Is X in custody?",
    example="Is Lucia Moreno in custody?",
    find=find,
    changes=True,
)
