"""Claims in the ledger: kept as the questions room has them, and found by what they are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, delete, func, insert, select

from sayso.ledger.names import words
from sayso.ledger.schema import CLAIM, CLAIM_WORD, ENTITY, JUDGEMENT, REPORT, STATEMENT
from sayso.ledger.stored import storable
from sayso.ledger.touched import touch_reports

__all__ = [
    "DESCRIPTION",
    "ClaimRow",
    "Kept",
    "about",
    "by_hand",
    "by_number",
    "by_words",
    "everything",
    "telling",
    "write",
]

COMMON = 2_000
"""Claims from which on a word is too common to look by, as long as another one is rarer."""

LONGEST = 50
"""Characters of a word that is looked up."""

DESCRIPTION = "="
"""What stands before a name that is no name but tells what somebody is; its words are a matter apart."""

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
    ``grade`` the claim's own or its statement's, ``source_grade`` that of the statement's source;
    ``rejected`` tells that an analyst rejected it, or the statement.
    """

    id: str
    kind: str
    data: dict[str, Any]
    report: str | None = None
    origin: str | None = None
    grade: str | None = None
    source_grade: str | None = None
    rejected: bool = False


def write(connection: Connection, report: str, rows: Iterable[ClaimRow]) -> None:
    """Put these claims in the place of those that a report has."""
    touch_reports(connection, [report])
    old = select(CLAIM.c.id).where(CLAIM.c.report == report)
    connection.execute(delete(CLAIM_WORD).where(CLAIM_WORD.c.claim.in_(old)))
    connection.execute(delete(CLAIM).where(CLAIM.c.report == report))
    for number, row in enumerate(rows):
        made = insert(CLAIM).values(
            report=report, number=number, statement=row.statement, kind=row.kind, rejected=0,
            spans={"cue": [], "content": row.span}, data=storable(row.data),
        )  # fmt: skip
        id = connection.execute(made.returning(CLAIM.c.id)).scalar_one()
        found = by_words(row.about)
        if found:
            connection.execute(
                insert(CLAIM_WORD), [{"word": word, "kind": row.kind, "claim": id} for word in sorted(found)]
            )
    touch_reports(connection, [report])


def about(
    connection: Connection,
    names: Iterable[str],
    kinds: Sequence[str] | None = None,
    *,
    rejected: bool = False,
    every: bool = False,
) -> Iterator[Kept]:
    """The claims about something that one of the names may stand for: they share a word, the rarer ones.

    ``every`` asks for those that have all the words; there may still be others among the claims.
    What an analyst added is there. What he rejected, a claim or the statement that it is in, is left
    out, unless it is asked for.
    """
    asked = by_words(names)
    looked_by = _telling(connection, asked, kinds, every)
    if looked_by:
        shared = select(CLAIM_WORD.c.claim).where(CLAIM_WORD.c.word.in_(looked_by), *_of(kinds))
        yield from _kept(connection, CLAIM.c.id.in_(shared), kinds, rejected)
    yield from _added(connection, asked, kinds)


def everything(
    connection: Connection, kinds: Sequence[str] | None = None, rejected: bool = False
) -> Iterator[Kept]:
    """All claims; those that were rejected only where they are asked for."""
    yield from _kept(connection, CLAIM.c.id.is_not(None), kinds, rejected)
    yield from _added(connection, None, kinds)


def by_number(connection: Connection, numbers: Sequence[int]) -> dict[int, Kept]:
    """Claims by the numbers of their rows, those that were rejected too."""
    query = _query().where(CLAIM.c.id.in_(numbers))
    return {number: _one(*row) for number, *row in connection.execute(query)}


def by_hand(connection: Connection) -> list[tuple[frozenset[str], Kept]]:
    """The claims that analysts added and did not take back, with the words that they are looked up by."""
    undone = select(JUDGEMENT.c.undoes).where(JUDGEMENT.c.undoes.is_not(None))
    query = (
        select(JUDGEMENT.c.id, JUDGEMENT.c.target, JUDGEMENT.c.value)
        .where(JUDGEMENT.c.kind == "claim", JUDGEMENT.c.id.not_in(undone))
        .order_by(JUDGEMENT.c.id)
    )
    return [
        (by_words(value["about"]), Kept(f"log:{id}", kind, value["data"]))
        for id, kind, value in connection.execute(query)
    ]


def _query() -> Select[Any]:
    return (
        select(
            CLAIM.c.id, CLAIM.c.report, CLAIM.c.number, CLAIM.c.kind, CLAIM.c.data, CLAIM.c.rejected,
            CLAIM.c.grade, REPORT.c.origin, STATEMENT.c.grade.label("of_statement"),
            KNOWN.c.grade.label("of_source"), STATEMENT.c.rejected.label("with_statement"),
        )
        .join(REPORT, REPORT.c.id == CLAIM.c.report)
        .outerjoin(
            STATEMENT, and_(STATEMENT.c.report == CLAIM.c.report, STATEMENT.c.number == CLAIM.c.statement)
        )
        .outerjoin(ENTITY, ENTITY.c.id == STATEMENT.c.entity)
        .outerjoin(KNOWN, KNOWN.c.id == ENTITY.c.known_as)
    )  # fmt: skip


def _one(
    report: str,
    number: int,
    kind: str,
    data: dict[str, Any],
    rejected: int,
    grade: str | None,
    origin: str,
    of_statement: str | None,
    of_source: str | None,
    with_statement: int | None,
) -> Kept:
    """A claim of a row of ``_query``, without its number there."""
    return Kept(
        f"{report}:c{number}", kind, data, report, origin,
        grade or of_statement, of_source, bool(rejected or with_statement),
    )  # fmt: skip


def _kept(
    connection: Connection, condition: Any, kinds: Sequence[str] | None, rejected: bool
) -> Iterator[Kept]:
    query = _query().where(condition).order_by(REPORT.c.published, CLAIM.c.report, CLAIM.c.number)
    if not rejected:
        query = query.where(CLAIM.c.rejected == 0, func.coalesce(STATEMENT.c.rejected, 0) == 0)
    if kinds is not None:
        query = query.where(CLAIM.c.kind.in_(kinds))
    return (_one(*row) for _, *row in connection.execute(query))


def _added(connection: Connection, asked: frozenset[str] | None, kinds: Sequence[str] | None) -> list[Kept]:
    return [
        one
        for words, one in by_hand(connection)
        if (kinds is None or one.kind in kinds) and (asked is None or asked & words)
    ]


def by_words(names: Iterable[str]) -> frozenset[str]:
    """The words of names by which they are looked up; those of a description keep its sign."""
    return frozenset(
        (DESCRIPTION if name.startswith(DESCRIPTION) else "") + word[:LONGEST]
        for name in names
        for word in words(name)
    )


def _of(kinds: Sequence[str] | None) -> list[ColumnElement[bool]]:
    return [] if kinds is None else [CLAIM_WORD.c.kind.in_(kinds)]


def _telling(
    connection: Connection, asked: frozenset[str], kinds: Sequence[str] | None, every: bool
) -> list[str]:
    counted = (
        select(CLAIM_WORD.c.word, func.count())
        .where(CLAIM_WORD.c.word.in_(sorted(asked)), *_of(kinds))
        .group_by(CLAIM_WORD.c.word)
    )
    return telling(dict(connection.execute(counted).all()), len(asked), every)


def telling(counts: Mapping[str, int], words: int, every: bool) -> list[str]:
    """Of the words asked for (so many), by how many claims have each: those that are looked up.

    These are the words that are not common; of common ones, or where every word counts, the rarest.
    """
    if every and len(counts) < words:
        return []
    rare = [] if every else [word for word, count in counts.items() if count <= COMMON]
    return rare or sorted(counts, key=lambda word: (counts[word], word))[:1]
