"""What a set of claims can answer, most disputed first; and how an answer changed over time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.questions.answer import Answer, answer
from sayso.questions.bounds import related
from sayso.questions.claim import Claim, Question, Subject
from sayso.questions.kind import Kind, kinds
from sayso.questions.status import Status
from sayso.questions.subjects import matching

__all__ = ["Change", "Listed", "nearest", "questions", "timeline"]

RANK: dict[Status, int] = {"disputed": 0, "unconfirmed": 1, "corroborated": 2, "dated": 3, "undated": 4}


@dataclass(frozen=True, slots=True)
class Change:
    """A day on which an answer changed, and the answer from then on."""

    day: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Listed:
    """A question that can be answered, its answer, and the day on which that last changed."""

    question: Question
    answer: Answer
    changed: str | None


def timeline(
    question: Question,
    claims: Sequence[Claim],
    groups: Mapping[str, str] | None = None,
    until: str | None = None,
) -> tuple[Change, ...]:
    """The days on which the status or the positions of an answer changed, in order, with the answers.

    ``until`` (ISO day) ends it.
    """
    dating = question.kind == "dating"
    about = related(question.subject, claims) if dating else matching(question, claims)
    days = sorted(
        {day for c in about if (day := (c.report.published or "")[:10]) and day <= (until or "9999")}
    )
    found: list[Change] = []
    for day in days:
        now = answer(question, _kept(claims, about), day, groups)
        if not found or _looks(now) != _looks(found[-1].answer):
            found.append(Change(day, now))
    return tuple(found)


def questions(
    claims: Sequence[Claim], as_of: str, groups: Mapping[str, str] | None = None
) -> tuple[Listed, ...]:
    """The questions that claims answer at a date: most disputed first, then the last changed."""
    listed = []
    for asked in _asked(claims):
        changes = timeline(asked, claims, groups, as_of)
        if changes and changes[-1].answer.status in RANK:
            listed.append(Listed(asked, changes[-1].answer, changes[-1].day))
    listed.sort(key=lambda found: found.changed or "", reverse=True)
    return tuple(sorted(listed, key=_dispute))


def nearest(name: str, claims: Sequence[Claim], most: int = 5) -> tuple[str, ...]:
    """The subjects of claims whose names share a word with a name, the most claimed about first."""
    wanted = set(name.lower().split())
    count: dict[str, int] = defaultdict(int)
    for claim in claims:
        if claim.kind in kinds() and wanted & set(claim.subject.name.lower().split()):
            count[claim.subject.name] += 1
    return tuple(sorted(count, key=lambda found: (-count[found], found))[:most])


def _kept(claims: Sequence[Claim], about: Sequence[Claim]) -> Sequence[Claim]:
    """What an answer needs: the claims about the question, and what dates recordings that speak."""
    if not any(claim.manner == "speaks" for claim in about):
        return about
    return [*about, *(claim for claim in claims if claim.kind in ("dating", "event"))]


def _looks(found: Answer) -> tuple[str, ...]:
    days = (found.dating.not_before, found.dating.not_after) if found.dating else ()
    return (found.status, *sorted(p.value for p in found.positions), *(str(d.day) if d else "" for d in days))


def _dispute(found: Listed) -> tuple[int, int, int]:
    """What sorts questions: status, then origins of the weaker of two sides, then claims."""
    sides = sorted((len(p.origins) for p in found.answer.positions), reverse=True)
    weaker = sides[1] if len(sides) > 1 else 0
    return RANK[found.answer.status], -weaker, -sum(len(p.claims) for p in found.answer.positions)


def _asked(claims: Sequence[Claim]) -> Iterator[Question]:
    """One question for each kind and subject; the fullest name asks for all the others."""
    by_kind: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind in kinds():
            by_kind[claim.kind, claim.subject.aspect].append(claim)
    for (name, _), found in by_kind.items():
        kind, left = kinds()[name], found
        while left:
            fullest = max(left, key=lambda claim: len(claim.subject.name.split())).subject
            question = Question(name, _subject(kind, fullest), _wording(kind, fullest))
            same = {id(claim) for claim in matching(question, left)}
            if same:
                yield question
            left = [c for c in left if id(c) not in same and c.subject != fullest]


def _subject(kind: Kind, subject: Subject) -> Subject:
    return subject if kind.about == "event" else kind.subject(subject.name, "")


def _wording(kind: Kind, subject: Subject) -> str:
    return kind.wording.replace("X", subject.name, 1).replace("killed", subject.aspect or "killed")
