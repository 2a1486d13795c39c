"""The first page: where things stand."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from sayso.desk.days import positions
from sayso.desk.desk import AtDesk
from sayso.ledger import Filter

__all__ = ["router"]

router = APIRouter()

NEWEST = 10
"""Reports that are listed."""

DISPUTED = 10
"""Questions that are listed."""


@router.get("/")
def home(request: Request, desk: AtDesk) -> HTMLResponse:
    """Where things stand: what is disputed most, and what came in last; or how to begin."""
    return desk.page(
        request,
        "home.html",
        counts=desk.ledger.counts(),
        newest=desk.ledger.reports(Filter(limit=NEWEST)),
        listed=desk.questions(limit=DISPUTED),
        positions=positions,
    )
