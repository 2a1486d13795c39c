"""A question as its page needs it: the answer at a day, and the days on which it changed."""

from __future__ import annotations

from datetime import UTC, datetime

from sayso.ask import brought_up
from sayso.desk.days import Change, changes_in
from sayso.gather import Found, claims_about
from sayso.ledger import Ledger
from sayso.questions import Answer, Question, answer, parse
from sayso.ready import AFTER, past

__all__ = ["PATIENCE", "asked"]

PATIENCE = 0.2
"""Seconds for which a page waits for the days of change; the desk goes on working them out beside it."""


def asked(ledger: Ledger, text: str, as_of: str | None = None) -> tuple[Answer, list[Change], str | None]:
    """The answer to a question in plain language as ``sayso.ask`` has it, and the changes of it.

    The claims are looked up once for both; days whose stages are kept ready are not answered anew. From
    the day that comes third, if one does, the changes are those from before the last reports came.

    Raises:
        NotAQuestion: the text has none of the forms that can be answered.
    """
    question = parse(text)
    found = claims_about(ledger, question)
    today = datetime.now(UTC).date().isoformat()
    now = answer(question, found.claims, as_of or today, found.groups, found.aside)
    return now, *_changes(ledger, question, found)


def _changes(ledger: Ledger, question: Question, found: Found) -> tuple[list[Change], str | None]:
    known, holds_until = past(ledger, question)
    if holds_until == AFTER:
        return changes_in(known), None
    course = brought_up(question, found, known, holds_until, PATIENCE)
    return changes_in(course.stages), course.left
