"""Standing: which claims still hold at a date, and why the others do not.

The rules are those of the contract (Status): a source's later claim replaces its earlier one, what is
withdrawn stands no longer, a change overtakes what was claimed before it, death is final.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, lru_cache, partial
from typing import Literal

from sayso.questions.claim import Claim
from sayso.questions.claim import against as is_against
from sayso.questions.dates import bounds, last
from sayso.questions.kind import Kind
from sayso.questions.latest import Latest
from sayso.questions.same_sources import Key, Sources
from sayso.questions.subjects import same_source
from sayso.questions.text.amounts import parsed

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

Size = tuple[float, bool]
"""How high a number is at least, and whether it cannot be higher than is told."""

NO_TIME = timedelta()

LONG_AGO = timedelta(days=365)
"""How long before it is told a state must have ended that tells nothing of the day: "was held in 2013"."""

LEAST, MOST = (-1.0, False), (math.inf, True)
"""Below all sizes, and above them."""


def standing(kind: Kind, claims: Sequence[Claim]) -> tuple[tuple[Claim, ...], tuple[Apart, ...]]:
    """The claims that stand, and those apart with their reasons.

    ``claims`` are all about one question, from reports published by the day that is judged, in the
    order of the reports.
    """
    kind = replace(kind, conflict=cache(kind.conflict))  # many claims have few values
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
    return _earlier(claim.said, claim.report.published)


@lru_cache(maxsize=2**14)
def _earlier(said: str | None, published: str | None) -> date:
    """The earlier of the last days of two times, as far as they are known."""
    return min((found[1] for found in (bounds(said), bounds(published)) if found), default=date.min)


def _withdrawn(marks: Sequence[Claim]) -> Rule:
    """What its own source, or the outlet that carried it, has withdrawn."""

    def rule(claim: Claim) -> Apart | None:
        for mark in marks:
            if _is_meant(claim.value, mark.value) and _is_before(claim, mark) and _takes_back(mark, claim):
                return Apart(claim, "withdrawn", mark)
        return None

    return rule


def _is_meant(value: str, withdrawn: str) -> bool:
    """Whether a value is what is withdrawn: "at least 12" by "withdrew its figure of 12", too."""
    one, other = parsed(value), parsed(withdrawn)
    return value == withdrawn or (one is not None and other is not None and one.low == other.low)


def _is_before(claim: Claim, mark: Claim) -> bool:
    """Whether a claim is not of the sentences that take it back, nor told behind them."""
    return claim.report.id != mark.report.id or claim.span[-1][1] <= mark.span[0][0]


def _takes_back(mark: Claim, claim: Claim) -> bool:
    """Whether it is its own source, or its outlet, that takes a claim back, and not before it was told.

    Somebody without a name is told by what he said: "the official who said so withdrew it".
    """
    if last(claim.report.published) > last(mark.report.published):
        return False
    outlet = claim.report.outlet or ""
    through = {outlet.lower(), *(link.name.lower() for link in claim.via)} - {""}
    carried = not through.isdisjoint((mark.authority, mark.source.lower()))
    return carried or same_source(mark, claim) or mark.source.lower() == claim.source.lower()


def _replaced(kind: Kind, claims: Sequence[Claim]) -> Rule:
    """What its source has replaced by a later claim; of a growing number, the higher of a day."""
    of_source = Sources(claims)

    @cache
    def said(source: Key) -> Latest:
        return Latest([(_told(kind, c, LEAST), c) for c in of_source.said_by(source)])

    @cache
    def others(source: Key, value: str) -> Latest:
        """The claims of a source that another of its claims, of this value, can give way to."""
        return Latest([(at, c) for at, c in said(source).timed if _answers(kind, value, c.value)])

    def rule(claim: Claim) -> Apart | None:
        source, reached = of_source.key(claim), _told(kind, claim, MOST)
        later = said(source).first_after(reached)
        if later is not None and not _answers(kind, claim.value, later.value):
            later = others(source, claim.value).first_after(reached)
        return Apart(claim, "replaced", later) if later else None

    return rule


def _answers(kind: Kind, value: str, later: str) -> bool:
    """Whether a source's later claim takes the place of its earlier one: any other value does."""
    return value != later and (kind.grows or kind.changes or kind.conflict(value, later))


def _reached(kind: Kind, claim: Claim, unknown: Size) -> tuple[date, Size]:
    """When a claim was made, and of a growing number how high it is."""
    return when(claim), _size(claim.value, unknown) if kind.grows else unknown


def _told(kind: Kind, claim: Claim, unknown: Size) -> tuple[date, date, Size]:
    """The same, of claims of one day by the day of their reports; numbers of a day go by size alone."""
    day, size = _reached(kind, claim, unknown)
    return day, date.min if kind.grows else last(claim.report.published), size


@lru_cache(maxsize=2**12)
def _size(value: str, unknown: Size) -> Size:
    """The size of a value, ``unknown`` for what is no number."""
    found = parsed(value)
    return (found.low, found.high is not None) if found else unknown


def _overtaken(kind: Kind, claims: Sequence[Claim]) -> Rule:
    """What a change has overtaken; or what was so before a final value came."""
    overtaking = _changes(kind, [c for c in claims if c.change] if kind.changes else [])
    ends = [c for c in claims if c.value == kind.final]
    end = Ends.of(ends) if ends else None

    def rule(claim: Claim) -> Apart | None:
        change = overtaking(claim)
        if change is None and kind.changes and not kind.grows and _has_ended(claim):
            return Apart(claim, "earlier")
        if change is not None:
            return Apart(claim, "earlier", change)
        if end is not None and claim.value != kind.final and end.come_after(claim):
            return Apart(claim, "earlier", end.first)
        return None

    return rule


def _changes(kind: Kind, changes: Sequence[Claim]) -> Callable[[Claim], Claim | None]:
    """What of these changes has overtaken a claim, if any has."""
    if not changes:
        return lambda claim: None
    if kind.grows:
        return _risen(kind, changes)
    timed = [(_came(c), c) for c in changes]

    @cache
    def against(value: str) -> Latest:
        return Latest([(at, c) for at, c in timed if kind.conflict(value, c.value) or _settles(value, c)])

    return lambda claim: against(claim.value).first_after(_since(claim))


def _settles(value: str, change: Claim) -> bool:
    """Whether a change that names a value overtakes what was only claimed against another: "not Mora"."""
    return is_against(value) is not None and is_against(change.value) is None


def _risen(kind: Kind, changes: Sequence[Claim]) -> Callable[[Claim], Claim | None]:
    """The same where numbers grow: a change that is told later, and is higher."""
    reached = [(*_reached(kind, c, LEAST), c) for c in changes]

    @cache
    def against(value: str) -> tuple[Latest, Latest]:
        """By day, and by size."""
        found = [one for one in reached if kind.conflict(value, one[2].value)]
        return Latest([(day, c) for day, _, c in found]), Latest([(size, c) for _, size, c in found])

    def overtaking(claim: Claim) -> Claim | None:
        day, size = _reached(kind, claim, MOST)
        later, higher = against(claim.value)
        rest = later.timed[max(later.place_after(day), higher.place_after(size)) :]
        return next((c for at, c in rest if at > day and _size(c.value, LEAST) > size), None)

    return overtaking


def _came(change: Claim) -> tuple[date, date]:
    """What sorts changes: when each came about, then when it was told."""
    return _time(change), when(change)


def _since(claim: Claim) -> tuple[date, date]:
    """The same for a claim that a change may overtake.

    A state is claimed for the day when it is said, unless it is told until when it was so; on the day of
    the change itself it is earlier only if it was said before the change was told.
    """
    until = (claim.about or "").startswith("../")
    return _time(claim) if claim.change or until else when(claim), when(claim)


def _has_ended(claim: Claim) -> bool:
    """Whether a claim is of a state that ended before it is told, or of a time long before."""
    told = bounds(claim.about)
    if claim.change or told is None:
        return False
    until = (claim.about or "").startswith("../")
    return when(claim) - told[1] > (NO_TIME if until else LONG_AGO)


def _time(claim: Claim) -> date:
    """When what is claimed came about: the day it is about, else when it was said."""
    told = bounds(claim.about)
    return min(told[1], when(claim)) if told else when(claim)


def _from(claim: Claim) -> date:
    told = bounds(claim.about)
    if told is None:
        return when(claim)
    return told[0] if told[0] > date.min else min(told[1], when(claim))  # "before dawn on Friday"


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
