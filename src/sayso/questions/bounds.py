"""Dating an artifact: not before the latest event it refers to, not after it was released.

The first report of an event, or the day that it is told to have happened on, dates the event.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sayso.questions.artifacts import same_artifact
from sayso.questions.claim import Claim, Subject
from sayso.questions.dates import bounds
from sayso.questions.text.events import GENERIC, akin

__all__ = ["Bound", "Dating", "date_artifact", "dated_of", "is_referred_to", "related"]


@dataclass(frozen=True, slots=True)
class Bound:
    """A day, and the claims that are the evidence for it."""

    day: date
    evidence: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Dating:
    """Between which days an artifact was made, as far as is known."""

    not_before: Bound | None = None
    not_after: Bound | None = None


def date_artifact(artifact: Subject, claims: Sequence[Claim]) -> Dating:
    """The bounds for an artifact out of all claims, those that note events among them."""
    own = [c for c in claims if c.kind == "dating" and same_artifact(artifact, c.subject)]
    events = [c for c in claims if c.kind == "event"]
    return Dating(_not_before(own, events), _not_after(own))


def related(artifact: Subject, claims: Sequence[Claim]) -> list[Claim]:
    """The claims that tell of an artifact, and those that note the events it refers to."""
    own = [c for c in claims if c.kind == "dating" and same_artifact(artifact, c.subject)]
    referred = [c.event for c in own if c.event]
    return own + [
        c for c in claims if c.kind == "event" and any(is_referred_to(event, c.subject) for event in referred)
    ]


def _not_before(own: Sequence[Claim], events: Sequence[Claim]) -> Bound | None:
    found = [b for c in own if c.manner == "refers" and c.event and (b := dated_of(c, events))]
    for claim in own:
        told = bounds(claim.value)
        if claim.manner == "made" and told:
            found.append(Bound(told[0], (claim,)))
    return max(found, key=lambda bound: bound.day, default=None)


def _not_after(own: Sequence[Claim]) -> Bound | None:
    found = []
    for claim in own:
        told = bounds(claim.value)
        if claim.manner in ("released", "made") and told:
            found.append(Bound(told[1], (claim,)))
        reported = bounds(claim.report.published)
        if claim.manner != "released" and reported:
            found.append(Bound(reported[1], (claim,)))
    return min(found, key=lambda bound: bound.day, default=None)


def dated_of(reference: Claim, events: Sequence[Claim]) -> Bound | None:
    """The first day that an event which a claim refers to is told for, by the claim itself too."""
    event = reference.event
    if event is None:
        return None
    own = bounds(event.date)
    found = [Bound(own[0], (reference,))] if own else []
    for claim in events:
        day = bounds(claim.value)
        if day and is_referred_to(event, claim.subject) and claim.report.id != reference.report.id:
            found.append(Bound(day[0], (reference, claim)))
    return min(found, key=lambda bound: bound.day, default=None)


def is_referred_to(referred: Subject, noted: Subject) -> bool:
    """Whether an event noted in a report is the one referred to: by its names, and what happened."""
    names = set(referred.places)
    terms, told = (set(event.terms) - {GENERIC} for event in (referred, noted))
    return bool(names) and names <= set(noted.places) and bool(terms and told) and akin(terms, told)
