"""Origins: where claims come from first.

Near-copies of a report, reports credited to the same agency, and claims with the same speaker and the
same statement are one origin.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from sayso.intake import Report
from sayso.ledger.copies import is_copy, story
from sayso.ledger.credits import credited
from sayso.questions.claim import Claim
from sayso.questions.subjects import same_source

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
    told: Sequence[tuple[str, Callable[[int, int], bool]]] = (
        (SAME_SOURCE, lambda a, b: _same_source(claims[a], claims[b], group[a] == group[b])),
        (SAME_STORY, lambda a, b: group[a] == group[b] and _own(claims[a]) and _own(claims[b])),
        (
            SAME_AGENCY,
            lambda a, b: _agency(claims[a]) == _agency(claims[b]) and (_own(claims[a]) and _own(claims[b])),
        ),
    )
    parent = list(range(len(claims)))
    why: dict[int, str] = {}

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for reason, joined in told:
        for one, other in combinations(range(len(claims)), 2):
            if root(one) != root(other) and joined(one, other):
                parent[max(root(one), root(other))] = min(root(one), root(other))
                why[root(one)] = reason
    for one, other, reason in (*_cited(claims), *_repeated(claims)):
        if root(one) != root(other):
            parent[max(root(one), root(other))] = min(root(one), root(other))
            why[root(one)] = reason
    members: dict[int, list[int]] = {}
    for at in range(len(claims)):
        members.setdefault(root(at), []).append(at)
    return tuple((tuple(found), why.get(top, "")) for top, found in members.items())


def _cited(claims: Sequence[Claim]) -> Iterator[tuple[int, int, str]]:
    """Claims that cite an outlet, each with the first claim that it carried, or that cites it too."""
    first: dict[str, int] = {}
    for at, claim in enumerate(claims):
        first.setdefault(_outlet(claim.report.outlet), at)
    for at, claim in enumerate(claims):
        names = [(link.name, link.kind == "outlet") for link in claim.via]
        names += [(claim.source, claim.source_kind == "outlet")]
        for name, sure in names:
            known = next(
                (o for o in first if o and (o == _outlet(name) or o.startswith(_outlet(name) + " "))), None
            )
            cited = known or (_outlet(name) if sure else None)
            if cited and cited != _outlet(claim.report.outlet):
                yield at, first.setdefault(cited, at), CITED


def _repeated(claims: Sequence[Claim]) -> Iterator[tuple[int, int, str]]:
    """Claims in a report's own voice, each with the first that its outlet has from a source."""
    for at, own in enumerate(claims):
        if _own(own):
            told = next((other for other, claim in enumerate(claims) if _repeats(own, claim)), None)
            if told is not None:
                yield at, told, TOLD_BY


def _outlet(name: str | None) -> str:
    return (name or "").casefold().removeprefix("the ")


def _own(claim: Claim) -> bool:
    """Whether the report speaks in its own voice."""
    return claim.source_kind == "author"


def _same_source(one: Claim, other: Claim, same_story: bool) -> bool:
    """Whether two claims have one source; people without a name are the same only in one story."""
    if not same_source(one, other):
        return False
    return one.source_kind != "person-unnamed" or same_story or one.report.id == other.report.id


def _agency(claim: Claim) -> str:
    """The agency that a report credits, else the outlet itself; an agency is its own."""
    return (claim.report.credit or claim.report.outlet or claim.report.id).casefold()


def _repeats(own: Claim, told: Claim) -> bool:
    """Whether a report says in its own voice what its outlet has from a source."""
    same = own.report.outlet is not None and own.report.outlet == told.report.outlet
    earlier = (told.report.published or "") <= (own.report.published or "")
    return _own(own) and not _own(told) and earlier and (same or own.report.id == told.report.id)
