"""Claims to and from the ledger, which keeps them without knowing what they mean."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, fields
from functools import lru_cache
from typing import Any

from sayso.ledger import DESCRIPTION, ClaimRow, Kept, by_words
from sayso.questions.bearing import Further
from sayso.questions.claim import Carrier, Claim, Question, Subject
from sayso.questions.kind import kind
from sayso.questions.subjects import described
from sayso.questions.text.party_names import tidy
from sayso.reading.annotations import Link, Reading
from sayso.reading.people import bare, parts
from sayso.reading.vocabulary import entries

__all__ = ["claim", "data", "descriptions", "look_ups", "more", "names", "rests_on", "row"]


PLAIN = tuple(
    field.name
    for field in fields(Claim)
    if field.name not in ("id", "report", "subject", "event", "via", "span", "words")
)
"""What a claim has as it is kept."""

_carrier, _one_subject = lru_cache(maxsize=2**12)(Carrier), lru_cache(maxsize=2**12)(Subject)
"""Many claims have one report or subject: it is made once."""


def row(claim: Claim, reading: Reading) -> ClaimRow:
    """A claim found in a reading, as the ledger keeps it."""
    about = names(claim.subject)
    return ClaimRow(claim.kind, about, claim.span, _statement(claim, reading), data(claim))


def data(claim: Claim) -> dict[str, Any]:
    """A claim as plain data; its id is the ledger's to give."""
    return {name: value for name, value in asdict(claim).items() if name != "id"}


def claim(kept: Kept) -> Claim:
    """The claim that the ledger kept; its report has the ledger's id for it.

    Of a claim that an analyst added without a report, the report's id is that of the judgement.
    """
    told = kept.data
    report, event = told["report"], told["event"]
    return Claim(
        **{name: told[name] for name in PLAIN},  # known names are matched faster than those just read
        id=kept.id,
        report=_carrier(
            kept.report or report["id"] or kept.id,
            report["outlet"], report["published"], report["title"], report["credit"],
        ),
        subject=_subject(told["subject"]),
        event=_subject(event) if event else None,
        via=tuple([Link(link["name"], link["kind"], _spans(link["span"])) for link in told["via"]]),
        span=_spans(told["span"]),
        words=tuple(told["words"]),
    )  # fmt: skip


def more(rests_on: Further) -> dict[str, Any] | None:
    """What an answer rests on beside the claims of its kind, as plain data; None for nothing."""
    return asdict(rests_on) if rests_on.artifacts else None


def rests_on(more: dict[str, Any] | None) -> Further:
    """The same, back from the ledger."""
    found = more or {"artifacts": (), "events": ()}
    return Further(tuple(map(_subject, found["artifacts"])), tuple(map(_subject, found["events"])))


def names(subject: Subject) -> tuple[str, ...]:
    """Everything by which a subject is looked up.

    What happened, and whose an artifact is, by the names that it has; who has a name by that; who is only
    described ("the commander of the Northern Front") by the longest word of the description, too.
    """
    if subject.places:
        return (*subject.also, *subject.places)
    if not described(subject):
        return (subject.name,)
    return (subject.name, *descriptions([max(sorted(subject.also), key=len)]))


def descriptions(told: Iterable[str]) -> tuple[str, ...]:
    """What somebody is, to be looked up by apart from names."""
    return tuple(f"{DESCRIPTION}{word}" for word in told)


def look_ups(question: Question) -> tuple[str, ...]:
    """What the claims about a question's subject are looked up by.

    A person's first name and particles (bin, van) are not: no claim is found by them that is not by the
    others. Of what hyphens join one word will do.
    """
    if kind(question.kind).about != "person":
        return names(question.subject)
    whole = parts(bare(tidy(question.subject.name)))
    telling = [part for part in whole[1:] if part not in entries("surname_particles")]
    return tuple(max(by_words([part]), key=len, default=part) for part in telling or whole)


def _statement(claim: Claim, reading: Reading) -> int | None:
    """The number of the innermost attribution whose content has the claim, or None."""
    found = [
        (sum(end - start for start, end in attribution.content), number)
        for number, attribution in enumerate(reading.attributions)
        if any(s <= a and b <= e for a, b in claim.span for s, e in attribution.content)
    ]
    return min(found)[1] if found and claim.source_kind != "author" else None


def _subject(told: dict[str, Any]) -> Subject:
    return _one_subject(
        told["name"],
        tuple(told["also"]),
        tuple(told["places"]),
        tuple(told["terms"]),
        told["date"],
        told["aspect"],
    )


def _spans(data: Iterable[Iterable[int]]) -> tuple[tuple[int, int], ...]:
    return tuple([(start, end) for start, end in data])
