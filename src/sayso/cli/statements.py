"""The ledger's statements and sources on the screen, and as records."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.escape import escaped
from sayso.record import line

if TYPE_CHECKING:
    from sayso.ledger import Source, Statement

__all__ = ["entry", "sources_table", "write_json", "write_rows"]

SURE = 0.95
"""From this probability on a statement is plain, and nothing is said about it."""


def write_json(rows: Iterable[Any]) -> None:
    """Each row, a frozen dataclass, as one line of JSON."""
    for row in rows:
        sys.stdout.buffer.write(line(asdict(row)))
    sys.stdout.buffer.flush()


def write_rows(rows: Iterable[dict[str, Any]]) -> None:
    """Each record as one line of JSON."""
    for row in rows:
        sys.stdout.buffer.write(line(row))
    sys.stdout.buffer.flush()


def entry(one: Statement) -> str:
    """A statement in three lines: when and where, who and how, what."""
    where = " · ".join(part for part in (one.published, one.outlet, one.title) if part)
    how = [one.cue, one.type]
    if one.polarity == "negative":
        how.append("denied")
    if one.low < SURE:
        words = f" (“{'”, “'.join(one.certainty_words)}”)" if one.certainty_words else ""
        how.append(f"{one.low:.2f}–{one.high:.2f}{words}")
    how += [f"{name} {value}" for name, value in (("said", one.said), ("about", one.about)) if value]
    how += [f"via {', '.join(link['name'] for link in one.via)}"] if one.via else []
    how += [f"grade {one.grade}"] if one.grade else []
    how += ["rejected"] if one.rejected else []
    head = click.style(escaped(one.id), dim=True) + f"  {escaped(where)}"
    who = click.style(escaped(_flat(one.source)) or "nobody named", fg="cyan", bold=True)
    return f"{head}\n  {who} · {escaped(_flat(' · '.join(how)))}\n  {escaped(_flat(one.content))}"


def sources_table(sources: Iterable[Source]) -> str:
    """Sources, a line each, in columns."""
    rows = [
        (str(one.statements), str(one.reports), one.label.lower(), one.grade or "",
         f"{one.first_seen or ''}–{one.last_seen or ''}", one.name, one.id)
        for one in sources
    ]  # fmt: skip
    head = ("said", "reports", "what", "grade", "published", "name", "id")
    widths = [max(len(row[at]) for row in [head, *rows]) for at in range(len(head))]
    return "\n".join(
        "  ".join(escaped(cell).ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in [head, *rows]
    )


def _flat(text: str) -> str:
    return " ".join(text.split())
