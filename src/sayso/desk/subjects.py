"""The questions that claims speak to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.ledger import Kept
from sayso.questions.candidates import candidates
from sayso.questions.kept import claim

__all__ = ["Spoken", "spoken_to"]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A question, as it is put, and how many of the claims answer it, with which values."""

    kind: str
    question: str
    claims: int
    values: tuple[str, ...]


def spoken_to(claims: Sequence[Kept]) -> list[Spoken]:
    """The questions that claims answer, those with most claims first; a subject under each of its names."""
    found: dict[tuple[str, str], list[str]] = {}
    for one in claims:
        told = claim(one)
        for asked in candidates(told)[:1]:
            found.setdefault((one.kind, asked.text), []).append(told.value)
    spoken = [Spoken(kind, text, len(v), tuple(dict.fromkeys(v))) for (kind, text), v in found.items()]
    return sorted(spoken, key=lambda one: -one.claims)
