"""Claims in the ledger: kept as the questions room has them, and found by what they are about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, and_, delete, func, insert, or_, select

from sayso.ledger.log import log, standing
from sayso.ledger.names import words
from sayso.ledger.schema import CLAIM, CLAIM_WORD, ENTITY, REPORT, STATEMENT
from sayso.ledger.stored import storable

__all__ = ["ClaimRow", "Kept", "about", "everything", "write"]

COMMON = 2_000
"""Claims from which on a word is too common to look by, as long as another one is rarer."""

KNOWN = ENTITY.alias("known")


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim to keep. ``about`` are the names of what it is about, ``span`` where it stands.

    ``statement`` is the number of the statement that it is in, or None in the report's own voice;
    ``data`` what the questions room wants to have back.
    """

    kind: str
    about: tuple[str, ...]
    span: Sequence[Sequence[int]]
    statement: int | None
    data: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Kept:
    """A claim in the ledger.

    ``id`` is ``report:c`` and its number there, or ``log:`` and the number of the judgement by which
    an analyst added it; ``report`` is None then. ``origin`` is the first of its report's near-copies,
    ``grade`` the claim's own or its statement's, ``source_grade`` that of the statement's source.
    """

    id: str
    kind: str
    data: dict[str, Any]
    report: str | None = None
    origin: str | None = None
    grade: str | None = None
    source_grade: str | None = None
    spans: dict[str, Any] = field(default_factory=dict)


def write(connection: Connection, report: str, rows: Iterable[ClaimRow]) -> None:
    """Put these claims in the place of those that a report has."""
    old = select(CLAIM.c.id).where(CLAIM.c.report == report)
    connection.execute(delete(CLAIM_WORD).where(CLAIM_WORD.c.claim.in_(old)))
    connection.execute(delete(CLAIM).where(CLAIM.c.report == report))
    for number, row in enumerate(rows):
        made = insert(CLAIM).values(
            report=report, number=number, statement=row.statement, kind=row.kind, rejected=0,
            spans={"cue": [], "content": row.span}, data=storable(row.data),
        )  # fmt: skip
        id = connection.execute(made.returning(CLAIM.c.id)).scalar_one()
        found = _words(row.about)
        if found:
            connection.execute(insert(CLAIM_WORD), [{"word": word, "claim": id} for word in sorted(found)])


def about(connection: Connection, names: Iterable[str], kinds: Sequence[str] | None = None) -> list[Kept]:
    """The claims about something that one of the names may stand for: they share a word, the rarer ones.

    What an analyst rejected, a claim or the statement that it is in, is left out; what he added is there.
    """
    asked = _words(names)
    telling = _telling(connection, asked)
    if not telling:
        return _added(connection, asked, kinds)
    shared = select(CLAIM_WORD.c.claim).where(CLAIM_WORD.c.word.in_(telling))
    return [*_kept(connection, CLAIM.c.id.in_(shared), kinds), *_added(connection, asked, kinds)]


def everything(connection: Connection, kinds: Sequence[str] | None = None) -> list[Kept]:
    """All claims that stand."""
    return [*_kept(connection, CLAIM.c.id.is_not(None), kinds), *_added(connection, None, kinds)]


def _kept(connection: Connection, condition: Any, kinds: Sequence[str] | None) -> list[Kept]:
    query = (
        select(
            CLAIM, REPORT.c.origin, STATEMENT.c.grade.label("of_statement"), KNOWN.c.grade.label("of_source")
        )
        .join(REPORT, REPORT.c.id == CLAIM.c.report)
        .outerjoin(
            STATEMENT, and_(STATEMENT.c.report == CLAIM.c.report, STATEMENT.c.number == CLAIM.c.statement)
        )
        .outerjoin(ENTITY, ENTITY.c.id == STATEMENT.c.entity)
        .outerjoin(KNOWN, KNOWN.c.id == ENTITY.c.known_as)
        .where(condition, CLAIM.c.rejected == 0, or_(STATEMENT.c.id.is_(None), STATEMENT.c.rejected == 0))
        .order_by(REPORT.c.published, CLAIM.c.report, CLAIM.c.number)
    )
    if kinds is not None:
        query = query.where(CLAIM.c.kind.in_(kinds))
    return [
        Kept(
            f"{row.report}:c{row.number}", row.kind, row.data, row.report, row.origin,
            row.grade or row.of_statement, row.of_source, row.spans,
        )
        for row in connection.execute(query)
    ]  # fmt: skip


def _added(connection: Connection, asked: frozenset[str] | None, kinds: Sequence[str] | None) -> list[Kept]:
    return [
        Kept(f"log:{one.id}", one.target, one.value["data"])
        for one in standing(log(connection), "claim")
        if (kinds is None or one.target in kinds) and (asked is None or asked & _words(one.value["about"]))
    ]


def _words(names: Iterable[str]) -> frozenset[str]:
    """The words of names by which they are looked up: those of three letters and more, or all."""
    found = frozenset(word[:60] for name in names for word in words(name))
    return frozenset(word for word in found if len(word) > 2) or found


def _telling(connection: Connection, asked: frozenset[str]) -> list[str]:
    """The words that are not common; of common ones the rarest."""
    counts = {
        word: connection.execute(
            select(func.count()).select_from(
                select(CLAIM_WORD.c.claim).where(CLAIM_WORD.c.word == word).limit(COMMON + 1).subquery()
            )
        ).scalar_one()
        for word in sorted(asked)
    }
    known = {word: count for word, count in counts.items() if count}
    rare = [word for word, count in known.items() if count <= COMMON]
    return rare or sorted(known, key=lambda word: known[word])[:1]
