"""Recordings that speak for their speaker's being alive, and what people show of themselves every day."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.questions.artifacts import artifacts
from sayso.questions.claim import Claim, Subject
from sayso.questions.publishing import told_of
from sayso.questions.references import matters, references
from sayso.questions.text.party_names import canonical
from sayso.questions.text.scene import Scene
from sayso.questions.vocabulary import words

__all__ = ["is_posted", "speaking"]


def speaking(scene: Scene) -> Iterator[Claim]:
    """Claims of recordings that who speaks in them of events was alive when they were made."""
    told: set[str] = set()
    for at, subject in artifacts(scene):
        if subject.terms[0] not in words("artifact_words", "voice") or subject.name in told:
            continue
        if is_posted(scene, at, subject) or not _speaks_of(scene, at, subject):
            continue
        told.add(subject.name)
        first, last = scene.tree.sentence(at)
        span = (scene.tree.words.spans[first][0], scene.tree.words.spans[last - 1][1])
        owner = subject.also[0]
        roles = [scene.subject(n) for n in scene.mentions.names.named if n.name == owner]
        yield Claim(
            kind="life",
            subject=roles[0] if roles else Subject(owner),
            value="alive",
            source=scene.tree.lower[at],
            source_kind="recording",
            authority=canonical(subject.name),
            report=scene.carrier,
            content=scene.reading.slice((span,)),
            span=(span,),
            said=scene.report.published,
            low=0.2,
            high=0.8,
            event=subject,
            manner="speaks",
        )


def _speaks_of(scene: Scene, at: int, subject: Subject) -> bool:
    """Whether somebody speaks in an artifact of an event, or it was released and he speaks of others.

    What has no names but the speaker's cannot be known.
    """
    if any(set(one.event.places) - set(subject.places) for one in references(scene, at)):
        return True
    released = any(one.manner == "released" for one in told_of(scene, at, subject.terms[0]))
    return released and any(name != subject.also[0] for name in matters(scene, at))


def is_posted(scene: Scene, at: int, subject: Subject) -> bool:
    """Whether somebody shows or says something on a platform by himself, as people do every day."""
    tree = scene.tree
    first, last = tree.sentence(at)
    if words("artifact_words", "platform").isdisjoint(tree.lower[first:last]):
        return False
    verb = tree.words.heads[at]
    who = tree.subject(verb) if tree.words.upos[verb] == "VERB" and not tree.passive(verb) else None
    named = scene.named_person(who) if who is not None else None
    return named is not None and (named.name in subject.also or _on_platform(scene, at))


def _on_platform(scene: Scene, at: int) -> bool:
    """Whether a platform stands right beside an artifact: "in an Instagram video"."""
    beside = scene.tree.having(at, "compound", "amod", "nmod")
    return any(scene.tree.lower[c] in words("artifact_words", "platform") for c in beside)
