"""What has changed since somebody last looked: questions whose answers new reports made others."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime

from sayso.gather import claims_about
from sayso.ledger import Kept, Ledger
from sayso.questions import Answer, Question, answer, parse
from sayso.questions.candidates import candidates
from sayso.questions.kept import claim

__all__ = ["Changed", "Mark", "changed", "compared", "mark"]

MOST = 60
"""Questions that are compared, those that the latest reports speak to first."""

REPORTS = 500
"""Reports whose claims are looked at, the latest."""


@dataclass(frozen=True, slots=True)
class Mark:
    """When somebody last looked (UTC), and the last claim that was there then."""

    claim: int
    at: str

    def __str__(self) -> str:
        return f"{self.claim} {self.at}"

    @classmethod
    def read(cls, told: str) -> Mark | None:
        """The mark that a browser keeps, if it is one."""
        number, _, at = told.partition(" ")
        if not (number.isascii() and number.isdecimal() and len(number) < 19):
            return None
        try:
            return cls(int(number), datetime.fromisoformat(at).astimezone(UTC).isoformat(timespec="seconds"))
        except (ValueError, OverflowError):
            return None


@dataclass(frozen=True, slots=True)
class Changed:
    """A question with its answer now, and what that was without the reports that came in since."""

    question: Question
    before: Answer
    now: Answer

    @property
    def is_other(self) -> bool:
        """Whether status or values are others."""
        return _looks(self.before) != _looks(self.now)


def mark(ledger: Ledger) -> Mark:
    """Where the ledger stands now."""
    return Mark(ledger.last_claim(), datetime.now(UTC).isoformat(timespec="seconds"))


def changed(ledger: Ledger, since: Mark) -> list[Changed]:
    """The questions whose status or values changed by reports that came in since a mark."""
    new = ledger.reports_since(since.claim, REPORTS)
    asked: dict[str, Question] = {}
    for told in ledger.told(new) if new else []:
        for question in candidates(claim(Kept("", told.kind, told.data, told.report)))[:1]:
            asked.setdefault(question.text, question)
    fresh = frozenset(new)
    found = (compared(ledger, question, fresh) for question in list(asked.values())[:MOST])
    return [one for one in found if one.is_other]


def compared(ledger: Ledger, question: Question | str, new: Collection[str]) -> Changed:
    """A question's answer today, with and without the claims of some reports.

    Raises:
        NotAQuestion: the text has none of the forms that can be answered.
    """
    asked = parse(question) if isinstance(question, str) else question
    today = datetime.now(UTC).date().isoformat()
    found = claims_about(ledger, asked)
    now = answer(asked, found.claims, today, found.groups, found.aside)
    old = [one for one in found.claims if one.report.id not in new]
    before = answer(asked, old, today, found.groups, found.aside) if len(old) < len(found.claims) else now
    return Changed(asked, before, now)


def _looks(found: Answer) -> tuple[object, ...]:
    bounds = (found.dating.not_before, found.dating.not_after) if found.dating else ()
    return found.status, sorted(p.value for p in found.positions), [bound and bound.day for bound in bounds]
