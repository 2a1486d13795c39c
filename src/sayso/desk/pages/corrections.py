"""What analysts decide: corrections, the log, undoing."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request
from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from sayso.desk.by_hand import Typed, choices
from sayso.desk.coming_back import there_again
from sayso.desk.desk import AtDesk, Desk
from sayso.desk.filters import LENGTH, Paged, of_page
from sayso.desk.judging import VERBS
from sayso.desk.resting import rests_on
from sayso.desk.signer import remember, signer
from sayso.desk.tables import MOST, as_csv
from sayso.ledger import Judgement, Ledger

__all__ = ["router"]

FIELDS = 1_000
"""Fields of a form."""

WAIT = 2.0
"""Seconds that a decision may wait until lists of questions show what it changed."""

router = APIRouter()


async def _form(request: Request) -> dict[str, list[str]]:
    form: FormData = await request.form(max_files=0, max_fields=FIELDS)
    return {name: [one for one in form.getlist(name) if isinstance(one, str)] for name in form}


Form = Annotated[dict[str, list[str]], Depends(_form)]


@router.get("/log")
def log(
    request: Request,
    desk: AtDesk,
    page: Paged = 1,
    form: Annotated[Literal["html", "csv"], Query(alias="format")] = "html",
) -> Response:
    """Who decided what and when, the latest first."""
    rests_on(request)
    if form == "csv":
        return as_csv(Judgement, desk.ledger.decisions(0, MOST), "log")
    skip, many = of_page(page)
    found = desk.ledger.decisions(skip, many)
    return desk.page(request, "log.html", found=found[:LENGTH], more=len(found) > LENGTH, page=page)


@router.get("/decided/{what}")
def decided_on(desk: AtDesk, what: str) -> Response:
    """The page of what a judgement is on: a source, or a report."""
    try:
        return RedirectResponse(f"/sources/{desk.ledger.source(what).id}", 303)
    except LookupError:
        return RedirectResponse(f"/reports/{desk.ledger.report(what).id}", 303)


@router.post("/corrections/undo")
def undo(request: Request, desk: AtDesk, form: Form) -> Response:
    """Take back a judgement, and go back."""
    told = next(iter(form.get("number", ())), "")
    try:
        if not (told.isascii() and told.isdecimal() and len(told) < 19):
            raise ValueError(f"{told[:40]!r} is no number of a decision")
        taken = _hand(request, desk, form).undo(int(told))
    except (ValueError, LookupError) as error:
        return _again(request, desk, "undo", form, error)
    return _back(request, desk, form, [taken])


@router.post("/corrections/{verb}")
def correct(request: Request, desk: AtDesk, verb: str, form: Form) -> Response:
    """Make a judgement, and go back; what makes no sense is shown again, with the reason."""
    if verb not in VERBS:
        raise LookupError(f"nothing is corrected by {verb!r}")
    try:
        judged = VERBS[verb](_hand(request, desk, form), form)
    except (ValueError, LookupError) as error:
        return _again(request, desk, verb, form, error)
    return _back(request, desk, form, judged)


def _hand(request: Request, desk: Desk, form: Form) -> Ledger:
    """The ledger in the hands of who signs."""
    name = signer(request, desk, next(iter(form.get("name", ())), ""))
    if name is None:
        raise ValueError("a decision needs your name")
    return desk.ledger.signed_by(name)


def _back(request: Request, desk: Desk, form: Form, judged: list[Judgement]) -> Response:
    """The page that the form was on, where what was decided tells already if that takes no time."""
    desk.keep_up(WAIT)
    answer = RedirectResponse(there_again(next(iter(form.get("back", ())), ""), judged), 303)
    if name := " ".join(next(iter(form.get("name", ())), "").split()):
        remember(request, answer, "name", name)
    return answer


def _again(request: Request, desk: Desk, verb: str, form: Form, error: Exception) -> Response:
    """The form as it was sent, with what is wrong about it."""
    if isinstance(error, (KeyError, IndexError, UnicodeError)):
        raise error
    status = 404 if isinstance(error, LookupError) else 422
    reason = str(error.args[0] if error.args else error)
    back = there_again(next(iter(form.get("back", ())), ""), [])
    shown = {
        "verb": verb,
        "reason": reason,
        "one": Typed({name: values[0] for name, values in form.items() if values}),
        "reports": form.get("reports", []),
        "back": back,
        **choices(),
    }
    return desk.page(request, "correction.html", status, **shown)
