"""Responsibility: who was behind an event?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sayso.questions.claim import Claim, Subject, denied, exclusive
from sayso.questions.events import event_class, happening, held
from sayso.questions.kind import Kind
from sayso.questions.making import make, spoken_by
from sayso.questions.parties import party, same_party
from sayso.questions.scene import Scene
from sayso.questions.sources import canonical
from sayso.questions.vocabulary import lines, words

__all__ = ["KIND"]

DEEDS = ("attack", "destruction", "sinking", "fire")
"""Classes of events whose verbs tell by themselves who did it."""

SUSPECTED = 0.55, 0.8
"""Sherman Kent's "probable": what "suspects" tells."""


def find(scene: Scene) -> Iterator[Claim]:
    """The claims of a report of who did something, claims to have, is blamed or suspected."""
    tree = scene.tree
    for at, word in enumerate(tree.lower):
        found: Claim | None = None
        if word in words("responsibility", "responsibility") and tree.words.upos[at] == "NOUN":
            found = _claimed(scene, at)
        elif word in words("responsibility", "blame") and tree.words.upos[at] == "VERB":
            found = _blamed(scene, at)
        elif word in words("responsibility", "telling"):
            found = _said_of(scene, at)
        elif word in words("responsibility", "nothing"):
            found = _nothing(scene, at)
        elif word in words("responsibility", "behind") or word in words("responsibility", "responsible"):
            found = _behind(scene, at)
        elif word in words("responsibility", "commit") and tree.words.upos[at] == "VERB":
            found = _committed(scene, at)
        elif (event_class(word) or "").startswith(DEEDS) and tree.words.upos[at] == "VERB":
            found = _did(scene, at)
        if found is not None:
            yield found


def actor(scene: Scene, at: int | None) -> str | None:
    """The name of who acts; None for those whom nobody names ("gunmen")."""
    if at is None:
        return None
    tree = scene.tree
    called = any(tree.words.upos[c] == "PROPN" for c in tree.having(at, "compound", "appos", "amod"))
    if tree.lower[at] in words("responsibility", "nobody") and not called:
        return None
    named = scene.named_person(at) or scene.mentions.of(at, "PERSON")
    return named.name if named else party(scene, at)


def _claimed(scene: Scene, at: int) -> Claim | None:
    """Who claims responsibility, or denies it, is the source of that, whoever tells."""
    tree = scene.tree
    verb = tree.words.heads[at]
    word = tree.lower[verb]
    if word not in words("responsibility", "claim") | words("responsibility", "disclaim"):
        return None
    subject = tree.agent(verb)
    if subject is None and (attribution := scene.attribution(at)) is not None and attribution.speaker:
        name: str | None = attribution.speaker
    else:
        name = actor(scene, subject)
    if name is None:
        return None
    disclaims = word in words("responsibility", "disclaim")
    claim = _made(scene, verb, name, happening(scene, at))
    if claim is None or (claim.denial and not disclaims and claim.source != name):
        return None
    value = denied(name) if disclaims else claim.value
    return replace(
        claim, value=value, denial=disclaims, source=name, source_kind="group", authority=canonical(name)
    )


def _blamed(scene: Scene, at: int) -> Claim | None:
    """Who is blamed, accused or suspected; the one who does so is the source."""
    tree = scene.tree
    who = tree.patient(at)
    if tree.lower[at] in words("responsibility", "attribute"):
        who = tree.oblique(at, "to", "on")
    name = actor(scene, who)
    if name is None:
        return None
    blamer = tree.agent(at)
    if blamer is not None and blamer == who:
        blamer = None
    claim = _made(scene, at, name, happening(scene, at))
    if claim is None:
        return None
    if tree.lower[at] in words("responsibility", "suspect"):
        claim = replace(claim, low=SUSPECTED[0], high=SUSPECTED[1], words=(tree.lower[at],))
    return spoken_by(scene, claim, at, blamer)


def _said_of(scene: Scene, at: int) -> Claim | None:
    """What a noun tells of who did it: "the work of", "the hallmarks of", "point the finger at"."""
    tree = scene.tree
    verb = at if any(True for _ in tree.having(at, "cop")) else tree.words.heads[at]
    if tree.lower[at] in words("responsibility", "finger"):
        claim = _maybe(scene, verb, actor(scene, tree.oblique(verb, "at")), at)
        return spoken_by(scene, claim, verb, tree.subject(verb)) if claim else None
    name = actor(scene, tree.oblique(at, "of"))
    if tree.lower[at] in words("responsibility", "work"):
        return _maybe(scene, verb, name, at) if verb == at else None
    claim = _maybe(scene, verb, name, at)
    return replace(claim, low=SUSPECTED[0], high=SUSPECTED[1], words=(tree.lower[at],)) if claim else None


def _nothing(scene: Scene, at: int) -> Claim | None:
    """Who had nothing to do with something."""
    tree = scene.tree
    if words("responsibility", "do").isdisjoint(tree.lower[at + 1 : at + 4]):
        return None
    verb = tree.words.heads[at]
    claim = _maybe(scene, verb, actor(scene, tree.subject(verb)), at)
    return replace(claim, value=denied(claim.value), denial=True) if claim else None


def _behind(scene: Scene, at: int) -> Claim | None:
    """Who is behind something, or responsible for it."""
    tree = scene.tree
    if tree.lower[at] in words("responsibility", "behind"):
        if tree.relation(at) == "case":
            at = tree.words.heads[at]
        if not any(True for _ in tree.having(at, "cop")):
            verb = tree.words.heads[at]
            if tree.lower[verb] not in words("responsibility", "being"):
                return None
            return _maybe(scene, verb, actor(scene, tree.subject(verb)), at)
    return _maybe(scene, at, actor(scene, tree.subject(at)), at)


def _committed(scene: Scene, at: int) -> Claim | None:
    """Who carried out, ordered or staged something."""
    tree = scene.tree
    done = tree.patient(at)
    if done is None or not any(event_class(tree.lower[i]) for i in (done, *tree.having(done, "conj"))):
        return None
    return _maybe(scene, at, actor(scene, tree.agent(at)), at)


def _did(scene: Scene, at: int) -> Claim | None:
    """Who does what is an event by itself: "shot down", "bombed", "killed"."""
    tree = scene.tree
    if tree.patient(at) is None:
        return None
    if any(tree.lower[above] in words("responsibility", "blame") for above in tree.above(at)):
        return None
    agent = tree.agent(at)
    if agent is None or agent == tree.patient(at):
        return None
    if event_class(tree.lower[agent]) and scene.named_person(agent) is None:
        return None
    return _maybe(scene, at, actor(scene, agent), at)


def _maybe(scene: Scene, predicate: int, name: str | None, at: int) -> Claim | None:
    return _made(scene, predicate, name, happening(scene, at)) if name else None


def _made(scene: Scene, at: int, name: str, event: Subject) -> Claim | None:
    return make(scene, "responsibility", event, name, at, opposite=denied(name))


KIND = Kind(
    name="responsibility",
    about="event",
    forms=lines("responsibility_forms"),
    wording="Who was behind the X?",
    example="Who was behind the Karrad bombing?",
    find=find,
    conflict=exclusive(same_party),
    subject=lambda name, text: held(name),
)
