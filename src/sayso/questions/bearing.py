"""Which claims can change the answer to a question, so that the others need not be looked at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from sayso.questions.artifacts import same_artifact
from sayso.questions.bounds import is_referred_to
from sayso.questions.claim import Claim, Question, Subject
from sayso.questions.kind import kind
from sayso.questions.subjects import described, same_name
from sayso.questions.text.places import same_place
from sayso.questions.text.same_events import same_event
from sayso.reading.people import bare, parts

__all__ = ["NOTHING", "Further", "bears", "further", "single_names"]


@dataclass(frozen=True, slots=True)
class Further:
    """What an answer rests on beside the claims of its kind: artifacts, and events that these refer to."""

    artifacts: tuple[Subject, ...] = ()
    events: tuple[Subject, ...] = ()


NOTHING = Further()


def further(question: Question, claims: Sequence[Claim]) -> Further:
    """What else the answer to a question rests on, as far as claims tell.

    The time of a recording whose speaker was alive, and the events that date an artifact.
    """
    if question.kind == "dating":
        artifacts = [question.subject]
    else:
        speaking = (
            c for c in claims if c.manner == "speaks" and c.event and bears(question, c.kind, c.subject)
        )
        artifacts = list(dict.fromkeys(c.event for c in speaking if c.event))
    dating = [c for c in claims if c.kind == "dating" and c.event]
    events = [c.event for c in dating if c.event and any(same_artifact(a, c.subject) for a in artifacts)]
    return Further(tuple(artifacts), tuple(dict.fromkeys(events)))


def bears(
    question: Question, of: str, subject: Subject, rests_on: Further = NOTHING, names: Iterable[str] = ()
) -> bool:
    """Whether the answer to a question may change when a claim of a kind, about a subject, comes or goes.

    ``names`` are the single names that other claims have: whose they are depends on who else has them.
    """
    if of != question.kind:
        return _rests_on(rests_on, of, subject)
    return _TESTS[kind(of).about](question.subject, subject, names)


def single_names(names: Iterable[str]) -> frozenset[str]:
    """Those names of people that are one word, perhaps with a title."""
    return frozenset(name for name in names if _is_single(name))


@lru_cache(maxsize=2**16)
def _is_single(name: str) -> bool:
    return len(parts(bare(name))) < 2


class _Test(Protocol):
    def __call__(self, asked: Subject, told: Subject, names: Iterable[str]) -> bool: ...


def _rests_on(rests_on: Further, of: str, subject: Subject) -> bool:
    if of == "dating":
        return any(same_artifact(artifact, subject) for artifact in rests_on.artifacts)
    return of == "event" and any(is_referred_to(one, subject) for one in rests_on.events)


def _person(asked: Subject, told: Subject, names: Iterable[str]) -> bool:
    if same_name(asked.name, told.name) or described(told):
        return True
    return any(same_name(name, asked.name) and same_name(name, told.name) for name in names)


_TESTS: dict[str, _Test] = {
    "person": _person,
    "place": lambda asked, told, names: same_place(asked.name, told.name),
    "artifact": lambda asked, told, names: same_artifact(asked, told),
    "event": lambda asked, told, names: asked.aspect == told.aspect and same_event(asked, told),
}
"""By what a question is about, whether a claim of its kind can bear on it."""
