"""Search, as JSON."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter

from sayso.desk.desk import AtDesk
from sayso.desk.filters import LENGTH, Asked, Paged, Text, of_page
from sayso.desk.searching import found_by
from sayso.ledger import Statement

__all__ = ["router"]

router = APIRouter(tags=["search"])


@dataclass(frozen=True, slots=True)
class Statements:
    """A page of the statements found; ``more`` tells whether there is another one."""

    statements: list[Statement]
    page: int
    more: bool


@router.get("/search")
def search(desk: AtDesk, asked: Asked, q: Text = None, page: Paged = 1) -> Statements:
    """The statements that have all the words, the latest first; without words, all that are wanted."""
    skip, many = of_page(page)
    found = found_by(desk.ledger, q, asked, skip, many)
    return Statements(found[:LENGTH], page, len(found) > LENGTH)
