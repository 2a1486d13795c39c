"""The verb: read reports and keep them in a ledger."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from sayso.intake import Received, Report, Unreadable
from sayso.read import read_all, reader
from sayso.verbs import is_verb

if TYPE_CHECKING:
    from sayso.ledger import Added, ClaimRow, Ledger
    from sayso.reading.annotations import Reading

__all__ = ["add", "model_version", "reread"]

TOGETHER = 8
"""Reports written in one transaction: what a killed process has to do again at most."""

PATIENCE = 5.0
"""Seconds that the questions may take after each; more only where an older ledger has many to catch up."""


def add(
    ledger: Ledger, items: Iterable[Received | Unreadable], processes: int = 1
) -> Iterator[tuple[Received, Added] | Unreadable]:
    """Keep what ``sayso.intake.receive`` yields, in its order; failures pass through.

    What the ledger knows already is not read again. Each report is yielded when it is safe.
    """
    from sayso.ledger import Added
    from sayso.ready import catch_up

    model = model_version()
    waiting = iter(items)
    while batch := list(islice(waiting, TOGETHER)):
        known = {id(i): isinstance(i, Received) and ledger.is_known(i) for i in batch}
        fresh = [item for item in batch if not known[id(item)]]
        read = (pair for pair in read_all(fresh, processes) if not isinstance(pair, Unreadable))
        found = [(received, reading, claims(received.report, reading)) for received, reading in read]
        done = iter(ledger.add_all(found, model=model) if found else [])
        if found:
            catch_up(ledger, PATIENCE)
        for item in batch:
            if isinstance(item, Unreadable):
                yield item
            elif known[id(item)]:
                yield item, Added(ledger.id_of(item), "unchanged")
            else:
                yield item, next(done)


def reread(ledger: Ledger) -> Iterator[str]:
    """Read again every report that another model read; yields each one's id when it is done."""

    def read(report: Report) -> tuple[Reading, list[ClaimRow]]:
        reading = reader().read(report)
        return reading, claims(report, reading)

    return ledger.reread(read, model=model_version())


def claims(report: Report, reading: Reading) -> list[ClaimRow]:
    """What a report claims on contested questions, as the ledger keeps it."""
    from sayso import questions
    from sayso.questions.kept import row

    return [row(claim, reading) for claim in questions.claims(report, reading)]


@cache
def model_version() -> str:
    """The version of Sayso and of its model: a digest of the encoder's weights."""
    from sayso import __version__
    from sayso.reading.network import MODEL

    digest = hashlib.sha256((MODEL / "encoder.onnx").read_bytes()).hexdigest()
    return f"sayso {__version__} {digest[:12]}"


is_verb(__name__)
