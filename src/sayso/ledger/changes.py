"""The questions kept ready whose answers changed last."""

from __future__ import annotations

from sqlalchemy import Connection, select

from sayso.ledger.ready import Asked, Stage
from sayso.ledger.schema import ANSWER, QUESTION

__all__ = ["changed_last"]


def changed_last(connection: Connection, day: str, limit: int) -> list[tuple[Asked, Stage]]:
    """The questions that can be answered at a day, those whose status or values changed last first."""
    stage = [ANSWER.c[name] for name in Stage.__dataclass_fields__]
    query = (
        select(QUESTION.c.id, QUESTION.c.kind, QUESTION.c.subject, QUESTION.c.text, *stage)
        .join(QUESTION, QUESTION.c.id == ANSWER.c.question)
        .where(ANSWER.c.urgency >= 0, ANSWER.c.day <= day, ANSWER.c.until > day)
        .order_by(ANSWER.c.changed.desc(), ANSWER.c.urgency.desc(), QUESTION.c.text)
        .limit(limit)
    )
    return [(Asked(*row[:4]), Stage(*row[4:])) for row in connection.execute(query)]
