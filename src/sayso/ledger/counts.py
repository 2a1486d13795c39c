"""What sources are listed by, kept with each entity: how much it said, in how many reports, and when."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, update

from sayso.ledger.schema import ENTITY, STATEMENT

__all__ = ["of_reports", "recount"]

TOGETHER = 500
"""Entities counted in one statement: databases take only so many parameters."""

COLUMNS = ("statements", "reports", "first_seen", "last_seen")


def of_reports(connection: Connection, reports: Iterable[str]) -> set[str]:
    """The entities that statements of these reports are of."""
    query = select(STATEMENT.c.entity).where(STATEMENT.c.report.in_(list(reports))).distinct()
    return set(connection.execute(query).scalars()) - {None}


def recount(connection: Connection, entities: Iterable[str]) -> None:
    """Count again what entities said, and those whom they are known as."""
    waiting = iter(sorted(set(entities)))
    while some := list(islice(waiting, TOGETHER)):
        known = select(ENTITY.c.known_as).where(ENTITY.c.id.in_(some))
        ids = {*some, *connection.execute(known).scalars()}
        counted = (
            select(
                ENTITY.c.known_as.label("id"),
                func.count().label("statements"),
                func.count(STATEMENT.c.report.distinct()).label("reports"),
                func.min(STATEMENT.c.published).label("first_seen"),
                func.max(STATEMENT.c.published).label("last_seen"),
            )
            .join(STATEMENT, STATEMENT.c.entity == ENTITY.c.id)
            .where(ENTITY.c.known_as.in_(ids), STATEMENT.c.rejected == 0)
            .group_by(ENTITY.c.known_as)
        )
        found = {
            row["id"]: {name: row[name] for name in COLUMNS} for row in connection.execute(counted).mappings()
        }
        nothing = {"statements": 0, "reports": 0, "first_seen": None, "last_seen": None}
        connection.execute(_SET, [_row(id, found.get(id, nothing)) for id in sorted(ids)])


_SET = (
    update(ENTITY)
    .where(ENTITY.c.id == bindparam("of"))
    .values({name: bindparam(f"new_{name}") for name in COLUMNS})
)


def _row(id: str, counted: dict[str, Any]) -> dict[str, Any]:
    return {"of": id} | {f"new_{name}": value for name, value in counted.items()}
