"""Where reports are: paths, folders, globs, URLs, standard input."""

from __future__ import annotations

import glob
import gzip
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from sayso.intake.formats import suffixes
from sayso.intake.source import Source, Unreadable

__all__ = ["STDIN", "find", "opened", "size"]

STDIN = "-"


def find(places: Iterable[str]) -> Iterator[str | Unreadable]:
    """The files, URLs and ``-`` that places stand for, in their order.

    Folders are searched through for files of known formats, by name; a glob (``*``, ``?``,
    ``[a-z]``, ``**``) stands for the files that it matches where there is no file of that name.
    """
    for place in places:
        if place == STDIN or is_url(place):
            yield place
        elif os.path.isdir(place):
            yield from _folder(place)
        elif not os.path.lexists(place) and glob.has_magic(place):
            yield from _glob(place)
        else:
            yield place


def is_url(place: str) -> bool:
    """Whether a place is an address on the Web."""
    return place.lower().startswith(("http://", "https://"))


def size(place: str) -> int | None:
    """The bytes that will be read from a place; None where that is not known before."""
    if place == STDIN or is_url(place) or place.endswith(".gz"):
        return None
    try:
        return os.path.getsize(place)
    except OSError:
        return 0


@contextmanager
def opened(place: str) -> Iterator[Source]:
    """The source at a place; closed, if it is a file, when the block ends.

    Raises:
        Unreadable: a URL is not to be fetched, or answers with an error.
        OSError: a file cannot be opened.
    """
    if place == STDIN:
        yield Source(STDIN, sys.stdin.buffer)
    elif is_url(place):
        from sayso.intake.web import fetch

        yield fetch(place)
    elif place.endswith(".gz"):
        with gzip.open(place) as stream:
            yield Source(place, stream)  # type: ignore[arg-type]  # reads bytes as any file does
    else:
        with open(place, "rb") as stream:
            yield Source(place, stream)


def _folder(place: str) -> Iterator[str | Unreadable]:
    known = suffixes()
    found = False
    for folder, folders, files in os.walk(place):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.lower().endswith(known) and not name.startswith("."):
                found = True
                yield os.path.join(folder, name)
    if not found:
        yield Unreadable(place, f"no reports in this folder (files named {' '.join(known)})")


def _glob(place: str) -> Iterator[str | Unreadable]:
    found = [path for path in sorted(glob.glob(place, recursive=True)) if os.path.isfile(path)]
    yield from found
    if not found:
        yield Unreadable(place, "no file matches")
