"""The statements that a search finds, a page at a time."""

from __future__ import annotations

from sayso.desk.filters import Wanted
from sayso.ledger import Ledger, Statement

__all__ = ["found_by"]


def found_by(ledger: Ledger, words: str | None, asked: Wanted, skip: int, many: int) -> list[Statement]:
    """Statements with all the words, or without words every one that is asked for; the latest first."""
    wanted = asked.filter(many)
    if words is None:
        return ledger.statements(asked.source, wanted, latest=True, skip=skip)
    return ledger.search(words, asked.source, wanted, skip)
