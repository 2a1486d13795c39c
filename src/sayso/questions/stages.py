"""What the answer to a question came to from day to day, as the ledger keeps it to list questions by."""

from __future__ import annotations

import math
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sayso.ledger import Stage
from sayso.questions.answer import Answer, answer
from sayso.questions.bearing import bears, further, single_names
from sayso.questions.claim import Claim, Question
from sayso.questions.kind import kind
from sayso.questions.status import Position, Status
from sayso.questions.subjects import matching

__all__ = ["Course", "bearing_on", "stages", "stages_in_time"]

URGENCY: dict[Status, int] = {
    "disputed": 5, "unconfirmed": 4, "corroborated": 3, "dated": 2, "undated": 1, "unreported": -1
}  # fmt: skip
"""What comes first in a list; below 0 it is not listed."""


@dataclass(frozen=True, slots=True)
class Course:
    """A question, and the stages of its answer in the order of their days.

    From the day ``left`` on, if there is one, they are those from before the last reports came.
    """

    question: Question
    stages: tuple[Stage, ...]
    left: str | None = None


def stages(
    question: Question,
    claims: Sequence[Claim],
    groups: Mapping[str, str] | None = None,
    before: Sequence[Stage] = (),
    begin: str = "",
) -> tuple[Stage, ...]:
    """The days from which on an answer was another one, in order: also where only origins or claims were.

    ``before`` are stages that are known already; those from the day ``begin`` on are worked out anew.
    """
    return stages_in_time(question, claims, groups, before, begin)[0]


def stages_in_time(
    question: Question,
    claims: Sequence[Claim],
    groups: Mapping[str, str] | None = None,
    before: Sequence[Stage] = (),
    begin: str = "",
    end: float = math.inf,
) -> tuple[tuple[Stage, ...], str | None]:
    """The same, and the first day that is left; None where there is none.

    One day at least is worked out, and no further one after the ``end`` (monotonic, in seconds): from the
    day on that is left the stages are those known before.
    """
    found = [stage for stage in before if stage.day < begin]
    about = bearing_on(question, claims)
    days = sorted({day for claim in about if (day := claim.day) >= begin})
    for at, day in enumerate(days):
        if at and time.monotonic() > end:
            return (*found, *(stage for stage in before if stage.day >= day)), day
        stage = _stage(answer(question, about, day, groups))
        last = found[-1] if found else None
        if last is None or _looks(stage) != _looks(last):
            found.append(stage)
        elif (stage.weaker, stage.claims, stage.positions) != (last.weaker, last.claims, last.positions):
            found.append(replace(stage, changed=last.changed))
    return tuple(found), None


def bearing_on(question: Question, claims: Sequence[Claim]) -> Sequence[Claim]:
    """The claims that the answer to a question rests on at one day or another."""
    rests_on = further(question, claims)
    names = single_names(claim.subject.name for claim in claims if claim.kind == question.kind)
    found = [claim for claim in claims if bears(question, claim.kind, claim.subject, rests_on, names)]
    if kind(question.kind).about == "event" and question.subject.date is not None:
        return matching(question, found)  # those of other years are of other events at any day
    return found


def _stage(found: Answer) -> Stage:
    sides = sorted((len(position.origins) for position in found.positions), reverse=True)
    return Stage(
        day=found.as_of,
        changed=found.as_of,
        status=found.status,
        urgency=URGENCY[found.status],
        weaker=sides[1] if len(sides) > 1 else 0,
        claims=sum(len(position.claims) for position in found.positions),
        positions=[_position(position) for position in found.positions] or _bounds(found),
    )


def _position(found: Position) -> dict[str, Any]:
    return {
        "value": found.value,
        "origins": len(found.origins),
        "claims": len(found.claims),
        "certainty": {"low": found.low, "high": found.high},
    }


def _bounds(found: Answer) -> list[dict[str, Any]]:
    dating = found.dating
    if dating is None or not (dating.not_before or dating.not_after):
        return []
    bounds = {"not_before": dating.not_before, "not_after": dating.not_after}
    return [{name: str(bound.day) if bound else None for name, bound in bounds.items()}]


def _looks(stage: Stage) -> tuple[Any, ...]:
    """What has to be another for an answer to have changed: its status, or its values."""
    values = sorted(str(p.get("value", (p.get("not_before"), p.get("not_after")))) for p in stage.positions)
    return stage.status, values
