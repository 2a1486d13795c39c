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
"""Grades of a source (unreliable) and of a claim (improbable) by which claims do not count."""


@dataclass(frozen=True, slots=True)
class Found:
    """The claims that may bear on something; ``groups`` maps their reports to the first near-copy."""

    claims: tuple[Claim, ...]
    groups: Mapping[str, str]


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
    found = [claim(one) for one in kept]
    more = [*further_names(question, found), *(name for c in found if c.event for name in names(c.event))]
    if more:
        kept = list({one.id: one for one in (*kept, *ledger.claims(more))}.values())
    return _found(kept)


def _found(kept: Sequence[Kept]) -> Found:
    """The claims but for those that an analyst graded as unreliable."""
    counted = [one for one in kept if not {one.grade, one.source_grade} & UNRELIABLE]
    groups = {one.report: one.origin for one in counted if one.report and one.origin}
    return Found(tuple(map(claim, counted)), groups)


def _today() -> str:
    return datetime.now(UTC).date().isoformat()
