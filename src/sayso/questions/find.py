"""All claims of a report."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.intake import Report
from sayso.questions import calls
from sayso.questions.claim import Claim
from sayso.questions.kind import Kind, kinds
from sayso.questions.scene import Scene
from sayso.reading.annotations import Reading

__all__ = ["claims"]


def claims(report: Report, reading: Reading, among: Sequence[Kind] | None = None) -> tuple[Claim, ...]:
    """The claims of a report: in attributions, and in its own voice; and the calls for violence in it.

    ``among`` are the kinds of question to look for, all that are installed without it. Each reading
    must have its times.
    """
    scene = Scene(report, reading)
    if not len(reading.words):
        return ()
    found = [claim for kind in among or kinds().values() for claim in kind.find(scene)]
    found += calls.find(scene) if among is None else ()
    return tuple({_same(claim): claim for claim in reversed(found)}.values())[::-1]


def _same(claim: Claim) -> tuple[object, ...]:
    """What two claims share that say the same in the same words."""
    return (
        claim.kind,
        claim.subject.name,
        claim.subject.aspect,
        claim.value,
        claim.span,
        claim.source,
        claim.manner,
    )
