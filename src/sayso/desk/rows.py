"""Questions, claims and changes as rows of a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.desk.answers import every
from sayso.desk.days import positions, values
from sayso.questions import Answer
from sayso.questions.listing import Change, Listed

__all__ = ["ChangeRow", "ClaimRow", "QuestionRow", "change_rows", "claim_rows", "question_rows"]


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question, its status, when that last changed, and its positions with the number of their origins."""

    question: str
    kind: str
    subject: str
    status: str
    changed: str | None
    positions: str


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A day on which an answer changed, and what it was from then on."""

    day: str
    status: str
    positions: str


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim on a question at a day; ``apart`` is why it stands no longer, ``by`` whose claim it fell by."""

    question: str
    as_of: str
    status: str
    position: str
    origin: int | None
    value: str
    source: str
    source_kind: str
    via: str
    said: str | None
    about: str | None
    low: float
    high: float
    words: str
    content: str
    report: str
    outlet: str | None
    published: str | None
    title: str | None
    span: list[list[int]]
    apart: str
    by: str


def question_rows(listed: Iterable[Listed]) -> Iterator[QuestionRow]:
    """A row a question."""
    for one in listed:
        asked = one.question
        yield QuestionRow(
            asked.text, asked.kind, asked.subject.name, one.status, one.changed, positions(one.positions)
        )


def change_rows(changes: Iterable[Change]) -> Iterator[ChangeRow]:
    """A row a change."""
    for one in changes:
        yield ChangeRow(one.day, one.answer.status, values(one.answer))


def claim_rows(answer: Answer) -> Iterator[ClaimRow]:
    """A row a claim, those apart last."""
    for claim, value, origin, fell in every(answer):
        yield ClaimRow(
            answer.question.text,
            answer.as_of,
            answer.status,
            value,
            origin,
            claim.value,
            claim.source,
            claim.source_kind,
            ", ".join(link.name for link in claim.via),
            claim.said,
            claim.about,
            claim.low,
            claim.high,
            ", ".join(claim.words),
            claim.content,
            claim.report.id,
            claim.report.outlet,
            claim.report.published,
            claim.report.title,
            [list(span) for span in claim.span],
            fell.reason if fell else "",
            fell.by.source if fell and fell.by else "",
        )
