"""One run of a command that reads reports: from places to the screen."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from sayso.cli.escape import escaped
from sayso.intake import Received, Unreadable, find, receive, size
from sayso.read import read_all
from sayso.record import line, record

if TYPE_CHECKING:
    from sayso.reading.annotations import Reading

__all__ = ["read_places"]

READERS = 8
"""Reports read side by side, at most."""


def read_places(
    places: Iterable[str], *, published: str | None = None, outlet: str | None = None, as_json: bool = False
) -> None:
    """Read what is at the places and write it to stdout; progress and failures go to stderr.

    ``published`` and ``outlet``, where given, hold for every report. Ends the command with exit
    code 1 if anything could not be read.
    """
    from sayso.cli.progress import Progress
    from sayso.cli.show import Screen

    told = {name: value for name, value in (("published", published), ("outlet", outlet)) if value}
    found = list(find(places))
    items = (_told(item, told) for item in receive(found))
    write = _write_json if as_json else Screen().show
    failed = False
    with Progress(_total(found)) as progress:
        for item in read_all(items, min(_cores(), READERS)):
            if isinstance(item, Unreadable):
                failed = True
                with progress.aside(sys.stderr):
                    click.echo(f"sayso: {escaped(str(item))}", err=True)
                continue
            received, reading = item
            with progress.aside(sys.stdout):
                write(received, reading)
            progress.advance(received.size)
    if failed:
        raise click.exceptions.Exit(1)


def _write_json(received: Received, reading: Reading) -> None:
    sys.stdout.buffer.write(line(record(received.report, reading, received.name)))
    sys.stdout.buffer.flush()


def _told(item: Received | Unreadable, told: dict[str, str]) -> Received | Unreadable:
    """The item, with what the user knows better."""
    if isinstance(item, Unreadable) or not told:
        return item
    return replace(item, report=replace(item.report, **told))


def _cores() -> int:
    """The processor's cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _total(found: list[str | Unreadable]) -> int | None:
    """The bytes to read, if they are known."""
    sizes = [size(place) for place in found if isinstance(place, str)]
    return None if None in sizes else sum(filter(None, sizes))
