"""Which questions claims answer, and which of them are listed.

Every claim can be asked for by its subject's name. Of the names that one person, place or artifact goes
by, the fullest asks for all of them, and only that question is listed. An event is asked for by its place;
an earlier one of the same place by the year, too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from sayso.questions.claim import Claim, Question
from sayso.questions.kind import kind, kinds
from sayso.questions.parse import NotAQuestion, parse
from sayso.questions.subjects import day_of_event, matching

__all__ = ["Look", "candidates", "earlier", "is_listed"]

Look = Callable[[Question], Sequence[Claim]]
"""Gives all claims that bear on a question, and perhaps others."""

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def candidates(claim: Claim) -> tuple[Question, ...]:
    """The questions that ask for a claim by its subject's name, the plainest first."""
    of = kinds().get(claim.kind)
    if of is None:
        return ()
    names = [claim.subject.name]
    if of.about == "event":
        plain = _without_year(claim.subject.name)
        names = [plain, f"{day_of_event(claim).year} {plain}"]
    found = (_asked(of.name, name, claim.subject.aspect) for name in names)
    return tuple(question for question in found if question is not None)


def earlier(question: Question, claims: Sequence[Claim]) -> tuple[Question, ...]:
    """The questions for earlier events of the name that a question asks for, which they tell by the year."""
    if kind(question.kind).about != "event" or question.subject.date is not None:
        return ()
    latest = set(matching(question, claims))
    others = (candidates(claim) for claim in claims if claim.kind == question.kind and claim not in latest)
    return tuple(dict.fromkeys(one for asked in others if question in asked for one in asked[1:]))


def is_listed(question: Question, look: Look) -> bool:
    """Whether a question is listed: there are claims, and no fuller one asks for them."""
    found = matching(question, look(question))
    if not found or _is_latest(question, found, look):
        return False
    return not any(_asks_for(other, question, look) for other in _fuller(question, found))


def _is_latest(question: Question, found: Sequence[Claim], look: Look) -> bool:
    """Whether what is asked for by its year is the event that is asked for without one."""
    if question.subject.date is None:
        return False
    plain = _asked(question.kind, _without_year(question.subject.name), question.subject.aspect)
    return plain is not None and not set(found).isdisjoint(matching(plain, look(plain)))


def _fuller(question: Question, found: Sequence[Claim]) -> set[Question]:
    """The questions that ask with a fuller name for something among these claims."""
    own, dated = _fullness(question), question.subject.date is not None
    others = {asked for claim in found for asked in candidates(claim)}
    return {one for one in others if _fullness(one) > own and (one.subject.date is not None) == dated}


def _asks_for(fuller: Question, question: Question, look: Look) -> bool:
    """Whether a question is the fullest of its own, and asks for the claims that have another's name."""
    found = matching(fuller, look(fuller))
    return not _fuller(fuller, found) and any(question in candidates(claim) for claim in found)


def _without_year(name: str) -> str:
    return " ".join(_YEAR.sub("", name).split())


def _fullness(question: Question) -> tuple[int, str]:
    name = question.subject.name
    return len(name.split()), name


@lru_cache(maxsize=2**16)
def _asked(kind_name: str, name: str, aspect: str) -> Question | None:
    """The question of a kind for a name; None where the words ask for something else."""
    words = kind(kind_name).wording
    text = words.replace("killed", aspect or "killed").replace("X", name, 1)
    try:
        found = parse(text)
    except NotAQuestion:
        return None
    return found if found.kind == kind_name else None
