"""Standing: which claims still hold at a date, and why the others do not.

The rules are those of the contract (Status): a source's later claim replaces its earlier one, what is
withdrawn stands no longer, a change overtakes what was claimed before it, death is final.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from sayso.questions.amounts import parsed
from sayso.questions.claim import Claim
from sayso.questions.dates import bounds, first, last
from sayso.questions.kind import Kind
from sayso.questions.subjects import same_source

__all__ = ["Apart", "Reason", "standing", "when"]

Reason = Literal["withdrawn", "replaced", "earlier"]


@dataclass(frozen=True, slots=True)
class Apart:
    """A claim that no longer stands: why, and the claim by which it fell."""

    claim: Claim
    reason: Reason
    by: Claim


def standing(kind: Kind, claims: Sequence[Claim]) -> tuple[tuple[Claim, ...], tuple[Apart, ...]]:
    """The claims that stand, and those apart with their reasons.

    ``claims`` are all about one question, from reports published by the day that is judged, in the
    order of the reports.
    """
    marks = [c for c in claims if c.withdraws]
    left = [c for c in claims if not c.withdraws]
    apart: list[Apart] = []
    for rule in (_withdrawn(marks), _replaced(kind), _overtaken(kind)):
        kept: list[Claim] = []
        for at, claim in enumerate(left):
            fell = rule(claim, left[:at] + left[at + 1 :])
            if fell is None:
                kept.append(claim)
            else:
                apart.append(fell)
        left = kept
    return tuple(left), tuple(apart)


def when(claim: Claim) -> date:
    """When a claim was made: the first day it can have been said, else its report's."""
    said, published = bounds(claim.said), bounds(claim.report.published)
    if said and published:
        return min(said[1], published[1])
    found = said or published
    return found[1] if found else date.min


def _withdrawn(marks: Sequence[Claim]):  # type: ignore[no-untyped-def]
    """What its own source, or the outlet that carried it, has withdrawn."""

    def rule(claim: Claim, others: Sequence[Claim]) -> Apart | None:
        for mark in marks:
            own = same_source(mark, claim)
            outlet = claim.report.outlet or ""
            carried = outlet.lower() in (mark.authority, mark.source.lower()) and bool(outlet)
            earlier = last(claim.report.published) <= last(mark.report.published)
            other = claim.report.id != mark.report.id
            if (own or carried) and earlier and other and claim.value == mark.value:
                return Apart(claim, "withdrawn", mark)
        return None

    return rule


def _replaced(kind: Kind):  # type: ignore[no-untyped-def]
    """What its source has replaced by a later claim; of a growing number, the higher of a day."""

    def rule(claim: Claim, others: Sequence[Claim]) -> Apart | None:
        for later in others:
            if later.value == claim.value or not same_source(claim, later):
                continue
            if not _answers(kind, claim, later):
                continue
            if when(later) > when(claim) or (kind.grows and _higher(later, claim)):
                return Apart(claim, "replaced", later)
        return None

    return rule


def _answers(kind: Kind, claim: Claim, later: Claim) -> bool:
    """Whether a source's later claim takes the place of its earlier one: any other value does."""
    return kind.grows or kind.conflict(claim.value, later.value) or kind.changes


def _higher(later: Claim, claim: Claim) -> bool:
    one, other = parsed(later.value), parsed(claim.value)
    if one is None or other is None or when(later) < when(claim):
        return False
    return one.low > other.low or (one.low == other.low and one.high is not None and other.high is None)


def _overtaken(kind: Kind):  # type: ignore[no-untyped-def]
    """What a change has overtaken; or what was so before a final value came."""

    def rule(claim: Claim, others: Sequence[Claim]) -> Apart | None:
        for other in others:
            if not kind.conflict(claim.value, other.value):
                continue
            if kind.changes and other.change and _before(kind, claim, other):
                return Apart(claim, "earlier", other)
        if kind.final is not None and claim.value != kind.final:
            ends = [o for o in others if o.value == kind.final]
            if ends and _before_all(claim, ends):
                return Apart(claim, "earlier", min(ends, key=_from))
        return None

    return rule


def _before(kind: Kind, claim: Claim, change: Claim) -> bool:
    """Whether a claim is about a time before a change.

    A state is claimed for the day when it is said; on the day of the change itself it is earlier only
    if it was said before the change was told.
    """
    if kind.grows:
        return when(claim) < when(change) and _higher(change, claim)
    mine = _time(claim) if claim.change else when(claim)
    theirs = _time(change)
    return mine < theirs or (mine == theirs and when(claim) < when(change))


def _time(claim: Claim) -> date:
    """When what is claimed came about: the day it is about, else when it was said."""
    told = bounds(claim.about)
    return min(told[1], when(claim)) if told else when(claim)


def _from(claim: Claim) -> date:
    return first(claim.about) if claim.about and bounds(claim.about) else when(claim)


def _before_all(claim: Claim, ends: Sequence[Claim]) -> bool:
    """Whether a claim is about a day before all deaths, or before one whose day is told."""
    told = bounds(claim.about)
    mine = min(told[1], when(claim)) if told else when(claim)
    if told and told[1] > when(claim):
        mine = max(told[0], when(claim)) if told[0] > when(claim) else when(claim)
    dated = [e for e in ends if bounds(e.about)]
    if any(mine < _from(e) for e in dated):
        return True
    return all(mine < _from(e) for e in ends) and mine + timedelta(days=1) <= min(_from(e) for e in ends)
