"""Claims to and from the ledger, which keeps them without knowing what they mean."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, replace
from typing import Any

from sayso.ledger import ClaimRow, Kept
from sayso.questions.claim import Carrier, Claim, Subject
from sayso.reading.annotations import Link, Reading

__all__ = ["claim", "names", "row"]


def row(claim: Claim, reading: Reading) -> ClaimRow:
    """A claim found in a reading, as the ledger keeps it."""
    return ClaimRow(claim.kind, names(claim.subject), claim.span, _statement(claim, reading), asdict(claim))


def claim(kept: Kept) -> Claim:
    """The claim that the ledger kept; its report has the ledger's id for it.

    Of a claim that an analyst added, the report's id is that of the judgement.
    """
    data = dict(kept.data)
    carrier = replace(Carrier(**data.pop("report")), id=kept.report or kept.id)
    event = data.pop("event")
    return Claim(
        **data
        | {
            "report": carrier,
            "subject": _subject(data["subject"]),
            "event": _subject(event) if event else None,
            "via": tuple(Link(link["name"], link["kind"], _spans(link["span"])) for link in data["via"]),
            "span": _spans(data["span"]),
            "words": tuple(data["words"]),
        }
    )


def names(subject: Subject) -> tuple[str, ...]:
    """Everything by which a subject may be looked up."""
    return (subject.name, *subject.also, *subject.places)


def _statement(claim: Claim, reading: Reading) -> int | None:
    """The number of the innermost attribution whose content has the claim, or None."""
    found = [
        (sum(end - start for start, end in attribution.content), number)
        for number, attribution in enumerate(reading.attributions)
        if any(s <= a and b <= e for a, b in claim.span for s, e in attribution.content)
    ]
    return min(found)[1] if found and claim.source_kind != "author" else None


def _subject(data: dict[str, Any]) -> Subject:
    values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in data.items()}
    return Subject(**values)


def _spans(data: Iterable[Iterable[int]]) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in data)
