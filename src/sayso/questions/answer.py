"""Answers: the status of a question at a date, with the steps that lead to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sayso.questions.bounds import Dating, date_artifact, related
from sayso.questions.claim import Claim, Question
from sayso.questions.kind import kind
from sayso.questions.standing import Apart, standing
from sayso.questions.status import Position, Status, positions, status
from sayso.questions.subjects import matching

__all__ = ["Answer", "Aside", "answer"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question looks like at a date.

    ``apart`` are claims that do not stand, each with its reason. ``dating`` are the bounds, of a
    question of dating. ``steps`` tell in words how the answer came about.
    """

    question: Question
    as_of: str
    status: Status
    positions: tuple[Position, ...] = ()
    apart: tuple[Apart, ...] = ()
    dating: Dating | None = None
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Aside:
    """A claim that an analyst set aside."""

    claim: Claim
    reason: Literal["rejected", "unreliable"]


def answer(
    question: Question,
    claims: Sequence[Claim],
    as_of: str,
    groups: Mapping[str, str] | None = None,
    aside: Sequence[Aside] = (),
) -> Answer:
    """The answer at a date (ISO day), from claims of reports published on or before it.

    ``claims`` may be about anything, in any order. ``groups`` maps reports' ids to groups of
    near-copies; a report that is not in it is its own. ``aside`` are further claims, which only stand
    apart.
    """
    known = sorted((c for c in claims if c.day <= as_of[:10]), key=_day)
    set_aside = _set_aside(question, known, aside, as_of)
    if question.kind == "dating":
        return _dating(question, known, as_of, set_aside)
    found = [_at_making(c, known) for c in matching(question, known)]
    of = kind(question.kind)
    stand, fell = standing(of, found)
    apart = (*fell, *set_aside)
    made = positions(of, stand, groups or {})
    steps = _steps(question, as_of, len(known), found, stand, apart, made)
    return Answer(question, as_of, status(of, made), made, apart, None, steps)


def _day(claim: Claim) -> str:
    return claim.day


def _set_aside(
    question: Question, known: Sequence[Claim], aside: Sequence[Aside], as_of: str
) -> tuple[Apart, ...]:
    """What was set aside of the claims about a question."""
    late = [one for one in aside if one.claim.day <= as_of[:10]]
    if not late:
        return ()
    every = [*known, *(one.claim for one in late)]
    about = related(question.subject, every) if question.kind == "dating" else matching(question, every)
    told = {id(claim) for claim in about}
    return tuple(Apart(one.claim, one.reason) for one in late if id(one.claim) in told)


def _at_making(claim: Claim, known: Sequence[Claim]) -> Claim:
    """The claim of a recording, about the time when it was made, as far as that is known."""
    if claim.manner != "speaks" or claim.event is None:
        return claim
    found = date_artifact(claim.event, known)
    if found.not_before is None:
        return claim
    end = found.not_after.day if found.not_after else claim.said
    return replace(claim, about=f"{found.not_before.day}/{end}")


def _dating(question: Question, known: Sequence[Claim], as_of: str, apart: tuple[Apart, ...]) -> Answer:
    found = date_artifact(question.subject, known)
    dated = found.not_before is not None or found.not_after is not None
    steps = [f"{len(known)} claims from reports published by {as_of}"]
    for name, bound in (("not before", found.not_before), ("not after", found.not_after)):
        if bound:
            told = "; ".join(f"{c.report.outlet or c.report.id}: {c.content}" for c in bound.evidence)
            steps.append(f"{name} {bound.day}: {told}")
    steps += map(_fell, apart)
    status: Status = "dated" if dated else "undated"
    return Answer(question, as_of, status, apart=apart, dating=found, steps=tuple(steps))


def _steps(
    question: Question,
    as_of: str,
    known: int,
    found: Sequence[Claim],
    stand: Sequence[Claim],
    apart: Sequence[Apart],
    made: Sequence[Position],
) -> tuple[str, ...]:
    """The way to an answer in words, a step a line."""
    steps = [
        f"{known} claims from reports published by {as_of}",
        f"{len(found)} about {question.subject.name}",
    ]
    steps += map(_fell, apart)
    steps.append(f"{len(stand)} stand")
    for position in made:
        steps.append(
            f"position {position.value}: {len(position.claims)} claims, {len(position.origins)} origins"
        )
        for members, why in position.origins:
            if len(members) > 1:
                told = "; ".join(_short(position.claims[at]) for at in members)
                steps.append(f"one origin ({why}): {told}")
    return tuple(steps)


def _fell(one: Apart) -> str:
    by = f", by {_short(one.by)}" if one.by else ", by an analyst"
    return f"{one.reason}: {_short(one.claim)}{by}"


def _short(claim: Claim) -> str:
    day = claim.said or claim.report.published or "no date"
    return f"{claim.source}, {day}: {claim.value}"
