"""A source in figures: which outlets carry it, when it spoke, and what it claims."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, and_, func, or_, select

from sayso.ledger.claims import Kept, by_number
from sayso.ledger.names import key
from sayso.ledger.rows import Source
from sayso.ledger.schema import CLAIM, ENTITY, NAME, REPORT, STATEMENT

__all__ = ["Count", "Profile", "claims_of", "listed", "parts", "profile"]

MOST = 50
"""Outlets that a profile lists."""

LISTED = ("id", "name", "label", "grade", "statements", "reports", "first_seen", "last_seen", "guessed")


@dataclass(frozen=True, slots=True)
class Count:
    """A number of statements: of an outlet, or of a month (``2021-03``); None where that is not known."""

    name: str | None
    statements: int


@dataclass(frozen=True, slots=True)
class Profile:
    """How many statements of a source which outlets carry, the most first, and in which months."""

    outlets: list[Count]
    months: list[Count]


def profile(connection: Connection, source: str) -> Profile:
    """The figures of a source, by its entity's id; what was rejected does not count."""
    many = func.count()
    of_source = STATEMENT.c.entity.in_(_parts(source)), STATEMENT.c.rejected == 0
    told = select(STATEMENT.c.report, many.label("many")).where(*of_source).group_by(STATEMENT.c.report)
    in_report = told.subquery()  # each report is looked up once, however much the source says there
    carried = func.sum(in_report.c.many)
    outlets = (
        select(REPORT.c.outlet, carried)
        .select_from(in_report)
        .join(REPORT, REPORT.c.id == in_report.c.report)
        .group_by(REPORT.c.outlet)
        .order_by(carried.desc(), REPORT.c.outlet)
        .limit(MOST)
    )
    month = func.substr(STATEMENT.c.published, 1, 7).label("month")
    months = select(month, many).where(*of_source).group_by("month").order_by("month")
    return Profile(*([Count(*row) for row in connection.execute(query)] for query in (outlets, months)))


def claims_of(connection: Connection, source: str, most: int) -> list[Kept]:
    """The claims in a source's statements that stand, those reported last first, ``most`` of them."""
    latest = (
        select(CLAIM.c.id)
        .select_from(STATEMENT)
        .join(CLAIM, and_(CLAIM.c.report == STATEMENT.c.report, CLAIM.c.statement == STATEMENT.c.number))
        .where(STATEMENT.c.entity.in_(_parts(source)), STATEMENT.c.rejected == 0, CLAIM.c.rejected == 0)
        .order_by(STATEMENT.c.published.desc().nulls_last(), STATEMENT.c.id.desc(), CLAIM.c.number)
        .limit(most)
    )
    numbers = connection.execute(latest).scalars().all()
    found = by_number(connection, numbers)
    return [found[number] for number in numbers]


def parts(connection: Connection, targets: Iterable[str]) -> set[str]:
    """These ids, and of those that are entities' the ids of what was merged into them."""
    every = set(targets)
    return every | set(
        connection.execute(select(ENTITY.c.id).where(ENTITY.c.known_as.in_(sorted(every)))).scalars()
    )


def listed(connection: Connection, name: str | None, skip: int, limit: int) -> list[Source]:
    """Sources, those with most statements first, from ``skip`` on.

    The other forms of their names are not told. With a ``name`` those only that have it in any form
    of their names, spelt so but for case and accents.
    """
    query = select(*(ENTITY.c[name] for name in LISTED)).where(ENTITY.c.statements > 0)
    if name is not None:
        holding = NAME.c.key.contains(key(name), autoescape=True)
        formed = (
            select(ENTITY.c.known_as)
            .join(NAME, NAME.c.entity == ENTITY.c.id)
            .where(holding if key(name) else ENTITY.c.name == name)
        )
        renamed = func.lower(ENTITY.c.name).contains(name.lower(), autoescape=True)
        query = query.where(or_(ENTITY.c.id.in_(formed), renamed))
    page = query.order_by(ENTITY.c.statements.desc(), ENTITY.c.id).offset(skip).limit(limit)
    return [Source(**row) for row in connection.execute(page).mappings()]


def _parts(source: str) -> Select[Any]:
    return select(ENTITY.c.id).where(ENTITY.c.known_as == source)
