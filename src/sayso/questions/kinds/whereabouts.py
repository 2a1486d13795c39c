"""Whereabouts: where is somebody?"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.questions.claim import Claim, against, denied, exclusive
from sayso.questions.frames import Match
from sayso.questions.frames import matches as frames
from sayso.questions.kind import Kind
from sayso.questions.making import make
from sayso.questions.places import place, same_place
from sayso.questions.scene import Scene
from sayso.questions.vocabulary import lines, words

__all__ = ["KIND"]


def find(scene: Scene) -> Iterator[Claim]:
    """The claims of a report of where somebody is, has gone, or has left."""
    found = [claim for claim in _all(scene) if claim is not None]
    placed = {(c.subject.name, c.authority) for c in found if not against(c.value)}
    for claim in found:
        if not against(claim.value) or (claim.subject.name, claim.authority) not in placed:
            yield claim


def _all(scene: Scene) -> Iterator[Claim | None]:
    tree = scene.tree
    for match in frames(tree, "whereabouts_frames"):
        if match.frame.part != "predicate":
            yield _verb(scene, match)
    yield from _aside(scene)
    for at, upos in enumerate(tree.words.upos):
        if upos in ("PROPN", "NOUN", "ADV") and any(True for _ in tree.having(at, "cop")):
            yield _being(scene, at)


def _aside(scene: Scene) -> Iterator[Claim | None]:
    """Who is in a place by an aside, or by the refuge he is given: "Ann Roe, now in Arle, said"."""
    tree = scene.tree
    for at, word in enumerate(tree.lower):
        behind = tree.lower[at + 1 : at + 2]
        if word in words("whereabouts", "now") and words("whereabouts", "inside").intersection(behind):
            if at > 1 and tree.lower[at - 1] == "," and (mention := scene.mentions.covering(at - 2)):
                where = place(scene, tree.words.heads[at + 1])
                yield _made(scene, at, at - 2, where, False) if mention.label == "PERSON" else None
        elif word in words("whereabouts", "refuge") and tree.relation(at) == "obj":
            verb = tree.words.heads[at]
            if tree.lower[verb] in words("whereabouts", "granting"):
                yield _made(scene, verb, tree.oblique(verb, "to"), place(scene, tree.subject(verb)), False)


def _being(scene: Scene, at: int) -> Claim | None:
    """Who is in a place: "is in Arle", "was on the island"."""
    tree = scene.tree
    if tree.words.upos[at] == "ADV":
        return _made(
            scene,
            at,
            tree.subject(at),
            place(scene, _behind(scene, at, list(words("whereabouts", "inside")))),
            False,
        )
    if not any(case in words("whereabouts", "inside") for case in tree.cases(at)):
        return None
    if _is_body(scene, at):
        return None
    return _made(scene, at, tree.subject(at), place(scene, at), False)


def _is_body(scene: Scene, at: int) -> bool:
    """Whether a noun names an organisation that is no building: "left the Blue Front"."""
    mention = scene.mentions.covering(at)
    if scene.tree.lower[at] in words("control", "body") and (mention is None or mention.label != "PLACE"):
        return True
    if mention is None or mention.label != "ORG":
        return False
    named = scene.tree.text[mention.start : mention.end].lower().split()
    return (words("naming", "institution") | words("naming", "place")).isdisjoint(named)


def _any(scene: Scene, at: int) -> bool:
    """Whether a noun is no place that somebody leaves, but what he leaves: "leaving an opening"."""
    return any(scene.tree.lower[c] in words("naming", "indefinite") for c in scene.tree.having(at, "det"))


def _verb(scene: Scene, match: Match) -> Claim | None:
    tree, at, frame = scene.tree, match.at, match.frame
    who = tree.patient(at) if tree.passive(at) else tree.subject(at)
    taken = frame.value == "go" and "obj" not in frame.marks
    moved = next(tree.having(at, "obj"), None) if taken else None
    if moved is not None and scene.named_person(moved) is not None:  # "flew him to Mora"
        who = moved
    elif moved is not None and _moves(scene, at, moved):
        return None
    who = _carried(scene, who)
    if who is None:
        return None
    where = _whither(scene, match)
    if frame.value == "leave":
        bound = tree.oblique(at, "for", "to")
        if bound is not None and place(scene, bound) and not _is_body(scene, bound):
            return _made(scene, at, who, place(scene, bound), True)
    if where is not None and (_is_body(scene, where) or (frame.value == "leave" and _any(scene, where))):
        return None
    if frame.value == "go" and _is_doing(scene, tree.oblique(at, "to")):
        return None
    name = place(scene, where)
    if frame.value == "go" and name is None:
        return _gone(scene, at, who)
    if frame.value == "leave":
        name = denied(name) if name else None
    return _made(scene, at, who, name, frame.value != "state")


def _whither(scene: Scene, match: Match) -> int | None:
    """The word for the place of a frame: its verb's object, or what stands behind one of its prepositions."""
    tree, at, frame = scene.tree, match.at, match.frame
    where = tree.patient(at) if "obj" in frame.marks and not tree.passive(at) else None
    cases = [mark[1:] for mark in frame.marks if mark.startswith("@")]
    if where is None and cases:
        where = _behind(scene, at, cases)
        where = where if where is not None else _where(scene, at)
    return where


def _gone(scene: Scene, at: int, who: int) -> Claim | None:
    """From where somebody has gone, where it is not told whither."""
    tree = scene.tree
    left = tree.patient(at) if not tree.passive(at) else None
    thing = left is not None and any(True for _ in tree.having(left, "det", "nmod:poss"))
    if thing and left is not None and scene.mentions.of(left, "PLACE") is None:
        return None  # "flew the Falcon jet"
    left = left if left is not None else tree.oblique(at, "from", "out of")
    if tree.lower[at] in words("whereabouts", "leaving") and (gone := place(scene, left)):
        return _made(scene, at, who, denied(gone), True)
    return None


def _where(scene: Scene, at: int) -> int | None:
    """The place that a clause with "where" tells more of: "at the airport, where Ann Roe was arriving"."""
    tree = scene.tree
    told = any(tree.lower[c] in words("whereabouts", "where") for c in tree.having(at, "advmod"))
    return tree.words.heads[at] if told and tree.relation(at) == "acl" else None


def _is_doing(scene: Scene, at: int | None) -> bool:
    """Whether somebody goes to do something, not to a place: "went to school in Arle"."""
    if at is None:
        return False
    bare = not any(True for _ in scene.tree.having(at, "det", "nmod:poss", "compound"))
    return bare and scene.tree.lower[at] in words("whereabouts", "doing")


def _moves(scene: Scene, at: int, moved: int) -> bool:
    """Whether somebody moves something or somebody else: "moved his family", but not "took refuge"."""
    tree = scene.tree
    return tree.lower[at] in words("whereabouts", "moving") and tree.lower[moved] not in words(
        "whereabouts", "refuge"
    )


def _carried(scene: Scene, at: int | None) -> int | None:
    """Whom a vehicle carries, in its place: "a plane carrying Ann Roe"."""
    for clause in scene.tree.having(at, "acl") if at is not None else ():
        if scene.tree.lower[clause] in words("whereabouts", "carrying"):
            return scene.tree.patient(clause)
    return at


def _behind(scene: Scene, at: int, cases: list[str]) -> int | None:
    """The first noun behind one of the prepositions that names a place, by the verb or by its object."""
    tree = scene.tree
    objects = [c for c in tree.having(at, "obj", "xcomp") if not tree.passive(at)]
    for word in (at, *objects):
        for child in tree.having(word, "obl", "nmod"):
            if any(case in cases for case in tree.cases(child)) and place(scene, child):
                return child
    return tree.right_behind(at, *cases)


def _made(scene: Scene, at: int, who: int | None, value: str | None, change: bool) -> Claim | None:
    subject = scene.person(who) if who is not None else None
    if subject is None or value is None or value.lower() == subject.name.lower():
        return None
    return make(scene, "whereabouts", subject, value, at, opposite=denied(value), change=change)


KIND = Kind(
    name="whereabouts",
    about="person",
    forms=lines("whereabouts_forms"),
    wording="Where is X?",
    example="Where is Anton IV?",
    find=find,
    conflict=exclusive(same_place),
    changes=True,
)
