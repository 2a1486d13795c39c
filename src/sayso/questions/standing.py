"""Standing: which claims still hold at a date, and why the others do not.

The rules are those of the contract (Status): a source's later claim replaces its earlier one, what is
withdrawn stands no longer, a change overtakes what was claimed before it, death is final.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from typing import Literal

from sayso.questions.amounts import parsed
from sayso.questions.claim import Claim
from sayso.questions.dates import bounds, first, last
from sayso.questions.kind import Kind
from sayso.questions.latest import Latest
from sayso.questions.same_sources import Key, Sources
from sayso.questions.subjects import same_source

__all__ = ["Apart", "Reason", "standing", "when"]

Reason = Literal["withdrawn", "replaced", "earlier", "rejected", "unreliable"]
"""The last two are an analyst's: the claim was read wrongly, or it or its source is not to be relied on."""


@dataclass(frozen=True, slots=True)
class Apart:
    """A claim that does not stand: why, and the claim by which it fell, if it is one."""

    claim: Claim
    reason: Reason
    by: Claim | None = None


Rule = Callable[[Claim], Apart | None]
"""Why a claim does not stand, if so."""


def standing(kind: Kind, claims: Sequence[Claim]) -> tuple[tuple[Claim, ...], tuple[Apart, ...]]:
    """The claims that stand, and those apart with their reasons.

    ``claims`` are all about one question, from reports published by the day that is judged, in the
    order of the reports.
    """
    marks = [c for c in claims if c.withdraws]
    left = [c for c in claims if not c.withdraws]
    apart: list[Apart] = []
    rules: tuple[Callable[[Sequence[Claim]], Rule], ...] = (
        lambda _: _withdrawn(marks),
        partial(_replaced, kind),
        partial(_overtaken, kind),
    )
    for rule in rules:
        test = rule(left)
        fell = [(claim, test(claim)) for claim in left]
        apart += [why for _, why in fell if why is not None]
        left = [claim for claim, why in fell if why is None]
    return tuple(left), tuple(apart)


def when(claim: Claim) -> date:
    """When a claim was made: the first day it can have been said, else its report's."""
    said, published = bounds(claim.said), bounds(claim.report.published)
    if said and published:
        return min(said[1], published[1])
    found = said or published
    return found[1] if found else date.min


def _withdrawn(marks: Sequence[Claim]) -> Rule:
    """What its own source, or the outlet that carried it, has withdrawn."""

    def rule(claim: Claim) -> Apart | None:
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


def _replaced(kind: Kind, claims: Sequence[Claim]) -> Rule:
    """What its source has replaced by a later claim; of a growing number, the higher of a day."""
    of_source = Sources(claims)
    grown = {c.value for c in claims if parsed(c.value)} if kind.grows else set()

    @cache
    def others(source: Key, value: str) -> Latest:
        """The claims of a source that another of its claims, of this value, can give way to."""
        found = [c for c in of_source.said_by(source) if c.value != value]
        return Latest([c for c in found if _answers(kind, value, c.value)], when)

    def rule(claim: Claim) -> Apart | None:
        rivals = others(of_source.key(claim), claim.value)
        if claim.value in grown:
            later = next((c for c in rivals.claims if when(c) > when(claim) or _higher(c, claim)), None)
        else:
            later = rivals.first_after(when(claim))
        return Apart(claim, "replaced", later) if later else None

    return rule


def _answers(kind: Kind, value: str, later: str) -> bool:
    """Whether a source's later claim takes the place of its earlier one: any other value does."""
    return kind.grows or kind.changes or kind.conflict(value, later)


def _higher(later: Claim, claim: Claim) -> bool:
    one, other = parsed(later.value), parsed(claim.value)
    if one is None or other is None or when(later) < when(claim):
        return False
    return one.low > other.low or (one.low == other.low and one.high is not None and other.high is None)


def _overtaken(kind: Kind, claims: Sequence[Claim]) -> Rule:
    """What a change has overtaken; or what was so before a final value came."""
    changes = [c for c in claims if c.change] if kind.changes else []
    ends = [c for c in claims if c.value == kind.final]
    end = Ends.of(ends) if ends else None

    @cache
    def against(value: str) -> Latest:
        return Latest([c for c in changes if kind.conflict(value, c.value)], _came)

    def rule(claim: Claim) -> Apart | None:
        rivals = against(claim.value)
        if kind.grows:
            change = next((c for c in rivals.claims if when(claim) < when(c) and _higher(c, claim)), None)
        else:
            change = rivals.first_after(_since(claim))
        if change is not None:
            return Apart(claim, "earlier", change)
        if end is not None and claim.value != kind.final and end.come_after(claim):
            return Apart(claim, "earlier", end.first)
        return None

    return rule


def _came(change: Claim) -> tuple[date, date]:
    """What sorts changes: when each came about, then when it was told."""
    return _time(change), when(change)


def _since(claim: Claim) -> tuple[date, date]:
    """The same for a claim that a change may overtake.

    A state is claimed for the day when it is said; on the day of the change itself it is earlier only
    if it was said before the change was told.
    """
    return _time(claim) if claim.change else when(claim), when(claim)


def _time(claim: Claim) -> date:
    """When what is claimed came about: the day it is about, else when it was said."""
    told = bounds(claim.about)
    return min(told[1], when(claim)) if told else when(claim)


def _from(claim: Claim) -> date:
    return first(claim.about) if claim.about and bounds(claim.about) else when(claim)


@dataclass(frozen=True, slots=True)
class Ends:
    """The claims of a final value: the first, the first day, and the last of those that tell a day."""

    first: Claim
    day: date
    last_told: date

    @classmethod
    def of(cls, claims: Sequence[Claim]) -> Ends:
        """What there is to know of these claims."""
        told = [_from(c) for c in claims if bounds(c.about)]
        first = min(claims, key=_from)
        return cls(first, _from(first), max(told, default=date.min))

    def come_after(self, claim: Claim) -> bool:
        """Whether a claim is about a day before all deaths, or before one whose day is told."""
        told = bounds(claim.about)
        mine = min(told[1], when(claim)) if told else when(claim)
        if told and told[1] > when(claim):
            mine = max(told[0], when(claim)) if told[0] > when(claim) else when(claim)
        return mine < max(self.day, self.last_told)
