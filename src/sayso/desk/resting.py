"""What a page rests on: as long as nothing that is written tells on that, the page stays as it is.

A page that says nothing rests on all that is in the ledger, with the questions kept ready. On
judgements and other readings of reports every page rests.
"""

from __future__ import annotations

from fastapi import Request

from sayso.ledger import REPORTS, Ledger, Thing
from sayso.questions import NotAQuestion, parse

__all__ = ["RESTS_ON", "on_everything", "on_question", "on_reports", "rests_on"]

RESTS_ON = "rests_on"
"""The name under which the state of a request has it."""


def rests_on(request: Request, *things: Thing) -> None:
    """A page rests on these things, and on nothing else that a new report brings."""
    setattr(request.state, RESTS_ON, frozenset(things))


def on_reports(request: Request) -> None:
    """A page rests on every report that comes in, but not on the questions kept ready."""
    rests_on(request, REPORTS)


def on_everything(request: Request) -> None:
    """A page rests on all that is in the ledger, also on what is worked out from the rest."""
    setattr(request.state, RESTS_ON, None)


def on_question(request: Request, ledger: Ledger, text: str) -> None:
    """A page rests on the claims that bear on a question, in plain language.

    To be said before they are looked up: what comes in between tells on words known by then.
    """
    try:
        words = ledger.looked_up_by(parse(text).text)
    except NotAQuestion:
        return
    if words is None:
        on_reports(request)
    else:
        rests_on(request, *(("word", word) for word in words))
