"""Origins: where claims come from first.

Near-copies of a report, reports credited to the same agency, and claims with the same speaker and the
same statement are one origin.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from sayso.intake import Report
from sayso.ledger.copies import is_copy, story
from sayso.ledger.credits import credited
from sayso.questions.claim import Claim
from sayso.questions.same_sources import Sources

__all__ = ["Origin", "groups", "origins"]

Origin = tuple[tuple[int, ...], str]
"""The places of the claims of one origin, and why they are one."""

SAME_SOURCE, SAME_STORY, SAME_AGENCY, TOLD_BY = "same source", "near-copies", "same agency", "own report"
CITED = "cited outlet"


def groups(reports: Sequence[Report]) -> dict[str, str]:
    """The group of each report, by id: near-copies have one. For reports that no ledger keeps."""
    stories = [story(report.text, (), credited(report.text)) for report in reports]
    found = {report.id: report.id for report in reports}
    for (one, left), (other, right) in combinations(zip(reports, stories, strict=True), 2):
        if found[one.id] != found[other.id] and is_copy(left, right):
            old, new = found[other.id], found[one.id]
            found = {id: new if group == old else group for id, group in found.items()}
    return found


def origins(claims: Sequence[Claim], report_groups: Mapping[str, str]) -> tuple[Origin, ...]:
    """The origins of claims for one value, in the order of their first claims."""
    group = [report_groups.get(claim.report.id, claim.report.id) for claim in claims]
    joined = Joined(len(claims))
    own = [at for at, claim in enumerate(claims) if _own(claim)]
    for pair in _of_one_source(claims, group):
        joined.join(*pair, SAME_SOURCE)
    for reason, same in ((SAME_STORY, lambda at: group[at]), (SAME_AGENCY, lambda at: _agency(claims[at]))):
        for pair in _alike(own, same):
            joined.join(*pair, reason)
    for one, other, reason in (*_cited(claims), *_repeated(claims)):
        joined.join(one, other, reason)
    return joined.parts()


class Joined:
    """Places that are joined step by step; each part is headed by its first place."""

    def __init__(self, many: int) -> None:
        self._parent = list(range(many))
        self._why: dict[int, str] = {}

    def join(self, one: int, other: int, reason: str) -> None:
        """Make one part of the parts of two places, if they are not one already."""
        first, second = self._root(one), self._root(other)
        if first != second:
            first, second = min(first, second), max(first, second)
            self._parent[second] = first
            self._why[first] = reason

    def parts(self) -> tuple[Origin, ...]:
        """The parts, each with the reason for which its last two were joined."""
        members: dict[int, list[int]] = {}
        for at in range(len(self._parent)):
            members.setdefault(self._root(at), []).append(at)
        return tuple((tuple(found), self._why.get(top, "")) for top, found in members.items())

    def _root(self, at: int) -> int:
        while self._parent[at] != at:
            self._parent[at] = self._parent[self._parent[at]]
            at = self._parent[at]
        return at


def _alike(places: Iterable[int], key: Callable[[int], object]) -> Iterator[tuple[int, int]]:
    """Each place with the first that has the same key."""
    first: dict[object, int] = {}
    for at in places:
        known = first.setdefault(key(at), at)
        if known != at:
            yield known, at


def _of_one_source(claims: Sequence[Claim], group: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Claims of one source; people without a name are the same only in one story."""
    yield from Sources(claims).pairs()
    speaking: dict[str, list[int]] = {}
    for at, claim in enumerate(claims):
        speaking.setdefault(claim.authority, []).append(at)
    for places in speaking.values():
        named = next((at for at in places if claims[at].source_kind != "person-unnamed"), None)
        if named is not None:
            yield from ((named, at) for at in places if at > named)
        if named != places[0]:  # else they are all one already
            yield from _alike(places, lambda at: group[at])
            yield from _alike(places, lambda at: claims[at].report.id)


def _cited(claims: Sequence[Claim]) -> Iterator[tuple[int, int, str]]:
    """Claims that cite an outlet, each with the first claim that it carried, or that cites it too."""
    first: dict[str, int] = {}
    begun: dict[str, str] = {}

    def carried(outlet: str, at: int) -> int:
        if outlet not in first:
            first[outlet] = at
            for end in (*(n for n, letter in enumerate(outlet) if letter == " "), len(outlet)):
                begun.setdefault(outlet[:end], outlet)
        return first[outlet]

    own = [_outlet(claim.report.outlet) for claim in claims]
    for at, outlet in enumerate(own):
        carried(outlet, at)
    for at, claim in enumerate(claims):
        for name, kind in (
            *((link.name, link.kind) for link in claim.via),
            (claim.source, claim.source_kind),
        ):
            named = _outlet(name)
            cited = begun.get(named) or (named if kind == "outlet" else None)
            if cited and cited != own[at]:
                yield at, carried(cited, at), CITED


def _repeated(claims: Sequence[Claim]) -> Iterator[tuple[int, int, str]]:
    """Claims in a report's own voice, each with the first that its outlet has from a source."""
    told: dict[tuple[str, str | None], list[int]] = {}
    for at, claim in enumerate(claims):
        if not _own(claim):
            for place in _places(claim):
                known = told.setdefault(
                    place, []
                )  # each earlier than those before it: no other is ever the first
                if not known or not _is_before(claims[known[-1]], claim):
                    known.append(at)
    for at, own in enumerate(claims):
        if _own(own):
            near = [other for place in _places(own) for other in told.get(place, ())]
            found = [other for other in near if _is_before(claims[other], own)]
            if found:
                yield at, min(found), TOLD_BY


@lru_cache(maxsize=2**12)
def _outlet(name: str | None) -> str:
    return (name or "").casefold().removeprefix("the ")


def _own(claim: Claim) -> bool:
    """Whether the report speaks in its own voice."""
    return claim.source_kind == "author"


def _agency(claim: Claim) -> str:
    """The agency that a report credits, else the outlet itself; an agency is its own."""
    return (claim.report.credit or claim.report.outlet or claim.report.id).casefold()


def _places(claim: Claim) -> list[tuple[str, str | None]]:
    """Where a claim is told: its report, and its outlet if that is known."""
    outlet = [("outlet", claim.report.outlet)] if claim.report.outlet is not None else []
    return [("report", claim.report.id), *outlet]


def _is_before(told: Claim, own: Claim) -> bool:
    return (told.report.published or "") <= (own.report.published or "")
