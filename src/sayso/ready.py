"""Questions kept ready: their answers are worked out when claims come or go, not when they are listed."""

from __future__ import annotations

import math
import time
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from threading import Lock
from typing import Any

from sayso.gather import Found, Told, find, look_up, told
from sayso.ledger import Asked, Kept, Ledger, LookUp, Ready, Settled, Stage, by_words
from sayso.questions import Claim, Question
from sayso.questions.bearing import NOTHING, bears, single_names
from sayso.questions.candidates import candidates, earlier, is_listed
from sayso.questions.kept import claim, descriptions, look_ups, more, names, rests_on
from sayso.questions.kind import kinds
from sayso.questions.stages import stages_in_time
from sayso.questions.subjects import further_names

__all__ = ["AFTER", "catch_up", "past", "question_of"]

CLAIMS, QUESTIONS = 1_000, 1_000
"""As many are dealt with in one transaction at most: what questions share is fetched once."""

LONGEST = 3.0
"""Seconds after which a transaction takes no further question: others wait to write meanwhile."""

TOGETHER = 20
"""Questions whose claims are fetched together: enough to ask seldom, and few enough where claims are many."""


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
                _some(ready, min(end, time.monotonic() + LONGEST))
        finally:
            _TURN.release()


def past(ledger: Ledger, question: Question) -> tuple[tuple[Stage, ...], str]:
    """What the answer came to as it is kept, and the first day from which on that may not hold any more.

    All of it holds where that day is ``AFTER``, and nothing where it is "".
    """
    kept = ledger.past(question.text, CLAIMS)
    if kept is None or kept.since is None:
        return (), ""
    words = by_words(look_ups(question))
    others = OTHERS_REST_ON if kept.asked.more else ()
    told = [claim(Kept("", kind, data)) for kind, data in kept.since if kind in (question.kind, *others)]
    near = [one.day for one in told if one.kind in others or words & by_words(names(one.subject))]
    return kept.stages, min([AFTER if kept.asked.stale is None else kept.asked.stale, *near])


def _some(ready: Ready, end: float) -> None:
    """Deal with some of the claims, or where none are left with some of the questions."""
    touched = ready.take(CLAIMS)
    if touched:
        _note(ready, list(_first(ready, touched)))
    else:
        _work_out(ready, end)


def _first(ready: Ready, touched: Iterable[tuple[str, dict[str, Any]]]) -> Iterator[Claim]:
    """The claims that tell on answers; of those of a kind about one subject in a year only the first."""
    others = set(OTHERS_REST_ON) if ready.any_rests_on_others() else set()
    first: dict[tuple[str, str, str], dict[str, Any]] = {}
    for kind, data in touched:
        if kind in kinds() or kind in others:
            key = kind, repr(data["subject"]), _day(data)[:4]
            if key not in first or _day(data) < _day(first[key]):
                first[key] = data
    return (claim(Kept("", kind, data)) for (kind, _, _), data in first.items())


def _day(data: dict[str, Any]) -> str:
    return (data["report"]["published"] or "")[:10]


def _note(ready: Ready, claims: Sequence[Claim]) -> None:
    """Mark the questions on which claims bear, and add those that they are the first to answer."""
    _add(ready, (asked for one in claims for asked in candidates(one)[:1]))
    ready.stale(_concerned(ready, claims))


def _add(ready: Ready, questions: Iterable[Question]) -> None:
    """Keep the questions that are not kept yet, to be worked out."""
    fresh = {question.text: question for question in questions}
    known = ready.known(fresh) if fresh else set()
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
                known = AFTER if question.stale is None else question.stale
                if one.day < found.get(id, known) and _bears(question, one, single):
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


def _work_out(ready: Ready, end: float) -> None:
    """Answer questions that wait for it, one day at least, and no further after the ``end`` (monotonic)."""
    waiting = [(asked, question_of(asked)) for asked in ready.waiting(QUESTIONS)]
    finder = Finder(ready)
    before_now = ready.stages([asked.id for asked, _ in waiting])
    new: list[Question] = []
    gone: list[int] = []
    settled: list[Settled] = []
    kept: Sequence[Stage]
    left: str | None
    for at, (asked, question) in enumerate(waiting):
        if at and time.monotonic() > end:
            break
        if at % TOGETHER == 0:
            finder.expect([one for _, one in waiting[at : at + TOGETHER] if one])
        found = finder.find(question) if question else None
        if question is None or found is None or not _is_asked(question, found):
            gone.append(asked.id)
            continue
        new += earlier(question, found.claims)
        kept, left = (), None
        if is_listed(question, lambda other: finder.find(other).claims):
            before = before_now.get(asked.id, [])
            begin = (asked.stale or "") if before else ""
            kept, left = stages_in_time(question, found.claims, found.groups, before, begin, end)
        settled.append(Settled(asked.id, found.names, more(found.rests_on), kept, left))
    ready.forget(gone)
    ready.settle(settled)
    _add(ready, new)


def _is_asked(question: Question, found: Found) -> bool:
    """Whether there still is a claim by whose subject's name a question asks."""
    return any(question in candidates(one) for one in found.claims)


class Finder:
    """What bears on questions, in one transaction: what several rest on is fetched and made once."""

    def __init__(self, ready: Ready) -> None:
        self._ready = ready
        self._found: dict[Question, Found] = {}
        self._made: dict[str, Told] = {}

    def expect(self, questions: Sequence[Question]) -> None:
        """Fetch together what is needed to find what bears on these."""
        self._ready.fetch(map(look_up, questions))
        people = [one for one in questions if kinds()[one.kind].about == "person"]
        self._ready.fetch(list(map(self._described, people)))

    def find(self, question: Question) -> Found:
        """The claims that may bear on a question."""
        if question not in self._found:
            self._found[question] = find(question, self._claims)
        return self._found[question]

    def _claims(self, names: Iterable[str], kinds: Sequence[str], every: bool) -> list[Told]:
        return [self._make(kept) for kept in self._ready.claims(names, kinds, every)]

    def _make(self, kept: Kept) -> Told:
        if kept.id not in self._made:
            self._made[kept.id] = told(kept)
        return self._made[kept.id]

    def _described(self, question: Question) -> LookUp:
        """How claims about somebody who is only described will be looked up: by what others tell of him."""
        claims = [one.claim for one in self._claims(*look_up(question))]
        return descriptions(further_names(question, claims)), (question.kind,), False
