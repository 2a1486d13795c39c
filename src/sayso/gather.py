"""Which claims of a ledger bear on a question."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from sayso.ledger import Kept, Ledger
from sayso.questions import Claim, Question
from sayso.questions.answer import Aside
from sayso.questions.bearing import NOTHING, Further, bears, further, single_names
from sayso.questions.kept import about, claim, descriptions, look_ups, names
from sayso.questions.kind import kind
from sayso.questions.subjects import further_names

__all__ = ["Fetch", "Found", "claims_about", "find", "look_up"]

UNRELIABLE = {"E", "5"}
"""Grades of a source (unreliable) and of a claim (improbable) by which claims do not count."""

Fetch = Callable[[Iterable[str], Sequence[str], bool], list[Kept]]
"""Gives the claims of some kinds that share a word with names, or every word, those rejected too."""


@dataclass(frozen=True, slots=True)
class Found:
    """The claims that may bear on something.

    ``groups`` maps their reports to the first near-copy; ``aside`` are claims that do not count,
    ``names`` what all were looked up by, ``rests_on`` what else the answer rests on.
    """

    claims: tuple[Claim, ...]
    groups: Mapping[str, str]
    aside: tuple[Aside, ...]
    names: frozenset[str]
    rests_on: Further


def claims_about(ledger: Ledger, question: Question) -> Found:
    """The claims that may answer a question, and those about the events that they refer to."""
    return find(question, lambda about, kinds, every: ledger.claims(about, kinds, rejected=True, every=every))


def look_up(question: Question) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    """What the claims about a question's subject are fetched by, before more is known: see ``Fetch``."""
    return _ordered(look_ups(question)), (question.kind,), kind(question.kind).about == "event"


def find(question: Question, fetch: Fetch, make: Callable[[Kept], Claim] = claim) -> Found:
    """The same, from wherever claims are fetched; ``make`` is how they are made of what is kept."""
    asked: set[str] = set()
    kept: dict[str, Kept] = {}
    made = cache(lambda id: make(kept[id]))
    once = cache(fetch)

    def look(rests_on: Further, more: Iterable[str], *kinds: str, every: bool = False) -> list[Claim]:
        new = _ordered(more)
        asked.update(new)
        fetched = once(new, kinds, every) if new else ()
        kept.update({one.id: one for one in _bearing(question, fetched, rests_on)})
        return [made(id) for id, one in kept.items() if _counts(one)]

    names_asked, kinds, every = look_up(question)
    claims = look(NOTHING, names_asked, *kinds, every=every)
    if more := further_names(question, claims):
        claims = look(NOTHING, descriptions(more), question.kind)
    rests_on = further(question, claims)
    if rests_on.artifacts:
        claims = look(rests_on, (n for one in rests_on.artifacts for n in names(one)), "dating")
        rests_on = further(question, claims)
        for happened in rests_on.events:
            look(rests_on, names(happened), "event", every=True)
    ordered = sorted(kept.values(), key=_place)
    return Found(
        tuple(made(one.id) for one in ordered if _counts(one)),
        {one.report: one.origin for one in ordered if one.report and one.origin},
        tuple(Aside(made(one.id), _reason(one)) for one in ordered if not _counts(one)),
        frozenset(asked),
        rests_on,
    )


def _ordered(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(names)))


def _bearing(question: Question, fetched: Iterable[Kept], rests_on: Further) -> Iterator[Kept]:
    """Those that bear on the question, told before more is made of them than their subjects."""
    rows = [(one, about(one)) for one in fetched]
    single = single_names(subject.name for _, subject in rows)
    return (one for one, subject in rows if bears(question, one.kind, subject, rests_on, single))


def _reason(kept: Kept) -> Literal["rejected", "unreliable"]:
    return "rejected" if kept.rejected else "unreliable"


def _place(kept: Kept) -> tuple[bool, str, int]:
    """What sorts claims as the ledger has them: by report and number, those of analysts last."""
    number = kept.id.rpartition(":")[2].removeprefix("c")
    return kept.report is None, kept.report or "", int(number)


def _counts(kept: Kept) -> bool:
    """Whether no analyst rejected a claim, or graded it or its source as unreliable."""
    return not kept.rejected and not {kept.grade, kept.source_grade} & UNRELIABLE
