"""One run of a command that reads reports: from places to the screen."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from sayso.cli.escape import escaped
from sayso.intake import Received, Unreadable, find, receive, size
from sayso.read import read_all
from sayso.record import line, record

if TYPE_CHECKING:
    from sayso.reading.annotations import Reading

__all__ = ["READERS", "cores", "read_places", "told", "total"]

READERS = 4
"""Processes that read, at most: each takes some 140 MB."""


def read_places(
    places: Iterable[str],
    *,
    published: str | None = None,
    outlet: str | None = None,
    private: bool = False,
    as_json: bool = False,
    unfold: bool = False,
) -> None:
    """Read what is at the places and write it to stdout; progress and failures go to stderr.

    ``published`` and ``outlet``, where given, hold for every report; ``private`` tells whether URLs
    may lead to this machine and into private networks, ``unfold`` whether the words of calls for
    violence are shown. Ends the command with exit
    code 1 if anything could not be read.
    """
    from sayso.cli.progress import Progress
    from sayso.cli.show import Screen

    found = list(find(places))
    items = told(receive(found, private=private), published=published, outlet=outlet)
    write = _write_json if as_json else Screen(unfold).show
    failed = False
    with Progress(total(found)) as progress:
        for item in read_all(items, min(cores(), READERS)):
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


def told(
    items: Iterable[Received | Unreadable], *, published: str | None, outlet: str | None
) -> Iterator[Received | Unreadable]:
    """The items, with what the user knows better."""
    for item in items:
        if isinstance(item, Received):
            report = item.report
            if published:
                report = replace(report, published=published, published_at=None)
            report = replace(report, outlet=outlet or report.outlet)
            yield replace(item, report=report)
        else:
            yield item


def cores() -> int:
    """The processor's cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def total(found: list[str | Unreadable]) -> int | None:
    """The bytes to read, if they are known."""
    sizes = [size(place) for place in found if isinstance(place, str)]
    return None if None in sizes else sum(filter(None, sizes))


def _write_json(received: Received, reading: Reading) -> None:
    sys.stdout.buffer.write(line(record(received.report, reading, received.name)))
    sys.stdout.buffer.flush()
