"""What a user means by a name or an address."""

from __future__ import annotations

from sqlalchemy import Connection, select

from sayso.ledger.lookup import entities, report_id, sources
from sayso.ledger.names import key
from sayso.ledger.rows import Source
from sayso.ledger.schema import CLAIM, ENTITY, NAME, STATEMENT

__all__ = ["one_entity", "target"]

SHOWN = 8
"""Names that an error offers."""


def one_entity(connection: Connection, name: str) -> Source:
    """The one entity with an id or a name, whether it said something or is only spoken of.

    Raises:
        LookupError: there is none, or there are several; the message lists which there are.
    """
    ids = entities(connection, name)
    found = sources(connection, ids)
    if len(found) > 1:
        listed = ", ".join(f"{one.id} ({one.statements} statements)" for one in found[:SHOWN])
        raise LookupError(f"several are called {name!r}: {listed}")
    if found:
        return found[0]
    if len(ids) == 1:
        row = connection.execute(select(ENTITY).where(ENTITY.c.id == ids[0])).one()
        return Source(row.id, row.name, row.label, row.grade, 0, 0, None, None, row.guessed)
    if ids:
        raise LookupError(f"several are called {name!r}: {', '.join(ids[:SHOWN])}")
    near = _near(connection, name)
    hint = f"; did you mean {', '.join(near)}?" if near else ""
    raise LookupError(f"nobody is called {name!r}{hint}")


def target(connection: Connection, what: str) -> str:
    """The full address of a statement (``report:3``), a claim (``report:c3``), a report, or an entity.

    Raises:
        LookupError: there is no such thing.
    """
    start, colon, number = what.partition(":")
    plain = number.removeprefix("c")
    if colon and plain.isdecimal():
        report = report_id(connection, start)
        table = STATEMENT if plain == number else CLAIM
        of = select(table.c.id).where(table.c.report == report, table.c.number == int(plain))
        if connection.execute(of).first() is None:
            raise LookupError(f"report {report} has no {table.name} {plain}")
        return f"{report}:{'' if plain == number else 'c'}{int(plain)}"
    try:
        return one_entity(connection, what).id
    except LookupError as error:
        try:
            return report_id(connection, what)
        except LookupError:
            raise error from None


def _near(connection: Connection, name: str) -> list[str]:
    """Names that share their last or first word with a name, those that begin alike in front."""
    words = key(name).split(" ")
    found: list[str] = []
    for pattern in (f"{key(name)}%", f"%{words[-1]}", f"{words[0]}%"):
        query = (
            select(ENTITY.c.name)
            .join(NAME, NAME.c.entity == ENTITY.c.id)
            .where(NAME.c.key.like(pattern))
            .distinct()
            .order_by(ENTITY.c.name)
            .limit(SHOWN)
        )
        found += [one for one in connection.execute(query).scalars() if one not in found]
    return found[:SHOWN]
