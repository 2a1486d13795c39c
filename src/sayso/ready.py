"""Questions kept ready: their answers are worked out when claims come or go, not when they are listed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from sayso.gather import Found, find
from sayso.ledger import Asked, Kept, Ledger, Ready, by_words
from sayso.questions import Claim, Question
from sayso.questions.bearing import bears, single_names
from sayso.questions.candidates import candidates, is_listed
from sayso.questions.kept import claim, look_ups, more, names, rests_on
from sayso.questions.kind import kinds
from sayso.questions.stages import stages

__all__ = ["catch_up", "question_of"]

CLAIMS, QUESTIONS = 1_000, 200
"""As many are dealt with in one transaction."""


AFTER = "~"
"""What sorts after every day."""


def catch_up(ledger: Ledger) -> None:
    """Work out again the questions on which claims bear that came, went or were judged."""
    while ledger.is_behind():
        with ledger.catching_up() as ready:
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
    fresh = {asked.text: asked for one in first.values() for asked in candidates(one)}
    known = ready.known(fresh)
    new = {text: question for text, question in fresh.items() if text not in known}
    ready.ask({text: (q.kind, q.subject.name, look_ups(q)) for text, q in new.items()})
    words = {key: by_words(names(one.subject)) for key, one in first.items()}
    near = ready.sharing(frozenset().union(*words.values()), {one.kind for one in first.values()})
    stale: dict[int, str] = {}
    for key, one in first.items():
        found = {asked.id: asked for word in words[key] for asked in near.get(word, ()) if _may(asked, one)}
        single = single_names(asked.subject for asked in found.values())
        for id, asked in found.items():
            if one.day < stale.get(id, AFTER) and _bears(asked, one, single):
                stale[id] = one.day
    ready.stale(stale)


def _may(asked: Asked, one: Claim) -> bool:
    return asked.kind == one.kind or asked.more is not None


def _bears(asked: Asked, one: Claim, single: frozenset[str]) -> bool:
    question = question_of(asked)
    return question is None or bears(question, one.kind, one.subject, rests_on(asked.more), single)


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
        if is_listed(question, lambda other: look(other).claims):
            past = ready.stages(asked.id)
            begin = (asked.stale or "") if past else ""
            kept = stages(question, found.claims, found.groups, past, begin)
            ready.settle(asked.id, found.names, more(found.rests_on), kept)
        elif any(question in candidates(one) for one in found.claims):
            ready.settle(asked.id, found.names, more(found.rests_on), ())
        else:
            ready.forget(asked.id)
