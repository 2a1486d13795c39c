"""The formats that reports come in; the entry points ``sayso.intake`` name one each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import entry_points

from sayso.intake.source import Received, Source, Unreadable

__all__ = ["Format", "choose", "formats", "suffixes"]


@dataclass(frozen=True, slots=True)
class Format:
    """A way in which reports are written down.

    ``suffixes`` are the ends of file names, with the dot, in lower case. ``sniff`` tells from the
    first bytes how likely they are of this format, 0 to 1. ``read`` yields the reports of a source,
    and an ``Unreadable`` for each one that fails; it may raise one where it cannot go on.
    """

    suffixes: tuple[str, ...]
    sniff: Callable[[bytes], float]
    read: Callable[[Source], Iterator[Received | Unreadable]]


@cache
def formats() -> tuple[Format, ...]:
    """The formats installed."""
    return tuple(point.load() for point in sorted(entry_points(group="sayso.intake")))


def suffixes() -> tuple[str, ...]:
    """The ends of the names of files that folders are searched for, compressed or not."""
    plain = [suffix for known in formats() for suffix in known.suffixes]
    return tuple(sorted([*plain, *(suffix + ".gz" for suffix in plain)]))


def choose(source: Source) -> Format:
    """The format of a source: by the end of its name, or else by how it begins."""
    name = source.name.lower().removesuffix(".gz")
    if source.url is None:
        for known in formats():
            if name.endswith(known.suffixes):
                return known
    head = source.head()
    return max(formats(), key=lambda known: known.sniff(head))
