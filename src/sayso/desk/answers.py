"""An answer as its page shows it: positions by origin, each claim with its words in context."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.desk.calls import ranges
from sayso.desk.passages import Context, context, edges, there
from sayso.ledger import Judgement, Ledger
from sayso.ledger.passages import Placed
from sayso.questions import Answer, Claim
from sayso.questions.bounds import Bound
from sayso.questions.calls import CALL
from sayso.questions.standing import Apart

__all__ = [
    "AnswerShown",
    "ClaimShown",
    "Fallen",
    "OriginShown",
    "Side",
    "answer_shown",
    "claims_shown",
    "every",
]

SIDES, ORIGINS, COPIES, FALLEN = 12, 12, 12, 25
"""Positions of an answer, origins of a position, claims of an origin, and claims apart that its page has."""


@dataclass(frozen=True, slots=True)
class ClaimShown:
    """A claim; ``place`` is where the ledger has it, ``address`` by what it is judged, if it is a report's.

    ``by_hand`` is the number of the judgement by which an analyst added it. ``targets`` says whom a
    call for violence is against that stands in the words around it.
    """

    claim: Claim
    place: Placed | None
    context: Context | None
    href: str | None
    by_hand: int | None
    notes: tuple[Judgement, ...] = ()
    targets: tuple[str, ...] = ()

    @property
    def address(self) -> str | None:
        """The claim's own address in the ledger."""
        return self.place.address if self.place else None


@dataclass(frozen=True, slots=True)
class OriginShown:
    """The claims of one origin: the first, those that are one with it and why, how many more there are."""

    number: int
    first: ClaimShown
    copies: tuple[ClaimShown, ...]
    why: str
    more: int


@dataclass(frozen=True, slots=True)
class Side:
    """A position, with the origins that are shown, and how many more there are."""

    value: str
    claims: int
    all_origins: int
    low: float
    high: float
    origins: tuple[OriginShown, ...]

    @property
    def more(self) -> int:
        """How many origins are not shown."""
        return self.all_origins - len(self.origins)


@dataclass(frozen=True, slots=True)
class Fallen:
    """A claim that does not stand, why, and the claim by which it fell, if it is one."""

    shown: ClaimShown
    reason: str
    by: ClaimShown | None


@dataclass(frozen=True, slots=True)
class AnswerShown:
    """An answer; ``bounds`` are name, day and evidence, of a question of dating."""

    answer: Answer
    sides: tuple[Side, ...]
    fallen: tuple[Fallen, ...]
    bounds: tuple[tuple[str, str, tuple[ClaimShown, ...]], ...]

    @property
    def more_sides(self) -> int:
        """How many positions are not shown."""
        return len(self.answer.positions) - len(self.sides)

    @property
    def more_fallen(self) -> int:
        """How many claims apart are not shown."""
        return len(self.answer.apart) - len(self.fallen)


def answer_shown(ledger: Ledger, answer: Answer) -> AnswerShown:
    """What the page of an answer shows; of the ledger only the reports of claims shown are looked at."""
    shown = _Shown(ledger, list(_visible(answer)))
    sides = tuple(
        Side(
            position.value,
            len(position.claims),
            len(position.origins),
            position.low,
            position.high,
            tuple(
                OriginShown(
                    number,
                    shown.of(position.claims[members[0]]),
                    tuple(shown.of(position.claims[at]) for at in members[1:COPIES]),
                    why,
                    max(len(members) - COPIES, 0),
                )
                for number, (members, why) in enumerate(position.origins[:ORIGINS], 1)
            ),
        )
        for position in answer.positions[:SIDES]
    )
    fallen = tuple(
        Fallen(shown.of(a.claim), a.reason, shown.of(a.by) if a.by else None) for a in answer.apart[:FALLEN]
    )
    bounds = tuple(
        (name, str(bound.day) if bound else "unknown", tuple(map(shown.of, bound.evidence if bound else ())))
        for name, bound in _bounds(answer)
    )
    return AnswerShown(answer, sides, fallen, bounds)


def claims_shown(ledger: Ledger, claims: Sequence[Claim]) -> list[ClaimShown]:
    """Each claim as a page shows it."""
    shown = _Shown(ledger, claims)
    return [shown.of(claim) for claim in claims]


def every(answer: Answer) -> list[tuple[Claim, str, int | None, Apart | None]]:
    """All claims of an answer: value, number of the origin, and why a claim is apart, if it is."""
    found: list[tuple[Claim, str, int | None, Apart | None]] = []
    for position in answer.positions:
        for number, (members, _) in enumerate(position.origins, 1):
            found += [(position.claims[at], position.value, number, None) for at in members]
    found += [(claim, name, None, None) for name, bound in _bounds(answer) for claim in _evidence(bound)]
    return found + [(fell.claim, fell.claim.value, None, fell) for fell in answer.apart]


class _Shown:
    """Claims with what the ledger knows of each."""

    def __init__(self, ledger: Ledger, claims: Sequence[Claim]) -> None:
        reports = {claim.report.id for claim in claims}
        self._placed = {one.address: one for one in ledger.placed(reports)}
        spans = {_spot(claim): claim for claim in claims if claim.span}
        found = ledger.passages((report, *edges(spans[report, span].span)) for report, span in spans)
        self._contexts = {spot: context(passage, spot[1]) for spot, passage in zip(spans, found, strict=True)}
        self._calls = _by_report(ledger, reports)
        targets = [one.address for claim in claims if (one := self._place(claim))]
        self._notes: dict[str, list[Judgement]] = {}
        for note in ledger.decided(targets, limit=500):
            if note.kind == "note" and not note.undone:
                self._notes.setdefault(note.target, []).append(note)

    def of(self, claim: Claim) -> ClaimShown:
        """A claim of those that this was made for."""
        place = self._place(claim)
        number = claim.report.id.removeprefix("log:")
        by_hand = int(number) if number != claim.report.id else None
        start, end = edges(claim.span) if claim.span else (0, 0)
        return ClaimShown(
            claim,
            place,
            self._contexts.get(_spot(claim)),
            None
            if by_hand is not None
            else there(claim.report.id, place.statement if place else None, claim.content),
            by_hand,
            tuple(self._notes.get(place.address, ())) if place else (),
            tuple(
                dict.fromkeys(t for a, b, t in self._calls.get(claim.report.id, []) if a < end and start < b)
            ),
        )

    def _place(self, claim: Claim) -> Placed | None:
        return self._placed.get(claim.id or "")


def _by_report(ledger: Ledger, reports: Iterable[str]) -> dict[str, list[tuple[int, int, str]]]:
    found: dict[str, list[tuple[int, int, str]]] = {}
    for one in ledger.told(sorted(reports), [CALL]):
        found.setdefault(one.report, []).extend(ranges([one]))
    return found


def _visible(answer: Answer) -> Iterator[Claim]:
    """The claims that the page of an answer has."""
    for position in answer.positions[:SIDES]:
        for members, _ in position.origins[:ORIGINS]:
            yield from (position.claims[at] for at in members[:COPIES])
    for fell in answer.apart[:FALLEN]:
        yield from (claim for claim in (fell.claim, fell.by) if claim)
    for _, bound in _bounds(answer):
        yield from _evidence(bound)


def _bounds(answer: Answer) -> Sequence[tuple[str, Bound | None]]:
    if answer.dating is None:
        return ()
    return (("not before", answer.dating.not_before), ("not after", answer.dating.not_after))


def _evidence(bound: Bound | None) -> tuple[Claim, ...]:
    return bound.evidence if bound else ()


def _spot(claim: Claim) -> tuple[str, tuple[tuple[int, int], ...]]:
    return claim.report.id, claim.span
