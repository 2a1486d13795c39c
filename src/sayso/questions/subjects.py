"""Subjects: which claims are about what is asked, whatever their reports call it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import cache, lru_cache

from sayso.questions.artifacts import same_artifact
from sayso.questions.claim import Claim, Question, Subject
from sayso.questions.dates import bounds
from sayso.questions.kind import kind
from sayso.questions.text.party_names import tidy
from sayso.questions.text.places import same_place
from sayso.questions.text.same_events import bears_name, same_event
from sayso.reading.people import bare, parts

__all__ = ["day_of_event", "described", "further_names", "matching", "same_name", "same_source"]

APART = timedelta(days=45)
"""Days between two dates of what can still be one event, told with different dates."""


def matching(question: Question, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims about the question's subject."""
    about = kind(question.kind).about
    asked = question.subject
    found = [claim for claim in claims if claim.kind == question.kind]
    if about == "event":
        same = [c for c in found if c.subject.aspect == asked.aspect and same_event(asked, c.subject)]
        return tuple(_one_event(asked, same))
    test: Callable[[Subject], bool]
    if about == "artifact":
        test = lambda subject: same_artifact(asked, subject)  # noqa: E731
    elif about == "place":
        test = lambda subject: same_place(asked.name, subject.name)  # noqa: E731
    else:
        test = _is_person(asked.name, found)
    return tuple(claim for claim in found if test(claim.subject))


def further_names(question: Question, claims: Sequence[Claim]) -> tuple[str, ...]:
    """What else to look claims up by: what reports say that the person asked for is.

    Claims about somebody whom a report does not name ("the commander of the Northern Front") are found
    by these, and ``matching`` tells whether they are about the same person.
    """
    if kind(question.kind).about != "person":
        return ()
    known = [c.subject for c in claims if same_name(question.subject.name, c.subject.name)]
    return tuple(sorted({word for subject in known for word in subject.also}))


def described(subject: Subject) -> bool:
    """Whether somebody is only described: "the commander of the Northern Front"."""
    return bool(subject.also) and " of " in subject.name


def _is_person(asked: str, claims: Sequence[Claim]) -> Callable[[Subject], bool]:
    """Whether a claim's person is the one asked for.

    A surname alone is the one person of that surname; where the claims know several, it is nobody's
    unless it was asked for.
    """
    names = {claim.subject.name for claim in claims}
    known = {name for name in names if same_name(asked, name)}
    full = max([asked, *known], key=lambda name: len(parts(bare(name))))
    rivals = [n for n in names if n not in known and len(parts(bare(n))) > 1]
    descriptions = _descriptions(claims, known)

    @cache
    def named(name: str) -> bool:
        alone = len(parts(bare(name))) < 2 and name != asked
        return not (alone and any(same_name(rival, name) for rival in rivals))

    def test(subject: Subject) -> bool:
        if subject.name in known:
            return named(subject.name)
        return described(subject) and set(subject.also) <= descriptions

    return test if full else lambda subject: False


def _descriptions(claims: Sequence[Claim], known: set[str]) -> frozenset[str]:
    """What reports say that somebody is, with the words of groups he or she belongs to."""
    found = {word for claim in claims if claim.subject.name in known for word in claim.subject.also}
    return frozenset(found | {f"{a} {b}" for a in found for b in found} if len(found) < 40 else found)


def same_source(one: Claim, other: Claim) -> bool:
    """Whether two claims have one source: those who speak for the same, or one person."""
    if one.authority == other.authority:
        return True
    people = one.source_kind == other.source_kind == "person"
    return people and same_name(one.source, other.source)


@lru_cache(maxsize=2**14)
def same_name(one: str, other: str) -> bool:
    """Whether two names can be one person's: one's words are the other's, the last among them.

    A single word is a surname, or a first name where it is all that there is.
    """
    left, right = parts(bare(tidy(one))), parts(bare(tidy(other)))
    if not left or not right:
        return False
    short, long = sorted((left, right), key=len)
    if short == long:
        return True
    if len(short) == 1:
        return short[0] == long[-1] or (short[0] in long[1:] and len(long) > 2)
    initials = all(
        s == w or (len(s) == 1 and w[0] == s) or (len(w) == 1 and s[0] == w)
        for s, w in zip(short, long, strict=False)
    )
    return (short[-1] == long[-1] and (set(short) <= set(long) or initials)) or set(short) <= set(long)


def _one_event(asked: Subject, claims: Sequence[Claim]) -> list[Claim]:
    """The claims of one event: that of the year asked for, else the last of those told apart by date.

    A storm by name is one, however late its dead are counted.
    """
    if bears_name(asked):
        return list(claims)
    if asked.date:
        return [c for c in claims if day_of_event(c).isoformat()[:4] == asked.date[:4]]
    days = _days(claims)
    dated = sorted(set(days), reverse=True)
    if not dated:
        return []
    begin = dated[0]
    for day in dated[1:]:
        if begin - day > APART:
            break
        begin = day
    return [claim for claim, day in zip(claims, days, strict=True) if day >= begin]


def _days(claims: Sequence[Claim]) -> list[date]:
    """When the event of each claim was.

    One that tells no day is of the event that reports of those days tell of, if that was long before:
    "the explosions last September" gives September to "it denied that it was behind the explosions".
    """
    latest: dict[date, date] = {}
    for claim in claims:
        if (day := _told_day(claim)) is not None:
            latest[_reported(claim)] = max(day, latest.get(_reported(claim), date.min))

    @cache
    def told_near(reported: date) -> date:
        """The last day of an event that is told in reports of about that time, else the day itself."""
        last = max((day for at, day in latest.items() if abs(at - reported) <= APART), default=reported)
        return last if reported - last > APART else reported

    return [_told_day(claim) or told_near(_reported(claim)) for claim in claims]


def _reported(claim: Claim) -> date:
    found = bounds(claim.report.published)
    return found[1] if found else date.min


def day_of_event(claim: Claim) -> date:
    """When the event of a claim was: as told, else when it was reported; it was not after that."""
    return _told_day(claim) or _reported(claim)


def _told_day(claim: Claim) -> date | None:
    """The last day on which the event of a claim can have been, where that is told."""
    told, reported = bounds(claim.subject.date), bounds(claim.report.published)
    return None if told is None or (reported and told[0] > reported[1]) else told[1]
