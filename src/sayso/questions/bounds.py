"""Dating an artifact: not before the latest event it refers to, not after it was released.

The first report of an event, or the day that it is told to have happened on, dates the event.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from sayso.questions.artifacts import same_artifact
from sayso.questions.claim import Claim, Subject
from sayso.questions.dates import bounds
from sayso.questions.text.events import GENERIC
from sayso.questions.text.same_events import akin
from sayso.questions.vocabulary import lines

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
    events += [replace(c, subject=c.event, value=c.event.date) for c in own if c.event and c.event.date]
    latest = _not_after(own)
    return Dating(_not_before(own, events, latest), latest)


def related(artifact: Subject, claims: Sequence[Claim]) -> list[Claim]:
    """The claims that tell of an artifact, and those that note the events it refers to."""
    own = [c for c in claims if c.kind == "dating" and same_artifact(artifact, c.subject)]
    referred = [c.event for c in own if c.event]
    return own + [
        c for c in claims if c.kind == "event" and any(is_referred_to(event, c.subject) for event in referred)
    ]


def _not_before(own: Sequence[Claim], events: Sequence[Claim], latest: Bound | None) -> Bound | None:
    """The last event that is referred to; when one first told of after the ``latest`` was is not known."""
    found = [b for c in own if c.manner == "refers" and c.event and (b := dated_of(c, events))]
    for claim in own:
        told = bounds(claim.value)
        if claim.manner == "made" and told:
            found.append(Bound(told[0], (claim,)))
    known = [bound for bound in found if latest is None or bound.day <= latest.day]
    return max(known, key=lambda bound: bound.day, default=None)


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
    """The day that a claim tells of the event which it refers to, or else the first that others do."""
    event = reference.event
    if event is None:
        return None
    if own := bounds(event.date):
        return Bound(own[0], (reference,))
    found = []
    for claim in events:
        day = bounds(claim.value)
        if day and is_referred_to(event, claim.subject) and claim.report.id != reference.report.id:
            found.append(Bound(day[0], (reference, claim)))
    return min(found, key=lambda bound: bound.day, default=None)


def is_referred_to(referred: Subject, noted: Subject) -> bool:
    """Whether an event noted in a report is the one referred to: by its names, and what happened."""
    names = set(referred.places)
    terms, told = (set(event.terms) - {GENERIC} for event in (referred, noted))
    alike = akin(terms, told) or any(terms & group and told & group for group in _alike())
    return bool(names) and names <= set(noted.places) and bool(terms and told) and alike


@cache
def _alike() -> tuple[frozenset[str], ...]:
    """The classes of events that may be one and the same."""
    return tuple(frozenset(line.split()) for line in lines("events_alike"))
