"""Search over statements."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from sayso.desk.calls import calls_among
from sayso.desk.desk import AtDesk
from sayso.desk.filters import LENGTH, Asked, Paged, Text, of_page
from sayso.desk.resting import on_reports
from sayso.desk.searching import found_by
from sayso.desk.tables import MOST, as_csv
from sayso.ledger import Statement

__all__ = ["router"]

router = APIRouter()


@router.get("/search")
def search(
    request: Request,
    desk: AtDesk,
    asked: Asked,
    q: Text = None,
    page: Paged = 1,
    form: Annotated[Literal["html", "csv"], Query(alias="format")] = "html",
) -> Response:
    """The statements that have all the words, the latest first; without words, all that are wanted."""
    on_reports(request)
    if form == "csv":
        return as_csv(Statement, found_by(desk.ledger, q, asked, 0, MOST), "statements")
    skip, many = of_page(page)
    idle = q is None and not asked.query
    found = [] if idle else found_by(desk.ledger, q, asked, skip, many)
    shown = found[:LENGTH]
    return desk.page(
        request,
        "search.html",
        idle=idle,
        found=shown,
        more=len(found) > LENGTH,
        page=page,
        q=q,
        asked=asked,
        query_of={"q": q, **asked.query},
        calls=calls_among(desk.ledger, shown),
    )
