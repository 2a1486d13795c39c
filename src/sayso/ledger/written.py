"""What was written to the ledger last, and what that tells on: what else was made of it still holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, Select, delete, func, insert, or_, select

from sayso.ledger.schema import CLAIM, CLAIM_WORD, ENTITY, MENTION, REPORT, STATEMENT, WRITTEN

__all__ = ["REPORTS", "Since", "Thing", "note", "since"]

REMEMBERED = 1_000
"""Rows that are kept; who last looked before them is told that anything may have changed."""

MOST = 50
"""Reports of which it is told what they tell on; more tell on anything."""

Thing = tuple[Literal["reports", "report", "source", "word"], str]
"""Something that a page may rest on: a report or a source by its id, or a word of what claims are about."""

REPORTS: Thing = ("reports", "")
"""Which reports there are at all: every report that comes in tells on it."""


@dataclass(frozen=True, slots=True)
class Since:
    """What was written since a mark: on what it tells, on anything if that is None; and the next mark."""

    mark: int
    on: frozenset[Thing] | None


def note(connection: Connection, report: str | None = None) -> None:
    """Note, in the transaction that writes it, that a report came in; without one that anything changed."""
    id = connection.execute(insert(WRITTEN).values(report=report).returning(WRITTEN.c.id)).scalar_one()
    connection.execute(delete(WRITTEN).where(WRITTEN.c.id <= id - REMEMBERED))


def since(connection: Connection, mark: int) -> Since:
    """What was written since a mark that this gave before; with one below 0 only the mark means something.

    What is only worked out from the rest, the questions that are kept ready, is nothing that is written.
    """
    last = connection.execute(select(func.max(WRITTEN.c.id))).scalar() or 0
    query = select(WRITTEN.c.report).where(WRITTEN.c.id > mark, WRITTEN.c.id <= last)
    reports = connection.execute(query).scalars().all()
    if mark < 0 or len(reports) < last - mark or len(reports) > MOST or None in reports:
        return Since(last, None)
    return Since(last, frozenset(_told_on(connection, reports)) if reports else frozenset())


def _told_on(connection: Connection, new: Sequence[str]) -> Iterator[Thing]:
    """On what reports tell that came in.

    That is whom they name, what they make claims about, and their near-copies: these may be of one
    story only now, and their claims of one origin.
    """
    yield REPORTS
    stories = select(REPORT.c.origin).where(REPORT.c.id.in_(new))
    near = select(REPORT.c.id).where(REPORT.c.origin.in_(stories))
    yield from (("report", id) for id in connection.execute(near).scalars())
    yield from (("source", id) for id in connection.execute(_named(new)).scalars())
    words = (
        select(CLAIM_WORD.c.word)
        .join(CLAIM, CLAIM.c.id == CLAIM_WORD.c.claim)
        .where(CLAIM.c.report.in_(near))
        .distinct()
    )
    yield from (("word", word) for word in connection.execute(words).scalars())


def _named(reports: Sequence[str]) -> Select[Any]:
    """Whom reports name or quote, and whom these are known as."""
    named = select(MENTION.c.entity).where(MENTION.c.report.in_(reports))
    quoted = select(STATEMENT.c.entity).where(STATEMENT.c.report.in_(reports))
    return select(ENTITY.c.known_as).where(or_(ENTITY.c.id.in_(named), ENTITY.c.id.in_(quoted))).distinct()
