"""All claims of a report."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.intake import Report
from sayso.questions import calls
from sayso.questions.claim import Claim
from sayso.questions.kind import Kind, kinds
from sayso.questions.text.scene import Scene
from sayso.questions.vocabulary import words
from sayso.reading.annotations import Reading

__all__ = ["claims"]

_WORD = re.compile(r"[^\W_]+")


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
    found = [claim for claim in found if not _is_mistaken_for_its_source(claim)]
    return tuple({_same(claim): claim for claim in reversed(found)}.values())[::-1]


def _is_mistaken_for_its_source(claim: Claim) -> bool:
    """Whether a claim tells of who makes it, who is not spoken of in it: a source hung on to what it says."""
    if claim.source_kind != "person" or claim.source != claim.subject.name:
        return False
    told = set(_WORD.findall(claim.content.lower()))
    if claim.content.lower().partition(" ")[0].endswith("ing"):  # "denied being in Arle", of himself
        return False
    himself = frozenset().union(*(words("naming", one) for one in ("i", "we", "he", "she")))
    return told.isdisjoint(himself | set(_WORD.findall(claim.source.lower())))


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
