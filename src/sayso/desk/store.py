"""The pages that were made, with what each rests on, in the state that the ledger is in."""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Callable, Collection, Hashable
from dataclasses import dataclass
from itertools import islice
from threading import Lock

from starlette.types import Message

from sayso.ledger import Since, Thing

__all__ = ["Store", "Told"]

ROOM = 64_000_000
"""Bytes of pages that are kept; those that nobody asked for longest go first."""

LARGEST = 2_000_000
"""Bytes of a page from which on it is not kept."""

TURNS = 100
"""States before this one of which it is known what told them apart."""

Told = list[Message]
"""A page as it was sent."""

On = Collection[Thing] | None
"""What a page rests on, or what was written tells on; None: everything."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page, what it rests on, and its size in bytes."""

    told: Told
    on: On
    size: int


class Store:
    """Keeps pages as long as nothing that they rest on has changed.

    ``state`` tells the ledger's states apart, and ``since`` what was written since a mark, as
    ``Ledger`` has them.
    """

    def __init__(self, state: Callable[[], str], since: Callable[[int], Since]) -> None:
        self._state = state
        self._since = since
        self._known = ""
        self._mark = -1
        self._turn = 0
        self._wrote: deque[On] = deque(maxlen=TURNS)
        self._pages: OrderedDict[Hashable, Page] = OrderedDict()
        self._room = ROOM
        self._lock = Lock()

    def turn(self) -> int:
        """The number of the ledger's state now, for ``keep``; what does not hold in it is forgotten.

        One thread at a time may ask.
        """
        if (now := self._state()) != self._known:
            wrote = self._since(self._mark)
            with self._lock:
                self._known, self._mark = now, wrote.mark
                self._turn += 1
                self._wrote.append(wrote.on)
                for key in [key for key, page in self._pages.items() if _tells(wrote.on, page.on)]:
                    self._room += self._pages.pop(key).size
        return self._turn

    def get(self, key: Hashable) -> Told | None:
        """A page, if it is kept."""
        with self._lock:
            if key not in self._pages:
                return None
            self._pages.move_to_end(key)
            return self._pages[key].told

    def keep(self, key: Hashable, told: Told, on: On, begun: int) -> None:
        """Keep a page that rests on something, which was begun in the state of a number."""
        size = sum(len(message.get("body", b"")) for message in told)
        with self._lock:
            if size > LARGEST or key in self._pages or not self._holds(on, begun):
                return
            self._pages[key] = Page(told, on, size)
            self._room -= size
            while self._room < 0:
                self._room += self._pages.popitem(last=False)[1].size

    def _holds(self, on: On, begun: int) -> bool:
        """Whether nothing was written since a state that tells on what a page rests on."""
        turns = self._turn - begun
        latest = islice(reversed(self._wrote), turns)
        return turns <= len(self._wrote) and not any(_tells(wrote, on) for wrote in latest)


def _tells(wrote: On, on: On) -> bool:
    """Whether what was written tells on what a page rests on."""
    return wrote is None or on is None or not frozenset(wrote).isdisjoint(on)
