"""Claims where they stand: their addresses, and the words around them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from sayso.ledger.schema import CLAIM, ENTITY, REPORT, STATEMENT

__all__ = ["Passage", "Placed", "last_claim", "passage", "placed", "reports_since"]

KNOWN = ENTITY.alias("known")

AROUND = 280
"""Characters before and after a span that a passage has at most."""

LONGEST = 900
"""Characters of a span; what is longer is cut."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the ledger has a claim: ``address`` is ``report:c`` and its number there.

    ``statement`` is the number of the statement that it is in, ``source`` the entity who made that;
    ``grade`` the claim's own grade or its statement's, ``source_grade`` the source's.
    """

    address: str
    report: str
    kind: str
    statement: int | None
    source: str | None
    grade: str | None
    source_grade: str | None


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a report's text, and the offset at which it begins there."""

    text: str
    start: int


def placed(connection: Connection, reports: Iterable[str]) -> list[Placed]:
    """All claims of these reports, those that were rejected too."""
    query = (
        select(
            CLAIM.c.report, CLAIM.c.number, CLAIM.c.kind, CLAIM.c.statement, CLAIM.c.grade,
            STATEMENT.c.grade.label("of_statement"),
            KNOWN.c.id.label("known_id"), KNOWN.c.grade.label("of_source"),
        )
        .outerjoin(
            STATEMENT, (STATEMENT.c.report == CLAIM.c.report) & (STATEMENT.c.number == CLAIM.c.statement)
        )
        .outerjoin(ENTITY, ENTITY.c.id == STATEMENT.c.entity)
        .outerjoin(KNOWN, KNOWN.c.id == ENTITY.c.known_as)
        .where(CLAIM.c.report.in_(sorted(set(reports))))
        .order_by(CLAIM.c.report, CLAIM.c.number)
    )  # fmt: skip
    return [
        Placed(
            f"{row.report}:c{row.number}", row.report, row.kind, row.statement, row.known_id,
            row.grade or row.of_statement, row.of_source,
        )
        for row in connection.execute(query)
    ]  # fmt: skip


def last_claim(connection: Connection) -> int:
    """The number of the claim that came in last; 0 where there is none."""
    return connection.execute(select(func.max(CLAIM.c.id))).scalar() or 0


def reports_since(connection: Connection, claim: int, most: int) -> list[str]:
    """The reports with claims of a greater number, the latest first, ``most`` of them."""
    latest = func.max(CLAIM.c.id)
    query = (
        select(CLAIM.c.report)
        .where(CLAIM.c.id > claim)
        .group_by(CLAIM.c.report)
        .order_by(latest.desc())
        .limit(most)
    )
    return list(connection.execute(query).scalars())


def passage(connection: Connection, report: str, start: int, end: int) -> Passage | None:
    """The text around a span, as it stands; None where there is no such report."""
    first = max(0, start - AROUND)
    long = min(max(end - start, 0), LONGEST) + (start - first) + AROUND
    text = select(func.substr(REPORT.c.text, first + 1, long)).where(REPORT.c.id == report)
    found = connection.execute(text).scalar()
    return None if found is None else Passage(found, first)
