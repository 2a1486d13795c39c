"""Reports that are coming in: one job at a time, beside the pages."""

from __future__ import annotations

import logging
import secrets
import shutil
from collections import Counter, OrderedDict, deque
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from queue import Queue
from threading import Event, Lock, Thread
from typing import Literal

from sayso.desk.apart import Apart
from sayso.desk.arrivals import Arrived, Place
from sayso.intake import size

__all__ = ["Job", "Jobs", "Standing"]

State = Literal["waiting", "reading", "done", "stopped", "broken"]

KEPT = 50
"""Jobs that are remembered."""

SHOWN = 500
"""Of each job's reports, as many of the latest are listed, and as many failures."""


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

    def arrive(self, one: Arrived) -> None:
        """Count a report in, or a failure."""
        with self._lock:
            self._counts[one.outcome] += 1
            self._read += one.size
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

    def __init__(self, place: str) -> None:
        """``place`` is that of the ledger which they add to."""
        self._apart = Apart(place)
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._waiting: Queue[Job | Event | None] = Queue()
        self._caught_up = Event()  # set when it was asked for, and is done
        self._caught_up.set()
        self._closing = Event()
        self._thread: Thread | None = None
        self._lock = Lock()

    def start(self, job: Job) -> Job:
        """Do a job when those before it are done."""
        with self._lock:
            self._jobs[job.id] = job
            over = [id for id, one in self._jobs.items() if one.standing().over]
            for id in over[: len(self._jobs) - KEPT]:
                del self._jobs[id]
            self._begin()
        self._waiting.put(job)
        return job

    def prepare(self) -> None:
        """Get ready for the first job, before it is there."""
        self._apart.prepare()

    def catch_up(self) -> Event:
        """Have the questions worked out on which new claims and judgements bear, beside the pages.

        What is returned is set when that is done, or after some seconds.
        """
        with self._lock:
            if self._caught_up.is_set():
                self._caught_up = Event()
                self._begin()
                self._waiting.put(self._caught_up)
            return self._caught_up

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

    def busy(self) -> bool:
        """Whether a job is being done, or waits."""
        with self._lock:
            return any(not job.standing().over for job in self._jobs.values())

    def close(self) -> None:
        """Stop after the report that is being read."""
        self._closing.set()
        with self._lock:
            for job in self._jobs.values():
                job.stop.set()
        self._waiting.put(None)
        if self._thread is not None:
            self._thread.join()
        self._apart.close()

    def _begin(self) -> None:
        if self._thread is None:
            self._thread = Thread(target=self._work, name="incoming", daemon=True)
            self._thread.start()

    def _work(self) -> None:
        while (job := self._waiting.get()) is not None:
            if isinstance(job, Event):
                self._catch_up(job)
                continue
            try:
                job.turn("reading")
                self._do(job)
                job.turn("stopped" if job.stop.is_set() else "done")
            except Exception as error:  # the thread goes on with the next job; the page tells why
                job.turn("broken", str(error) or type(error).__name__)
            finally:
                if job.folder is not None:
                    shutil.rmtree(job.folder, ignore_errors=True)

    def _catch_up(self, done: Event) -> None:
        try:
            self._apart.catch_up(self._closing)
        except RuntimeError:  # lists show what is ready; the next who looks at one asks for it again
            logging.getLogger(__name__).exception("the questions could not be brought up to date")
        finally:
            done.set()

    def _do(self, job: Job) -> None:
        if not job.stop.is_set():
            for one in self._apart.arrivals(job.places, job.stop):
                job.arrive(one)
