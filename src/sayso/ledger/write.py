"""A report and its reading into the ledger, all of it or nothing."""

from __future__ import annotations

import hashlib
import zlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, delete, insert, select

from sayso.intake import Received
from sayso.ledger.claims import ClaimRow
from sayso.ledger.claims import write as write_claims
from sayso.ledger.counts import of_reports, recount
from sayso.ledger.credits import cited, credited
from sayso.ledger.effects import on_report
from sayso.ledger.entities import Named, assign
from sayso.ledger.namesakes import another
from sayso.ledger.origins import join
from sayso.ledger.schema import CAPTURE, MENTION, REPORT, STATEMENT
from sayso.ledger.stored import storable
from sayso.ledger.written import note
from sayso.reading.annotations import Attribution, Reading

__all__ = ["Added", "add", "identity", "is_known", "replace_reading"]

Outcome = Literal["added", "copy", "unchanged"]


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a report: its id in the ledger, and whether it was new there."""

    report: str
    outcome: Outcome


def identity(received: Received) -> str:
    """The id of a report in the ledger: of the bytes that came in, and of what is known beside them.

    The same bytes are one report wherever they lie; the entries of a feed, which share its bytes,
    are several, and so is what the user tells to be of another outlet or day.
    """
    report = received.report
    told = "\0".join(v or "" for v in (report.outlet, report.published, report.url, report.title))
    digest = hashlib.sha256(f"{report.sha256}\0{told}".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:16]


def is_known(connection: Connection, received: Received) -> bool:
    """Whether the report is in the ledger, or the same text from the same URL."""
    report = received.report
    same = REPORT.c.id == identity(received)
    if report.url:
        same |= (REPORT.c.url == storable(report.url)) & (
            REPORT.c.text_sha256 == _digest(storable(report.text))
        )
    return connection.execute(select(REPORT.c.id).where(same).limit(1)).scalar() is not None


def add(
    connection: Connection, received: Received, reading: Reading, claims: Iterable[ClaimRow], model: str
) -> Added:
    """Write a report that the ledger does not know; ``model`` made its reading."""
    report, id = received.report, identity(received)
    _capture(connection, received)
    quotes = (reading.slice(a.content) for a in reading.attributions if a.type == "direct")
    credit = storable(credited(report.text, report.byline))
    row = {
        "id": id, "sha256": report.sha256, "title": report.title, "outlet": report.outlet,
        "byline": report.byline, "published": report.published, "published_at": report.published_at,
        "date_candidates": [[c.value, c.origin] for c in report.date_candidates],
        "url": report.url, "path": received.name, "text": report.text,
        "text_sha256": _digest(storable(report.text)), "kept": report.kept,
        "captured_at": received.captured_at, "tool": received.tool, "model": model, "credit": credit,
        "cites": cited(reading, report.outlet),
    }  # fmt: skip
    grouped = join(connection, storable(row), list(quotes))
    _write_reading(connection, id, report.published, reading, claims)
    recount(connection, of_reports(connection, [id]))
    note(connection, id)
    return Added(id, "copy" if grouped else "added")


def replace_reading(
    connection: Connection, id: str, reading: Reading, claims: Iterable[ClaimRow], model: str
) -> None:
    """Put another reading of a report in the place of its present one; judgements stay.

    What an analyst said of a statement holds for the new one with the same cue, or nearly the same
    content; where there is none it stays on the log.
    """
    published = connection.execute(select(REPORT.c.published).where(REPORT.c.id == id)).scalar()
    before = of_reports(connection, [id])
    connection.execute(delete(STATEMENT).where(STATEMENT.c.report == id))
    connection.execute(delete(MENTION).where(MENTION.c.report == id))
    connection.execute(REPORT.update().where(REPORT.c.id == id).values(model=model))
    _write_reading(connection, id, published, reading, claims)
    recount(connection, before | of_reports(connection, [id]))
    note(connection)


def _capture(connection: Connection, received: Received) -> None:
    sha256 = received.report.sha256
    if not connection.execute(select(CAPTURE.c.size).where(CAPTURE.c.sha256 == sha256)).first():
        packed = zlib.compress(received.captured, 6)
        connection.execute(insert(CAPTURE).values(sha256=sha256, packed=packed, size=len(received.captured)))


def _write_reading(
    connection: Connection, id: str, published: str | None, reading: Reading, claims: Iterable[ClaimRow]
) -> None:
    named = _named(reading)
    entities = assign(connection, list(dict.fromkeys(named.values())))
    of = {one.name: entities[one] for one in named.values()}
    mentions = {
        e.start: {"report": id, "start": e.start, "end": e.end, "entity": of[storable(e.entity)]}
        for e in reading.entities
    }
    if mentions:
        connection.execute(insert(MENTION), list(mentions.values()))
    rows = [
        storable(_statement(reading, number, attribution))
        | {"report": id, "published": published, "entity": of.get(storable(attribution.speaker))}
        for number, attribution in enumerate(reading.attributions)
    ]
    if rows:
        connection.execute(insert(STATEMENT), rows)
    write_claims(connection, id, claims)
    on_report(connection, id)


def _named(reading: Reading) -> dict[str, Named]:
    """Everyone whom the reading names, and every speaker, by name."""
    forms: defaultdict[str, set[str]] = defaultdict(set)
    labels: dict[str, str] = {}
    apart: set[str] = set()
    for entity in reading.entities:
        name = storable(entity.entity)
        labels.setdefault(name, entity.label)
        forms[name].add(storable(reading.text[entity.start : entity.end]))
        if another(reading.text, entity.start, entity.end):
            apart.add(name)
    for attribution in reading.attributions:
        if attribution.speaker:
            label = "PERSON" if attribution.source_kind == "person" else "ORG"
            labels.setdefault(storable(attribution.speaker), label)
    return {name: Named(name, label, frozenset(forms[name]), name in apart) for name, label in labels.items()}


def _statement(reading: Reading, number: int, attribution: Attribution) -> dict[str, Any]:
    certainty = attribution.certainty
    return {
        "number": number,
        "speaker": attribution.speaker,
        "source_kind": attribution.source_kind,
        "source_text": reading.slice(attribution.source),
        "cue_text": reading.slice(attribution.cue),
        "content_text": reading.slice(attribution.content),
        "type": attribution.type,
        "spans": {
            "source": attribution.source, "cue": attribution.cue, "content": attribution.content
        },
        "via": [{"name": link.name, "kind": link.kind, "span": link.span} for link in attribution.via],
        "within": attribution.within,
        "polarity": attribution.polarity,
        "low": certainty.low,
        "high": certainty.high,
        "certainty_words": [reading.text[start:end] for start, end in certainty.spans],
        "said": attribution.said,
        "about": attribution.about,
        "confidence": attribution.confidence,
        "rejected": 0,
    }  # fmt: skip


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
