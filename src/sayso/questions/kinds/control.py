"""Control: who holds a place?

Entering or besieging a place is not holding it.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.questions.claim import Claim, Subject, against, denied, exclusive
from sayso.questions.frames import Match, matches
from sayso.questions.kind import Kind
from sayso.questions.making import make
from sayso.questions.parties import party, same_party
from sayso.questions.places import place
from sayso.questions.scene import Scene
from sayso.questions.vocabulary import lines, words

__all__ = ["KIND"]


def find(scene: Scene) -> Iterator[Claim]:
    """The claims of a report of who holds, takes or loses a place."""
    found = [claim for claim in _all(scene) if claim is not None]
    holders = {(c.subject.name.lower(), c.authority) for c in found if not against(c.value)}
    for claim in found:
        if not against(claim.value) or (claim.subject.name.lower(), claim.authority) not in holders:
            yield claim


def _all(scene: Scene) -> Iterator[Claim | None]:
    tree = scene.tree
    for match in matches(tree, "control_frames"):
        yield from _verb(scene, match)
    for at, word in enumerate(tree.lower):
        if word in words("control", "control") and tree.words.upos[at] == "NOUN":
            yield from _noun(scene, at)
        if word in words("control", "hands") and tree.cases(at):
            yield _hands(scene, at)
        if word in words("control", "held"):
            yield _held(scene, at)


def _verb(scene: Scene, match: Match) -> Iterator[Claim | None]:
    tree, at, frame = scene.tree, match.at, match.frame
    if frame.value == "fall":
        yield _made(scene, at, tree.oblique(at, "to"), tree.subject(at), change=True)
        return
    if frame.value == "hand":
        taker = tree.oblique(at, "to")
        if taker is not None:
            yield _made(scene, at, taker, tree.patient(at), change=True)
        return
    who = tree.agent(at) if frame.part == "agent" else tree.subject(at)
    where = tree.patient(at) if "obj" in frame.marks else None
    if frame.part == "patient":
        who = tree.patient(at)
    if where is None:
        cases = [mark[1:].replace("_", " ") for mark in frame.marks if mark.startswith("@")]
        if words("control", "out").intersection(tree.lower[at + 1 : at + 3]):
            cases.append("of")
        where = tree.oblique(at, *cases) if cases else None
    if where is not None and tree.lower[where] in words("control", "control"):
        return
    yield _made(scene, at, who, where, change=frame.value != "state", loses=frame.value == "lose")
    if frame.part == "patient" and (driver := tree.agent(at)) is not None and driver != who:
        yield _made(scene, at, driver, where, change=True)
    if frame.value == "lose" and (taker := tree.oblique(at, "to")) is not None:
        yield _made(scene, at, taker, where, change=True)


def _noun(scene: Scene, at: int) -> Iterator[Claim | None]:
    """Control as a thing that is had, taken or lost, or that a place is under."""
    tree = scene.tree
    verb = tree.words.heads[at]
    where = tree.oblique(at, "of", "over")
    where = where if where is not None else tree.oblique(verb, "of", "over")
    if "under" in tree.cases(at):
        holder = tree.oblique(at, "of")
        holder = (
            holder if holder is not None else next(tree.having(at, "nmod:poss", "compound", "amod"), None)
        )
        is_predicate = any(True for _ in tree.having(at, "cop"))
        predicate = at if is_predicate else verb
        yield _made(scene, predicate, holder, tree.subject(predicate), change=False)
        return
    if "in" in tree.cases(at):
        predicate = at if any(True for _ in tree.having(at, "cop")) else verb
        yield _made(scene, predicate, tree.subject(predicate), where, change=False)
        return
    word = tree.lower[verb]
    if tree.relation(at) not in ("obj", "nsubj", "obl"):
        return
    kind = next((k for k in ("gain", "keep", "lose") if word in words("control", k)), None)
    if kind is not None:
        yield _made(scene, verb, tree.agent(verb), where, change=kind != "keep", loses=kind == "lose")


def _hands(scene: Scene, at: int) -> Claim | None:
    """In whose hands a place is."""
    tree = scene.tree
    holder = tree.oblique(at, "of")
    holder = holder if holder is not None else next(tree.having(at, "nmod:poss", "compound", "amod"), None)
    predicate = at if any(True for _ in tree.having(at, "cop")) else tree.words.heads[at]
    change = "into" in tree.cases(at)
    return _made(scene, predicate, holder, tree.subject(predicate), change=change)


def _held(scene: Scene, at: int) -> Claim | None:
    """A place that is called "rebel-held"."""
    tree = scene.tree
    if tree.lower[at - 1 : at] != ["-"] or at < 2:
        return None
    noun = next((a for a in tree.above(at) if tree.words.upos[a] in ("NOUN", "PROPN")), None)
    where = place(scene, noun) if noun is not None else None
    if where is None:
        return None
    holder = tree.text[slice(*tree.words.spans[at - 2])]
    named = groups_holder(holder)
    return make(scene, "control", Subject(where), named, at, opposite=denied(named))


def groups_holder(word: str) -> str:
    """The holder that the first part of "rebel-held" names."""
    return word + "s" if word in words("control", "plural") else word


def _made(
    scene: Scene, at: int, holder: int | None, where: int | None, *, change: bool, loses: bool = False
) -> Claim | None:
    name = party(scene, holder) if holder is not None else None
    named = place(scene, where) if where is not None and _may_be_held(scene, where) else None
    if name is None or named is None or name.lower() == named.lower():
        return None
    if loses and holder is not None and not _can_lose(scene, at, holder):
        return None
    value = denied(name) if loses else name
    return make(scene, "control", Subject(named), value, at, opposite=denied(value), change=change)


def _may_be_held(scene: Scene, at: int) -> bool:
    """Whether a noun is a name, or a common noun for a place or a part of one."""
    tree = scene.tree
    places = words("naming", "place") | words("naming", "part") | words("naming", "landscape")
    return tree.lower[at] in places or tree.text[tree.words.spans[at][0]].isupper()


def _can_lose(scene: Scene, at: int, holder: int) -> bool:
    """Whether who loses or leaves a place may have held it: no traveller, and no storm."""
    going = scene.tree.lower[at] in words("control", "going") and scene.tree.words.upos[holder] == "PRON"
    return scene.named_person(holder) is None and not going


KIND = Kind(
    name="control",
    about="place",
    forms=lines("control_forms"),
    wording="Who controls X?",
    example="Who controls Sadiq?",
    find=find,
    conflict=exclusive(same_party),
    changes=True,
)
