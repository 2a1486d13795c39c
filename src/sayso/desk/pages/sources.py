"""Sources, and everything that one of them said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from sayso.desk.calls import calls_among
from sayso.desk.desk import AtDesk
from sayso.desk.filters import LENGTH, Asked, Paged, Text, Wanted, of_page
from sayso.desk.resting import on_reports, rests_on
from sayso.desk.subjects import spoken_to
from sayso.desk.tables import MOST, as_csv
from sayso.ledger import Filter, Source, Statement
from sayso.ledger.profile import Count

__all__ = ["router"]

YEARS = 36
"""Months from which on they are shown by year."""

QUESTIONS = 30
"""Questions that a source's page lists."""

router = APIRouter()

Form = Annotated[Literal["html", "csv"], Query(alias="format")]
Order = Literal["oldest", "latest"]


@router.get("/sources")
def sources(
    request: Request, desk: AtDesk, name: Text = None, page: Paged = 1, form: Form = "html"
) -> Response:
    """The sources, those with most statements first."""
    on_reports(request)
    if form == "csv":
        return as_csv(Source, desk.ledger.listed_sources(name, 0, MOST), "sources")
    skip, many = of_page(page)
    found = desk.ledger.listed_sources(name, skip, many)
    more = len(found) > LENGTH
    return desk.page(request, "sources.html", found=found[:LENGTH], more=more, page=page, name=name)


@router.get("/sources/{id}")
def source(
    request: Request,
    desk: AtDesk,
    id: str,
    asked: Asked,
    order: Order = "oldest",
    page: Paged = 1,
    form: Form = "html",
) -> Response:
    """One source: what it said over time, who carries it, what it speaks to, and what was decided on it."""
    found = desk.ledger.source(id)
    if found.id == id:
        rests_on(request, ("source", id))
    else:  # by a name, which others may bear
        on_reports(request)
    latest = order == "latest"
    if form == "csv":
        every = desk.ledger.statements(wanted=of(found, asked, MOST), latest=latest)
        return as_csv(Statement, every, "statements")
    skip, many = of_page(page)
    said = desk.ledger.statements(wanted=of(found, asked, many), latest=latest, skip=skip)
    shown = said[:LENGTH]
    profile = desk.ledger.profile(found.id)
    return desk.page(
        request,
        "source.html",
        source=found,
        days=by_day(shown),
        calls=calls_among(desk.ledger, shown),
        more=len(said) > LENGTH,
        page=page,
        order=order,
        asked=asked,
        outlets=profile.outlets,
        times=by_year(profile.months) if len(profile.months) > YEARS else profile.months,
        questions=spoken_to(desk.ledger.claims_of(found.id))[:QUESTIONS],
        decided=desk.ledger.decided([found.id]),
        carriers={one.report: one for one in shown}.values(),
    )


def of(source: Source, asked: Wanted, limit: int) -> Filter:
    """What is asked for of a source that is known already."""
    return replace(asked.filter(limit), source=source.id)


def by_day(statements: Sequence[Statement]) -> list[tuple[str | None, list[Statement]]]:
    """Statements in their order, those of each day together."""
    found: list[tuple[str | None, list[Statement]]] = []
    for one in statements:
        if not found or found[-1][0] != one.published:
            found.append((one.published, []))
        found[-1][1].append(one)
    return found


def by_year(months: Sequence[Count]) -> list[Count]:
    """The counts of months as those of years."""
    found: dict[str | None, int] = {}
    for one in months:
        year = one.name[:4] if one.name else None
        found[year] = found.get(year, 0) + one.statements
    return [Count(*pair) for pair in found.items()]
