"""The shape of an answer's record, which ``sayso.questions.record`` makes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

__all__ = ["AnswerRecord", "ChangeRecord", "ListedRecord"]


@dataclass(frozen=True, slots=True)
class QuestionRecord:
    """A question as it was put; its kind, and its subject's name."""

    kind: str
    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class LinkRecord:
    """A link of the chain by which a claim came."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class RangeRecord:
    """A range of probability, 0 to 1."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class CertaintyRecord:
    """A range of probability, and the words that give it."""

    words: list[str]
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class CarrierRecord:
    """The report that carries a claim."""

    id: str
    outlet: str | None
    published: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """A claim; ``id`` is its address in the ledger, ``origin`` the number of its origin in its position."""

    id: str | None
    value: str
    source: str
    source_kind: str
    via: list[LinkRecord]
    said: str | None
    about: str | None
    certainty: CertaintyRecord
    change: bool
    content: str
    report: CarrierRecord
    span: list[list[int]]
    standing: bool
    origin: int | None


@dataclass(frozen=True, slots=True)
class PositionRecord:
    """The claims that stand for one value, and from how many origins they are."""

    value: str
    origins: int
    certainty: RangeRecord
    claims: list[ClaimRecord]


@dataclass(frozen=True, slots=True)
class EvidenceRecord:
    """The claims by which each bound of a date is known."""

    not_before: list[ClaimRecord]
    not_after: list[ClaimRecord]


@dataclass(frozen=True, slots=True)
class DatingRecord:
    """Between which days an artifact was made."""

    not_before: str | None
    not_after: str | None
    evidence: EvidenceRecord


@dataclass(frozen=True, slots=True)
class ApartRecord:
    """A claim that does not stand, why, and the claim by which it fell, if it is one."""

    reason: str
    by: ClaimRecord | None
    claim: ClaimRecord


@dataclass(frozen=True, slots=True)
class AnswerRecord:
    """What a question looks like at a day, and the steps to it."""

    question: QuestionRecord
    as_of: str
    status: str
    positions: list[PositionRecord | DatingRecord]
    apart: list[ApartRecord]
    steps: list[str]


@dataclass(frozen=True, slots=True)
class ChangeRecord:
    """A day on which an answer changed, and the answer from then on."""

    day: str
    answer: AnswerRecord


@dataclass(frozen=True, slots=True)
class ListedRecord:
    """A question in a list; ``positions`` have value, origins, claims, certainty; or the bounds of a date."""

    question: QuestionRecord
    as_of: str
    status: str
    positions: list[dict[str, Any]]
    claims: int
    changed: str | None
