"""What a set of claims can answer, most disputed first; and how an answer changed over time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.ledger import Stage
from sayso.questions.answer import Answer, answer
from sayso.questions.candidates import candidates, is_listed
from sayso.questions.claim import Claim, Question
from sayso.questions.kind import kinds
from sayso.questions.stages import bearing_on, stages

__all__ = ["Change", "Listed", "listed", "nearest", "questions", "timeline"]


@dataclass(frozen=True, slots=True)
class Change:
    """A day on which an answer changed, and the answer from then on."""

    day: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Listed:
    """A question that can be answered, and what its answer comes to at a day.

    ``positions`` are as ``questions --json`` has them: ``value``, number of ``origins`` and of
    ``claims``, and ``certainty``; or the bounds of a dating. ``changed`` is the day on which status or
    values last changed; None where no report tells its day.
    """

    question: Question
    as_of: str
    status: str
    positions: tuple[dict[str, Any], ...]
    claims: int
    changed: str | None


def timeline(
    question: Question,
    claims: Sequence[Claim],
    groups: Mapping[str, str] | None = None,
    course: Sequence[Stage] | None = None,
) -> tuple[Change, ...]:
    """The days on which the status or the positions of an answer changed, in order, with the answers.

    ``course`` are the answer's stages, if they are known: to look at each day on which something was
    reported takes long where there are many.
    """
    if course is None:
        course = stages(question, claims, groups)
    days = [stage.day for stage in course if stage.day and stage.day == stage.changed]
    about = bearing_on(question, claims)
    return tuple(Change(day, answer(question, about, day, groups)) for day in days)


def questions(
    claims: Sequence[Claim], as_of: str, groups: Mapping[str, str] | None = None
) -> tuple[Listed, ...]:
    """The questions that claims answer at a date: most disputed first, then the last changed."""
    asked = dict.fromkeys(question for claim in claims for question in candidates(claim))
    found = []
    for question in asked:
        if is_listed(question, lambda _: claims):
            past = [stage for stage in stages(question, claims, groups) if stage.day <= as_of]
            found += [(question, past[-1])] if past and past[-1].urgency >= 0 else []
    found.sort(key=lambda one: one[0].text)
    found.sort(key=lambda one: _order(one[1]), reverse=True)
    return tuple(listed(question, stage, as_of) for question, stage in found)


def listed(question: Question, stage: Stage, as_of: str) -> Listed:
    """A question with what its answer comes to."""
    positions = tuple(stage.positions)
    return Listed(question, as_of, stage.status, positions, stage.claims, stage.changed or None)


def nearest(name: str, claims: Sequence[Claim], most: int = 5) -> tuple[str, ...]:
    """The subjects of claims whose names share a word with a name, the most claimed about first."""
    wanted = set(name.lower().split())
    count: dict[str, int] = defaultdict(int)
    for claim in claims:
        if claim.kind in kinds() and wanted & set(claim.subject.name.lower().split()):
            count[claim.subject.name] += 1
    return tuple(sorted(count, key=lambda found: (-count[found], found))[:most])


def _order(stage: Stage) -> tuple[int, int, int, str]:
    return stage.urgency, stage.weaker, stage.claims, stage.changed
