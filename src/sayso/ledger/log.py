"""The log of judgements: every decision of an analyst, with who decided and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from sayso.ledger.schema import JUDGEMENT

__all__ = ["Judgement", "log", "standing"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision. ``undoes`` is the number of one that it takes back.

    ``undone`` tells whether another took this one back. ``target`` is an entity's id, or a
    statement as ``report:number``, or a report's id.
    """

    id: int
    kind: str
    target: str
    value: dict[str, Any]
    user: str
    at: str
    undoes: int | None = None
    undone: bool = False


def log(connection: Connection, target: str | None = None) -> list[Judgement]:
    """All judgements, or those on one target, oldest first."""
    query = select(JUDGEMENT).order_by(JUDGEMENT.c.id)
    if target is not None:
        query = query.where(JUDGEMENT.c.target == target)
    rows = [dict(row) for row in connection.execute(query).mappings()]
    taken_back = {row["undoes"] for row in rows}
    return [Judgement(**row, undone=row["id"] in taken_back) for row in rows]


def standing(judgements: list[Judgement], kind: str) -> list[Judgement]:
    """Those of a kind that are not undone."""
    return [one for one in judgements if one.kind == kind and not one.undone]
