"""What a user hands in, as places to read from: files, a text, addresses on the Web."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from sayso.desk.arrivals import Known, Place
from sayso.desk.jobs import Job
from sayso.intake.formats import suffixes

__all__ = ["Handed", "job_of"]

LONGEST_NAME = 200

WEB = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Handed:
    """Files with the names that they had, a text, and addresses; ``known`` holds for all reports.

    ``title`` and ``source`` belong to the text: its headline, and the address it was copied from.
    """

    known: Known
    files: Iterable[tuple[str, BinaryIO]] = ()
    text: str = ""
    title: str | None = None
    source: str | None = None
    urls: Iterable[str] = ()


def job_of(handed: Handed) -> Job:
    """The job of adding it; files are copied into a folder that goes when the job is over.

    Raises:
        ValueError: there is nothing, or an address is not on the Web.
    """
    folder = Path(tempfile.mkdtemp(prefix="sayso-"))
    try:
        places = [*_files(handed, folder), *_text(handed, folder), *_addresses(handed)]
        if not places:
            raise ValueError("nothing was handed in: choose a file, paste a text, or give an address")
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return Job(places, folder)


def _files(handed: Handed, folder: Path) -> Iterator[Place]:
    """The files under names of ours, which keep only the ending that tells their format."""
    for number, (name, stream) in enumerate(handed.files):
        own = name.replace("\\", "/").rpartition("/")[2][-LONGEST_NAME:] or "a file without a name"
        ending = max((s for s in suffixes() if own.lower().endswith(s)), key=len, default="")
        path = folder / f"{number}{ending}"
        with path.open("wb") as copy:
            shutil.copyfileobj(stream, copy)
        yield Place(str(path), own, handed.known)


def _text(handed: Handed, folder: Path) -> Iterator[Place]:
    if not handed.text.strip():
        return
    path = folder / "text"
    path.write_bytes(handed.text.replace("\r\n", "\n").encode("utf-8", "replace"))
    if handed.source:
        _checked(handed.source)
    yield Place(str(path), "pasted text", replace(handed.known, title=handed.title, url=handed.source))


def _addresses(handed: Handed) -> Iterator[Place]:
    """Only addresses: what is none would be taken for a path of this machine."""
    for url in filter(None, map(str.strip, handed.urls)):
        yield Place(_checked(url), url, handed.known)


def _checked(url: str) -> str:
    if not url.lower().startswith(WEB):
        raise ValueError(f"no address on the Web (http:// or https://): {url}")
    return url
