"""Lives and deaths told by other means than a verb of dying: a list of the dead, the only survivor."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.questions.claim import Claim, Subject
from sayso.questions.people.kin import by_kin
from sayso.questions.people.named_dead import dead_by_name, said_to_be
from sayso.questions.people.nearest import who_before
from sayso.questions.people.victims import meant
from sayso.questions.text.making import make
from sayso.questions.text.scene import Scene
from sayso.questions.vocabulary import words

__all__ = ["fatally_hurt", "gone", "identified", "lost_kin", "only_survivors"]

ALIVE, DEAD = "alive", "dead"

_COUNTED = ("nmod:poss", "nummod")
"""Relations of what stands before kin: "her son", "two sons"."""

_OWNING = ("'s", "’s", "'", "’")


def identified(scene: Scene) -> Iterator[Claim]:
    """The dead by name: "the victims were identified as Ann Roe and Bo Li", "among the dead was Ann Roe"."""
    for name in dead_by_name(scene):
        known = scene.tree.words.upos[name] == "PROPN" or scene.mentions.of(name, "PERSON") is not None
        subject = meant(scene, name) if known else None
        if subject is not None:
            yield from _dead(scene, subject, name)


def fatally_hurt(scene: Scene) -> Iterator[Claim]:
    """Those whom something kills by how it was done: "was fatally shot"."""
    tree = scene.tree
    for at, word in enumerate(tree.lower):
        verb = tree.words.heads[at]
        if word in words("life", "fatally") and tree.relation(at) == "advmod":
            who, near = tree.patient(verb), who_before(scene, verb, "patient")
            subject = scene.person(who) if who is not None else None
            subject = scene.subject(near) if near is not None else subject
            if subject is not None:
                yield from _dead(scene, subject, verb)


def only_survivors(scene: Scene) -> Iterator[Claim]:
    """The only survivor of an accident, by name: "the sole survivor was Ann Roe"."""
    tree = scene.tree
    for at, word in enumerate(tree.lower):
        only = {tree.lower[c] for c in tree.having(at, "amod")} & words("life", "only")
        if word not in words("life", "survivor") or not (only or word in words("life", "survivors")):
            continue
        apposed = tree.words.heads[at] if tree.relation(at) == "appos" else None
        who = tree.subject(at) if any(True for _ in tree.having(at, "cop")) else apposed
        for name in [who] if who is not None else said_to_be(scene, at):
            subject = scene.person(name)
            claim = make(scene, "life", subject, ALIVE, at, opposite=DEAD) if subject else None
            if claim is not None:
                yield claim


def lost_kin(scene: Scene) -> Iterator[Claim]:
    """Those whom their kin lost, by name: "lost her daughter Ann Roe in the shooting"."""
    losing = words("life", "losing_kin")
    for at, word in enumerate(scene.tree.lower):
        if word in losing and (whom := _lost(scene, at)) is not None:
            known = list(scene.joined(_by_name(scene, whom)))
            for subject in filter(None, map(scene.person, known) if known else [by_kin(scene, whom)]):
                yield from _dead(scene, subject, at)


def _lost(scene: Scene, at: int) -> int | None:
    """The word for the kin whom a verb of losing takes, where they are lost by death."""
    tree = scene.tree
    whom = next((c for c in tree.having(at, "obj") if tree.lower[c] in words("life", "kin")), None)
    if whom is None or tree.words.upos[at] != "VERB" or not any(True for _ in tree.having(whom, *_COUNTED)):
        return None
    if any(c > whom and tree.words.upos[c] == "NOUN" for c in tree.having(at, "obj")):
        return None  # "lost his son Ben's respect"
    alive = not words("life", "not_dead").isdisjoint(tree.lower[i] for i in tree.phrase(at))
    return None if alive else whom


def _by_name(scene: Scene, noun: int) -> int | None:
    """The name that is joined to a noun for somebody."""
    beside = (c for c in scene.tree.having(noun, "appos", "flat", "nmod", "compound") if c > noun)
    named = (noun, *beside, *(c + 1 for c in (noun,) if c + 1 < len(scene.tree.words)))
    for at in named:
        mention = scene.mentions.covering(at)
        end = scene.tree.at(mention.end) if mention is not None else at
        owning = scene.tree.lower[end : end + 1]
        if scene.mentions.of(at, "PERSON") is not None and not set(owning) & set(_OWNING):
            return at
    return None


def gone(scene: Scene) -> Iterator[Claim]:
    """Those of whom it is said that they are "no longer with us"."""
    tree, longer = scene.tree, words("life", "longer")
    for at in (at for at, word in enumerate(tree.lower[:-2]) if word in longer):
        here = tree.lower[at + 1] in words("life", "with_us") and tree.lower[at + 2] in words("life", "us")
        who = _before_was(scene, at - 2) if here and tree.lower[at - 1] in words("life", "no") else None
        if who is not None and (subject := scene.person(who)) is not None:
            yield from _dead(scene, subject, at + 2, presupposed=True)  # "no" is part of the phrase


def _before_was(scene: Scene, at: int) -> int | None:
    """The subject of "is" or "was", or the word right before it where the parse gives it none."""
    tree = scene.tree
    if at < 1 or tree.lower[at] not in words("life", "was"):
        return None
    above = tree.words.heads[at]
    subject = tree.subject(above) if any(True for _ in tree.having(above, "nsubj")) else None
    near = at - 1 if tree.words.upos[at - 1] in ("PRON", "PROPN", "NOUN") else None
    return subject if subject is not None and subject < at else near


def _dead(scene: Scene, subject: Subject, at: int, *, presupposed: bool = False) -> Iterator[Claim]:
    """The claim of a word that somebody is dead."""
    claim = make(scene, "life", subject, DEAD, at, opposite=ALIVE, change=True, presupposed=presupposed)
    if claim is not None:
        yield claim
