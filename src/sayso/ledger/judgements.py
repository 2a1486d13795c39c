"""What analysts decide: merge, split, rename, grade, reject, note; and undoing any of it.

A judgement is a row that stays. The other tables show what the rows that are not undone come to.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, insert, select

from sayso.ledger.effects import take_effect
from sayso.ledger.entities import fresh_id
from sayso.ledger.log import Judgement, log
from sayso.ledger.schema import CLAIM, ENTITY, JUDGEMENT, STATEMENT
from sayso.ledger.stored import storable

__all__ = ["claim", "grade", "merge", "note", "reject", "rename", "split", "undo", "watch"]

SOURCE_GRADES, CLAIM_GRADES = "ABCDEF", "123456"
"""The Admiralty code; F and 6 mean that it cannot be judged."""


def merge(connection: Connection, keep: str, other: str, user: str, at: str) -> Judgement:
    """From now on the entity ``other`` is known as ``keep``.

    Raises:
        ValueError: they are one already.
    """
    known = select(ENTITY.c.known_as).where(ENTITY.c.id.in_((keep, other)))
    if len(set(connection.execute(known).scalars())) < 2:
        raise ValueError(f"{keep} and {other} are one already")
    return _written(connection, "merge", keep, {"other": other}, user, at)


def split(connection: Connection, entity: str, reports: list[str], user: str, at: str) -> Judgement:
    """What these reports say of an entity is of somebody else of that name, who becomes an entity."""
    found = connection.execute(select(ENTITY.c.name, ENTITY.c.label).where(ENTITY.c.id == entity)).one()
    other = fresh_id(connection, entity)
    connection.execute(insert(ENTITY).values(id=other, name=found.name, label=found.label, known_as=other))
    return _written(connection, "split", entity, {"other": other, "reports": reports}, user, at)


def rename(connection: Connection, entity: str, name: str, user: str, at: str) -> Judgement:
    """Show an entity under another name; it is still found by the names that reports have for it."""
    was = connection.execute(select(ENTITY.c.name).where(ENTITY.c.id == entity)).scalar_one()
    return _written(connection, "rename", entity, {"name": name, "was": was}, user, at)


def grade(connection: Connection, target: str, letter: str, user: str, at: str) -> Judgement:
    """Give a source (an entity) a grade of A to F, or a statement one of 1 to 6.

    Raises:
        ValueError: it is no such grade.
    """
    statement = ":" in target
    known = CLAIM_GRADES if statement else SOURCE_GRADES
    if len(letter) != 1 or letter not in known:
        what = "statement" if statement else "source"
        raise ValueError(f"{letter!r} is no grade of a {what} ({known[0]} to {known[-1]})")
    value = {"grade": letter} | ({"spans": _spans(connection, target)} if statement else {})
    return _written(connection, "grade", target, value, user, at)


def reject(connection: Connection, statement: str, user: str, at: str) -> Judgement:
    """Leave a statement, which the machine read wrongly, out of everything."""
    return _written(connection, "reject", statement, {"spans": _spans(connection, statement)}, user, at)


def note(connection: Connection, target: str, text: str, user: str, at: str) -> Judgement:
    """Say something about an entity, a report or a statement; it changes nothing else."""
    return _written(connection, "note", target, {"text": text}, user, at)


def claim(
    connection: Connection, kind: str, about: list[str], data: dict[str, Any], user: str, at: str
) -> Judgement:
    """Add a claim by hand, as the questions room has it; ``about`` are the names of its subject."""
    return _written(connection, "claim", kind, {"about": about, "data": data}, user, at)


def watch(connection: Connection, question: str, user: str, at: str) -> Judgement:
    """Keep an eye on a question, as it is put; it changes nothing else."""
    return _written(connection, "watch", storable(question), {}, user, at)


def undo(connection: Connection, number: int | None, user: str, at: str) -> Judgement:
    """Take back a judgement, the latest that stands where no number is given. An undoing stays.

    Raises:
        LookupError: there is no such judgement, or it does not stand.
    """
    stand = {one.id: one for one in log(connection) if one.kind != "undo" and not one.undone}
    found = stand.get(max(stand, default=0) if number is None else number)
    if found is None:
        raise LookupError(f"no judgement {number} that stands" if number else "nothing to undo")
    row = {"kind": "undo", "target": found.target, "value": {}, "user": user, "at": at, "undoes": found.id}
    connection.execute(insert(JUDGEMENT).values(**row))
    take_effect(connection, found)
    return found


def _written(
    connection: Connection, kind: str, target: str, value: dict[str, Any], user: str, at: str
) -> Judgement:
    row = {"kind": kind, "target": target, "value": storable(value), "user": storable(user), "at": at}
    id = connection.execute(insert(JUDGEMENT).values(**row).returning(JUDGEMENT.c.id)).scalar_one()
    found = Judgement(id=id, **row)
    take_effect(connection, found)
    return found


def _spans(connection: Connection, statement: str) -> dict[str, Any]:
    """Where a statement or claim stands, by which it is found again in another reading."""
    report, _, number = statement.partition(":")
    table = CLAIM if number.startswith("c") else STATEMENT
    found: dict[str, Any] = connection.execute(
        select(table.c.spans).where(table.c.report == report, table.c.number == int(number.lstrip("c")))
    ).scalar_one()
    return found
