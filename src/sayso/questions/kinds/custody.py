"""Custody: is somebody held, or free?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sayso.questions.claim import Claim, Subject
from sayso.questions.kind import Kind
from sayso.questions.people.prison import imprisoned, is_to_prison, placed
from sayso.questions.text.frames import Match, matches
from sayso.questions.text.making import make
from sayso.questions.text.scene import Scene
from sayso.questions.vocabulary import entries, lines, words

__all__ = ["KIND"]

FAR = 12
"""Words behind "holds" in which it is told that somebody is held responsible."""

NEAR = 5
"""Words behind "held" in which it is told that somebody was held down."""

OPPOSITE = {"held": "free", "free": "held"}


def find(scene: Scene) -> Iterator[Claim]:
    """The claims of a report that somebody is held or free."""
    for match in matches(scene.tree, "custody_frames"):
        yield from _claims(scene, match)


def _claims(scene: Scene, match: Match) -> Iterator[Claim]:
    at, frame = match.at, match.frame
    told = _who(scene, match)
    if told is None:
        return
    who, verb = told
    change = "change" in frame.marks
    for subject in scene.everyone(who):
        if _more_likely_a_town(scene, at, subject):
            continue
        claim = make(
            scene, "custody", subject, frame.value, verb, opposite=OPPOSITE[frame.value], change=change
        )
        if claim is not None:
            yield claim


def _who(scene: Scene, match: Match) -> tuple[int, int] | None:
    """Of whom a frame tells, and the verb that tells it; None where it is not of custody."""
    tree, at, frame = scene.tree, match.at, match.frame
    verb = at
    if frame.part == "noun":
        won = tree.lower[tree.words.heads[at]] in words("custody", "won")
        told = _told(scene, at) and (won or _of_custody(scene))
        who = scene.owner(at) if told else None
    elif frame.part == "predicate":
        who, verb = placed(scene, at), _ordered(scene, _verb(scene, at))
    elif frame.part == "term":
        who = imprisoned(scene, at)
    else:
        who, verb = _part(scene, match), _ordered(scene, at)
    return (who, verb) if who is not None else None


def _part(scene: Scene, match: Match) -> int | None:
    """The subject or patient of a verb that tells of custody."""
    tree, at = scene.tree, match.at
    who = tree.patient(at) if match.frame.part == "patient" else tree.subject(at)
    if who is None and tree.relation(at) in ("ccomp", "xcomp"):  # "ordered Ann Roe held"
        who = next(tree.having(tree.words.heads[at], "obj"), None)
    if who is not None and tree.relation(who) == "obj" and tree.lower[who] in words("custody", "inmate"):
        who = tree.subject(at)  # "Ann Roe, held hostage since May, …"
    return who if _is_custody(scene, match) else None


def _more_likely_a_town(scene: Scene, at: int, subject: Subject) -> bool:
    """Whether what is taken or held has one name and no role, as towns have: "captured Sadiq"."""
    tree = scene.tree
    holds = tree.lower[at] in words("custody", "holding") and tree.agent(at) is not None
    taken = holds or tree.lower[at] in words("custody", "taken") | words("custody", "yielding")
    roles = set(subject.also) - {subject.name.lower()}
    town = not roles or not words("naming", "place").isdisjoint(roles)
    return taken and town and " " not in subject.name


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
    if word in words("custody", "yielding") and not _gives_up(scene, at):
        return False
    if word in words("custody", "from") and not _from_custody(scene, at):
        return False
    if word in words("custody", "sentence") and not is_to_prison(scene, at):
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
    if tree.passive(at):
        return False
    meeting = words("custody", "meeting").intersection(tree.lower[at:last])
    return bool(meeting) or sum(1 for _ in tree.having(at, "obj")) > 1


def _is_figure(scene: Scene, at: int) -> bool:
    """Whether somebody is captured or seized by no one: "it captures her", "seized with a desire"."""
    tree = scene.tree
    agent = tree.agent(at)
    thing = agent is not None and tree.lower[agent] in words("control", "it")
    moved = tree.lower[at] in words("custody", "gripping") and tree.oblique(at, "with") is not None
    filmed = tree.oblique(at, "on", "in")
    return thing or moved or (filmed is not None and tree.lower[filmed] in words("custody", "maker"))


def _elsewise(scene: Scene, at: int) -> bool:
    """Whether somebody leaves a hospital or his duties, lets go of a thing, or is captured by a camera."""
    tree = scene.tree
    left, agent = tree.oblique(at, "from"), tree.agent(at)
    healed = left is not None and _is_other(scene, left)
    behind = tree.lower[at : at + NEAR]
    grip = any(pair == ("go", "of") for pair in pairwise(behind))  # "let go of their restraint"
    return healed or grip or (agent is not None and tree.lower[agent] in words("custody", "maker"))


def _is_other(scene: Scene, at: int) -> bool:
    """Whether what somebody is released from is no custody: "hospital", "his contract"."""
    tree, word = scene.tree, scene.tree.lower[at]
    if word in words("custody", "healed"):
        return True
    own = tree.words.upos[at] == "NOUN" and any(True for _ in tree.having(at, "nmod:poss"))
    released = tree.lower[tree.words.heads[at]] in words("custody", "releasing")
    return released and own and not _from_custody(scene, at)


def _by_officers(scene: Scene, at: int) -> bool:
    """Whether officers or armed men do something, or somebody is caught at a place by its name."""
    tree = scene.tree
    agent = tree.agent(at)
    found = tree.phrase(agent) if agent is not None else []
    if agent is None and tree.lower[at] in words("custody", "caught"):
        where = tree.oblique(at, *words("naming", "where"))
        return where is not None and scene.mentions.of(where, "PLACE") is not None
    return any(tree.lower[i] in words("custody", "officers") for i in found)


def _ordered(scene: Scene, at: int) -> int:
    """The order of a court, in place of what it orders: it is done."""
    tree = scene.tree
    verb = tree.words.heads[at]
    if tree.lower[verb] not in words("custody", "order") or tree.relation(at) not in ("ccomp", "xcomp"):
        return at
    if tree.passive(verb) and (tree.passive(at) or tree.lower[at] in words("custody", "being")):
        return verb  # "was ordered to remain in jail", not "was ordered to arrest"
    who = tree.subject(verb)
    by_court = who is not None and tree.lower[who] in words("custody", "court")
    named = who is not None and any(tree.lower[c] in words("custody", "court") for c in tree.children[who])
    return verb if by_court or named else at


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
    below = {tree.lower[i] for i in tree.phrase(at)}
    if tree.oblique(at, "from") is None:  # "guards found that he had escaped through a tunnel"
        first, last = tree.sentence(at)
        below |= set(tree.lower[first:last]) & words("custody", "warders")
    return bool(below & (words("custody", "places") | words("custody", "warders")))


def _told(scene: Scene, at: int) -> bool:
    """Whether an arrest is told of as done: confirmed or condemned, not sought."""
    tree = scene.tree
    head, relation = tree.lower[tree.words.heads[at]], tree.relation(at)
    printed = any(tree.lower[c] in words("custody", "printed") for c in tree.having(at, "compound"))
    if (
        printed  # "his press release"
        or _titled(scene, at)
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
