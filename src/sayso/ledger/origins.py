"""Groups of near-copies in the ledger: each report's ``origin`` is the first of its group."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, insert, select, update

from sayso.ledger.copies import Story, bands, is_copy, signature, story
from sayso.ledger.schema import BAND, REPORT, STATEMENT
from sayso.ledger.touched import touch_reports

__all__ = ["join"]


def join(connection: Connection, row: dict[str, Any], quotes: Sequence[str]) -> bool:
    """Write a report's row, as one of the group whose story it has, if there is one.

    ``quotes`` are its direct quotations. Returns whether it is a near-copy of another report.
    """
    signed = signature(row["text"])
    hashes = sorted(set(bands(signed)))
    mine = story(row["text"], quotes, row["credit"])
    groups = {
        origin for id, origin in _candidates(connection, hashes) if is_copy(mine, _story(connection, id))
    }
    connection.execute(insert(REPORT).values(**row, signature=signed, origin=row["id"]))
    connection.execute(insert(BAND), [{"hash": value, "report": row["id"]} for value in hashes])
    if groups:
        _unite(connection, {*groups, row["id"]})
    if len(groups) > 1:
        _touch(connection, row["id"])
    return bool(groups)


def _candidates(connection: Connection, hashes: Sequence[int]) -> Sequence[tuple[str, str]]:
    """The reports that share a band with these hashes, and their groups."""
    found = connection.execute(
        select(REPORT.c.id, REPORT.c.origin)
        .join(BAND, BAND.c.report == REPORT.c.id)
        .where(BAND.c.hash.in_(hashes))
        .distinct()
        .order_by(REPORT.c.id)
    )
    return [(id, origin) for id, origin in found]


def _story(connection: Connection, id: str) -> Story:
    text, credit = connection.execute(select(REPORT.c.text, REPORT.c.credit).where(REPORT.c.id == id)).one()
    quotes = connection.execute(
        select(STATEMENT.c.content_text).where(STATEMENT.c.report == id, STATEMENT.c.type == "direct")
    )
    return story(text, quotes.scalars(), credit)


def _touch(connection: Connection, id: str) -> None:
    """Claims that were of several stories are of one now, which tells on their origins."""
    story = select(REPORT.c.origin).where(REPORT.c.id == id).scalar_subquery()
    touch_reports(
        connection, connection.execute(select(REPORT.c.id).where(REPORT.c.origin == story)).scalars()
    )


def _unite(connection: Connection, groups: set[str]) -> None:
    """Make one group of several; its head is the report published first, or else captured first."""
    head = connection.execute(
        select(REPORT.c.id)
        .where(REPORT.c.origin.in_(groups))
        .order_by(REPORT.c.published.is_(None), REPORT.c.published, REPORT.c.captured_at, REPORT.c.id)
        .limit(1)
    ).scalar_one()
    connection.execute(update(REPORT).where(REPORT.c.origin.in_(groups)).values(origin=head))
