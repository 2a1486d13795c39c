"""Lists to leaf through: reports and statements, the latest first, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from sayso.ledger.rows import Filter
from sayso.ledger.schema import CLAIM, REPORT, STATEMENT

__all__ = ["Counts", "Headline", "Told", "counts", "headlines", "reports", "told"]


@dataclass(frozen=True, slots=True)
class Headline:
    """A report in a list; ``statements`` is how many it has, without those that were rejected."""

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    statements: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a ledger holds."""

    reports: int
    statements: int


@dataclass(frozen=True, slots=True)
class Told:
    """A claim in a report: its kind, what the questions room keeps of it, and where it stands.

    ``statement`` is the number of the statement that it is in, or None in the report's own voice.
    """

    report: str
    kind: str
    statement: int | None
    span: Sequence[Sequence[int]]
    data: dict[str, Any]


def reports(connection: Connection, wanted: Filter, skip: int = 0) -> list[Headline]:
    """Reports, the latest published first; of the filter outlet, since, until and limit count."""
    page = (
        select(REPORT.c.id)
        .where(*_published(wanted))
        .order_by(REPORT.c.published.desc().nulls_last(), REPORT.c.id)
        .offset(skip)
        .limit(wanted.limit)
    )
    return headlines(connection, connection.execute(page).scalars().all())


def headlines(connection: Connection, ids: Sequence[str]) -> list[Headline]:
    """These reports, in this order; those that are not there are left out."""
    rows = connection.execute(_headlines().where(REPORT.c.id.in_(ids)))
    found = {row.id: Headline(*row) for row in rows}
    return [found[id] for id in ids if id in found]


def told(connection: Connection, reports: Sequence[str], kinds: Sequence[str] | None = None) -> list[Told]:
    """The claims of reports that stand, in the order of their texts."""
    query = (
        select(CLAIM.c.report, CLAIM.c.kind, CLAIM.c.statement, CLAIM.c.spans, CLAIM.c.data)
        .outerjoin(
            STATEMENT, (STATEMENT.c.report == CLAIM.c.report) & (STATEMENT.c.number == CLAIM.c.statement)
        )
        .where(CLAIM.c.report.in_(reports), CLAIM.c.rejected == 0)
        .where(or_(STATEMENT.c.id.is_(None), STATEMENT.c.rejected == 0))
        .order_by(CLAIM.c.report, CLAIM.c.number)
    )
    if kinds is not None:
        query = query.where(CLAIM.c.kind.in_(kinds))
    return [
        Told(row.report, row.kind, row.statement, row.spans["content"], row.data)
        for row in connection.execute(query)
    ]


def counts(connection: Connection) -> Counts:
    """How many reports and statements there are, those that were rejected too."""
    return Counts(
        *(connection.execute(select(func.count()).select_from(t)).scalar_one() for t in (REPORT, STATEMENT))
    )


def _headlines() -> Select[Any]:
    said = (
        select(func.count())
        .where(STATEMENT.c.report == REPORT.c.id, STATEMENT.c.rejected == 0)
        .correlate(REPORT)
        .scalar_subquery()
    )
    return select(REPORT.c.id, REPORT.c.title, REPORT.c.outlet, REPORT.c.published, said)


def _published(wanted: Filter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.outlet is not None:
        found.append(func.lower(REPORT.c.outlet) == wanted.outlet.lower())
    if wanted.since is not None:
        found.append(REPORT.c.published >= wanted.since)
    if wanted.until is not None:
        found.append(REPORT.c.published <= wanted.until)
    return found
