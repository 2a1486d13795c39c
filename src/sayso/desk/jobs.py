"""Reports that are coming in: one job at a time, in a thread beside the pages."""

from __future__ import annotations

import secrets
import shutil
from collections import Counter, OrderedDict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from queue import Queue
from threading import Event, Lock, Thread
from typing import Literal

from sayso.intake import Received, Unreadable, receive, size
from sayso.ledger import Ledger

__all__ = ["Arrived", "Job", "Jobs", "Known", "Place", "Standing"]

State = Literal["waiting", "reading", "done", "stopped", "broken"]

KEPT = 50
"""Jobs that are remembered."""

SHOWN = 500
"""Of each job's reports, as many of the latest are listed, and as many failures."""


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
    """What became of one report: added, a near-copy of one that was there, unchanged, or failed."""

    name: str
    outcome: Literal["added", "copy", "unchanged", "failed"]
    report: str | None = None
    title: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a job is: ``read`` of ``size`` bytes (None where nobody knows), and what arrived last."""

    id: str
    state: State
    places: tuple[str, ...]
    counts: dict[str, int]
    read: int
    size: int | None
    arrived: tuple[Arrived, ...]
    failures: tuple[Arrived, ...]
    reason: str | None = None

    @property
    def over(self) -> bool:
        """Whether nothing more will come."""
        return self.state in ("done", "stopped", "broken")


class Job:
    """Some places to read reports from; ``folder``, if any, is theirs and goes when it is over."""

    def __init__(self, places: Sequence[Place], folder: Path | None = None) -> None:
        self.id = secrets.token_urlsafe(9)
        self.places = tuple(places)
        self.folder = folder
        self.stop = Event()
        sizes = [size(place.at) for place in places]
        self._size = None if None in sizes else sum(filter(None, sizes))
        self._lock = Lock()
        self._state: State = "waiting"
        self._reason: str | None = None
        self._counts: Counter[str] = Counter()
        self._read = 0
        self._arrived: deque[Arrived] = deque(maxlen=SHOWN)
        self._failures: deque[Arrived] = deque(maxlen=SHOWN)

    def turn(self, state: State, reason: str | None = None) -> None:
        """Enter a state."""
        with self._lock:
            self._state, self._reason = state, reason

    def arrive(self, one: Arrived, size: int = 0) -> None:
        """Count a report in, or a failure."""
        with self._lock:
            self._counts[one.outcome] += 1
            self._read += size
            (self._failures if one.outcome == "failed" else self._arrived).append(one)

    def standing(self) -> Standing:
        """How far it is."""
        with self._lock:
            shown = tuple(place.shown for place in self.places)
            return Standing(
                self.id, self._state, shown, dict(self._counts), self._read, self._size,
                tuple(self._arrived), tuple(self._failures), self._reason,
            )  # fmt: skip


class Jobs:
    """The jobs of a desk, done one after the other in the order in which they were given."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._waiting: Queue[Job | None] = Queue()
        self._thread: Thread | None = None
        self._lock = Lock()

    def start(self, job: Job) -> Job:
        """Do a job when those before it are done."""
        with self._lock:
            self._jobs[job.id] = job
            over = [id for id, one in self._jobs.items() if one.standing().over]
            for id in over[: len(self._jobs) - KEPT]:
                del self._jobs[id]
            if self._thread is None:
                self._thread = Thread(target=self._work, name="incoming", daemon=True)
                self._thread.start()
        self._waiting.put(job)
        return job

    def job(self, id: str) -> Job:
        """A job by its id.

        Raises:
            LookupError: there is none, or it is forgotten.
        """
        with self._lock:
            if id not in self._jobs:
                raise LookupError("no such job, or it was too long ago")
            return self._jobs[id]

    def all(self) -> list[Standing]:
        """How far each job is, the latest first."""
        with self._lock:
            return [job.standing() for job in reversed(self._jobs.values())]

    def close(self) -> None:
        """Stop after the report that is being read."""
        with self._lock:
            for job in self._jobs.values():
                job.stop.set()
        self._waiting.put(None)
        if self._thread is not None:
            self._thread.join()

    def _work(self) -> None:
        while (job := self._waiting.get()) is not None:
            try:
                job.turn("reading")
                self._do(job)
                job.turn("stopped" if job.stop.is_set() else "done")
            except Exception as error:  # the thread goes on with the next job; the page tells why
                job.turn("broken", f"{type(error).__name__}: {error}")
            finally:
                if job.folder is not None:
                    shutil.rmtree(job.folder, ignore_errors=True)

    def _do(self, job: Job) -> None:
        from sayso.add import add

        for item in add(self._ledger, _items(job)):
            if isinstance(item, Unreadable):
                job.arrive(Arrived(item.name, "failed", reason=item.reason))
            else:
                received, added = item
                title = received.report.title
                job.arrive(Arrived(received.name, added.outcome, added.report, title), received.size)


def _items(job: Job) -> Iterator[Received | Unreadable]:
    """The reports at the job's places, under the names that their user knows, until it is stopped."""
    for place in job.places:
        for item in receive([place.at]):
            if job.stop.is_set():
                return
            if isinstance(item, Unreadable):
                yield Unreadable(_shown(item.name, place), item.reason)
            else:
                yield replace(place.known.told(item), name=_shown(item.name, place))


def _shown(name: str, place: Place) -> str:
    return place.shown + name.removeprefix(place.at) if name.startswith(place.at) else name
