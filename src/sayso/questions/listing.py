"""What a set of claims can answer, most disputed first; and how an answer changed over time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.ledger import Stage
from sayso.questions.answer import Answer, answer
from sayso.questions.bounds import related
from sayso.questions.candidates import candidates, is_listed
from sayso.questions.claim import Claim, Question
from sayso.questions.kind import kinds
from sayso.questions.stages import stages
from sayso.questions.subjects import matching

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
    until: str | None = None,
    days: Sequence[str] | None = None,
) -> tuple[Change, ...]:
    """The days on which the status or the positions of an answer changed, in order, with the answers.

    ``until`` (ISO day) ends it. ``days`` are those on which the answer changed, if they are known: to look
    at each day on which something was reported takes long where there are many.
    """
    dating = question.kind == "dating"
    about = related(question.subject, claims) if dating else matching(question, claims)
    if days is None:
        days = sorted({day for c in about if (day := (c.report.published or "")[:10])})
    found: list[Change] = []
    counted = _kept(claims, about)
    for day in (one for one in days if one <= (until or "9999")):
        now = answer(question, counted, day, groups)
        last = found[-1].answer if found else None
        if last is None or _looks(now) != _looks(last):
            found.append(Change(day, now))
    return tuple(found)


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


def _kept(claims: Sequence[Claim], about: Sequence[Claim]) -> Sequence[Claim]:
    """What an answer needs: the claims about the question, and what dates recordings that speak."""
    if not any(claim.manner == "speaks" for claim in about):
        return about
    return [*about, *(claim for claim in claims if claim.kind in ("dating", "event"))]


def _looks(found: Answer) -> tuple[str, ...]:
    days = (found.dating.not_before, found.dating.not_after) if found.dating else ()
    return (found.status, *sorted(p.value for p in found.positions), *(str(d.day) if d else "" for d in days))


def _order(stage: Stage) -> tuple[int, int, int, str]:
    return stage.urgency, stage.weaker, stage.claims, stage.changed
