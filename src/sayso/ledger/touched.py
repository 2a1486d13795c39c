"""Claims that came, went or were judged: what the questions that are kept ready have to catch up with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, insert, select

from sayso.ledger.schema import CLAIM, ENTITY, STATEMENT, TOUCHED

__all__ = ["touch", "touch_entities", "touch_hand", "touch_reports"]


def touch(connection: Connection, which: ColumnElement[bool]) -> None:
    """Note the claims of which a condition on ``CLAIM`` holds."""
    found = select(CLAIM.c.kind, CLAIM.c.data).where(which)
    connection.execute(insert(TOUCHED).from_select(["kind", "data"], found))


def touch_hand(connection: Connection, kind: str, data: dict[str, Any]) -> None:
    """Note a claim that an analyst added, or took back."""
    connection.execute(insert(TOUCHED).values(kind=kind, data=data))


def touch_reports(connection: Connection, reports: Iterable[str]) -> None:
    """Note all claims of reports."""
    touch(connection, CLAIM.c.report.in_(list(reports)))


def touch_entities(connection: Connection, known: Iterable[str]) -> None:
    """Note the claims in statements of entities and of those that are known as them."""
    of = (
        select(CLAIM.c.id)
        .join(STATEMENT, and_(STATEMENT.c.report == CLAIM.c.report, STATEMENT.c.number == CLAIM.c.statement))
        .join(ENTITY, ENTITY.c.id == STATEMENT.c.entity)
        .where(ENTITY.c.known_as.in_(list(known)))
    )
    touch(connection, CLAIM.c.id.in_(of))
