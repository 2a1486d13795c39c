"""Entities across reports: which entity of the ledger each name of a report stands for.

What the machine takes for one is a guess where the spellings differ; an analyst's merge or split
stands above it (see ``judgements``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from sayso.ledger.names import compatible, key, skeleton
from sayso.ledger.schema import ENTITY, NAME

__all__ = ["Known", "Named", "assign", "fresh_id"]


@dataclass(frozen=True, slots=True)
class Named:
    """Who or what a report names: the fullest name, its label, and all the forms it has there.

    ``apart`` is set where the report says that this is not the one of that name whom others know.
    """

    name: str
    label: str
    forms: frozenset[str] = frozenset()
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """An entity of the ledger by the key of one of its full names."""

    id: str
    key: str


def assign(connection: Connection, named: Sequence[Named]) -> dict[Named, str]:
    """The ids of the entities that names stand for; those that nobody had named yet are made."""
    known = _known(connection, named)
    found: dict[Named, str] = {}
    for one in named:
        bones = skeleton(one.name, one.label)
        rivals = known[one.label, bones]
        match = None if one.apart else _match(one, rivals)
        if match is None:
            id = _made(connection, one)
        else:
            id = match.id
            if match.key != key(one.name):
                _guess(connection, id, f"{match.key} = {key(one.name)}")
        rivals.append(Known(id, key(one.name)))
        found[one] = id
    _learn(connection, found)
    return found


def _known(connection: Connection, named: Sequence[Named]) -> defaultdict[tuple[str, str], list[Known]]:
    """The ledger's entities by label and skeleton, those made first in front."""
    bones = {skeleton(one.name, one.label) for one in named}
    rows = connection.execute(
        select(NAME.c.label, NAME.c.skeleton, NAME.c.entity, NAME.c.key)
        .where(NAME.c.skeleton.in_(bones), NAME.c.full == 1)
        .order_by(NAME.c.entity, NAME.c.key)
    )
    found: defaultdict[tuple[str, str], list[Known]] = defaultdict(list)
    for label, of, entity, spelt in rows:
        found[label, of].append(Known(entity, spelt))
    return found


def _match(one: Named, rivals: Iterable[Known]) -> Known | None:
    """The entity of the same spelling, or else the first of a compatible one."""
    close = [r for r in rivals if one.label != "PERSON" or compatible(one.name, r.key)]
    same = [r for r in close if r.key == key(one.name)]
    return next(iter(same or close), None)


def fresh_id(connection: Connection, name: str) -> str:
    """An id that tells a name, and that no entity has: maria-telles, or maria-telles-2."""
    stem = key(name).replace(" ", "-")[:100] or "unnamed"
    id, number = stem, 2
    while connection.execute(select(ENTITY.c.id).where(ENTITY.c.id == id)).scalar():
        id, number = f"{stem}-{number}", number + 1
    return id


def _made(connection: Connection, one: Named) -> str:
    id = fresh_id(connection, one.name)
    connection.execute(insert(ENTITY).values(id=id, name=one.name, label=one.label, known_as=id))
    return id


def _guess(connection: Connection, id: str, reason: str) -> None:
    connection.execute(
        ENTITY.update().where(ENTITY.c.id == id, ENTITY.c.guessed.is_(None)).values(guessed=reason)
    )


def _learn(connection: Connection, found: dict[Named, str]) -> None:
    """Every form by which an entity may be looked up."""
    rows = {}
    for one, id in found.items():
        for form in {*one.forms, one.name}:
            spelt = key(form)
            full = int(spelt == key(one.name))
            if (spelt and (spelt, id) not in rows) or full:
                rows[spelt, id] = {
                    "key": spelt, "entity": id, "skeleton": skeleton(form, one.label),
                    "label": one.label, "full": full,
                }  # fmt: skip
    if not rows:
        return
    old = connection.execute(
        select(NAME.c.key, NAME.c.entity, NAME.c.full).where(NAME.c.entity.in_(set(found.values())))
    )
    for spelt, id, full in old:
        row = rows.pop((spelt, id), None)
        if row and row["full"] > full:
            connection.execute(NAME.update().where(NAME.c.key == spelt, NAME.c.entity == id).values(full=1))
    if rows:
        connection.execute(insert(NAME), list(rows.values()))
