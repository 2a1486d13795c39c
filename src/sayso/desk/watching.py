"""The questions that somebody watches, and what has changed of them and of all."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import unquote

from fastapi import Request

from sayso.desk.changed import Changed, Mark, compared
from sayso.desk.days import positions, values
from sayso.desk.feed import Entry
from sayso.desk.signer import cookie
from sayso.ledger import Judgement, Ledger
from sayso.questions import NotAQuestion

__all__ = ["LATEST", "latest", "seen", "watched", "watched_entries"]

LATEST = 50
"""Changes in a feed, and in the list of the latest."""


def seen(request: Request) -> Mark | None:
    """When this browser's user last said that he or she had seen what there was."""
    return Mark.read(unquote(request.cookies.get(cookie(request, "seen"), "")))


def latest(ledger: Ledger, limit: int = LATEST) -> list[Entry]:
    """The questions whose answers changed last, in the days of the news."""
    today = datetime.now(UTC).date().isoformat()
    return [
        Entry(asked.text, stage.status, stage.changed, positions(stage.positions))
        for asked, stage in ledger.changed_last(today, limit)
    ]


def watched(
    ledger: Ledger, user: str | None, since: Mark | None, skip: int, limit: int
) -> list[tuple[Judgement, Changed]]:
    """The questions that somebody watches (or anybody, without a name), those chosen last first.

    Each with its answer now, and without what came in since a mark.
    """
    new = frozenset(ledger.reports_since(since.claim)) if since else frozenset[str]()
    chosen = ledger.watched(user, skip + limit)[skip:]
    found = []
    for one in {one.target: one for one in reversed(chosen)}.values():
        try:
            found.append((one, compared(ledger, one.target, new)))
        except NotAQuestion:  # of a kind that another package added, and that is not installed now
            continue
    return found[::-1]


def watched_entries(ledger: Ledger, user: str) -> list[Entry]:
    """What the answers to the questions that somebody watches are since when, as a feed has them."""
    from sayso.ask import timeline

    found = []
    for one in ledger.watched(user, LATEST):
        try:
            changes = timeline(ledger, one.target)
        except NotAQuestion:
            continue
        found += [
            Entry(one.target, change.answer.status, change.day, values(change.answer))
            for change in changes[-5:]
        ]
    return sorted(found, key=lambda entry: entry.day, reverse=True)[:LATEST]
