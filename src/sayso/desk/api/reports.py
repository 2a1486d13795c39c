"""Reports, as JSON."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter

from sayso.desk.desk import AtDesk
from sayso.desk.filters import LENGTH, Asked, Paged, of_page
from sayso.ledger import Headline, Report

__all__ = ["router"]

router = APIRouter(tags=["reports"])


@dataclass(frozen=True, slots=True)
class Headlines:
    """A page of the list of reports; ``more`` tells whether there is another one."""

    reports: list[Headline]
    page: int
    more: bool


@router.get("/reports")
def reports(desk: AtDesk, asked: Asked, page: Paged = 1) -> Headlines:
    """The reports, the latest first; only outlet, since and until narrow them down."""
    skip, many = of_page(page)
    found = desk.ledger.reports(asked.filter(many), skip)
    return Headlines(found[:LENGTH], page, len(found) > LENGTH)


@router.get("/reports/{id}")
def report(desk: AtDesk, id: str) -> Report:
    """One report with its statements; the beginning of its id is enough, if no other has it."""
    return desk.ledger.report(id)
