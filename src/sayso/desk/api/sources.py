"""Sources, as JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from fastapi import APIRouter

from sayso.desk.desk import AtDesk
from sayso.desk.filters import LENGTH, Asked, Paged, Text, of_page
from sayso.desk.subjects import Spoken, spoken_to
from sayso.ledger import Judgement, Source, Statement
from sayso.ledger.profile import Count

__all__ = ["router"]

router = APIRouter(tags=["sources"])


@dataclass(frozen=True, slots=True)
class Sources:
    """A page of the list of sources; ``more`` tells whether there is another one."""

    sources: list[Source]
    page: int
    more: bool


@dataclass(frozen=True, slots=True)
class SourceTold:
    """A source: how many statements which outlets carry, and in which months; what it speaks to.

    ``questions`` are those that its latest claims answer, ``decided`` the latest judgements on it.
    """

    source: Source
    outlets: list[Count]
    months: list[Count]
    questions: list[Spoken]
    decided: list[Judgement]


@dataclass(frozen=True, slots=True)
class Said:
    """A page of what a source said; ``more`` tells whether there is another one."""

    statements: list[Statement]
    page: int
    more: bool


@router.get("/sources")
def sources(desk: AtDesk, name: Text = None, page: Paged = 1) -> Sources:
    """The sources, those with most statements first; with a name, those that are called so."""
    skip, many = of_page(page)
    found = desk.ledger.listed_sources(name, skip, many)
    return Sources(found[:LENGTH], page, len(found) > LENGTH)


@router.get("/sources/{id}")
def source(desk: AtDesk, id: str) -> SourceTold:
    """One source, by its id or its name."""
    found = desk.ledger.source(id)
    profile = desk.ledger.profile(found.id)
    return SourceTold(
        found,
        profile.outlets,
        profile.months,
        spoken_to(desk.ledger.claims_of(found.id)),
        desk.ledger.decided([found.id]),
    )


@router.get("/sources/{id}/statements")
def statements(
    desk: AtDesk, id: str, asked: Asked, order: Literal["oldest", "latest"] = "oldest", page: Paged = 1
) -> Said:
    """What a source said, oldest or latest first."""
    skip, many = of_page(page)
    found = desk.ledger.statements(id, asked.filter(many), latest=order == "latest", skip=skip)
    return Said(found[:LENGTH], page, len(found) > LENGTH)
