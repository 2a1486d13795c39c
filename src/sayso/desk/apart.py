"""What takes long, in a process of its own: reading reports, and working out what they answer.

It takes all of a processor and writes to the ledger; pages only read, and wait for neither.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from threading import Event, Lock

from sayso.desk.arrivals import Arrived, Place, arrivals
from sayso.ledger import Ledger
from sayso.read import reader
from sayso.ready import catch_up

__all__ = ["Apart"]

NICE = 10
"""By how much the process is nicer than that of the pages: whoever reads a page goes first."""

OFTEN = 0.2
"""Seconds between two looks at whether a job is to be stopped."""

TURN = 5.0
"""Seconds that working out answers may take before a job that waits has its turn."""

STEP = 0.1
"""Seconds after which it is asked whether to stop."""

LAST = 60.0
"""Seconds that the process has to end after what it is reading."""


Work = tuple[Place, ...] | str
"""Places to read, or one of the words below."""

CATCH_UP, STOP, PREPARE = "catch up", "stop", "prepare"


class Apart:
    """The process that works on the ledger at a place; the first work begins it."""

    def __init__(self, place: str) -> None:
        self._place = place
        self._lock = Lock()
        self._started: tuple[BaseProcess, Connection] | None = None

    def prepare(self) -> None:
        """Begin it, and load what reads, if it has not begun: somebody is about to hand something in."""
        with self._lock:
            if self._started is None:
                self._begun().send(PREPARE)

    def arrivals(self, places: Sequence[Place], stop: Event) -> Iterator[Arrived]:
        """Add the reports at some places, and tell what became of each.

        ``stop`` ends it after the report that is being read.

        Raises:
            RuntimeError: something went wrong there, or the process was ended.
        """
        yield from self._told(tuple(places), stop)

    def catch_up(self, stop: Event) -> None:
        """Work out the questions on which new claims and judgements bear, for some seconds at most.

        Raises:
            RuntimeError: as above.
        """
        for _ in self._told(CATCH_UP, stop):
            pass

    def _told(self, work: Work, stop: Event) -> Iterator[Arrived]:
        line = self._line()
        asked = False
        try:
            line.send(work)
            while True:
                if not line.poll(OFTEN):
                    if stop.is_set() and not asked:
                        line.send(STOP)
                        asked = True
                elif isinstance(told := line.recv(), Arrived):
                    yield told
                else:
                    break
        except (EOFError, OSError) as error:
            self._started = None  # the next job begins another one
            raise RuntimeError("the process that reads was ended") from error
        if told is not None:
            raise RuntimeError(told)

    def close(self) -> None:
        """End the process, when what it is reading is read."""
        if self._started is not None:
            process, line = self._started
            line.close()
            process.join(LAST)
            self._started = None

    def _line(self) -> Connection:
        """The line to the process."""
        with self._lock:
            return self._started[1] if self._started else self._begun()

    def _begun(self) -> Connection:
        start = get_context("spawn")  # a fork would share the pages' threads and connections
        line, its_end = start.Pipe()
        process = start.Process(target=_read, args=(self._place, its_end), name="reading", daemon=True)
        process.start()
        its_end.close()
        self._started = process, line
        return line


def _read(place: str, line: Connection) -> None:
    """Do what comes along the line, until it is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the desk too, which ends this one
    if hasattr(os, "nice"):
        os.nice(NICE)
    with Ledger.open(place) as ledger:
        try:
            while True:
                work = line.recv()
                if work == PREPARE:
                    reader()
                elif work != STOP:  # else something that was over already was to be stopped
                    for told in _done(ledger, work, line):
                        line.send(told)
        except (EOFError, OSError):
            return


def _done(ledger: Ledger, work: Work, line: Connection) -> Iterator[Arrived | str | None]:
    """What arrives, and in the end None, or the reason why it went no further."""
    try:
        if isinstance(work, tuple):
            yield from arrivals(ledger, work, line.poll)
        else:
            _catch_up(ledger, line)
    except Exception as error:  # the process goes on with what is next; the page tells why
        yield f"{type(error).__name__}: {error}"
    else:
        yield None


def _catch_up(ledger: Ledger, line: Connection) -> None:
    """Some of the questions at a time, so that it can be stopped."""
    end = time.monotonic() + TURN
    while ledger.is_behind() and time.monotonic() < end and not line.poll():
        catch_up(ledger, STEP)
