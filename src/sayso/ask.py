"""The verb: answer contested questions from a ledger, as of any date."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sayso.ledger import Kept, Ledger
from sayso.questions import Answer, Claim, Question, answer, listing, parse
from sayso.questions.kept import claim, names
from sayso.questions.subjects import further_names

__all__ = ["Found", "ask", "claims_about", "date_artifact", "nearest", "questions", "timeline"]

UNRELIABLE = {"E", "5"}
"""Grades of a source (unreliable) and of a claim (improbable) by which an analyst sets claims apart."""


@dataclass(frozen=True, slots=True)
class Found:
    """The claims that may bear on something: ``groups`` maps their reports to the first near-copy.

    ``ids`` are the claims' addresses in the ledger, in the same order; ``set_apart`` are the claims
    that an analyst graded as unreliable, with the grade.
    """

    claims: tuple[Claim, ...]
    ids: tuple[str, ...]
    groups: Mapping[str, str]
    set_apart: tuple[tuple[Claim, str], ...] = ()


def ask(ledger: Ledger, text: str, as_of: str | None = None) -> Answer:
    """The answer to a question in plain language at a day (ISO), today without one.

    Raises:
        NotAQuestion: the text has none of the forms that can be answered.
    """
    question = parse(text)
    found = claims_about(ledger, question)
    return answer(question, found.claims, as_of or _today(), found.groups)


def timeline(ledger: Ledger, text: str) -> tuple[listing.Change, ...]:
    """The days on which the answer to a question changed, with the answers."""
    question = parse(text)
    found = claims_about(ledger, question)
    return listing.timeline(question, found.claims, found.groups)


def date_artifact(ledger: Ledger, name: str, as_of: str | None = None) -> Answer:
    """Between which days a recording, video, letter or photograph was made."""
    return ask(ledger, f"When was the {name} made?", as_of)


def questions(ledger: Ledger, as_of: str | None = None) -> tuple[listing.Listed, ...]:
    """What the ledger can answer, most disputed first."""
    found = _found(ledger.claims())
    return listing.questions(found.claims, as_of or _today(), found.groups)


def nearest(ledger: Ledger, text: str) -> tuple[str, ...]:
    """The subjects of claims that share a word with a text, those most claimed about first."""
    words = " ".join(re.findall(r"\w+", text))
    return listing.nearest(words, [claim(one) for one in ledger.claims([words])])


def claims_about(ledger: Ledger, question: Question) -> Found:
    """The claims that may answer a question, and those about the events that they refer to."""
    kept = ledger.claims(names(question.subject))
    more = [*further_names(question, [claim(one) for one in kept])]
    more += [name for one in kept if (event := claim(one).event) for name in names(event)]
    if more:
        kept = list({one.id: one for one in (*kept, *ledger.claims(more))}.values())
    return _found(kept)


def _found(kept: Sequence[Kept]) -> Found:
    counted = [one for one in kept if not {one.grade, one.source_grade} & UNRELIABLE]
    apart = [one for one in kept if {one.grade, one.source_grade} & UNRELIABLE]
    return Found(
        tuple(claim(one) for one in counted),
        tuple(one.id for one in counted),
        {one.report: one.origin for one in kept if one.report and one.origin},
        tuple((claim(one), str(one.grade or one.source_grade)) for one in apart),
    )


def _today() -> str:
    return datetime.now(UTC).date().isoformat()
