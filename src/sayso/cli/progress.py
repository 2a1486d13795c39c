"""The bar that shows on stderr while reading takes longer than a moment."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, Timer
from types import TracebackType
from typing import Self, TextIO

from rich.console import Console
from rich.progress import BarColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

__all__ = ["PATIENCE", "Progress"]

PATIENCE = 2.0
"""Seconds before the bar appears."""


class Progress:
    """Counts reports, and shows how far reading is if stderr is a terminal.

    ``total`` is how many bytes there are to read, or None where nobody knows.
    """

    def __init__(self, total: int | None) -> None:
        console = Console(stderr=True)
        self._bar = Bar(
            BarColumn(),
            TextColumn("{task.fields[reports]}, {task.fields[rate]}"),
            TimeElapsedColumn(),
            TimeRemainingColumn(),
            console=console,
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self._task = self._bar.add_task("", total=total, reports="0 reports", rate="starting")
        self._reports = 0
        self._lock = Lock()
        self._due = False
        self._timer = Timer(PATIENCE, self._appear)
        self._timer.daemon = True
        self._terminal = console.is_terminal

    def __enter__(self) -> Self:
        if self._terminal:
            self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        with self._lock:
            if self._due:
                self._bar.stop()
            self._due = False

    def advance(self, size: int, counts: str = "") -> None:
        """One report of ``size`` bytes is done; ``counts`` says what became of all so far."""
        self._reports += 1
        elapsed = self._bar.tasks[0].elapsed or 0.0
        rate = f"{self._reports / elapsed:.1f} a second" if elapsed else "starting"
        self._bar.update(self._task, advance=size, reports=counts or f"{self._reports} reports", rate=rate)

    @contextmanager
    def aside(self, stream: TextIO) -> Iterator[None]:
        """Keep the bar off the screen while something is written to a stream that shows there."""
        if not stream.isatty():
            yield
            return
        with self._lock:
            if self._due:
                self._bar.stop()
            yield
            if self._due:
                self._bar.start()

    def _appear(self) -> None:
        with self._lock:
            self._due = True
            self._bar.start()
