"""Decisions, as JSON. ``by`` signs one where the desk has no user of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel, Field

from sayso.claim import ByHand
from sayso.claim import claim as added
from sayso.desk.desk import AtDesk, Desk
from sayso.desk.filters import LENGTH, Paged, of_page
from sayso.desk.judging import VERBS
from sayso.ledger import Judgement, Ledger

__all__ = ["Signed", "hand", "router"]

router = APIRouter(tags=["corrections"])


@dataclass(frozen=True, slots=True)
class Log:
    """A page of the log; ``more`` tells whether there is another one."""

    decisions: list[Judgement]
    page: int
    more: bool


class Signed(BaseModel):
    """Who decides, where the desk has no user."""

    by: str | None = Field(None, max_length=80)


class Merge(Signed):
    """``other`` is known as ``keep`` from now on; names or ids of sources."""

    keep: str
    other: str


class Split(Signed):
    """In these reports (ids) the source is somebody else of that name."""

    what: str
    reports: list[str] = Field(min_length=1, max_length=1_000)


class Rename(Signed):
    """The source is shown under a new name."""

    what: str
    new: str = Field(min_length=1, max_length=160)


class Grade(Signed):
    """A to F for a source, 1 to 6 for a statement (``report:3``) or a claim (``report:c3``)."""

    what: str
    grade: str


class Reject(Signed):
    """The statement or claim was read wrongly."""

    statement: str


class Note(Signed):
    """A note on a source, a report, a statement or a claim."""

    what: str
    text: str = Field(min_length=1, max_length=5_000)


class Added(Signed):
    """A claim that an analyst adds to what answers a question.

    It counts from ``published`` on (today without it). ``via`` is the chain behind it, nearest to the source
    first, each link a name with its kind in parentheses where that is no outlet. ``sure`` is a band of
    certainty, words, or a range (``0.55..0.8``); ``manner`` is of an artifact's date.
    """

    question: str
    value: str
    source: str
    source_kind: str = "person"
    content: str = Field("", max_length=5_000)
    published: str | None = None
    outlet: str | None = None
    via: list[str] = Field(default_factory=list, max_length=20)
    said: str | None = None
    about: str | None = None
    sure: str = "plain"
    change: bool = False
    manner: Literal["made", "released"] = "made"


@router.get("/log")
def log(desk: AtDesk, page: Paged = 1) -> Log:
    """Who decided what and when, the latest first."""
    skip, many = of_page(page)
    found = desk.ledger.decisions(skip, many)
    return Log(found[:LENGTH], page, len(found) > LENGTH)


@router.post("/corrections/merge", status_code=201)
def merge(desk: AtDesk, given: Merge) -> list[Judgement]:
    """Two sources are one."""
    return _judged(desk, "merge", given)


@router.post("/corrections/split", status_code=201)
def split(desk: AtDesk, given: Split) -> list[Judgement]:
    """In some reports a source is somebody else."""
    return _judged(desk, "split", given)


@router.post("/corrections/rename", status_code=201)
def rename(desk: AtDesk, given: Rename) -> list[Judgement]:
    """Show a source under another name."""
    return _judged(desk, "rename", given)


@router.post("/corrections/grade", status_code=201)
def grade(desk: AtDesk, given: Grade) -> list[Judgement]:
    """Grade a source, a statement or a claim."""
    return _judged(desk, "grade", given)


@router.post("/corrections/reject", status_code=201)
def reject(desk: AtDesk, given: Reject) -> list[Judgement]:
    """Leave out what was read wrongly."""
    return _judged(desk, "reject", given)


@router.post("/corrections/note", status_code=201)
def note(desk: AtDesk, given: Note) -> list[Judgement]:
    """Put a note on something."""
    return _judged(desk, "note", given)


@router.post("/corrections/claim", status_code=201)
def claim(desk: AtDesk, given: Added) -> list[Judgement]:
    """Add a claim by hand."""
    fields = given.model_dump(exclude={"by", "question", "sure", "via"})
    told = ByHand(**fields, certainty=given.sure, via=tuple(given.via))
    return [added(hand(desk, given), given.question, told)]


@router.post("/log/{number}/undo", status_code=201)
def undo(desk: AtDesk, number: int, given: Signed | None = None) -> Judgement:
    """Take back a decision by its number; returns the one that was taken back."""
    if not 0 < number < 2**62:
        raise LookupError(f"no judgement {number} that stands")
    return hand(desk, given or Signed(by=None)).undo(number)


def hand(desk: Desk, given: Signed) -> Ledger:
    """The ledger in the hands of who signs."""
    name = desk.user or " ".join((given.by or "").split())
    if not name:
        raise ValueError("a decision needs your name: by")
    return desk.ledger.signed_by(name)


def _judged(desk: Desk, verb: str, given: Signed) -> list[Judgement]:
    """What a form of the same fields does."""
    told = given.model_dump(exclude={"by"})
    form: Mapping[str, Sequence[str]] = {
        name: value if isinstance(value, list) else [value] for name, value in told.items()
    }
    return VERBS[verb](hand(desk, given), form)
