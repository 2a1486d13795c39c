"""What the judgements that stand come to, worked out anew from the log each time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, select, update

from sayso.ledger.counts import of_reports, recount
from sayso.ledger.log import Judgement, log, standing
from sayso.ledger.schema import CLAIM, ENTITY, MENTION, STATEMENT
from sayso.ledger.touched import touch_entities, touch_hand, touch_reports
from sayso.ledger.written import note

__all__ = ["on_report", "take_effect"]

ENOUGH = 0.5
"""Overlap (Jaccard, characters) from which a statement of a new reading is the one that was judged."""

Spans = Sequence[Sequence[int]]


def take_effect(connection: Connection, changed: Judgement) -> None:
    """Bring the tables in line with the log after a judgement was added or undone."""
    note(connection)
    if changed.kind == "merge":
        _merged_anew(connection)
    elif changed.kind == "split":
        for one in log(connection, changed.target):
            if one.kind == "split":
                _move(connection, one, one.value["reports"])
                recount(connection, (one.target, one.value["other"]))
                touch_reports(connection, one.value["reports"])
    elif changed.kind == "rename":
        _rename(connection, changed)
    elif changed.kind == "grade" and ":" not in changed.target:
        grades = standing(log(connection, changed.target), "grade")
        grade = grades[-1].value["grade"] if grades else None
        connection.execute(update(ENTITY).where(ENTITY.c.id == changed.target).values(grade=grade))
        touch_entities(connection, [changed.target])
    elif changed.kind in ("grade", "reject"):
        report = changed.target.partition(":")[0]
        _on_statements(connection, log(connection), report)
        recount(connection, of_reports(connection, [report]))
        touch_reports(connection, [report])
    elif changed.kind == "claim":
        touch_hand(connection, changed.target, changed.value["data"])


def on_report(connection: Connection, report: str) -> None:
    """Let the judgements that bear on a report take effect on its new reading."""
    everything = log(connection)
    for one in standing(everything, "split"):
        if report in one.value["reports"]:
            _move(connection, one, [report])
    _on_statements(connection, everything, report)


def _merged_anew(connection: Connection) -> None:
    """Let all merges that stand take effect; who is known as somebody else than before is counted again."""
    before = _others(connection)
    _merge(connection, standing(log(connection), "merge"))
    changed = {id for pair in before ^ _others(connection) for id in pair}
    recount(connection, changed)
    graded = select(ENTITY.c.id).where(ENTITY.c.id.in_(changed), ENTITY.c.grade.is_not(None))
    if connection.execute(graded).first() is not None:
        touch_entities(connection, changed)


def _others(connection: Connection) -> set[tuple[str, str]]:
    """The entities that are known as another, with that one."""
    found = select(ENTITY.c.id, ENTITY.c.known_as).where(ENTITY.c.known_as != ENTITY.c.id)
    return {(id, known) for id, known in connection.execute(found)}


def _merge(connection: Connection, merges: list[Judgement]) -> None:
    connection.execute(update(ENTITY).where(ENTITY.c.known_as != ENTITY.c.id).values(known_as=ENTITY.c.id))
    for one in merges:
        known = [
            connection.execute(select(ENTITY.c.known_as).where(ENTITY.c.id == id)).scalar_one()
            for id in (one.target, one.value["other"])
        ]
        connection.execute(update(ENTITY).where(ENTITY.c.known_as == known[1]).values(known_as=known[0]))


def _move(connection: Connection, one: Judgement, reports: Sequence[str]) -> None:
    """What the reports say of an entity is of its other part; or back, where the split is undone."""
    before, after = one.target, one.value["other"]
    if one.undone:
        before, after = after, before
    for table in (MENTION, STATEMENT):
        connection.execute(
            update(table).where(table.c.entity == before, table.c.report.in_(reports)).values(entity=after)
        )


def _rename(connection: Connection, changed: Judgement) -> None:
    given = standing(log(connection, changed.target), "rename")
    first = next(one for one in log(connection, changed.target) if one.kind == "rename")
    name = given[-1].value["name"] if given else first.value["was"]
    connection.execute(update(ENTITY).where(ENTITY.c.id == changed.target).values(name=name))


def _on_statements(connection: Connection, judgements: list[Judgement], report: str) -> None:
    here = [one for one in judgements if one.target.startswith(f"{report}:")]
    if not here:
        return
    for table, prefix in ((STATEMENT, f"{report}:"), (CLAIM, f"{report}:c")):
        of = table.c.report == report
        connection.execute(update(table).where(of).values(rejected=0, grade=None))
        rows = connection.execute(select(table.c.id, table.c.spans).where(of))
        spans = {row.id: row.spans for row in rows}
        for one in [*standing(here, "reject"), *standing(here, "grade")]:
            if not one.target.removeprefix(prefix).isdecimal():
                continue
            id = _same(one.value["spans"], spans)
            change = {"rejected": 1} if one.kind == "reject" else {"grade": one.value["grade"]}
            if id is not None:
                connection.execute(update(table).where(table.c.id == id).values(**change))


def _same(judged: dict[str, Spans], among: dict[int, dict[str, Any]]) -> int | None:
    """The statement with the same cue, or else the one with nearly the same content."""
    for id, spans in among.items():
        if spans["cue"] == judged["cue"] and (judged["cue"] or spans["content"] == judged["content"]):
            return id
    shares = {id: _overlap(spans["content"], judged["content"]) for id, spans in among.items()}
    best = max(shares, key=lambda id: shares[id], default=None)
    return best if best is not None and shares[best] >= ENOUGH else None


def _overlap(one: Spans, other: Spans) -> float:
    mine, theirs = ({at for start, end in spans for at in range(start, end)} for spans in (one, other))
    return len(mine & theirs) / len(mine | theirs) if mine or theirs else 0.0
