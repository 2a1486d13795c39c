"""What is watched, as JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Query

from sayso.desk.api.corrections import Signed, hand
from sayso.desk.api.records import AnswerRecord
from sayso.desk.changed import Changed, Mark, changed, mark
from sayso.desk.desk import AtDesk
from sayso.desk.filters import Text
from sayso.desk.judging import VERBS
from sayso.desk.watching import watched
from sayso.ledger import Judgement
from sayso.questions.record import record

__all__ = ["router"]

MOST = 50
"""Watched questions that are answered at once."""

router = APIRouter(prefix="/watch", tags=["watch"])

Since = Annotated[int | None, Query(ge=0, lt=2**62, description="The `last` of an earlier answer.")]


class ToWatch(Signed):
    """A question to keep an eye on."""

    question: str


@dataclass(frozen=True, slots=True)
class Watched:
    """A question that is watched, by which decision, its answer, and whether that changed since a mark."""

    decision: Judgement
    answer: AnswerRecord
    changed: bool


@dataclass(frozen=True, slots=True)
class Watching:
    """The questions watched; ``last`` is where the ledger stands, to be given as ``since`` the next time."""

    watched: list[Watched]
    last: int


@dataclass(frozen=True, slots=True)
class Moved:
    """An answer that new reports changed: what it is now, and what it would be without them."""

    before: AnswerRecord
    now: AnswerRecord


@dataclass(frozen=True, slots=True)
class Changes:
    """The answers that changed by reports that came in since a mark; ``last`` is the next mark."""

    changed: list[Moved]
    last: int


@router.get("", response_model=Watching)
def watching(desk: AtDesk, by: Text = None, since: Since = None) -> dict[str, Any]:
    """The questions that somebody watches, or anybody; those chosen last first."""
    last = desk.ledger.last_claim()
    found = watched(desk.ledger, by, None if since is None else Mark(since, ""), 0, MOST)
    told = [{"decision": one, "answer": record(c.now), "changed": c.is_other} for one, c in found]
    return {"watched": told, "last": last}


@router.post("", status_code=201)
def watch(desk: AtDesk, given: ToWatch) -> list[Judgement]:
    """Keep an eye on a question; it is undone like any decision."""
    return VERBS["watch"](hand(desk, given), {"question": [given.question]})


@router.get("/changed", response_model=Changes)
def moved(desk: AtDesk, since: Since = None) -> dict[str, Any]:
    """The questions whose answers changed by what came in since a mark; without one, only the mark."""
    last = mark(desk.ledger)
    found: list[Changed] = [] if since is None else changed(desk.ledger, Mark(since, ""))
    return {
        "changed": [{"before": record(one.before), "now": record(one.now)} for one in found],
        "last": last.claim,
    }
