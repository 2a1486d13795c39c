"""The verb: answer contested questions from a ledger, as of any date."""

from __future__ import annotations

import math
import re
import time
from collections.abc import Collection, Sequence
from datetime import UTC, datetime

from sayso.gather import Found, claims_about
from sayso.ledger import Ledger, Stage
from sayso.questions import Answer, Claim, Question, answer, listing, parse
from sayso.questions.calls import CALL
from sayso.questions.kept import claim
from sayso.questions.listing import Listed
from sayso.questions.stages import Course, stages_in_time
from sayso.ready import AFTER, catch_up, past, question_of
from sayso.verbs import is_verb

__all__ = [
    "Found",
    "ask",
    "brought_up",
    "calls",
    "claims_about",
    "course",
    "date_artifact",
    "nearest",
    "questions",
    "timeline",
]


def ask(ledger: Ledger, text: str, as_of: str | None = None) -> Answer:
    """The answer to a question in plain language at a day (ISO), today without one.

    Raises:
        NotAQuestion: the text has none of the forms that can be answered.
    """
    question = parse(text)
    found = claims_about(ledger, question)
    return answer(question, found.claims, as_of or _today(), found.groups, found.aside)


def timeline(ledger: Ledger, text: str) -> tuple[listing.Change, ...]:
    """The days on which the answer to a question changed, with the answers.

    Where the days are kept ready no others are looked at.
    """
    question = parse(text)
    found = claims_about(ledger, question)
    known = brought_up(question, found, *past(ledger, question)).stages
    return listing.timeline(question, found.claims, found.groups, known)


def course(ledger: Ledger, text: str, within: float = math.inf) -> Course:
    """What the answer to a question came to from day to day, as a chart shows it; quick where it is ready.

    Who cannot wait gives the seconds ``within`` which to bring up to date what was ready before.
    """
    question = parse(text)
    known, holds_until = past(ledger, question)
    if holds_until == AFTER:
        return Course(question, known)
    return brought_up(question, claims_about(ledger, question), known, holds_until, within)


def brought_up(
    question: Question, found: Found, known: Sequence[Stage], holds_until: str, within: float = math.inf
) -> Course:
    """The course of an answer of which some stages are known, which hold until a day (see ``ready.past``).

    Without any, it takes as long as it does.
    """
    end = time.monotonic() + within if holds_until else math.inf
    return Course(question, *stages_in_time(question, found.claims, found.groups, known, holds_until, end))


def date_artifact(ledger: Ledger, name: str, as_of: str | None = None) -> Answer:
    """Between which days a recording, video, letter or photograph was made."""
    return ask(ledger, f"When was the {name} made?", as_of)


def questions(
    ledger: Ledger,
    as_of: str | None = None,
    *,
    limit: int | None = None,
    skip: int = 0,
    kind: str | None = None,
    status: str | None = None,
    changed_since: str | None = None,
    within: float | None = None,
) -> tuple[Listed, ...]:
    """What the ledger can answer at a day, most disputed first, then the last changed.

    ``kind`` and ``status`` keep those of a kind or status only, ``changed_since`` those whose status or
    values changed on that day or later. The first call after many reports were added takes as long as
    working out their questions does; ``sayso.add`` does it at once. Who cannot wait gives the seconds
    ``within`` which to list what is ready then.
    """
    catch_up(ledger, within)
    day = as_of or _today()
    rows = ledger.questions(day, limit=limit, skip=skip, kind=kind, status=status, since=changed_since)
    found = ((question_of(asked), stage) for asked, stage in rows)
    return tuple(listing.listed(question, stage, day) for question, stage in found if question)


def calls(ledger: Ledger, target: str | None = None, reports: Collection[str] = ()) -> tuple[Claim, ...]:
    """The calls for violence that reports tell of, the latest first.

    ``target`` keeps those against whom is told with this word, or its beginning; ``reports`` those of
    some reports (ids).
    """
    found = [claim(one) for one in ledger.claims(kinds=[CALL])]
    kept = [one for one in found if not reports or one.report.id in reports]
    if target is not None:
        kept = [one for one in kept if f" {target}".lower() in f" {one.subject.name}".lower()]
    return tuple(sorted(kept, key=lambda one: one.day, reverse=True))


def nearest(ledger: Ledger, text: str) -> tuple[str, ...]:
    """The subjects of claims that share a word with a text, those most claimed about first."""
    words = " ".join(re.findall(r"\w+", text))
    return listing.nearest(words, [claim(one) for one in ledger.claims([words])])


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


is_verb(__name__)
