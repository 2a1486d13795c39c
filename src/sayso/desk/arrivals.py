"""Reports that come in: from where, under which names, and what becomes of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sayso.intake import Received, Unreadable, receive
from sayso.ledger import Ledger

__all__ = ["Arrived", "Known", "Place", "arrivals"]


@dataclass(frozen=True, slots=True)
class Known:
    """What the user knows of reports better than they tell themselves; None leaves it to them."""

    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None

    def told(self, received: Received) -> Received:
        """The report with what is known."""
        report = received.report
        if self.published:
            report = replace(report, published=self.published, published_at=None)
        report = replace(
            report,
            title=self.title or report.title,
            outlet=self.outlet or report.outlet,
            url=self.url or report.url,
        )
        return replace(received, report=report)


@dataclass(frozen=True, slots=True)
class Place:
    """Where reports are: a file that was handed in, or a URL; ``shown`` is how its user knows it."""

    at: str
    shown: str
    known: Known = Known()


@dataclass(frozen=True, slots=True)
class Arrived:
    """What became of one report: added, a near-copy of one that was there, unchanged, or failed.

    ``size`` is how many bytes of its place it took.
    """

    name: str
    outcome: Literal["added", "copy", "unchanged", "failed"]
    report: str | None = None
    title: str | None = None
    reason: str | None = None
    size: int = 0


def arrivals(ledger: Ledger, places: Sequence[Place], stopped: Callable[[], bool]) -> Iterator[Arrived]:
    """Add the reports at some places, and tell what became of each, until it is stopped."""
    from sayso.add import add

    for item in add(ledger, _items(places, stopped)):
        if isinstance(item, Unreadable):
            yield Arrived(item.name, "failed", reason=item.reason)
        else:
            received, added = item
            title = received.report.title
            yield Arrived(received.name, added.outcome, added.report, title, size=received.size)


def _items(places: Sequence[Place], stopped: Callable[[], bool]) -> Iterator[Received | Unreadable]:
    """The reports at the places, under the names that their user knows."""
    for place in places:
        for item in receive([place.at]):
            if stopped():
                return
            if isinstance(item, Unreadable):
                yield Unreadable(_shown(item.name, place), item.reason)
            else:
                yield replace(place.known.told(item), name=_shown(item.name, place))


def _shown(name: str, place: Place) -> str:
    return place.shown + name.removeprefix(place.at) if name.startswith(place.at) else name
