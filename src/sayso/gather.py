"""Which claims of a ledger bear on a question."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from sayso.ledger import Kept, Ledger
from sayso.questions import Claim, Question
from sayso.questions.answer import Aside
from sayso.questions.bearing import NOTHING, Further, bears, further, single_names
from sayso.questions.kept import claim, descriptions, look_ups, names
from sayso.questions.kind import kind
from sayso.questions.subjects import further_names

__all__ = ["Fetch", "Found", "Told", "claims_about", "find", "look_up", "told"]

UNRELIABLE = {"E", "5"}
"""Grades of a source (unreliable) and of a claim (improbable) by which claims do not count."""


@dataclass(frozen=True, slots=True)
class Told:
    """A claim of a ledger: ``origin`` is its report's first near-copy, ``aside`` why it does not count."""

    claim: Claim
    origin: str | None
    aside: Literal["rejected", "unreliable"] | None


Fetch = Callable[[Iterable[str], Sequence[str], bool], list[Told]]
"""Gives the claims of some kinds that share a word with names, or every word, those rejected too."""


@dataclass(frozen=True, slots=True)
class Found:
    """The claims that may bear on something.

    ``groups`` maps their reports to the first near-copy; ``aside`` are claims that do not count,
    ``names`` what all were looked up by, ``rests_on`` what else the answer rests on.
    """

    claims: tuple[Claim, ...]
    groups: Mapping[str, str]
    aside: tuple[Aside, ...]
    names: frozenset[str]
    rests_on: Further


def claims_about(ledger: Ledger, question: Question) -> Found:
    """The claims that may answer a question, and those about the events that they refer to."""

    def fetch(about: Iterable[str], kinds: Sequence[str], every: bool) -> list[Told]:
        return [told(one) for one in ledger.each_claim(about, kinds, rejected=True, every=every)]

    return find(question, fetch)


def look_up(question: Question) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    """What the claims about a question's subject are fetched by, before more is known: see ``Fetch``."""
    return _ordered(look_ups(question)), (question.kind,), kind(question.kind).about == "event"


def find(question: Question, fetch: Fetch) -> Found:
    """The same, from wherever claims are fetched."""
    asked: set[str] = set()
    found: dict[str | None, Told] = {}
    once = cache(fetch)

    def look(rests_on: Further, more: Iterable[str], *kinds: str, every: bool = False) -> list[Claim]:
        new = _ordered(more)
        asked.update(new)
        fetched = once(new, kinds, every) if new else []
        found.update((one.claim.id, one) for one in _bearing(question, fetched, rests_on))
        return [one.claim for one in found.values() if one.aside is None]

    names_asked, kinds, every = look_up(question)
    claims = look(NOTHING, names_asked, *kinds, every=every)
    if more := further_names(question, claims):
        claims = look(NOTHING, descriptions(more), question.kind)
    rests_on = further(question, claims)
    if rests_on.artifacts:
        claims = look(rests_on, (n for one in rests_on.artifacts for n in names(one)), "dating")
        rests_on = further(question, claims)
        for happened in rests_on.events:
            look(rests_on, names(happened), "event", every=True)
    ordered = sorted(found.values(), key=_place)
    return Found(
        tuple(one.claim for one in ordered if one.aside is None),
        {one.claim.report.id: one.origin for one in ordered if one.origin},
        tuple(Aside(one.claim, one.aside) for one in ordered if one.aside is not None),
        frozenset(asked),
        rests_on,
    )


def told(kept: Kept) -> Told:
    """The claim that the ledger kept, and whether it counts.

    It does not where an analyst rejected it, or graded it or its source as unreliable.
    """
    if kept.rejected:
        return Told(claim(kept), kept.origin, "rejected")
    unreliable = kept.grade in UNRELIABLE or kept.source_grade in UNRELIABLE
    return Told(claim(kept), kept.origin, "unreliable" if unreliable else None)


def _ordered(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(names)))


def _bearing(question: Question, fetched: Sequence[Told], rests_on: Further) -> Iterator[Told]:
    """Those that bear on the question."""
    single = single_names({one.claim.subject.name for one in fetched})
    return (one for one in fetched if bears(question, one.claim.kind, one.claim.subject, rests_on, single))


def _place(one: Told) -> tuple[bool, str, int]:
    """What sorts claims as the ledger has them: by report and number, those of analysts last."""
    report, _, number = (one.claim.id or "").rpartition(":")
    return report == "log", report, int(number.removeprefix("c"))
