"""Contested questions and their answers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from starlette.responses import RedirectResponse, Response

from sayso.ask import ask, course, nearest, timeline
from sayso.claim import VALUES
from sayso.desk.answers import answer_shown, claims_shown
from sayso.desk.answers import every as every_claim
from sayso.desk.asked import PATIENCE, asked
from sayso.desk.by_hand import Typed, choices
from sayso.desk.days import days, positions, values
from sayso.desk.desk import AtDesk, Desk
from sayso.desk.filters import LENGTH, Day, Paged, Text, of_page
from sayso.desk.pictures import chart, map_of
from sayso.desk.rendering import query
from sayso.desk.resting import on_everything, on_question
from sayso.desk.rows import ChangeRow, ClaimRow, QuestionRow, change_rows, claim_rows, question_rows
from sayso.desk.signer import signer
from sayso.desk.tables import MOST, as_csv
from sayso.questions import Answer, NotAQuestion
from sayso.questions.kind import kinds

__all__ = ["router"]

MAPPED = ("control", "whereabouts")
"""Kinds of question whose answers have a map."""

STATUSES = ("disputed", "unconfirmed", "corroborated", "dated", "undated")
"""What questions can be listed by."""

router = APIRouter()

Form = Annotated[Literal["html", "csv"], Query(alias="format")]
Question = Annotated[str, Query(max_length=500)]
Theme = Literal["light", "dark"]


@router.get("/questions")
def listed(
    request: Request,
    desk: AtDesk,
    kind: Text = None,
    status: Text = None,
    as_of: Day = None,
    page: Paged = 1,
    form: Form = "html",
) -> Response:
    """What the ledger can answer, most disputed first."""
    if form == "csv":
        every = desk.questions(as_of, limit=MOST, kind=kind, status=status)
        return as_csv(QuestionRow, question_rows(every), "questions")
    skip, many = of_page(page)
    found = desk.questions(as_of, limit=many, skip=skip, kind=kind, status=status)
    return desk.page(
        request,
        "questions.html",
        found=found[:LENGTH],
        more=len(found) > LENGTH,
        page=page,
        asked={"kind": kind, "status": status, "as_of": as_of},
        kinds=list(kinds()),
        statuses=STATUSES,
        positions=positions,
    )


@router.get("/questions/ask")
def answered(
    request: Request,
    desk: AtDesk,
    q: Question = "",
    as_of: Day = None,
    at: Annotated[int | None, Query(ge=0)] = None,
    form: Form = "html",
) -> Response:
    """One question: its status at a day, who says what of it, and how that changed."""
    text = " ".join(q.split())
    if not text:
        return RedirectResponse("/questions", 303)
    on_question(request, desk.ledger, text)
    try:
        found, changes, left = asked(desk.ledger, text, as_of)
    except NotAQuestion as error:
        return _no_question(request, desk, text, error)
    if left:
        on_everything(request)
    if at is not None:
        return _moved(request, text, [change.day for change in days(changes, "9999").changes], at)
    if form == "csv":
        return as_csv(ClaimRow, claim_rows(found), "claims")
    known = days(changes, found.as_of)
    watching = signer(request, desk)
    return desk.page(
        request,
        "question.html",
        text=text,
        shown=answer_shown(desk.ledger, found),
        days=known,
        left=left,
        as_of=as_of,
        today=_today(),
        values=values,
        map=_map(found),
        suggested=VALUES.get(found.question.kind) or [p.value for p in found.positions[:20]],
        watched=[one for one in desk.ledger.watched(watching) if one.target == text] if watching else [],
        given=Typed(),
        **choices(),
    )


@router.get("/questions/claims")
def claims(
    request: Request, desk: AtDesk, q: Question, as_of: Day = None, value: Text = None, page: Paged = 1
) -> Response:
    """All claims on a question at a day, or those of one position, a page at a time."""
    on_question(request, desk.ledger, q)
    found = ask(desk.ledger, q, as_of)
    wanted = [one for one in every_claim(found) if value in (None, one[1])]
    skip, many = of_page(page)
    rows = wanted[skip : skip + many][:LENGTH]
    return desk.page(
        request,
        "claims.html",
        answer=found,
        asked={"q": q, "as_of": as_of, "value": value},
        rows=[
            (shown, *row[1:])
            for shown, row in zip(claims_shown(desk.ledger, [row[0] for row in rows]), rows, strict=True)
        ],
        many=len(wanted),
        page=page,
        more=len(wanted) > skip + LENGTH,
    )


@router.get("/questions/changes")
def changes(request: Request, desk: AtDesk, q: Question) -> Response:
    """All changes of an answer, as CSV."""
    on_question(request, desk.ledger, q)
    return as_csv(ChangeRow, change_rows(timeline(desk.ledger, q)), "changes")


@router.get("/questions/timeline.{format}")
def timeline_chart(
    request: Request, desk: AtDesk, format: Literal["svg", "png"], q: Question, theme: Theme = "light"
) -> Response:
    """The chart of how an answer changed."""
    on_question(request, desk.ledger, q)
    known = course(desk.ledger, q, PATIENCE)
    if known.left:
        on_everything(request)
    return _picture(chart(known, format, theme), format, "timeline")


@router.get("/questions/map.{format}")
def map_chart(
    request: Request,
    desk: AtDesk,
    format: Literal["svg", "png"],
    q: Question,
    as_of: Day = None,
    theme: Theme = "light",
) -> Response:
    """The map of an answer at a day."""
    on_question(request, desk.ledger, q)
    made = map_of(ask(desk.ledger, q, as_of), format, theme)
    if made is None:
        raise LookupError("no place of this answer is on the map")
    return _picture(made, format, "map")


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


def _no_question(request: Request, desk: Desk, text: str, error: NotAQuestion) -> Response:
    """The forms of what can be asked, and the subjects that are nearest."""
    subjects = nearest(desk.ledger, text)
    offered = [kind.wording.replace("X", name, 1) for name in subjects for kind in _of_person()]
    return desk.page(
        request,
        "no_question.html",
        422,
        text=text,
        forms=error.forms,
        subjects=subjects,
        offered=offered[:12],
    )


def _of_person() -> list[Any]:
    return [kind for kind in kinds().values() if kind.about == "person"]


def _moved(request: Request, text: str, dated: list[str], at: int) -> Response:
    """The address of the day that the slider stands on."""
    day = dated[min(at, len(dated) - 1)] if dated else None
    return RedirectResponse(f"/questions/ask{query(q=text, as_of=day)}", 303)


def _map(answer: Answer) -> Mapping[str, str] | None:
    """The map's text, where the answer has a map."""
    if answer.question.kind not in MAPPED:
        return None
    try:
        from sayso.exports.map import described
        from sayso.exports.sites import sites
    except ImportError:
        return None
    if not any(sites(answer).values()):
        return None
    return {"described": described(answer)}


def _picture(made: bytes, format: str, name: str) -> Response:
    """A picture, which may have styles of its own and nothing else."""
    kind = "image/svg+xml" if format == "svg" else "image/png"
    headers = {
        "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        "Content-Disposition": f'inline; filename="{name}.{format}"',
    }
    return Response(made, media_type=kind, headers=headers)
