"""Looking things up: sources, statements, reports."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, literal_column, select, text

from sayso.ledger.names import key
from sayso.ledger.rows import Filter, Report, Source, Statement
from sayso.ledger.schema import ENTITY, MENTION, NAME, REPORT, STATEMENT
from sayso.ledger.stored import storable

__all__ = ["entities", "named_in", "report", "report_id", "search", "sources", "statements"]

LATEST = 2_000
"""Of the statements with the words searched for, as many of those added last are put in order."""

KNOWN = ENTITY.alias("known")

_SOURCE = ("id", "name", "label", "grade", "statements", "reports", "first_seen", "last_seen")


def entities(connection: Connection, name: str) -> list[str]:
    """The ids of the entities with an id or a name: one, or several of the same name, or none."""
    name = storable(name)
    by_id = select(ENTITY.c.known_as).where(ENTITY.c.id == name)
    found = connection.execute(by_id).scalars().all()
    if found:
        return list(found)
    by_name = (
        select(ENTITY.c.known_as).join(NAME, NAME.c.entity == ENTITY.c.id).where(NAME.c.key == key(name))
    ).union(select(ENTITY.c.known_as).where(func.lower(ENTITY.c.name) == name.lower()))
    return sorted(connection.execute(by_name).scalars())


def sources(
    connection: Connection, ids: Sequence[str] | None = None, limit: int | None = None
) -> list[Source]:
    """Sources by their number of statements, the most first; those with the ids, if given."""
    columns = [ENTITY.c[name] for name in _SOURCE]
    query = (
        select(*columns)
        .where(ENTITY.c.statements > 0)
        .order_by(ENTITY.c.statements.desc(), ENTITY.c.id)
        .limit(limit)
    )
    if ids is not None:
        query = query.where(ENTITY.c.id.in_(ids))
    found = connection.execute(query).mappings().all()
    spelt = _spelt(connection, [row["id"] for row in found]) if ids is not None else {}
    return [Source(**row, **spelt.get(row["id"], {})) for row in found]


def statements(
    connection: Connection, wanted: Filter, *, latest: bool = False, skip: int = 0
) -> list[Statement]:
    """The statements wanted, oldest first or latest first, without the first ``skip`` of them."""
    first = (STATEMENT.c.published.is_(None), STATEMENT.c.published, STATEMENT.c.report, STATEMENT.c.number)
    order: Any = (STATEMENT.c.published.desc().nulls_last(), STATEMENT.c.id.desc()) if latest else first
    page = (  # only what tells the order is sorted, and no texts
        select(STATEMENT.c.id)
        .join(REPORT, REPORT.c.id == STATEMENT.c.report)
        .where(*_conditions(wanted))
        .order_by(*order)
        .offset(skip)
        .limit(wanted.limit)
    )
    query = _query().where(STATEMENT.c.id.in_(page)).order_by(*order)
    return [_statement(row) for row in connection.execute(query)]


def search(connection: Connection, words: str, wanted: Filter, skip: int = 0) -> list[Statement]:
    """Statements whose content has all the words, or words in double quotation marks together.

    The latest published come first, of the ``LATEST`` that were added last. Words match in all
    their inflections.
    """
    words = storable(words)
    if connection.dialect.name == "sqlite":
        found = select(STATEMENT.c.id).select_from(
            STATEMENT.join(text("statement_words"), text("statement_words.rowid = statement.id"))
        )
        condition: Any = text("statement_words MATCH :words").bindparams(words=_match(words))
        order: Any = literal_column("statement_words.rowid").desc()
    else:
        found = select(STATEMENT.c.id)
        vector = func.to_tsvector(literal_column("'english'"), STATEMENT.c.content_text)
        condition = vector.op("@@")(func.websearch_to_tsquery(literal_column("'english'"), words))
        order = STATEMENT.c.id.desc()
    latest = (
        found.join(REPORT, REPORT.c.id == STATEMENT.c.report)
        .where(condition, *_conditions(wanted))
        .order_by(order)
        .limit(LATEST)
    )
    ids = connection.execute(latest).scalars().all()
    query = (
        _query()
        .where(STATEMENT.c.id.in_(ids))
        .order_by(STATEMENT.c.published.is_(None), STATEMENT.c.published.desc(), STATEMENT.c.id)
    )
    return [_statement(row) for row in connection.execute(query.offset(skip).limit(wanted.limit))]


def report_id(connection: Connection, start: str) -> str:
    """The one report whose id begins so.

    Raises:
        LookupError: there is none, or there are several.
    """
    start = storable(start)
    query = select(REPORT.c.id).where(REPORT.c.id >= start, REPORT.c.id <= start + "g").limit(2)
    found = connection.execute(query).scalars().all()
    if len(found) != 1 or not start:
        raise LookupError(f"{'several reports' if found else 'no report'} with an id that begins {start!r}")
    return str(found[0])


def report(connection: Connection, id: str) -> Report:
    """A report with its statements, those that are rejected too, and its story's near-copies."""
    row = connection.execute(select(REPORT).where(REPORT.c.id == id)).mappings().one()
    group = (
        select(REPORT.c.id)
        .where(REPORT.c.origin == row["origin"])
        .order_by((REPORT.c.id != row["origin"]), REPORT.c.published, REPORT.c.id)
    )
    of = connection.execute(_query().where(STATEMENT.c.report == id).order_by(STATEMENT.c.number))
    fields = {name: row[name] for name in Report.__dataclass_fields__ if name in row}
    copies = list(connection.execute(group).scalars())
    return Report(**fields, copies=copies, statements=[_statement(s) for s in of])


def named_in(connection: Connection, known: str, reports: Sequence[str]) -> list[str]:
    """The entities known as ``known`` that these reports name."""
    query = (
        select(ENTITY.c.id)
        .join(MENTION, MENTION.c.entity == ENTITY.c.id)
        .where(ENTITY.c.known_as == known, MENTION.c.report.in_(reports))
    ).union(
        select(ENTITY.c.id)
        .join(STATEMENT, STATEMENT.c.entity == ENTITY.c.id)
        .where(ENTITY.c.known_as == known, STATEMENT.c.report.in_(reports))
    )
    return sorted(connection.execute(query).scalars())


def _query() -> Select[Any]:
    return (
        select(
            STATEMENT, REPORT.c.outlet, REPORT.c.title,
            KNOWN.c.name.label("known_name"), KNOWN.c.id.label("known_id"),
        )
        .join(REPORT, REPORT.c.id == STATEMENT.c.report)
        .outerjoin(ENTITY, ENTITY.c.id == STATEMENT.c.entity)
        .outerjoin(KNOWN, KNOWN.c.id == ENTITY.c.known_as)
    )  # fmt: skip


def _conditions(wanted: Filter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [STATEMENT.c.rejected == 0]
    if wanted.source is not None:
        found.append(STATEMENT.c.entity.in_(_parts([wanted.source])))
    if wanted.outlet is not None:
        found.append(func.lower(REPORT.c.outlet) == wanted.outlet.lower())
    if wanted.since is not None:
        found.append(STATEMENT.c.published >= wanted.since)
    if wanted.until is not None:
        found.append(STATEMENT.c.published <= wanted.until)
    if wanted.below is not None:
        found.append(STATEMENT.c.low < wanted.below)
    if wanted.above is not None:
        found.append(STATEMENT.c.low >= wanted.above)
    same = {"type": wanted.type, "polarity": wanted.polarity}
    found += [STATEMENT.c[column] == value for column, value in same.items() if value is not None]
    return found


def _parts(ids: Sequence[str]) -> Select[Any]:
    """The entities that were merged into these, and these."""
    return select(ENTITY.c.id).where(ENTITY.c.known_as.in_(ids))


def _spelt(connection: Connection, ids: Sequence[str]) -> dict[str, dict[str, Any]]:
    """For each source, the other forms of its name, and what the machine guessed."""
    rows = connection.execute(
        select(ENTITY.c.known_as, ENTITY.c.guessed, KNOWN.c.name, NAME.c.key)
        .join(KNOWN, KNOWN.c.id == ENTITY.c.known_as)
        .outerjoin(NAME, NAME.c.entity == ENTITY.c.id)
        .where(ENTITY.c.known_as.in_(ids))
        .order_by(NAME.c.key)
    )
    found: dict[str, dict[str, Any]] = {id: {"also": [], "guessed": None} for id in ids}
    for id, guessed, name, form in rows:
        entry = found[id]
        entry["guessed"] = entry["guessed"] or guessed
        if form and form not in (key(name), *entry["also"]):
            entry["also"].append(form)
    return found


def _match(words: str) -> str:
    """The words as a query of FTS5, in which every mark of theirs is only a mark."""
    parts = words.split('"')
    phrases = [part for at, part in enumerate(parts) for part in ([part] if at % 2 else part.split())]
    return " ".join(f'"{phrase}"' for phrase in phrases if any(c.isalnum() for c in phrase)) or '""'


def _statement(row: Row[Any]) -> Statement:
    it = row._mapping
    same = (
        "report", "published", "outlet", "title", "source_kind", "type", "polarity", "low", "high",
        "certainty_words", "said", "about", "via", "within", "spans", "confidence", "grade",
    )  # fmt: skip
    return Statement(
        id=f"{it['report']}:{it['number']}",
        source=it["known_name"] or it["speaker"] or it["source_text"],
        source_id=it["known_id"],
        cue=it["cue_text"],
        content=it["content_text"],
        rejected=bool(it["rejected"]),
        **{name: it[name] for name in same},
    )
