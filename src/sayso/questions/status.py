"""Status: positions out of claims, and what they amount to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Literal

from sayso.questions.claim import Claim, against
from sayso.questions.kind import Kind
from sayso.questions.origins import Origin, origins
from sayso.questions.text.amounts import parsed, wide
from sayso.questions.text.party_names import same_party

__all__ = ["Position", "Status", "positions", "status"]

Status = Literal["unreported", "unconfirmed", "corroborated", "disputed", "dated", "undated"]


@dataclass(frozen=True, slots=True)
class Position:
    """The claims that stand for one value, and where they come from."""

    value: str
    claims: tuple[Claim, ...]
    origins: tuple[Origin, ...] = ()

    @property
    def low(self) -> float:
        """The low end of the surest claim's range of probability."""
        return max(claim.low for claim in self.claims)

    @property
    def high(self) -> float:
        """The high end of the surest claim's range of probability."""
        return max(claim.high for claim in self.claims)


def positions(kind: Kind, claims: Sequence[Claim], groups: Mapping[str, str]) -> tuple[Position, ...]:
    """The positions that claims stand for, in the order of their first claims.

    Values that can hold together and say the same are one position, under the more exact value:
    "at least 12" stands with 15, "government" with "army".
    """
    told: dict[str, list[Claim]] = {}
    for claim in claims:
        told.setdefault(claim.value, []).append(claim)
    found: dict[str, list[Claim]] = {}
    for value in sorted(told, key=_breadth):
        home = next((other for other in found if _same(kind, value, other)), value)
        found.setdefault(home, []).extend(told[value])
    order = {id(claim): at for at, claim in enumerate(claims)}
    made = []
    for value, members in found.items():
        members.sort(key=lambda claim: order[id(claim)])
        name = value if kind.grows else _exact(kind, [claim.value for claim in members])
        made.append(Position(name, tuple(members), origins(members, groups)))
    return tuple(sorted(made, key=lambda position: order[id(position.claims[0])]))


def _exact(kind: Kind, values: Sequence[str]) -> str:
    """The first of values, or of who did something the first name: "Ann Roe" and no "police officer"."""
    names = (value for value in values if value[:1].isupper() or against(value))
    return next(names, values[0]) if kind.about == "event" else values[0]


def _breadth(value: str) -> tuple[float, float]:
    """What sorts numbers before the ranges they are in."""
    found = parsed(value)
    return (wide(found), found.low) if found else (0, 0)


def _same(kind: Kind, one: str, other: str) -> bool:
    """Whether two values are one position; what only does not exclude a value is not the same."""
    left, right = against(one), against(other)
    if (left is None) != (right is None):
        return False
    if left is not None and right is not None:
        return left == right or (kind.about != "person" and same_party(left, right))
    return not kind.conflict(one, other)


def status(kind: Kind, found: Sequence[Position]) -> Status:
    """What positions amount to (Status, rule 4)."""
    if not found:
        return "unreported"
    if any(kind.conflict(one.value, other.value) for one, other in combinations(found, 2)):
        return "disputed"
    for one, other in combinations(found, 2):
        values = [{claim.value for claim in position.claims} for position in (one, other)]
        if any(kind.conflict(a, b) for a, b in product(*values)):
            return "disputed"
    positive = [position for position in found if against(position.value) is None] or found
    return "corroborated" if max(len(p.origins) for p in positive) > 1 else "unconfirmed"
