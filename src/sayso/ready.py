"""Questions kept ready: their answers are worked out when claims come or go, not when they are listed."""

from __future__ import annotations

import math
import time
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from threading import Lock

from sayso.gather import Found, find
from sayso.ledger import Asked, Kept, Ledger, Ready, by_words
from sayso.questions import Claim, Question
from sayso.questions.bearing import NOTHING, bears, single_names
from sayso.questions.candidates import candidates, earlier, is_listed
from sayso.questions.kept import claim, look_ups, more, names, rests_on
from sayso.questions.kind import kinds
from sayso.questions.stages import stages

__all__ = ["catch_up", "question_of"]

CLAIMS, QUESTIONS = 1_000, 200
"""As many are dealt with in one transaction."""


OTHERS_REST_ON = ("dating", "event")
"""Claims of these kinds tell on the answers of others."""

AFTER = "~"
"""What sorts after every day."""

_TURN = Lock()


def catch_up(ledger: Ledger, within: float | None = None) -> None:
    """Work out again the questions on which claims bear that came, went or were judged.

    With ``within`` it takes about so many seconds at most, and nobody waits for another thread that is
    at it: what is left is left to that one, or to the next who asks.
    """
    end = time.monotonic() + (math.inf if within is None else within)
    while ledger.is_behind() and time.monotonic() < end and _TURN.acquire(blocking=within is None):
        try:
            with ledger.catching_up() as ready:
                _some(ready)
        finally:
            _TURN.release()


def _some(ready: Ready) -> None:
    """Deal with some of the claims, or where none are left with some of the questions."""
    touched = [claim(Kept("", kind, data)) for kind, data in ready.take(CLAIMS)]
    if touched:
        _note(ready, touched)
    else:
        _work_out(ready)


def _note(ready: Ready, touched: Iterable[Claim]) -> None:
    """Mark the questions on which claims bear, and add those that they are the first to answer."""
    first: dict[tuple[object, ...], Claim] = {}
    for one in sorted(touched, key=lambda one: one.day):
        first.setdefault((one.kind, one.subject, one.day[:4]), one)
    _add(ready, (asked for one in first.values() for asked in candidates(one)[:1]))
    ready.stale(_concerned(ready, list(first.values())))


def _add(ready: Ready, questions: Iterable[Question]) -> None:
    """Keep the questions that are not kept yet, to be worked out."""
    fresh = {question.text: question for question in questions}
    known = ready.known(fresh)
    new = {text: question for text, question in fresh.items() if text not in known}
    ready.ask({text: (q.kind, q.subject.name, look_ups(q)) for text, q in new.items()})


def _concerned(ready: Ready, claims: Sequence[Claim]) -> dict[int, str]:
    """The questions (by number) on which claims bear, each with the first day that they concern."""
    found: dict[int, str] = {}
    for of in sorted({one.kind for one in claims}):
        told = [(one, by_words(names(one.subject))) for one in claims if one.kind == of]
        every = frozenset().union(*(words for _, words in told))
        near = [ready.sharing(every, of)] if of in kinds() else []
        near += [ready.sharing(every, None)] if of in OTHERS_REST_ON else []
        is_person = of in kinds() and kinds()[of].about == "person"
        for one, words in told:
            asked = {a.id: a for some in near for word in words for a in some.get(word, ())}
            single = single_names(a.subject for a in asked.values()) if is_person else frozenset[str]()
            for id, question in asked.items():
                if one.day < found.get(id, AFTER) and _bears(question, one, single):
                    found[id] = one.day
    return found


def _bears(asked: Asked, one: Claim, single: frozenset[str]) -> bool:
    question = question_of(asked)
    if question is None:
        return True
    others = NOTHING if asked.more is None else rests_on(asked.more)
    return bears(question, one.kind, one.subject, others, single)


def question_of(asked: Asked) -> Question | None:
    """The question that is kept; None where its kind is no longer installed."""
    return _question(asked.kind, asked.subject, asked.text)


@lru_cache(maxsize=2**16)
def _question(name: str, subject: str, text: str) -> Question | None:
    of = kinds().get(name)
    return Question(name, of.subject(subject, text), text) if of else None


def _work_out(ready: Ready) -> None:
    """Answer the questions that wait for it."""

    @cache
    def look(question: Question) -> Found:
        return find(question, ready.claims)

    for asked in ready.waiting(QUESTIONS):
        question = question_of(asked)
        if question is None:
            ready.forget(asked.id)
            continue
        found = look(question)
        _add(ready, earlier(question, found.claims))
        if is_listed(question, lambda other: look(other).claims):
            past = ready.stages(asked.id)
            begin = (asked.stale or "") if past else ""
            kept = stages(question, found.claims, found.groups, past, begin)
            ready.settle(asked.id, found.names, more(found.rests_on), kept)
        elif any(question in candidates(one) for one in found.claims):
            ready.settle(asked.id, found.names, more(found.rests_on), ())
        else:
            ready.forget(asked.id)
