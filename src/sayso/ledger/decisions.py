"""The log to leaf through, the latest first; and what was decided on something."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Select, func, select

from sayso.ledger.log import Judgement
from sayso.ledger.schema import ENTITY, JUDGEMENT, REPORT

__all__ = ["called", "decided", "decision", "decisions", "watched"]

GREATEST = 2**62
"""No judgement has a greater number."""


def decisions(connection: Connection, skip: int, limit: int) -> list[Judgement]:
    """Judgements, the latest first, from ``skip`` on."""
    return _told(connection, select(JUDGEMENT).offset(skip).limit(limit))


def decided(connection: Connection, targets: Iterable[str], limit: int) -> list[Judgement]:
    """The judgements on these entities, reports, statements or claims, the latest first."""
    return _told(connection, select(JUDGEMENT).where(JUDGEMENT.c.target.in_(sorted(targets))).limit(limit))


def decision(connection: Connection, number: int) -> Judgement | None:
    """A judgement by its number, if there is one."""
    if not 0 < number < GREATEST:
        return None
    return next(iter(_told(connection, select(JUDGEMENT).where(JUDGEMENT.c.id == number))), None)


def called(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """What sources are called, those that were merged too, by their ids; and the titles of reports."""
    wanted = sorted(ids)
    sources = select(ENTITY.c.id, ENTITY.c.name).where(ENTITY.c.id.in_(wanted))
    reports = select(REPORT.c.id, REPORT.c.title).where(REPORT.c.id.in_(wanted), REPORT.c.title.is_not(None))
    return {id: name for query in (reports, sources) for id, name in connection.execute(query)}


def watched(connection: Connection, user: str | None, limit: int) -> list[Judgement]:
    """The judgements that stand by which questions are watched; those of one user, if given."""
    undone = select(JUDGEMENT.c.undoes).where(JUDGEMENT.c.undoes.is_not(None))
    query = select(JUDGEMENT).where(JUDGEMENT.c.kind == "watch", JUDGEMENT.c.id.not_in(undone))
    if user is not None:
        query = query.where(func.lower(JUDGEMENT.c.user) == user.lower())
    return _told(connection, query.limit(limit))


def _told(connection: Connection, query: Select[Any]) -> list[Judgement]:
    rows = connection.execute(query.order_by(JUDGEMENT.c.id.desc())).mappings().all()
    ids = [row["id"] for row in rows]
    undone = set(connection.execute(select(JUDGEMENT.c.undoes).where(JUDGEMENT.c.undoes.in_(ids))).scalars())
    return [Judgement(**row, undone=row["id"] in undone) for row in rows]
