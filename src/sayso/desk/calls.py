"""Calls for violence, which pages show folded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.ledger import Ledger, Statement, Told
from sayso.questions.calls import CALL

__all__ = ["calls_among", "calls_in", "ranges"]


def calls_among(ledger: Ledger, statements: Sequence[Statement]) -> Mapping[str, list[str]]:
    """The same as ``calls_in``, for statements of any reports."""
    reports = sorted({one.report for one in statements})
    return calls_in(statements, ledger.told(reports, [CALL])) if reports else {}


def calls_in(statements: Sequence[Statement], told: Iterable[Told]) -> Mapping[str, list[str]]:
    """Whom the calls for violence are against that are in these statements, by the statement's id.

    A statement that holds another one, or is held by it, holds its call too.
    """
    of: defaultdict[str, list[Told]] = defaultdict(list)
    for call in told:
        if call.kind == CALL:
            of[call.report].append(call)
    found = {one.id: [_target(call) for call in of[one.report] if _touch(call, one)] for one in statements}
    return {id: targets for id, targets in found.items() if targets}


def ranges(told: Sequence[Told]) -> list[tuple[int, int, str]]:
    """Where calls stand in a report's text, and whom each is against."""
    return [(start, end, _target(one)) for one in told if one.kind == CALL for start, end in one.span]


def _target(call: Told) -> str:
    return str(call.data["subject"]["name"])


def _touch(call: Told, one: Statement) -> bool:
    return any(a < end and start < b for a, b in call.span for start, end in one.spans["content"])
