"""Questions and their answers, as JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.responses import JSONResponse

from sayso.ask import ask, nearest, timeline
from sayso.desk.api.records import AnswerRecord, ChangeRecord, ListedRecord
from sayso.desk.desk import AtDesk
from sayso.desk.errors import Problem
from sayso.desk.filters import LENGTH, Day, Paged, Text, of_page
from sayso.questions import NotAQuestion
from sayso.questions.listing import Listed
from sayso.questions.record import record

__all__ = ["router"]

router = APIRouter(prefix="/questions", tags=["questions"])

Question = Annotated[str, Query(max_length=500, description="A question in plain words.")]


@dataclass(frozen=True, slots=True)
class Questions:
    """A page of the list of questions; ``more`` tells whether there is another one."""

    questions: list[ListedRecord]
    page: int
    more: bool


@dataclass(frozen=True, slots=True)
class Misunderstood:
    """Why a text is no question, the forms that are, and the nearest subjects in the ledger."""

    detail: str
    forms: list[str]
    nearest: list[str]


UNASKED: dict[int | str, dict[str, Any]] = {
    422: {"model": Misunderstood | Problem, "description": "It is no question, or makes no other sense."}
}


@router.get("", response_model=Questions)
def listed(
    desk: AtDesk, kind: Text = None, status: Text = None, as_of: Day = None, page: Paged = 1
) -> dict[str, Any]:
    """What the ledger can answer, most disputed first."""
    skip, many = of_page(page)
    found = desk.questions(as_of, limit=many, skip=skip, kind=kind, status=status)
    return {"questions": [_listed(one) for one in found[:LENGTH]], "page": page, "more": len(found) > LENGTH}


@router.get("/ask", response_model=AnswerRecord, responses=UNASKED)
def answered(desk: AtDesk, q: Question, as_of: Day = None) -> Any:
    """The answer to a question at a day, as ``sayso ask --json`` has it."""
    try:
        return record(ask(desk.ledger, q, as_of))
    except NotAQuestion as error:
        return _misunderstood(desk, q, error)


@router.get("/timeline", response_model=list[ChangeRecord], responses=UNASKED)
def changes(desk: AtDesk, q: Question) -> Any:
    """The days on which an answer changed, with the answers."""
    try:
        return [{"day": one.day, "answer": record(one.answer)} for one in timeline(desk.ledger, q)]
    except NotAQuestion as error:
        return _misunderstood(desk, q, error)


def _misunderstood(desk: AtDesk, text: str, error: NotAQuestion) -> JSONResponse:
    told = {"detail": str(error), "forms": list(error.forms), "nearest": list(nearest(desk.ledger, text))}
    return JSONResponse(told, 422)


def _listed(one: Listed) -> dict[str, Any]:
    question = one.question
    return {
        "question": {"kind": question.kind, "subject": question.subject.name, "text": question.text},
        "as_of": one.as_of,
        "status": one.status,
        "positions": list(one.positions),
        "claims": one.claims,
        "changed": one.changed,
    }
