"""An answer as the plain record of ``ask --json``; docs/questions.md says what each field means."""

from __future__ import annotations

from typing import Any

from sayso.questions.answer import Answer
from sayso.questions.bounds import Bound, Dating
from sayso.questions.claim import Claim
from sayso.questions.listing import Listed
from sayso.questions.status import Position

__all__ = ["claim_record", "listed_record", "record"]


def record(answer: Answer) -> dict[str, Any]:
    """The record of an answer."""
    dated = _dating(answer.dating) if answer.dating else []
    return {
        "question": {
            "kind": answer.question.kind,
            "subject": answer.question.subject.name,
            "text": answer.question.text,
        },
        "as_of": answer.as_of,
        "status": answer.status,
        "positions": [_position(position) for position in answer.positions] or dated,
        "apart": [
            {
                "reason": fell.reason,
                "by": claim_record(fell.by) if fell.by else None,
                "claim": claim_record(fell.claim, standing=False),
            }
            for fell in answer.apart
        ],
        "steps": list(answer.steps),
    }


def listed_record(listed: Listed) -> dict[str, Any]:
    """The record of a question in a list."""
    question = listed.question
    return {
        "question": {"kind": question.kind, "subject": question.subject.name, "text": question.text},
        "as_of": listed.as_of,
        "status": listed.status,
        "changed": listed.changed,
        "positions": list(listed.positions),
    }


def claim_record(claim: Claim, standing: bool = True, origin: int | None = None) -> dict[str, Any]:
    """The record of a claim; ``origin`` is the number of its origin in its position."""
    return {
        "id": claim.id,
        "value": claim.value,
        "source": claim.source,
        "source_kind": claim.source_kind,
        "via": [{"name": link.name, "kind": link.kind} for link in claim.via],
        "said": claim.said,
        "about": claim.about,
        "certainty": {"words": list(claim.words), "low": claim.low, "high": claim.high},
        "change": claim.change,
        "content": claim.content,
        "report": {
            "id": claim.report.id,
            "outlet": claim.report.outlet,
            "published": claim.report.published,
            "title": claim.report.title,
        },
        "span": [list(span) for span in claim.span],
        "standing": standing,
        "origin": origin,
    }


def _position(position: Position) -> dict[str, Any]:
    number = {at: n for n, (members, _) in enumerate(position.origins) for at in members}
    return {
        "value": position.value,
        "origins": len(position.origins),
        "certainty": {"low": position.low, "high": position.high},
        "claims": [claim_record(claim, origin=number.get(at)) for at, claim in enumerate(position.claims)],
    }


def _dating(dating: Dating) -> list[dict[str, Any]]:
    if not (dating.not_before or dating.not_after):
        return []
    bounds = {"not_before": dating.not_before, "not_after": dating.not_after}
    told: dict[str, Any] = {name: str(bound.day) if bound else None for name, bound in bounds.items()}
    told["evidence"] = {name: _evidence(bound) for name, bound in bounds.items()}
    return [told]


def _evidence(bound: Bound | None) -> list[dict[str, Any]]:
    return [claim_record(claim) for claim in bound.evidence] if bound else []
