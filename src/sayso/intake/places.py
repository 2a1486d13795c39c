"""Where reports are: paths, folders, globs, URLs, standard input."""

from __future__ import annotations

import glob
import io
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from sayso.intake.formats import suffixes
from sayso.intake.source import Source, Unreadable
from sayso.intake.unpack import MAGIC, unpacked

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
    if place == STDIN or is_url(place) or place.lower().endswith(".gz"):
        return None
    try:
        return os.path.getsize(place)
    except OSError:
        return 0


@contextmanager
def opened(place: str, private: bool = False) -> Iterator[Source]:
    """The source at a place, unpacked; closed, if it is a file, when the block ends.

    ``private`` permits URLs of this machine and of private networks.

    Raises:
        Unreadable: a URL is not to be fetched, or answers with an error.
        OSError: a file cannot be opened.
    """
    if place == STDIN:
        yield _unpacked(Source(STDIN, _stdin()))
    elif is_url(place):
        from sayso.intake.web import fetch

        yield _unpacked(fetch(place, private))
    else:
        with open(place, "rb") as stream:
            yield Source(place, unpacked(stream) if place.lower().endswith(".gz") else stream)


def _stdin() -> io.BufferedReader:
    stream = sys.stdin.buffer
    return stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)  # type: ignore[arg-type]


def _unpacked(source: Source) -> Source:
    """The source, or what is in it if it is a gzip file; its name need not tell."""
    if not source.head().startswith(MAGIC):
        return source
    return Source(source.name, unpacked(source), url=source.url, charset=source.charset)


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
