"""The days on which an answer changed, as a slider and a table show them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.ledger import Stage
from sayso.questions.answer import Answer

__all__ = ["MOST", "Change", "Days", "changes_in", "days", "positions", "values"]

MOST = 200
"""Changes that a page has, the latest of them; the exports have all."""


@dataclass(frozen=True, slots=True)
class Change:
    """A day on which status or values became others, and what they are from then on, in words."""

    day: str
    status: str
    values: str


@dataclass(frozen=True, slots=True)
class Days:
    """Changes in the order of their days; ``at`` is the one that holds on the day shown, if any.

    ``left_out`` is how many earlier changes there are.
    """

    changes: tuple[Change, ...]
    at: int | None
    left_out: int

    def label(self, at: int) -> str:
        """A day with its status, as the slider names it."""
        change = self.changes[at]
        return f"{change.day}: {change.status}"


def changes_in(course: Sequence[Stage]) -> list[Change]:
    """The changes of status or values in the course of an answer."""
    changed = (stage for stage in course if stage.day and stage.day == stage.changed)
    return [Change(stage.day, stage.status, positions(stage.positions)) for stage in changed]


def days(changes: Sequence[Change], as_of: str) -> Days:
    """The changes to show, on the page of a day (ISO)."""
    kept = tuple(changes[-MOST:])
    at = bisect_right([change.day for change in kept], as_of[:10]) - 1
    return Days(kept, at if at >= 0 else None, len(changes) - len(kept))


def values(answer: Answer) -> str:
    """The positions of an answer with the number of their origins, or the bounds of a date, in words."""
    if answer.dating is not None:
        told = {"not_before": answer.dating.not_before, "not_after": answer.dating.not_after}
        return positions([{name: bound and bound.day for name, bound in told.items()}])
    return positions([{"value": p.value, "origins": len(p.origins)} for p in answer.positions])


def positions(told: Sequence[Mapping[str, Any]]) -> str:
    """The same of what a list of questions tells."""
    words = [f"{one['value']} ({one['origins']})" for one in told if "value" in one]
    bounds = [
        f"{name.replace('_', ' ')} {one[name]}"
        for one in told
        for name in ("not_before", "not_after")
        if one.get(name)
    ]
    return ", ".join(words + bounds)
