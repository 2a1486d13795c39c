"""Work on many things in several processes: in one, Python runs on one core at a time."""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from multiprocessing.util import Finalize
from threading import Thread
from typing import TypeVar

__all__ = ["Team"]

T = TypeVar("T")
R = TypeVar("R")

ALONE = 1.0
"""Seconds of work after which other processes are begun, which takes them about as long."""

AHEAD = 3
"""Things that each other process is given at a time: one is worked on while the next wait."""

KEPT = 64
"""Results that may wait for one before them."""

IDLE = 10
"""Seconds without work after which another process ends."""

WATCH = 1.0
"""Seconds between two looks of another process at whether this one lives: it may have been killed."""


class Team:
    """This process, and ``others`` that it begins when there is more than a moment's work."""

    def __init__(self, others: int) -> None:
        self._others = others
        self._pool: Executor | None = None

    def map(self, function: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        """``function`` of each item, in their order; what it is bound to is pickled with each item."""
        started = time.monotonic()
        begun: Future[bool] | None = None
        waiting: deque[Future[R]] = deque()
        try:
            for item in items:
                if not begun and self._others and (self._pool or time.monotonic() - started > ALONE):
                    begun = self._begin().submit(callable, function)
                if begun and begun.done() and self._has_room(waiting):
                    waiting.append(self._begin().submit(function, item))
                else:
                    waiting.append(_done(function, item))
                while waiting and (waiting[0].done() or len(waiting) > KEPT):
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for one in waiting:
                one.cancel()

    def _has_room(self, waiting: Iterable[Future[R]]) -> bool:
        return sum(not one.done() for one in waiting) < AHEAD * self._others

    def _begin(self) -> Executor:
        if self._pool is None:
            from loky import ProcessPoolExecutor  # takes a while to load

            pool = ProcessPoolExecutor(
                self._others, timeout=IDLE, initializer=_end_with, initargs=(os.getpid(),)
            )
            Finalize(None, pool.shutdown, kwargs={"kill_workers": True}, exitpriority=0)  # in any process
            self._pool = pool
        return self._pool


def _end_with(parent: int) -> None:
    """Have this process end when the one that began it does."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(WATCH)
        os._exit(1)

    Thread(target=watch, daemon=True).start()


def _done(function: Callable[[T], R], item: T) -> Future[R]:
    """The result of working on an item here and now, or the error."""
    found: Future[R] = Future()
    try:
        found.set_result(function(item))
    except Exception as error:  # at its turn
        found.set_exception(error)
    return found
